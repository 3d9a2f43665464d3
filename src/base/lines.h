// Texts that people hand over, line by line.
#pragma once

#include <algorithm>
#include <string_view>

namespace kk {

/// Calls use(line, number) for each line, from 1; the last one may be without an end. A line keeps its "\r".
template <typename Use>
void each_line(std::string_view text, const Use& use) {
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    use(text.substr(0, end), number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Without any of these characters at either end.
inline std::string_view trimmed(std::string_view text, std::string_view around) {
  const std::size_t begin = text.find_first_not_of(around);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

}  // namespace kk
