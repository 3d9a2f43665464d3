#include "view/words/words.h"

#include <array>
#include <cassert>
#include <cstring>
#include <type_traits>

#include "view/words/tables.h"

namespace kk {

namespace {

constexpr std::size_t kCount = sizeof(Words) / sizeof(std::string_view);
static_assert(std::is_trivially_copyable_v<Words> && sizeof(Words) == kCount * sizeof(std::string_view));

Words unpacked(std::string_view text) {
  std::array<std::string_view, kCount> words;
  for (std::string_view& word : words) {
    word = text.substr(0, text.find('\0'));
    text.remove_prefix(word.size() + 1);
  }
  assert(text.empty());
  Words out;
  std::memcpy(static_cast<void*>(&out), words.data(), sizeof out);  // it holds nothing but these
  return out;
}

}  // namespace

const Words& words_for(std::string_view tag) {
  static const Words dutch = unpacked(kDutch), english = unpacked(kEnglish);
  return tag.substr(0, 2) == "nl" ? dutch : english;
}

std::string language_label(std::string_view tag) {
  std::string label;
  for (const char c : tag) label += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return label;
}

}  // namespace kk
