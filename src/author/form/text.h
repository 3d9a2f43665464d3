// A text in every language: its characters, its length, the words in braces.
#pragma once

#include <cstddef>

#include "author/form/reading.h"

namespace kk {

/// The most characters of a text. On the narrowest page (320 px, so 288 px of text and some 38 characters a line) a
/// name then takes two lines, a sentence eight and a long text thirty-two, which is two screens of a phone.
inline constexpr int kName = 60, kSentence = 300, kLongText = 1200;

/// What a text has room for, also when parameters are filled in.
struct TextRoom {
  int most;
  std::size_t language = 0;  ///< index
};
/// Reports what is wrong with the characters of a text; true when it may be shown.
bool check_characters(Reading& reading, JsonValue value, const TextRoom& room);

/// A text in every language. Empty, with a problem, when it is not one.
Text read_text(Reading& reading, JsonValue value, int most = kSentence);

}  // namespace kk
