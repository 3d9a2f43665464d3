// A checked questionnaire as text, and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/questionnaire.h"

namespace kk {

/// The checked questionnaire as text for a bundled page: one field a line, no '<', valid UTF-8.
std::string to_compact(const Questionnaire& questionnaire);

/// The inverse of to_compact, into a questionnaire that is empty. False when the text is not what to_compact wrote
/// (damaged page): what is in it then is nothing to be used.
bool open_compact(std::string_view text, Questionnaire& questionnaire);

/// Opens the text, and it must be the same, anew for a questionnaire that was opened from it, with other values of its
/// parameters in all texts but theirs. `values`: as Answers::parameters.
void reopen_filled(std::string_view text, const std::vector<std::uint8_t>& values, Questionnaire& questionnaire);

}  // namespace kk
