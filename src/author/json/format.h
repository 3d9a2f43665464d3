// JSON laid out for people.
#pragma once

#include <string>
#include <string_view>

#include "author/json/document.h"

namespace kk {

/// The document, of which `text` was read, with two spaces a level: what fits on a line of 120 characters stands on
/// one, the rest is broken, the root always. Order, names, texts and the digits of numbers stay. Ends with a line end.
std::string formatted(std::string_view text, const JsonDocument& document);

}  // namespace kk
