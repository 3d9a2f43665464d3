// Which of some languages somebody gets who asks for one; web/shared/languages.js does the same.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kk {

/// BCP 47 lookup (RFC 4647): parts of the wanted tag are dropped from its end until something fits, first the very tag,
/// then one that says more ("en" finds "en-GB"). Case does not count, and "_" is taken for "-", as in many a page.
/// `wanted` may be empty or nonsense. The place in `tags`, or -1.
int find_language(std::span<const std::string> tags, std::string_view wanted);

}  // namespace kk
