#include "base/json_writer.h"

#include <cassert>

namespace kk {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

/// The letter after the backslash, or 0 when the byte needs a \u escape or none.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

}  // namespace

void append_int(std::string& out, std::int64_t value) {
  char digits[20];
  char* const end = digits + sizeof digits;
  char* begin = end;
  // Negating as unsigned keeps the smallest value right.
  std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  do {
    *--begin = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) out += '-';
  out.append(begin, static_cast<std::size_t>(end - begin));
}

void append_hex(std::string& out, std::uint64_t value, int digits) {
  assert(digits > 0 && digits <= 16);
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += kHexDigits[(value >> shift) & 15];
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, written, i - written);
    written = i + 1;
    out += '\\';
    if (const char letter = short_escape(c)) {
      out += letter;
    } else {
      out += 'u';
      append_hex(out, static_cast<unsigned char>(c), 4);
    }
  }
  out.append(text, written, text.size() - written);
  out += '"';
}

void TextWriter::hundredths(std::int64_t value) {
  if (value < 0) put('-');
  const std::int64_t size = value < 0 ? -value : value;
  const std::int64_t points = size / 100;
  const int rest = static_cast<int>(size % 100);
  if (points >= 10 && points < 100) {
    put(static_cast<char>('0' + points / 10));
    put(static_cast<char>('0' + points % 10));
  } else {
    whole(points);
  }
  if (rest == 0) return;
  put('.');
  put(static_cast<char>('0' + rest / 10));
  if (rest % 10 != 0) put(static_cast<char>('0' + rest % 10));
}

void append_hundredths(std::string& out, std::int64_t value) { TextWriter(out).hundredths(value); }

void JsonWriter::before_value() {
  if (!is_first_) out_ += ',';
  is_first_ = false;
}

void JsonWriter::open(char bracket) {
  assert(bracket == '{' || bracket == '[');
  before_value();
  out_ += bracket;
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  assert(bracket == '}' || bracket == ']');
  out_ += bracket;
  is_first_ = false;
}

JsonWriter& JsonWriter::name(std::string_view key) {
  text(key);
  out_ += ':';
  is_first_ = true;
  return *this;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  append_json_string(out_, value);
}

void JsonWriter::whole(std::int64_t value) {
  before_value();
  append_int(out_, value);
}

void JsonWriter::hundredths(std::int64_t value) {
  before_value();
  append_hundredths(out_, value);
}

void JsonWriter::literal(std::string_view value) {
  before_value();
  out_ += value;
}

}  // namespace kk
