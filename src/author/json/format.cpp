#include "author/json/format.h"

#include <algorithm>
#include <cassert>

#include "base/json_writer.h"

namespace kk {
namespace {

constexpr std::size_t kWidth = 120;

/// In characters: a byte that goes on with one counts for nothing.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Formatter {
 public:
  explicit Formatter(std::string_view text) : text_(text) {}

  std::string write(JsonValue root) {
    broken(root, 0);
    return out_ + "\n";
  }

 private:
  static bool holds(JsonValue value) { return value.is(JsonKind::kArray) || value.is(JsonKind::kObject); }

  void scalar(JsonValue value, std::string& out) const {
    switch (value.kind()) {
      case JsonKind::kNull:
        out += "null";
        break;
      case JsonKind::kFalse:
        out += "false";
        break;
      case JsonKind::kTrue:
        out += "true";
        break;
      case JsonKind::kString:
        append_json_string(out, value.text());
        break;
      default: {
        assert(value.is(JsonKind::kNumber));
        const std::string_view rest = text_.substr(value.offset());
        out += rest.substr(0, std::min(rest.find_first_not_of("+-.eE0123456789"), rest.size()));
      }
    }
  }

  static void name(JsonValue member, std::string& out) {
    append_json_string(out, member.key());
    out += ": ";
  }

  /// False, with part of it, when it does not fit in so many characters.
  bool one_line(JsonValue value, std::size_t room, std::string& out) const {
    if (!holds(value)) {
      scalar(value, out);
    } else {
      const bool object = value.is(JsonKind::kObject);
      out += object ? '{' : '[';
      bool first = true;
      for (const JsonValue each : value) {
        if (!first) out += ", ";
        first = false;
        if (object) name(each, out);
        if (!one_line(each, room, out)) return false;
      }
      out += object ? '}' : ']';
    }
    return width_of(out) <= room;
  }

  void put(JsonValue value, std::size_t indent, std::size_t taken, bool last) {
    std::string line;
    if (!holds(value) || one_line(value, kWidth - std::min(taken + (last ? 0 : 1), kWidth), line)) {
      if (!holds(value)) scalar(value, line);
      out_ += line;
    } else {
      broken(value, indent);
    }
  }

  void broken(JsonValue value, std::size_t indent) {
    if (!holds(value) || value.size() == 0) return put(value, indent, 0, true);
    const bool object = value.is(JsonKind::kObject);
    out_ += object ? "{\n" : "[\n";
    std::size_t left = value.size();
    for (const JsonValue each : value) {
      const std::size_t begin = out_.size();
      out_.append(indent + 2, ' ');
      if (object) name(each, out_);
      --left;
      put(each, indent + 2, width_of(std::string_view(out_).substr(begin)), left == 0);
      out_ += left == 0 ? "\n" : ",\n";
    }
    out_.append(indent, ' ');
    out_ += object ? '}' : ']';
  }

  std::string_view text_;
  std::string out_;
};

}  // namespace

std::string formatted(std::string_view text, const JsonDocument& document) {
  assert(!document.nodes.empty());
  return Formatter(text).write(JsonValue(document, 0));
}

}  // namespace kk
