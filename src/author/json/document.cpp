#include "author/json/document.h"

#include "base/json_writer.h"

namespace kk {

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

}  // namespace kk
