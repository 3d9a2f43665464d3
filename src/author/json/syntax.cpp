#include "author/json/syntax.h"

#include <algorithm>
#include <cstdint>
#include <utility>

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

/// What Windows-1252 has for a byte that UTF-8 has not; empty where it has nothing that an author types.
std::string_view in_windows_1252(unsigned char byte) {
  constexpr std::pair<unsigned char, std::string_view> kTyped[] = {
      {0x80, "\u20AC"}, {0x85, "\u2026"}, {0x91, "\u2018"}, {0x92, "\u2019"}, {0x93, "\u201C"}, {0x94, "\u201D"},
      {0x96, "\u2013"}, {0x97, "\u2014"}, {0xE0, "\u00E0"}, {0xE1, "\u00E1"}, {0xE7, "\u00E7"}, {0xE8, "\u00E8"},
      {0xE9, "\u00E9"}, {0xEA, "\u00EA"}, {0xEB, "\u00EB"}, {0xEF, "\u00EF"}, {0xF3, "\u00F3"}, {0xF6, "\u00F6"},
      {0xFC, "\u00FC"}, {0xC9, "\u00C9"}, {0xCB, "\u00CB"}};
  for (const auto& [typed, character] : kTyped) {
    if (typed == byte) return character;
  }
  return {};
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
      sentence += "): expected UTF-8 text";
      const std::string_view other = in_windows_1252(c);
      if (!other.empty())
        sentence += ", so save the file in that encoding; in Windows-1252 this is " + std::string(other);
      return {"bad_utf8", at, sentence};
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

std::string line_of(std::string_view text, std::size_t at) {
  std::string line = "line ";
  append_int(line, 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  return line;
}

/// The curly quotes of word processors, one character long; empty when `rest` starts with none.
std::string_view curly_quote(std::string_view rest) {
  for (const std::string_view quote : {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB", "\u00BB"}) {
    if (rest.starts_with(quote)) return quote;
  }
  return {};
}

/// A character that cannot be seen, for a sentence; empty for others.
std::string unseen(std::uint32_t c) {
  const bool is_space = c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
  if (!is_space && !is_invisible(c)) return {};
  return (is_space ? "a no-break or odd space (" : "an invisible character (") + code_point(c) + ")";
}

std::string_view without_mark(std::string_view text) { return text.starts_with("\uFEFF") ? text.substr(3) : text; }

/// Files of other programs, by how they begin; empty for others.
std::string_view other_file(std::string_view text) {
  if (text.starts_with("PK\x03\x04")) return "a workbook or document of Office (a zip archive)";
  if (text.starts_with("\xD0\xCF\x11\xE0")) return "a workbook or document of an old Office";
  if (text.starts_with("%PDF")) return "a PDF";
  if (text.starts_with("{\\rtf")) return "a text of a word processor (RTF)";
  if (text.starts_with('<')) return "a web page or XML";
  if (text.starts_with("---")) return "YAML";
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (line.starts_with('{') || line.starts_with('[')) return {};
  const auto separators =
      std::count_if(line.begin(), line.end(), [](char c) { return c == ';' || c == ',' || c == '\t'; });
  if (separators >= 2 && line.find(". ") == std::string_view::npos) return "a table (CSV)";
  const std::size_t colon = line.find(": ");
  if (colon != std::string_view::npos && colon > 0 && word_end(line, 0) == colon) return "YAML";
  return {};
}

/// What somebody who does not write JSON every day did there, as the end of a sentence; empty where that cannot be
/// told.
std::string advice(const SyntaxStop& stop, std::size_t start) {
  const std::string_view text = stop.text, rest = text.substr(start);
  const char first = rest[0];
  if (const std::string_view quote = curly_quote(rest); !quote.empty()) {
    return ": write the straight \" in place of " + std::string(quote) + ", into which Word and mail turn it";
  }
  if (first == '\'') return ": write \" in place of '";
  if (rest.starts_with("```")) return ": leave out the lines with ```, which stand around it in a chat";
  const bool is_first = stop.expected == "a JSON value";
  if (is_first) {
    for (const std::string_view opening : {"\n{", "\n["}) {
      const std::size_t begin = text.find(opening, start);
      if (begin != std::string_view::npos) return ": leave out what stands before " + line_of(text, begin + 1);
    }
    return {};
  }
  if (stop.is_complete) return first == '{' || first == '[' ? ": here a second one begins" : "";
  const std::size_t before = text.find_last_not_of(" \t\r\n", start == 0 ? 0 : start - 1);
  if (start == 0 || before == std::string_view::npos) return {};
  const bool wants_comma = stop.expected.starts_with("\",\"");
  if (wants_comma && text[before] == '"' && is_letter(first) && line_of(text, before) == line_of(text, start)) {
    return ": for a quote inside a text write \\\"";
  }
  const bool begins_something = first == '"' || first == '{' || first == '[' || first == '-' || is_digit(first) ||
                                is_literal(rest.substr(0, word_end(rest, 0)));
  if (wants_comma && begins_something) return ": a comma is missing behind " + line_of(text, before);
  if (stop.is_after_comma && is_digit(first) && text[start - 1] == ',' && start > 1 && is_digit(text[start - 2])) {
    return ": a decimal has a point, as in 1.5";
  }
  return {};
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

  const bool is_first = stop.expected == "a JSON value";
  const bool is_rtf = text.starts_with("{\\rtf");
  const std::string_view other =
      is_first || is_rtf || stop.is_complete ? other_file(without_mark(text)) : std::string_view();
  if (!other.empty())
    return {"unexpected", 0, "found " + std::string(other) + ", expected JSON: a text that begins with {"};
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
      return {"bad_literal", start,
              found_instead(found, stop.expected) + (guess.empty() ? advice(stop, start) : guess)};
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
    const std::string_view character = text.substr(start, utf8_size(text.substr(start)));
    const std::string name = unseen(utf8_char(character));
    found = name.empty() ? quoted(character) : name;
  }
  return {stop.is_complete ? "trailing_data" : "unexpected", start,
          found_instead(found, stop.expected) + advice(stop, start)};
}

}  // namespace kk
