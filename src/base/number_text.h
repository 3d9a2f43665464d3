// Numbers as JavaScript writes and reads them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace kk {

struct NumberText {
  std::array<char, 32> chars{};
  std::size_t size = 0;
  std::string_view view() const { return {chars.data(), size}; }
};

/// The shortest decimal that reads back as the same number: 3, 0.1, 1e+21, NaN, Infinity.
NumberText number_text(double value);
void append_number(std::string& out, double value);

/// The longest decimal number `text` starts with, after spaces (parseFloat); NaN when there is none.
/// Right to the last bit for up to 15 digits and exponents within 22; a unit in the last place off at most beyond.
double parse_number_prefix(std::string_view text);

/// The whole text as a number (Number()): spaces around it are allowed, empty is 0, 0x10 is 16; NaN otherwise.
double parse_number(std::string_view text);

}  // namespace kk
