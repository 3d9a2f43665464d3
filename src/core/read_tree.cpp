// Looking around in a JSON document, and telling what was found there.
#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/json_read.h"
#include "core/number_text.h"
#include "core/problem_codes.h"
#include "core/utf8.h"
#include "core/write_json.h"

namespace kk {

namespace {

[[maybe_unused]] bool is_listed(std::string_view code) {
  const auto holds = [&](const auto& codes) {
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
  };
  return holds(kQuestionnaireCodes) || holds(kAnswersCodes) || holds(kLogicCodes);
}

}  // namespace

void append_pointer(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

JsonValue JsonValue::member(std::string_view name) const {
  if (!is(JsonKind::kObject)) return {};
  for (const JsonValue value : *this) {
    if (value.key() == name) return value;
  }
  return {};
}

std::string JsonValue::pointer() const {
  if (index_ == 0) return {};
  const JsonValue parent(*document_, node().parent);
  std::string pointer = parent.pointer();
  if (parent.is(JsonKind::kObject)) {
    append_pointer(pointer, key());
    return pointer;
  }
  pointer += '/';
  append_int(pointer, node().position);
  return pointer;
}

void JsonProblems::add(Place place, std::string_view code, std::string sentence, Severity severity) {
  assert(is_listed(code) && "a code without a place in problem_codes.h");
  Problem problem;
  problem.severity = severity;
  problem.code = code;
  problem.pointer = std::move(place.pointer);
  problem.sentence = std::move(sentence);
  found_.push_back({place.offset, std::move(problem)});
}

void JsonProblems::at(JsonValue value, std::string_view code, std::string sentence, Severity severity) {
  add({value.offset(), value.pointer()}, code, std::move(sentence), severity);
}

void JsonProblems::at_key(JsonValue value, std::string_view code, std::string sentence) {
  add({value.key_offset(), value.pointer()}, code, std::move(sentence));
}

Problems JsonProblems::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.offset < b.offset; });
  Problems problems;
  problems.reserve(found_.size());
  std::size_t at = 0, line_start = 0;
  int line = 1;
  for (Found& found : found_) {
    for (; at < found.offset && at < text_.size(); ++at) {
      if (text_[at] == '\n') {
        ++line;
        line_start = at + 1;
      }
    }
    found.problem.line = line;
    found.problem.column = static_cast<int>(found.offset - line_start) + 1;
    problems.push_back(std::move(found.problem));
  }
  found_.clear();
  return problems;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::string shown = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::max<std::size_t>(utf8_size(text.substr(at)), 1);
    if (at + size > kLongest) {
      shown += "…";
      break;
    }
    const bool is_half = size == 1 && static_cast<unsigned char>(text[at]) >= 0x80;
    const std::uint32_t c = is_half ? 0 : utf8_char(text.substr(at));
    if (is_control(c) || is_bidi_control(c))
      shown += '.';
    else
      shown += text.substr(at, size);
    at += size;
  }
  return shown + '"';
}

std::string describe(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kFalse:
      return "false";
    case JsonKind::kTrue:
      return "true";
    case JsonKind::kNumber: {
      std::string text = "the number ";
      append_number(text, value.number());
      return text;
    }
    case JsonKind::kString:
      return "the text " + quoted(value.text());
    case JsonKind::kArray:
      return "an array";
    case JsonKind::kObject:
      return "an object";
  }
  return {};
}

}  // namespace kk
