// Text inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace kk {

/// Text with the five characters that mean something to HTML escaped; safe in content and in quoted attributes.
std::string escape_html(std::string_view text);

}  // namespace kk
