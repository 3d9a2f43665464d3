#include <optional>
#include <string>

#include "author/read/answers.h"
#include "author/read/team.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/lines.h"
#include "cli/members.h"
#include "cli/output.h"
#include "exchange/team_json.h"
#include "score/team.h"

namespace kk {
namespace {

/// Members, one a line: objects or codes. What is counted is written at the end.
class TeamLines : public LineCommand {
 public:
  TeamLines(const Questionnaire& questionnaire, TeamCounts& counts)
      : questionnaire_(questionnaire), reader_(questionnaire), counter_(questionnaire, counts) {}

  Problems run(std::string_view line, std::string& /*out*/) override {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    Role role = Role::kNone;
    Problems problems = line[begin] == '{' ? reader_.read(line, kLongestLine, answers_, &role)
                                           : read_code_line(line, questionnaire_, role, answers_);
    if (problems.empty()) counter_.add(role, answers_);
    return problems;
  }

 private:
  const Questionnaire& questionnaire_;
  AnswersReader reader_;
  TeamCounter counter_;
  Answers answers_;
};

/// --min-group, which may be left out; nothing, with a message, when it is no number in range.
std::optional<int> least_group(const std::string& given) {
  if (given.empty()) return kLeastGroup;
  int number = 0;
  for (const char c : given) {
    if (c < '0' || c > '9' || number > kMostGroup) {
      number = 0;
      break;
    }
    number = number * 10 + (c - '0');
  }
  if (number >= kLeastGroup && number <= kMostGroup) return number;
  write_error("klantkompas: found --min-group " + given + ", expected a whole number from 3 to 1000000\n");
  return {};
}

int read_whole(const std::string& path, const Questionnaire& questionnaire, TeamCounts& counts) {
  const std::optional<std::string> text = read_text(path, kMaxTeamBytes);
  if (!text) return kWrongUsage;
  const Problems problems = read_team(*text, questionnaire, counts);
  write_problems(problems, path);
  return has_errors(problems) ? kInputHasProblems : kFine;
}

int merge_files(const Arguments& arguments, const Questionnaire& questionnaire, TeamCounts& counts) {
  int status = kFine;
  for (std::size_t i = 2; i < arguments.files.size(); ++i) {
    const std::optional<std::string> text = read_text(arguments.files[i], kMaxTeamBytes);
    if (!text) return kWrongUsage;
    const Problems problems = read_partial(*text, questionnaire, counts);
    write_problems(problems, arguments.files[i]);
    if (has_errors(problems)) status = kInputHasProblems;
  }
  return status;
}

}  // namespace

int run_team(const Arguments& arguments) {
  const bool merges = arguments.files.size() > 1 && arguments.files[1] == "merge";
  if (merges ? arguments.files.size() < 3 || arguments.ndjson : arguments.files.size() > 2) {
    write_error("klantkompas: usage: klantkompas team FILE [MEMBERS|-] or klantkompas team FILE merge PARTIAL...\n");
    return kWrongUsage;
  }
  const std::optional<int> least = least_group(arguments.min_group);
  if (!least) return kWrongUsage;
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  const Questionnaire& questionnaire = loaded.questionnaire;
  TeamCounts counts = no_members(questionnaire);
  counts.min_group = *least;
  const std::string path = arguments.files.size() > 1 ? arguments.files[1] : "-";
  int status = kFine;
  if (merges) {
    status = merge_files(arguments, questionnaire, counts);
  } else if (arguments.ndjson) {
    TeamLines lines(questionnaire, counts);
    status = run_lines(path, lines);
  } else {
    status = read_whole(path, questionnaire, counts);
  }
  // Of a stream what could be read counts, and each line that could not has been told in its place.
  if (status != kFine && !(arguments.ndjson && status == kInputHasProblems)) return status;
  std::string out;
  arguments.partial ? write_partial(questionnaire, counts, out)
                    : write_team(questionnaire, team_result(questionnaire, counts), out);
  const int written = write_output(out + "\n");
  return written == kFine ? status : written;
}

}  // namespace kk
