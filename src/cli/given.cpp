#include "cli/given.h"

#include <optional>
#include <string_view>

#include "author/read/answers.h"
#include "author/read/plan.h"
#include "cli/input.h"
#include "cli/output.h"
#include "model/problem.h"

namespace kk {

CodeFault fault_of(CodeStatus status) {
  switch (status) {
    case CodeStatus::kOtherQuestionnaire:
      return {"other_questionnaire", "found the code of another questionnaire, expected one of this questionnaire"};
    case CodeStatus::kNewerFormat:
      return {"newer_code", "found a code of a newer format, expected format 1: a newer klantkompas can read it"};
    case CodeStatus::kRescored:
      return {"rescored_code", "found a code from before this questionnaire's levels or scoring changed"};
    default:
      return {"damaged_code", "found a code that is damaged: a character was changed, lost or swapped"};
  }
}

int refuse_code(CodeStatus status, const std::string& source) {
  const CodeFault fault = fault_of(status);
  Problem problem;
  problem.code = fault.code;
  problem.sentence = fault.sentence;
  write_problems({problem}, source);
  return kInputHasProblems;
}

GivenAnswers given_answers(const Questionnaire& questionnaire, const std::string& word) {
  GivenAnswers given;
  const auto take = [&](const DecodedCode& decoded, const std::string& source) {
    given.answers = decoded.answers;
    given.earlier = decoded.earlier;
    const bool is_fine = decoded.status == CodeStatus::kOk || decoded.earlier >= 0;
    given.status = is_fine ? kFine : refuse_code(decoded.status, source);
  };
  const DecodedCode decoded = decode_result_code(questionnaire, word);
  if (decoded.status != CodeStatus::kDamaged) {
    take(decoded, word);
    return given;
  }
  const std::optional<std::string> text = read_text(word, kMaxAnswersBytes);
  if (!text) {
    write_error("expected a file with answers or a code, a result code, or -\n");
    given.status = kWrongUsage;
    return given;
  }
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text->find_first_not_of(kSpace);
  if (begin != std::string::npos && (*text)[begin] != '{') {
    take(decode_result_code(questionnaire, text->substr(begin, text->find_last_not_of(kSpace) + 1 - begin)), word);
    return given;
  }
  Problems problems = read_answers(*text, questionnaire, given.answers);
  if (!has_errors(problems)) problems = read_plan_file(*text, questionnaire, given.plan);
  write_problems(problems, word);
  if (has_errors(problems)) given.status = kInputHasProblems;
  return given;
}

}  // namespace kk
