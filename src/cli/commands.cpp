#include <string>

#include "author/read/answers.h"
#include "base/json_writer.h"
#include "cli/command.h"
#include "cli/given.h"
#include "cli/input.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "exchange/answers_json.h"
#include "exchange/comparison_json.h"
#include "exchange/identity.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "model/problem.h"
#include "model/result.h"
#include "score/compare.h"
#include "score/score.h"

namespace kk {
namespace {

std::string second_or_stdin(const Arguments& arguments) {
  return arguments.files.size() > 1 ? arguments.files[1] : "-";
}

/// Reads one questionnaire and one set of answers, and writes what `use` makes of them.
template <typename Use>
int with_answers(const Arguments& arguments, const Use& use) {
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  const std::string path = second_or_stdin(arguments);
  const std::optional<std::string> text = read_text(path, kMaxAnswersBytes);
  if (!text) return kWrongUsage;
  Answers answers;
  const Problems problems = read_answers(*text, loaded.questionnaire, answers);
  write_problems(problems, path);
  if (has_errors(problems)) return kInputHasProblems;
  std::string out;
  use(loaded.questionnaire, answers, out);
  return write_output(out + "\n");
}

class ScoreLines : public LineCommand {
 public:
  explicit ScoreLines(const Questionnaire& questionnaire) : questionnaire_(questionnaire), reader_(questionnaire) {}

  Problems run(std::string_view line, std::string& out) override {
    Problems problems = reader_.read(line, kLongestLine, answers_);
    if (!problems.empty()) return problems;
    score(questionnaire_, answers_, result_);
    write_result(questionnaire_, result_, out);
    return problems;
  }

 private:
  const Questionnaire& questionnaire_;
  AnswersReader reader_;
  Answers answers_;
  Result result_;
};

}  // namespace

int run_score(const Arguments& arguments) {
  if (!arguments.ndjson) {
    return with_answers(arguments, [](const Questionnaire& questionnaire, const Answers& answers, std::string& out) {
      write_result(questionnaire, score(questionnaire, answers), out);
    });
  }
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  ScoreLines lines(loaded.questionnaire);
  return run_lines(second_or_stdin(arguments), lines);
}

int run_code(const Arguments& arguments) {
  return with_answers(arguments, [](const Questionnaire& questionnaire, const Answers& answers, std::string& out) {
    out = result_code(questionnaire, answers);
  });
}

int run_decode(const Arguments& arguments) {
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  const DecodedCode decoded = decode_result_code(loaded.questionnaire, arguments.files[1]);
  if (decoded.status != CodeStatus::kOk) return refuse_code(decoded.status, "CODE");
  std::string out;
  write_answers(loaded.questionnaire, decoded.answers, out);
  return write_output(out + "\n");
}

int run_compare(const Arguments& arguments) {
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  const std::string& then = arguments.files[1];
  if (then == "-" && arguments.files[2] == "-") {
    write_error("klantkompas: BEFORE and NOW cannot both be the standard input\n");
    return kWrongUsage;
  }
  const Questionnaire& questionnaire = loaded.questionnaire;
  const GivenAnswers before = given_answers(questionnaire, then);
  if (before.status != kFine) return before.status;
  const GivenAnswers now = given_answers(questionnaire, arguments.files[2]);
  if (now.status != kFine) return now.status;
  if (now.earlier >= 0) return refuse_code(CodeStatus::kRescored, arguments.files[2]);
  std::string out;
  write_comparison(questionnaire, compare(questionnaire, before.answers, now.answers, before.earlier), before.earlier,
                   out);
  return write_output(out + "\n");
}

int run_earlier(const Arguments& arguments) {
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  std::string out;
  JsonWriter json(out);
  json.open('{');
  json.name("version").text(loaded.questionnaire.version);
  json.name("hash").text(hash_text(loaded.questionnaire));
  json.name("questions").open('[');
  for (const Question& question : loaded.questionnaire.questions) {
    json.open('{');
    json.name("id").text(question.id);
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return write_output(out + "\n");
}

}  // namespace kk
