#include "base/languages.h"

namespace kk {
namespace {

constexpr char plain(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '_' ? '-' : c;
}

bool begins(std::string_view tag, std::string_view range) {
  if (tag.size() < range.size()) return false;
  for (std::size_t i = 0; i < range.size(); ++i) {
    if (plain(tag[i]) != plain(range[i])) return false;
  }
  return true;
}

/// Without its last part. A part of one letter only leads in the next, and goes with that.
std::string_view shorter(std::string_view range) {
  const auto cut = [](std::string_view text) {
    const auto dash = text.find_last_of("-_");
    return text.substr(0, dash == text.npos ? 0 : dash);
  };
  range = cut(range);
  const auto dash = range.find_last_of("-_");
  return dash != range.npos && range.size() - dash <= 2 ? cut(range) : range;
}

}  // namespace

int find_language(std::span<const std::string> tags, std::string_view wanted) {
  for (auto range = wanted; !range.empty(); range = shorter(range)) {
    int longer = -1;
    for (std::size_t i = tags.size(); i-- > 0;) {
      if (!begins(tags[i], range)) continue;
      if (tags[i].size() == range.size()) return static_cast<int>(i);
      if (plain(tags[i][range.size()]) == '-') longer = static_cast<int>(i);
    }
    if (longer >= 0) return longer;
  }
  return -1;
}

}  // namespace kk
