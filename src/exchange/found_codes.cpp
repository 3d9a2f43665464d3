#include "exchange/found_codes.h"

#include <cassert>

#include "base/utf8.h"

namespace kk {
namespace {

/// Every format begins with the length of this one's first part, then a point (result_code.cpp).
constexpr std::size_t kHeadSize = 9, kLeastSize = kHeadSize + 6;

bool is_of_code(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// A text without what is unseen, with its places in the line.
struct Plain {
  std::string text;
  std::vector<std::size_t> places;

  void add(char c, std::size_t place) {
    text += c;
    places.push_back(place);
  }
};

Plain plain_of(std::string_view line) {
  Plain plain;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    const std::size_t size = utf8_size(rest);
    if (size > 1 && is_invisible(utf8_char(rest))) {
      at += size;
    } else if (rest[0] == '%' && rest.size() > 2 && digit_of(rest[1]) >= 0 && digit_of(rest[2]) >= 0) {
      plain.add(static_cast<char>(digit_of(rest[1]) * 16 + digit_of(rest[2])), at);
      at += 3;
    } else {
      plain.add(line[at], at);
      ++at;
    }
  }
  return plain;
}

}  // namespace

std::vector<FoundCode> found_codes(const Questionnaire& questionnaire, std::string_view line) {
  std::vector<FoundCode> found;
  const Plain plain = plain_of(line);
  const std::string_view text = plain.text;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_of_code(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && is_of_code(text[end])) ++end;
    std::string_view word = text.substr(begin, end - begin);
    while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.remove_suffix(1);
    if (word.size() >= kLeastSize && word[kHeadSize] == '.') {
      found.push_back({decode_result_code(questionnaire, word), plain.places[begin], std::string(word)});
    }
    begin = end;
  }
  return found;
}

}  // namespace kk
