// Building blocks for writing JSON and other plain text, without printf and without locale.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace kk {

void append_int(std::string& out, std::int64_t value);

/// `digits` lower-case hexadecimal digits, highest first.
void append_hex(std::string& out, std::uint64_t value, int digits);

/// In double quotes; quotes, backslashes and control characters escaped. `text` must be UTF-8.
void append_json_string(std::string& out, std::string_view text);

/// Writes JSON piece by piece, with the commas between members and elements. Whoever writes keeps to the grammar: a
/// name, then its value, inside '{' and '}'; values inside '[' and ']'.
class JsonWriter {
 public:
  /// Adds to `out`, which must outlive it.
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open(char bracket);
  void close(char bracket);
  JsonWriter& name(std::string_view key);
  void text(std::string_view value);
  void whole(std::int64_t value);
  /// See append_hundredths.
  void hundredths(std::int64_t value);
  void truth(bool value) { literal(value ? "true" : "false"); }
  /// What is JSON already.
  void literal(std::string_view value);

 private:
  void before_value();

  std::string& out_;
  bool is_first_ = true;
};

/// Collects small pieces before they go to a string: for long outputs made of many of them.
class TextWriter {
 public:
  explicit TextWriter(std::string& out) : out_(out) {}
  ~TextWriter() { flush(); }
  TextWriter(const TextWriter&) = delete;
  TextWriter& operator=(const TextWriter&) = delete;

  void put(char c) {
    if (size_ == sizeof pieces_) flush();
    pieces_[size_++] = c;
  }
  /// A literal: its length is known, so copying it costs no call.
  template <std::size_t kSize>
  void text(const char (&literal)[kSize]) {
    static_assert(kSize <= kPieces);
    assert(std::memchr(literal, 0, kSize) == literal + kSize - 1);  // no array of other characters
    if (kSize > sizeof pieces_ - size_) flush();
    std::memcpy(pieces_ + size_, literal, kSize - 1);
    size_ += kSize - 1;
  }
  void text(std::string_view text) {
    if (text.size() > sizeof pieces_ - size_) return long_text(text);
    size_ += text.copy(pieces_ + size_, text.size());
  }
  void whole(std::int64_t value) {
    if (value >= 0 && value < 10) return put(static_cast<char>('0' + value));
    flush();
    append_int(out_, value);
  }
  /// See append_hex.
  void hex(std::uint64_t value, int digits) {
    flush();
    append_hex(out_, value, digits);
  }
  /// See append_hundredths.
  void hundredths(std::int64_t value);
  void flush() {
    out_.append(pieces_, size_);
    size_ = 0;
  }

 private:
  static constexpr std::size_t kPieces = 1024;

  void long_text(std::string_view text) {
    flush();
    out_ += text;
  }

  std::string& out_;
  std::size_t size_ = 0;
  char pieces_[kPieces];
};

/// value / 100 as a decimal without trailing zeros: 1667 is 16.67, 250 is 2.5, 300 is 3.
void append_hundredths(std::string& out, std::int64_t value);

}  // namespace kk
