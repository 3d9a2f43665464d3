// Text as numbers.
#include <cstdint>
#include <limits>

#include "base/number_text.h"

namespace kk {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

double times_power_of_ten(double value, int power) {
  static constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                       1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  for (; power > 22; power -= 22) value *= 1e22;
  for (; power < -22; power += 22) value /= 1e22;
  return power < 0 ? value / kPowers[-power] : value * kPowers[power];
}

/// Reads a number off the front of `text`; NaN and nothing read when there is none.
double take_number(std::string_view& text) {
  std::size_t at = 0;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) ++at;
  if (text.substr(at).starts_with("Infinity")) {
    text.remove_prefix(at + 8);
    return negative ? -kInfinity : kInfinity;
  }
  std::uint64_t digits = 0;
  int seen = 0, power = 0;
  const auto take_digits = [&](int step) {
    for (; at < text.size() && is_digit(text[at]); ++at, ++seen) {
      // More digits than fit only move the point.
      if (digits < 100'000'000'000'000'000u)
        digits = digits * 10 + static_cast<unsigned>(text[at] - '0'), power -= step;
      else
        power += 1 - step;
    }
  };
  take_digits(0);
  if (at < text.size() && text[at] == '.' && (seen > 0 || (at + 1 < text.size() && is_digit(text[at + 1])))) {
    ++at;
    take_digits(1);
  }
  if (seen == 0) return kNaN;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t mark = at + 1;
    const bool down = mark < text.size() && text[mark] == '-';
    if (down || (mark < text.size() && text[mark] == '+')) ++mark;
    if (mark < text.size() && is_digit(text[mark])) {
      int exponent = 0;
      for (; mark < text.size() && is_digit(text[mark]); ++mark) {
        if (exponent < 10'000) exponent = exponent * 10 + (text[mark] - '0');
      }
      power += down ? -exponent : exponent;
      at = mark;
    }
  }
  text.remove_prefix(at);
  const double value = digits == 0 ? 0 : times_power_of_ten(static_cast<double>(digits), power);
  return negative ? -value : value;
}

double parse_hex(std::string_view text) {
  double value = 0;
  for (const char c : text) {
    int digit = 0;
    if (is_digit(c))
      digit = c - '0';
    else if (c >= 'a' && c <= 'f')
      digit = c - 'a' + 10;
    else if (c >= 'A' && c <= 'F')
      digit = c - 'A' + 10;
    else
      return kNaN;
    value = value * 16 + digit;
  }
  return text.empty() ? kNaN : value;
}

}  // namespace

double parse_number_prefix(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return take_number(text);
}

double parse_number(std::string_view text) {
  text = without_spaces(text);
  if (text.empty()) return 0;
  if (text.starts_with("0x") || text.starts_with("0X")) return parse_hex(text.substr(2));
  const double value = take_number(text);
  return text.empty() ? value : kNaN;
}

}  // namespace kk
