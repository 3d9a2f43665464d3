#include "author/json/reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "author/json/describe.h"
#include "author/json/problems.h"
#include "author/json/syntax.h"
#include "base/json_writer.h"
#include "base/phrase.h"

namespace kk {
namespace {

using Library = nlohmann::json;

/// Tells how far the parser has read, which is all the position its events have.
struct CountingIterator {
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  const char* at;
  const char** read;

  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    *read = ++at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Receives the parser's events and builds the document.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const JsonLimits& limits, JsonDocument& document, JsonProblems& problems)
      : text_(text), limits_(limits), document_(document), problems_(problems), read_(text.data()) {
    document_.nodes.clear();
    document_.chars.clear();
    if (text.starts_with(kByteOrderMark)) end_ = kByteOrderMark.size();
  }

  const char** read() { return &read_; }
  std::size_t consumed() const { return static_cast<std::size_t>(read_ - text_.data()); }
  /// The syntax problem that ended reading, if any; an empty code otherwise.
  const SyntaxFault& fault() const { return fault_; }

  /// Where in the document reading stopped.
  std::string pointer() const {
    if (depth_ == 0) return {};
    const JsonValue parent(document_, stack_[depth_ - 1]);
    std::string pointer = parent.pointer();
    if (parent.is(JsonKind::kArray)) {
      pointer += '/';
      append_int(pointer, static_cast<std::int64_t>(parent.size()));
    } else if (after_key_) {
      append_pointer(pointer, std::string_view(document_.chars).substr(key_, key_size_));
    }
    return pointer;
  }

  // The parser's events; false stops it.
  bool null() { return add(JsonKind::kNull); }
  bool boolean(bool value) { return add(value ? JsonKind::kTrue : JsonKind::kFalse); }
  bool number_integer(Library::number_integer_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(Library::number_unsigned_t value) { return number(static_cast<double>(value)); }
  bool number_float(Library::number_float_t value, const std::string&) { return number(value); }
  bool string(std::string& value) {
    if (!add(JsonKind::kString)) return false;
    JsonNode& node = document_.nodes.back();
    node.text = static_cast<std::uint32_t>(document_.chars.size());
    node.text_size = static_cast<std::uint32_t>(value.size());
    document_.chars += value;
    return true;
  }
  bool binary(Library::binary_t&) { return false; }  // JSON text has none
  bool start_object(std::size_t) { return open(JsonKind::kObject); }
  bool start_array(std::size_t) { return open(JsonKind::kArray); }
  bool end_object() {
    close();
    find_duplicates(stack_[depth_]);
    return true;
  }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    key_offset_ = next_token();
    key_ = static_cast<std::uint32_t>(document_.chars.size());
    key_size_ = static_cast<std::uint32_t>(name.size());
    document_.chars += name;
    end_ = consumed();
    after_key_ = true;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const Library::exception&) {
    // The library's own message is not used: its words and places are not ours to promise.
    const std::size_t start = next_token();
    fault_ = explain_syntax({.text = text_,
                             .offset = start,
                             .expected = expected(start),
                             .wants_value = expects_value(start),
                             .is_after_comma = separator() == ',' && separated(start),
                             .is_complete = depth_ == 0 && !document_.nodes.empty()});
    if (depth_ == 0 && document_.nodes.empty() && start >= text_.size()) {
      fault_ = {"empty", start, "found nothing, expected a JSON value"};
    }
    return false;
  }

 private:
  bool number(double value) {
    if (!add(JsonKind::kNumber)) return false;
    document_.nodes.back().number = value;
    // To see that a number has ended, the parser reads one character more, unless the text ends there.
    const char last = text_[end_ - 1];
    if (last < '0' || last > '9' || end_ < text_.size()) --end_;
    return true;
  }

  bool add(JsonKind kind) {
    const std::size_t start = next_token();
    if (document_.nodes.size() >= limits_.values) {
      fault_ = {"too_many_values", start, "found more values than this tool reads from one input"};
      return false;
    }
    const auto index = static_cast<std::uint32_t>(document_.nodes.size());
    JsonNode& node = document_.nodes.emplace_back();
    node.kind = kind;
    node.offset = node.key_offset = static_cast<std::uint32_t>(start);
    node.end = index + 1;
    if (depth_ > 0) {
      node.parent = stack_[depth_ - 1];
      node.position = document_.nodes[node.parent].count++;
    }
    if (after_key_) {
      node.key_offset = static_cast<std::uint32_t>(key_offset_);
      node.key = key_;
      node.key_size = key_size_;
      after_key_ = false;
    }
    end_ = consumed();
    return true;
  }

  bool open(JsonKind kind) {
    if (depth_ == static_cast<std::size_t>(limits_.depth)) {
      std::string sentence = "found arrays and objects nested deeper than ";
      append_int(sentence, limits_.depth);
      fault_ = {"too_deep", next_token(), sentence + ", which is the most that is read"};
      return false;
    }
    if (!add(kind)) return false;
    stack_[depth_++] = static_cast<std::uint32_t>(document_.nodes.size() - 1);
    return true;
  }

  bool close() {
    document_.nodes[stack_[--depth_]].end = static_cast<std::uint32_t>(document_.nodes.size());
    end_ = consumed();
    return true;
  }

