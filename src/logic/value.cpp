#include "logic/value.h"

#include <cmath>
#include <limits>

#include "base/json_writer.h"

namespace kk {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double other_to_number(const LogicValue& value) {
  switch (value.kind) {
    case LogicValue::Kind::kNull:
    case LogicValue::Kind::kFalse:
      return 0;
    case LogicValue::Kind::kTrue:
      return 1;
    case LogicValue::Kind::kNumber:
      return value.number;
    case LogicValue::Kind::kString:
      return parse_number(value.text());
    case LogicValue::Kind::kArray:
      // JavaScript goes through the array's text: "" for none, "a,b" for more than one.
      if (value.size == 0) return 0;
      if (value.size > 1 || value.elements[0].is(LogicValue::Kind::kTrue)) return kNaN;
      return value.elements[0].is(LogicValue::Kind::kFalse) ? kNaN : to_number(value.elements[0]);
    case LogicValue::Kind::kObject:
      return kNaN;
  }
  return kNaN;
}

double to_number_prefix(const LogicValue& value) {
  switch (value.kind) {
    case LogicValue::Kind::kNumber:
      return value.number;
    case LogicValue::Kind::kString:
      return parse_number_prefix(value.text());
    case LogicValue::Kind::kArray:
      return value.size == 0 ? kNaN : to_number_prefix(value.elements[0]);
    default:
      return kNaN;
  }
}

bool strictly_equal(const LogicValue& a, const LogicValue& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case LogicValue::Kind::kNumber:
      return a.number == b.number;
    case LogicValue::Kind::kString:
      return a.text() == b.text();
    case LogicValue::Kind::kArray:
      return a.elements == b.elements && a.size == b.size;
    case LogicValue::Kind::kObject:
      return a.members == b.members && a.size == b.size;
    default:
      return true;
  }
}

void write_logic_value(const LogicValue& value, std::string& out) {
  switch (value.kind) {
    case LogicValue::Kind::kNumber:
      if (std::isfinite(value.number))
        append_number(out, value.number);
      else
        out += "null";
      return;
    case LogicValue::Kind::kString:
      return append_json_string(out, value.text());
    case LogicValue::Kind::kArray:
      out += '[';
      for (std::size_t i = 0; i < value.size; ++i) {
        if (i > 0) out += ',';
        write_logic_value(value.elements[i], out);
      }
      out += ']';
      return;
    case LogicValue::Kind::kObject:
      out += '{';
      for (std::size_t i = 0; i < value.size; ++i) {
        if (i > 0) out += ',';
        append_json_string(out, value.members[i].name);
        out += ':';
        write_logic_value(value.members[i].value, out);
      }
      out += '}';
      return;
    default:
      visit_text(value, [&](std::string_view part) { out += part; });
  }
}

}  // namespace kk
