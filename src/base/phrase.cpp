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

void put(std::string& out, const std::string_view& part) { out += part; }
void put(std::string& out, const std::string& part) { out += part; }
void put(std::string& out, const char* part) { out += part; }
void put(std::string& out, int number) { append_int(out, number); }

void Filling::append_to(std::string& out) const {
  switch (kind_) {
    case Kind::kView:
      return put(out, *static_cast<const std::string_view*>(at_));
    case Kind::kString:
      return put(out, *static_cast<const std::string*>(at_));
    case Kind::kLiteral:
      return put(out, static_cast<const char*>(at_));
    case Kind::kNumber:
      return put(out, number_);
  }
}

std::string fill(std::string_view pattern, std::initializer_list<Filling> values) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    out += pattern.substr(0, open);
    const auto key = pattern.substr(open + 1, close - open - 1);
    for (const Filling& value : values) {
      if (value.name() == key) value.append_to(out);
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
