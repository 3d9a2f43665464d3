#include "author/json/syntax.h"

#include "author/json/describe.h"
#include "author/json/document.h"
#include "author/json/names.h"
#include "base/json_writer.h"
#include "base/utf8.h"

namespace kk {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

SyntaxFault truncated(std::string_view text, std::string_view expected) {
  return {"truncated", text.size(), "the text ends too early: expected " + std::string(expected)};
}

/// The four hexadecimal digits at `at`, or -1.
int escape_unit(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int unit = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = hex_value(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/// Checks the escape whose backslash is at `at`; sets `at` after it. An empty code: nothing wrong.
SyntaxFault explain_escape(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  if (at + 1 >= text.size()) return truncated(text, "the end of this escape");
  const char kind = text[at + 1];
  at += 2;
  if (std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) return {};
  if (kind != 'u')
    return {"bad_escape", start,
            "found an escape that JSON does not have: expected one of \\\" \\\\ \\/ "
            "\\b \\f \\n \\r \\t \\uXXXX"};
  const int unit = escape_unit(text, at);
  if (unit < 0) {
    if (at + 4 > text.size()) return truncated(text, "four hexadecimal digits");
    return {"bad_escape", start, "found \\u without four hexadecimal digits after it"};
  }
  at += 4;
  if (unit < 0xD800 || unit > 0xDFFF) return {};
  if (unit <= 0xDBFF && text.substr(at, 2) == "\\u") {
    const int second = escape_unit(text, at + 2);
    at += 6;
    if (second >= 0xDC00 && second <= 0xDFFF) return {};
  }
  return {"lone_surrogate", start, "found half of a surrogate pair: expected both halves, or the character itself"};
}

/// True when `rest` could be the start of a character whose other bytes are missing.
bool is_cut_character(std::string_view rest) {
  for (const std::string_view filler : {"\x80", "\x80\x80", "\x80\x80\x80", "\x90", "\x90\x80", "\xA0", "\xA0\x80"}) {
    if (utf8_size(std::string(rest) + std::string(filler)) > rest.size()) return true;
  }
  return false;
}

/// An empty code when the string is well formed.
SyntaxFault explain_string(std::string_view text, std::size_t start) {
  std::size_t at = start + 1;
  while (at < text.size()) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c == '"') return {};
    if (c < 0x20) {
      return {"control_character", at,
              "found a raw control character (such as a line end) inside a text: "
              "expected an escape such as \\n, or a closing quote before it"};
    }
    if (c == '\\') {
      SyntaxFault fault = explain_escape(text, at);
      if (!fault.code.empty()) return fault;
      continue;
    }
    const std::size_t size = utf8_size(text.substr(at));
    if (size == 0 && text.size() - at < 4 && is_cut_character(text.substr(at))) break;
    if (size == 0) {
      std::string sentence = "found bytes that are not UTF-8 (0x";
      append_hex(sentence, c, 2);
      return {"bad_utf8", at, sentence + "): expected UTF-8 text"};
    }
    at += size;
  }
  return truncated(text, "a closing quote");
}

/// The end of what looks like one number, well formed or not.
std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_digit(text[at]) || std::string_view("+-.eE").find(text[at]) != std::string_view::npos)) {
    ++at;
  }
  return at;
}

bool is_number(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < token.size() && is_digit(token[at])) ++at;
    return at - first;
  };
  const bool starts_with_zero = at < token.size() && token[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (starts_with_zero && whole > 1)) return false;
  if (at < token.size() && token[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == token.size();
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '_')) ++at;
  return at;
}

/// Where a number begins that goes on at `at`, as in 01 and 1.2.3: a part of it can be read as a number of its own.
std::size_t number_start(std::string_view text, std::size_t at) {
  if (at == text.size() || (!is_digit(text[at]) && text[at] != '.')) return at;
  while (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '-')) --at;
  return at;
}

/// UTF-16, which some editors write: with a byte order mark, or with a NUL byte beside the first character.
bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
         (text.size() > 1 && text.substr(0, 2).find('\0') != std::string_view::npos);
}

bool is_literal(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

bool starts_literal(std::string_view word) {
  for (const std::string_view literal : {"true", "false", "null"}) {
    if (literal.starts_with(word)) return true;
  }
  return false;
}

std::string found_instead(std::string_view found, std::string_view expected) {
  return "found " + std::string(found) + ", expected " + std::string(expected);
}

}  // namespace

SyntaxFault explain_syntax(const SyntaxStop& stop) {
  const std::string_view text = stop.text;
  if (is_utf16(text)) return {"bad_utf8", 0, "found UTF-16: expected UTF-8 text, so save the file in that encoding"};
  const std::size_t start = number_start(text, stop.offset);
  if (start >= text.size()) return truncated(text, stop.expected);

  const char first = text[start];
  std::string found = quoted(text.substr(start, 1));
  if (first == '"') {
    SyntaxFault fault = explain_string(text, start);
    if (!fault.code.empty()) return fault;
    found = "a text";
  } else if (is_digit(first) || first == '-') {
    const std::string_view token = text.substr(start, number_end(text, start) - start);
    found = "the number " + std::string(token.substr(0, 24));
    if (!is_number(token)) {
      if (start + token.size() == text.size()) return truncated(text, "the rest of this number");
      return {"bad_number", start, found_instead(quoted(token), "a JSON number such as 3, -1 or 0.5")};
    }
    if (stop.wants_value) return {"number_out_of_range", start, found + " is out of range"};
  } else if (is_letter(first)) {
    const std::string_view word = text.substr(start, word_end(text, start) - start);
    found = quoted(word);
    if (stop.wants_value && start + word.size() == text.size() && starts_literal(word)) {
      return truncated(text, "the rest of this word");
    }
    if (!is_literal(word) && !stop.is_complete) {
      const std::string guess = stop.wants_value ? did_you_mean(word, {"true", "false", "null"}) : std::string();
      return {"bad_literal", start, found_instead(found, stop.expected) + guess};
    }
  } else if (utf8_size(text.substr(start)) == 0) {
    return {"bad_utf8", start, "found bytes that are not UTF-8: expected UTF-8 text"};
  } else if (first == '\0') {
    found = "a NUL byte";
  } else if (first == '/') {
    found = "\"/\" (JSON has no comments)";
  } else if (stop.is_after_comma && (first == '}' || first == ']')) {
    found = quoted(text.substr(start, 1)) + " (JSON has no comma after the last one)";
  } else {
    found = quoted(text.substr(start, utf8_size(text.substr(start))));
  }
  return {stop.is_complete ? "trailing_data" : "unexpected", start, found_instead(found, stop.expected)};
}

}  // namespace kk
