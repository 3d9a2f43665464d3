#include "author/json/describe.h"

#include <algorithm>

#include "base/number_text.h"
#include "base/utf8.h"

namespace kk {

std::string code_point(std::uint32_t c) {
  std::string text = "U+";
  for (const int shift : {12, 8, 4, 0}) text += "0123456789ABCDEF"[c >> shift & 15];
  return text;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::string shown = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::max<std::size_t>(utf8_size(text.substr(at)), 1);
    if (at + size > kLongest) {
      shown += "…";
      break;
    }
    const bool is_half = size == 1 && static_cast<unsigned char>(text[at]) >= 0x80;
    const std::uint32_t c = is_half ? 0 : utf8_char(text.substr(at));
    if (is_control(c) || is_bidi_control(c))
      shown += '.';
    else if (is_invisible(c))
      shown += "<" + code_point(c) + ">";
    else
      shown += text.substr(at, size);
    at += size;
  }
  return shown + '"';
}

std::string describe(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kFalse:
      return "false";
    case JsonKind::kTrue:
      return "true";
    case JsonKind::kNumber: {
      std::string text = "the number ";
      append_number(text, value.number());
      return text;
    }
    case JsonKind::kString:
      return "the text " + quoted(value.text());
    case JsonKind::kArray:
      return "an array";
    case JsonKind::kObject:
      return "an object";
  }
  return {};
}

}  // namespace kk
