#include "base/phrase.h"

#include "base/json_writer.h"

namespace kk {
namespace {

/// The case bit of the first letter: ASCII, or the second byte of a Latin-1 letter in UTF-8 (Dutch: É, é).
std::string with_case(std::string_view text, bool upper) {
  std::string out(text);
  const auto letter = [](char c, char first, char last) { return c >= first && c <= last; };
  const auto flip = [&](std::size_t at, char from, char to) {
    if (letter(out[at], from, to)) out[at] = static_cast<char>(out[at] ^ 0x20);
  };
  if (out.empty()) return out;
  if (out[0] == '\xC3' && out.size() > 1) {
    upper ? flip(1, '\xA0', '\xBE') : flip(1, '\x80', '\x9E');
  } else {
    upper ? flip(0, 'a', 'z') : flip(0, 'A', 'Z');
  }
  return out;
}

}  // namespace

std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    out += pattern.substr(0, open);
    const auto key = pattern.substr(open + 1, close - open - 1);
    for (const auto& [name, value] : values) {
      if (name == key) out += value;
    }
    pattern.remove_prefix(close + 1);
  }
  out += pattern;
  return out;
}

std::string lower_first(std::string_view text) {
  const bool is_abbreviation = text.size() > 1 && ((text[1] >= 'A' && text[1] <= 'Z') || text[1] == '/');
  return is_abbreviation ? std::string(text) : with_case(text, false);
}
std::string upper_first(std::string_view text) { return with_case(text, true); }

std::string number(long long value) {
  std::string out;
  append_int(out, value);
  return out;
}

}  // namespace kk
