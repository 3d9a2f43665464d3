// Writes the fields of a questionnaire one a line: all of them to store it, the scored ones to take its hash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/bits.h"
#include "base/json_writer.h"
#include "model/fields.h"

namespace kk {

/// Characters that a line inside an HTML page cannot hold, and the letters that stand for them after a backslash.
inline constexpr std::string_view kEscaped("\\<\n\r\t\0", 6);
inline constexpr std::string_view kEscapeLetters = "\\lnrt0";

class CompactWriter {
 public:
  enum class Fields { kAll, kScored };

  CompactWriter(std::string& out, Fields fields) : out_(out), fields_(fields) {}

  template <class T>
  void scored(const T& field) {
    write(field);
  }
  template <class T>
  void shown(const T& field) {
    if (fields_ == Fields::kAll) write(field);
  }
  template <class T, class Write>
  void list(const std::vector<T>& list, const Write& write_element) {
    write(static_cast<std::int64_t>(list.size()));
    for (const T& element : list) write_element(element);
  }
  template <class T, class Write>
  void shown_list(const std::vector<T>& values, const Write& write_element) {
    if (fields_ == Fields::kAll) list(values, write_element);
  }
  /// A line that no other field can be, then its fields; nothing at all when it is not set.
  template <class Write>
  void option(char tag, bool is_set, const Write& write_fields) {
    if (!is_set) return;
    out_ += {'\\', tag, '\n'};
    write_fields();
  }
  template <class Write>
  void shown_option(char tag, bool is_set, const Write& write_fields) {
    if (fields_ == Fields::kAll) option(tag, is_set, write_fields);
  }
  /// Their number is scored, their words are not.
  void texts(const std::vector<Text>& texts) {
    list(texts, [&](const Text& text) { shown(text); });
  }

 private:
  template <class T>
  void write(const T& number) {
    append_int(out_, static_cast<std::int64_t>(number));
    out_ += '\n';
  }

  void write(const double& number) { write(bits_of(number)); }

  void write(const std::uint64_t& bits) {
    append_hex(out_, bits, 16);
    out_ += '\n';
  }

  void write(const std::string& text) {
    for (const char c : text) {
      const std::size_t letter = kEscaped.find(c);
      if (letter == std::string_view::npos) {
        out_ += c;
      } else {
        out_ += '\\';
        out_ += kEscapeLetters[letter];
      }
    }
    out_ += '\n';
  }

  void write(const Text& text) {
    write(static_cast<std::int64_t>(text.size()));
    for (const std::string& string : text) write(string);
  }

  std::string& out_;
  Fields fields_;
};

}  // namespace kk
