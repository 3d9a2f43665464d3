#include "author/json/problems.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "author/json/problem_codes.h"
#include "model/problem.h"

namespace kk {
namespace {

[[maybe_unused]] bool is_listed(std::string_view code) {
  const auto holds = [&](const auto& codes) {
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
  };
  return holds(kQuestionnaireCodes) || holds(kAnswersCodes) || holds(kLogicCodes);
}

}  // namespace

void JsonProblems::add(Place place, std::string_view code, std::string sentence, Severity severity) {
  assert(is_listed(code) && "a code without a place in problem_codes.h");
  Problem problem;
  problem.severity = severity;
  problem.code = code;
  problem.pointer = std::move(place.pointer);
  problem.sentence = std::move(sentence);
  found_.push_back({place.offset, std::move(problem), std::string_view::npos});
}

void JsonProblems::at(JsonValue value, std::string_view code, std::string sentence, Severity severity) {
  add({value.offset(), value.pointer()}, code, std::move(sentence), severity);
}

void JsonProblems::at_key(JsonValue value, std::string_view code, std::string sentence) {
  add({value.key_offset(), value.pointer()}, code, std::move(sentence));
}

void JsonProblems::also_at(std::size_t offset) {
  assert(!found_.empty());
  found_.back().other = offset;
}

Problems JsonProblems::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.offset < b.offset; });
  Problems problems;
  problems.reserve(found_.size());
  const bool names_lines = std::any_of(found_.begin(), found_.end(),
                                       [](const Found& found) { return found.other != std::string_view::npos; });
  std::vector<std::size_t> ends;  // of lines
  for (std::size_t i = 0; names_lines && i < text_.size(); ++i) {
    if (text_[i] == '\n') ends.push_back(i);
  }
  // A byte order mark is no column: no editor counts it.
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::size_t at = 0, line_start = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  int line = 1;
  for (Found& found : found_) {
    for (; at < found.offset && at < text_.size(); ++at) {
      if (text_[at] == '\n') {
        ++line;
        line_start = at + 1;
      }
    }
    found.problem.line = line;
    found.problem.column = static_cast<int>(std::max(found.offset, line_start) - line_start) + 1;
    if (found.other != std::string_view::npos) {
      const auto before = std::lower_bound(ends.begin(), ends.end(), found.other) - ends.begin();
      found.problem.sentence += ", it also stands on line " + std::to_string(before + 1);
    }
    problems.push_back(std::move(found.problem));
  }
  found_.clear();
  return problems;
}

}  // namespace kk
