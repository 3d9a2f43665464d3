#include "cli/members.h"

#include <map>

#include "author/json/describe.h"
#include "author/read/answers.h"
#include "author/read/team.h"
#include "base/json_writer.h"
#include "base/lines.h"
#include "cli/given.h"
#include "exchange/found_codes.h"
#include "score/team.h"

namespace kk {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) { return kk::trimmed(text, kBlank); }

/// A line of a list: one word, or a role, a tab and a word.
struct ListLine {
  bool fits = false;
  std::string_view role, word;
};

ListLine list_line(std::string_view line) {
  ListLine out;
  out.word = trimmed(line);
  const std::size_t tab = out.word.find('\t');
  if (tab != std::string_view::npos) {
    out.role = trimmed(out.word.substr(0, tab));
    out.word = trimmed(out.word.substr(tab + 1));
  }
  out.fits = out.word.find_first_of(kBlank) == std::string_view::npos &&
             out.role.find_first_of(kBlank) == std::string_view::npos;
  return out;
}

Problem problem_at(std::string_view line, std::string_view where, const CodeFault& fault) {
  Problem problem;
  problem.code = fault.code;
  problem.sentence = fault.sentence;
  problem.column = static_cast<int>(where.data() - line.data()) + 1;
  return problem;
}

bool is_list(std::string_view text) {
  bool all = true;
  each_line(text, [&](std::string_view line, int) { all = all && list_line(line).fits; });
  return all;
}

void read_list(std::string_view text, const Questionnaire& questionnaire, TeamCounts& counts, Problems& problems) {
  TeamCounter counter(questionnaire, counts);
  Answers answers;
  each_line(text, [&](std::string_view line, int number) {
    if (trimmed(line).empty()) return;
    Role role = Role::kNone;
    Problems found = read_code_line(line, questionnaire, role, answers);
    if (found.empty()) return counter.add(role, answers);
    for (Problem& problem : found) {
      problem.line = number;
      problems.push_back(problem);
    }
  });
}

void search(std::string_view text, const Questionnaire& questionnaire, TeamCounts& counts, Problems& problems) {
  TeamCounter counter(questionnaire, counts);
  std::map<std::string, int, std::less<>> seen;  // by code its line
  each_line(text, [&](std::string_view line, int number) {
    for (const FoundCode& found : found_codes(questionnaire, line)) {
      const auto [first, is_new] = seen.emplace(found.code, number);
      if (is_new && found.decoded.status == CodeStatus::kOk) {
        counter.add(Role::kNone, found.decoded.answers);
        continue;
      }
      Problem problem = problem_at(line, line.substr(found.column), fault_of(found.decoded.status));
      if (!is_new) {
        problem.code = "repeated_code";
        append_int(problem.sentence = "found the code of line ", first->second);
        problem.sentence += " again";
      }
      problem.sentence += ": left out";
      problem.severity = Severity::kWarning;
      problem.line = number;
      problems.push_back(problem);
    }
  });
}

}  // namespace

Problems read_code_line(std::string_view line, const Questionnaire& questionnaire, Role& role, Answers& answers) {
  Problems problems;
  const ListLine parts = list_line(line);
  role = Role::kNone;
  if (!parts.role.empty()) {
    role = member_role(parts.role);
    if (role == Role::kNone) {
      problems.push_back(problem_at(line, parts.role, {"unknown_role", ""}));
      problems.back().sentence = unknown_role(parts.role);
    }
  }
  const std::vector<FoundCode> codes = found_codes(questionnaire, parts.word);
  if (codes.size() == 1 && codes[0].decoded.status == CodeStatus::kOk) {
    answers = codes[0].decoded.answers;
  } else if (codes.size() > 1) {
    problems.push_back(problem_at(line, parts.word, {"several_codes", "found several codes, expected one a line"}));
  } else if (codes.empty()) {
    problems.push_back(problem_at(line, parts.word, {"no_code", ""}));
    problems.back().sentence =
        "found " + quoted(parts.word) + ", expected a result code, a link with one, or an answers object";
  } else {
    problems.push_back(problem_at(line, parts.word.substr(codes[0].column), fault_of(codes[0].decoded.status)));
  }
  return problems;
}

Problems read_team(std::string_view text, const Questionnaire& questionnaire, TeamCounts& counts) {
  if (trimmed(text).starts_with('{')) return read_members(text, questionnaire, counts);
  Problems problems;
  is_list(text) ? read_list(text, questionnaire, counts, problems) : search(text, questionnaire, counts, problems);
  if (counts.size() == 0 && !has_errors(problems)) {
    Problem problem;
    problem.code = "no_code";
    problem.sentence =
        "found no result code of this questionnaire, expected a members object, or codes: one a line, or in a text";
    problems.push_back(problem);
  }
  return problems;
}

}  // namespace kk
