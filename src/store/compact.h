// A checked questionnaire as text, and back.
#pragma once

#include <string>
#include <string_view>

#include "model/questionnaire.h"

namespace kk {

/// The checked questionnaire as text for a bundled page: one field a line, no '<', valid UTF-8.
std::string to_compact(const Questionnaire& questionnaire);

/// The inverse of to_compact. False when the text is not what to_compact wrote (damaged page).
bool open_compact(std::string_view text, Questionnaire& questionnaire);

}  // namespace kk
