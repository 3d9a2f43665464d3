// What was found, for the sentence of a problem.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "author/json/document.h"

namespace kk {

/// What stands there, for a sentence: `the text "x"`, `the number 9`, `null`, `an object`.
std::string describe(JsonValue value);

/// A character by its number, at most U+FFFF: U+200B.
std::string code_point(std::uint32_t c);

/// In double quotes, cut to a readable length, characters that would garble or reorder the line shown as dots,
/// and invisible ones by their number.
std::string quoted(std::string_view text);

}  // namespace kk
