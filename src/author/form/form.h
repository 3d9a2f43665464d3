// Checked reading of one JSON object, member by member: what is missing, unknown or of the wrong kind becomes a
// problem.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/form/reading.h"
#include "author/form/text.h"
#include "author/json/problems.h"

namespace kk {

/// The index a text names, or -1 with a problem of the given code.
struct Reference {
  const IdSpace& ids;
  std::string_view kind;  ///< "question"
};
int read_reference(Reading& reading, JsonValue value, const Reference& reference);

/// An address that may be linked to: https, and nothing in it that a browser would read differently. False with a
/// problem.
bool read_link(Reading& reading, JsonValue value, std::string& out);

/// References to questions or sections, each at most once.
struct References {
  Reference to;
  Range count;
};
void read_references(Reading& reading, JsonValue list, const References& references, std::vector<int>& out);

/// Reports what is wrong with a list, if it is there; how many of its elements are to be read. Of a list that is too
/// long those that fit are, so that what they name is known.
int checked_list(Reading& reading, JsonValue value, Range count);

/// Calls `read` with each element of a list.
template <typename Read>
void read_list(Reading& reading, JsonValue list, Range count, const Read& read) {
  int left = checked_list(reading, list, count);
  if (left == 0) return;
  for (const JsonValue element : list) {
    if (left-- == 0) return;
    read(element);
  }
}

class Form {
 public:
  /// `what` names the object in sentences: "a question".
  Form(Reading& reading, JsonValue object, std::string_view what);
  /// Reports members nobody asked for, and those that are missing.
  ~Form();
  Form(const Form&) = delete;
  Form& operator=(const Form&) = delete;

  /// Nothing when absent or when the object is none. What is needed and absent is told at the end, in one problem.
  JsonValue optional(std::string_view name);
  JsonValue needed(std::string_view name);

  /// Reads "id", checks its shape and that `space` does not hold it yet; `index` is what it will stand for.
  void id(IdSpace& space, std::string& out, int index = 0);
  /// The id of something that no answer, condition or code names: it may hold hyphens.
  void background_id(IdSpace& space, std::string& out, int index = 0);
  void text(std::string_view name, Text& out, int most = kSentence);
  void optional_text(std::string_view name, Text& out, int most = kSentence);
  void texts(std::string_view name, Range count, std::vector<Text>& out, int most = kSentence);
  /// The levels of an answer, all different.
  void levels(std::string_view name, std::vector<Text>& out, int most = kSentence);
  void whole(std::string_view name, Range range, int& out);
  void optional_whole(std::string_view name, Range range, int& out);
  void optional_flag(std::string_view name, bool& out);
  void optional_link(std::string_view name, std::string& out);
  /// A weight from 0.1 to 10 with at most one decimal, in tenths.
  void optional_weight(std::string_view name, int& tenths);
  /// Calls `read` with each element of a list whose length is in range.
  template <typename Read>
  void each(std::string_view name, Range count, const Read& read) {
    read_list(reading_, needed(name), count, read);
  }
  template <typename Read>
  void optional_each(std::string_view name, Range count, const Read& read) {
    read_list(reading_, optional(name), count, read);
  }

 private:
  void read_id(IdSpace& space, std::string& out, int index, std::string_view extra);

  Reading& reading_;
  JsonValue object_;
  std::string_view what_;
  std::vector<std::string_view> asked_, missing_;
};

/// A whole number in range; false with a problem otherwise.
bool read_whole(Reading& reading, JsonValue value, Range range, int& out);

/// A number with few decimals, kept as a whole number of 1/scale, from 1 to `most` of them.
struct Scaled {
  std::string_view code, expected;
  int scale = 1, most = 1;
};
void read_scaled(Reading& reading, JsonValue value, const Scaled& scaled, int& out);

/// Reports a value of the wrong kind.
void wrong_type(JsonProblems& problems, JsonValue value, std::string_view expected);

}  // namespace kk
