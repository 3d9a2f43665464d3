// Problems at places of one JSON text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "author/json/document.h"
#include "model/problem.h"

namespace kk {

/// Problems at places of one text. Lines and columns are worked out only in take().
class JsonProblems {
 public:
  explicit JsonProblems(std::string_view text) : text_(text) {}

  struct Place {
    std::size_t offset = 0;
    std::string pointer;
  };
  void add(Place place, std::string_view code, std::string sentence, Severity severity = Severity::kError);
  void at(JsonValue value, std::string_view code, std::string sentence, Severity severity = Severity::kError);
  /// At the name of a member instead of its value.
  void at_key(JsonValue value, std::string_view code, std::string sentence);

  /// The sentence of the problem that was added last ends in the line of this place, which it is about too.
  void also_at(std::size_t offset);

  bool empty() const { return found_.empty(); }
  std::size_t size() const { return found_.size(); }
  /// All problems, in the order of the text. Leaves none behind.
  Problems take();

 private:
  struct Found {
    std::size_t offset;
    Problem problem;
    std::size_t other = std::string_view::npos;  ///< where its sentence ends in the line of this
  };
  std::string_view text_;
  std::vector<Found> found_;
};

}  // namespace kk
