// Answers as people hand them over: an object, a file of the page, or a result code.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "exchange/result_code.h"
#include "model/answers.h"
#include "model/plan.h"
#include "model/questionnaire.h"

namespace kk {

/// Why a code is refused, as a problem's code and sentence.
struct CodeFault {
  std::string_view code, sentence;
};
CodeFault fault_of(CodeStatus status);

/// Tells why a code is refused, as a problem of `source`; the exit code.
int refuse_code(CodeStatus status, const std::string& source);

/// Answers that were given as an object or a code, in a file or, a code, as the word itself.
struct GivenAnswers {
  int status = kFine;  ///< or the exit code; what was wrong has been told
  Answers answers;
  int earlier = -1;  ///< see DecodedCode
  Plan plan;         ///< of a file of the page; else empty
};

/// `word` is a code, a path, or "-" for the standard input; a file may hold a code too.
GivenAnswers given_answers(const Questionnaire& questionnaire, const std::string& word);

}  // namespace kk
