// Putting sentences together, in any language of the interface.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace kk {

/// Replaces each {name} by its value.
std::string fill(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// First letter to lower case, as after a colon; only ASCII and the Latin-1 letters of Dutch are touched. An
/// abbreviation stays: “IT en geld”, “A/B-test”.
std::string lower_first(std::string_view text);

/// The same, to upper case, as at the start of a sentence.
std::string upper_first(std::string_view text);

/// A whole number as text.
std::string number(long long value);

}  // namespace kk
