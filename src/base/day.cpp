#include "base/day.h"

#include <algorithm>
#include <cassert>

#include "base/phrase.h"

namespace kk {
namespace {

int days_in(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (const char c : text.substr(at, digits)) value = value * 10 + (c - '0');
  return value;
}

bool is_day(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  const bool fits = text.size() == kShape.size() &&
                    std::equal(text.begin(), text.end(), kShape.begin(),
                               [](char c, char as) { return as == '0' ? c >= '0' && c <= '9' : c == as; });
  if (!fits) return false;
  const int month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in(number_at(text, 0, 4), month);
}

std::string day_after(std::string_view from, int days) {
  assert(is_day(from) && days >= 0);
  int year = number_at(from, 0, 4), month = number_at(from, 5, 2), day = number_at(from, 8, 2) + days;
  while (day > days_in(year, month)) {
    day -= days_in(year, month);
    if (++month > 12) ++year, month = 1;
  }
  const auto two = [](int n) { return cat(n < 10 ? "0" : "", n); };
  return cat(number(10000 + year).substr(1), "-", two(month), "-", two(day));
}

}  // namespace kk
