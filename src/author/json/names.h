// Names that could have stood there, for sentences of problems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "author/json/document.h"
#include "author/json/problems.h"

namespace kk {

/// The names in quotes, with commas.
std::string listed(const std::vector<std::string_view>& names);

/// " (did you mean "x"?)" when one of the names is close to `typed`, or what a Dutch word for it means; empty
/// otherwise.
std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& names);

/// The same, or else ", expected one of " and the names: empty where there are none, or too many problems already to
/// guess for each what was meant.
std::string expected_names(const JsonProblems& problems, std::string_view wrong,
                           const std::vector<std::string_view>& names);

/// With more problems than this a file is wrong as a whole, and guessing for each of them what was meant takes seconds.
inline constexpr std::size_t kMostGuesses = 1'000;

}  // namespace kk
