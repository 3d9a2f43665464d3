// What was found, for the sentence of a problem.
#pragma once

#include <string>
#include <string_view>

#include "author/json/document.h"

namespace kk {

/// What stands there, for a sentence: `the text "x"`, `the number 9`, `null`, `an object`.
std::string describe(JsonValue value);

/// In double quotes, cut to a readable length, characters that would garble or reorder the line shown as dots.
std::string quoted(std::string_view text);

}  // namespace kk
