// One text of all words for each language of the interface: they stand in it in the order of Words, each with a zero
// byte behind it. Where each begins is found when they are first asked for: a table of places would be 3 KB of the
// page.
#pragma once

#include <array>
#include <cstddef>

#include "view/words/words.h"

namespace kk {

#define KK_WORD_VISIT(name) visit(words.name);
template <class Visit>
constexpr void visit_words(const Words& words, Visit visit) {
  KK_WORDS(KK_WORD_VISIT)
  for (const std::string_view role : words.roles) visit(role);
}
#undef KK_WORD_VISIT

constexpr std::size_t packed_size(const Words& words) {
  std::size_t size = 0;
  visit_words(words, [&](std::string_view word) { size += word.size() + 1; });
  return size;
}

template <std::size_t kSize>
constexpr std::array<char, kSize> packed(const Words& words) {
  std::array<char, kSize> text{};
  std::size_t at = 0;
  visit_words(words, [&](std::string_view word) {
    for (const char c : word) text[at++] = c;
    ++at;
  });
  return text;
}

extern const std::string_view kDutch;    // nl.cpp
extern const std::string_view kEnglish;  // en.cpp

}  // namespace kk
