// One reader's answers.
#pragma once

#include <cstdint>
#include <vector>

#include "model/questionnaire.h"

namespace kk {

/// Vectors have the sizes of the questionnaire they belong to (see blank_answers).
struct Answers {
  std::vector<Level> questions;          ///< Questionnaire::questions
  std::vector<Level> claims;             ///< Claims::questions
  std::vector<Level> profile;            ///< Profile::items, as clicked (not reversed)
  std::vector<std::uint32_t> ticks;      ///< a bit an item, for each TickList
  int context = -1;                      ///< index into Context::choices, or -1
  std::vector<std::uint8_t> parameters;  ///< index into Parameter::values, for each parameter

  bool operator==(const Answers&) const = default;
};

Answers blank_answers(const Questionnaire& questionnaire);

}  // namespace kk
