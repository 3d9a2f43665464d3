// JSON text -> a checked questionnaire.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/problem.h"
#include "model/questionnaire.h"

namespace kk {

/// Reads and checks a questionnaire in format 1. All problems found are returned; the questionnaire may be used
/// only when has_errors(problems) is false. Never throws. `json` must be UTF-8; at most kMaxQuestionnaireBytes.
struct ReadQuestionnaire {
  Questionnaire questionnaire;
  Problems problems;
};
ReadQuestionnaire read_questionnaire(std::string_view json);
inline constexpr std::size_t kMaxQuestionnaireBytes = 8u << 20;

}  // namespace kk