  void find_duplicates(std::uint32_t object) {
    constexpr std::size_t kFewMembers = 32;
    const std::size_t count = document_.nodes[object].count;
    if (count <= kFewMembers) {
      // Names mostly differ in length or in their last character, which is a cheap first look.
      std::array<std::uint32_t, kFewMembers> members, marks;
      std::size_t filled = 0;
      for (std::uint32_t i = object + 1; filled < count; i = document_.nodes[i].end, ++filled) {
        const JsonNode& node = document_.nodes[i];
        members[filled] = i;
        const char last = node.key_size == 0 ? '\0' : document_.chars[node.key + node.key_size - 1];
        marks[filled] = node.key_size << 8 | static_cast<unsigned char>(last);
        for (std::size_t j = 0; j < filled; ++j) {
          if (marks[j] == marks[filled] && key_of(members[j]) == key_of(i)) {
            report_duplicate({document_, i}, {document_, members[j]});
            break;
          }
        }
      }
      return;
    }
    const JsonValue members(document_, object);
    std::vector<JsonValue> sorted;
    sorted.reserve(members.size());
    for (const JsonValue member : members) sorted.push_back(member);
    std::stable_sort(sorted.begin(), sorted.end(), [](JsonValue a, JsonValue b) { return a.key() < b.key(); });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i].key() == sorted[i - 1].key()) report_duplicate(sorted[i], sorted[i - 1]);
    }
  }

  std::string_view key_of(std::uint32_t index) const { return JsonValue(document_, index).key(); }

  void report_duplicate(JsonValue member, JsonValue first) {
    problems_.at_key(member, "duplicate_key",
                     "found the name " + quoted(member.key()) + " a second time in one object");
    problems_.also_at(first.key_offset());
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r' || text_[at] == '\t')) ++at;
    return at;
  }

  /// The separator that must stand before the next token; 0 for none.
  char separator() const {
    if (after_key_) return ':';
    if (depth_ > 0 && document_.nodes[stack_[depth_ - 1]].count > 0) return ',';
    return 0;
  }

  bool separated(std::size_t start) const {
    const char wanted = separator();
    return wanted != 0 && text_.substr(end_, start - end_).find(wanted) != std::string_view::npos;
  }

  /// Where the token after the last one starts: over spaces and at most one separator, which must be the right one.
  std::size_t next_token() const {
    const std::size_t at = skip_space(end_);
    const char wanted = separator();
    return wanted != 0 && at < text_.size() && text_[at] == wanted ? skip_space(at + 1) : at;
  }

  bool in_object() const { return depth_ > 0 && document_.nodes[stack_[depth_ - 1]].kind == JsonKind::kObject; }

  bool expects_value(std::size_t start) const {
    if (depth_ == 0) return document_.nodes.empty();
    return separator() == 0 ? !in_object() : separated(start) && (after_key_ || !in_object());
  }

  std::string_view expected(std::size_t start) const {
    if (depth_ == 0) return document_.nodes.empty() ? "a JSON value" : "nothing after the value";
    const bool first = separator() == 0;
    if (after_key_) return separated(start) ? "a value" : "\":\"";
    if (in_object()) {
      if (first) return "a name in double quotes or \"}\"";
      return separated(start) ? "a name in double quotes" : "\",\" or \"}\"";
    }
    if (first) return "a value or \"]\"";
    return separated(start) ? "a value" : "\",\" or \"]\"";
  }

  std::string_view text_;
  const JsonLimits& limits_;
  JsonDocument& document_;
  JsonProblems& problems_;
  const char* read_;
  std::size_t end_ = 0;  ///< of the last token
  std::array<std::uint32_t, kMaxJsonDepth> stack_{};
  std::size_t depth_ = 0;
  bool after_key_ = false;
  std::size_t key_offset_ = 0;
  std::uint32_t key_ = 0, key_size_ = 0;
  SyntaxFault fault_;
};

}  // namespace

bool read_json(std::string_view text, const JsonLimits& limits, JsonDocument& document, JsonProblems& problems) {
  const bool too_long = text.size() > limits.bytes;
  if (too_long) text = text.substr(0, limits.bytes);
  TreeBuilder builder(text, limits, document, problems);
  const bool complete = Library::sax_parse(CountingIterator{text.data(), builder.read()},
                                           CountingIterator{text.data() + text.size(), builder.read()}, &builder);
  SyntaxFault fault = builder.fault();
  // The library takes a NUL byte for the end of the text.
  if (complete && builder.consumed() < text.size()) {
    fault = {"trailing_data", builder.consumed() - 1, "found a NUL byte, expected nothing after the value"};
  }
  if (too_long && (complete || fault.code == "truncated" || fault.code == "empty")) {
    std::string sentence = "found more than ";
    append_int(sentence, static_cast<std::int64_t>(limits.bytes));
    problems.add({}, "too_large", sentence + " bytes, which is the most that is read");
    return false;
  }
  if (fault.code.empty()) return true;
  problems.add({fault.offset, builder.pointer()}, fault.code, std::move(fault.sentence));
  return false;
}

}  // namespace kk
