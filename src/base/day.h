// Days of the Gregorian calendar, as fields for dates have them: 2026-11-27.
#pragma once

#include <string>
#include <string_view>

namespace kk {

/// From 0000-01-01 to 9999-12-31.
bool is_day(std::string_view text);

/// The day so many days after `day`, which is one. `days`: from 0.
std::string day_after(std::string_view day, int days);

/// The number that these digits are.
int number_at(std::string_view text, std::size_t at, std::size_t digits);

}  // namespace kk
