// The result code (contract 7): every answer in a short, checksummed, readable word.
#pragma once

#include <string>
#include <string_view>

#include "model/answers.h"
#include "model/questionnaire.h"

namespace kk {

/// At most 24 characters of [A-Za-z0-9._~-] for nine answers, 64 with every module.
std::string result_code(const Questionnaire& questionnaire, const Answers& answers);

enum class CodeStatus {
  kOk,
  kDamaged,  ///< not a code, or a character was changed, lost or swapped
  kOtherQuestionnaire,
  kNewerFormat,
  kRescored,  ///< this questionnaire, but its levels or scoring changed since: see DecodedCode::earlier
  kReworded,  ///< never decoded: a session says it of a code that it took over, though a text changed since
  kSeveral,   ///< never decoded: a text held several of this questionnaire
  kEarlier,   ///< never decoded: a session says it of one that is kRescored, and lies beside the result now
};

struct DecodedCode {
  CodeStatus status = CodeStatus::kDamaged;
  Answers answers;        ///< with kOk, and where it is of an earlier version
  bool reworded = false;  ///< with kOk: a text of the questionnaire changed since
  /// With kRescored, index into Questionnaire::earlier: `answers` are those to the questions that are still asked, with
  /// the levels that are still there. -1: the questionnaire does not know that version, and there are no answers.
  int earlier = -1;
};

/// Never throws; any bytes may be given.
DecodedCode decode_result_code(const Questionnaire& questionnaire, std::string_view code);

}  // namespace kk
