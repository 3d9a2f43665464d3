// Putting sentences together, in any language of the interface.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kk {

/// What stands for a {name} in a pattern: a text, or a whole number in digits. Refers to the text, and lives no longer
/// than the call: of one kind in a few bytes, where a text of its own for each would be most of what the page carries.
class Filling {
 public:
  Filling(const char* name, const std::string_view& text) : name_(name), kind_(Kind::kView), at_(&text) {}
  Filling(const char* name, const std::string& text) : name_(name), kind_(Kind::kString), at_(&text) {}
  Filling(const char* name, const char* text) : name_(name), kind_(Kind::kLiteral), at_(text) {}
  Filling(const char* name, int number) : name_(name), kind_(Kind::kNumber), number_(number) {}

  std::string_view name() const { return name_; }
  void append_to(std::string& out) const;

 private:
  enum class Kind { kView, kString, kLiteral, kNumber };
  const char* name_;
  Kind kind_;
  union {
    const void* at_;
    int number_;
  };
};

/// Replaces each {name} by its value.
std::string fill(std::string_view pattern, std::initializer_list<Filling> values);

// The end of a text grows by a part. Not +: that makes a text for every part.
void put(std::string& out, const std::string_view& part);
void put(std::string& out, const std::string& part);
void put(std::string& out, const char* part);
void put(std::string& out, int number);

/// The parts one after the other: texts, and whole numbers in digits.
template <class... Parts>
std::string cat(const Parts&... parts) {
  std::string out;
  (put(out, parts), ...);
  return out;
}

/// First letter to lower case, as after a colon; only ASCII and the Latin-1 letters of Dutch are touched. An
/// abbreviation stays: “IT en geld”, “A/B-test”.
std::string lower_first(std::string_view text);

/// The same, to upper case, as at the start of a sentence.
std::string upper_first(std::string_view text);

/// A whole number as text.
std::string number(long long value);

}  // namespace kk
