#include "author/rules/data.h"

namespace kk {

LogicValue data_value(JsonValue json, Arena& arena) {
  switch (json.kind()) {
    case JsonKind::kNull:
      return {};
    case JsonKind::kFalse:
    case JsonKind::kTrue:
      return LogicValue::of(json.is(JsonKind::kTrue));
    case JsonKind::kNumber:
      return LogicValue::of(json.number());
    case JsonKind::kString:
      return LogicValue::of(json.text());
    case JsonKind::kArray: {
      LogicValue* const elements = arena.take<LogicValue>(json.size());
      if (elements == nullptr) return {};
      std::size_t count = 0;
      for (const JsonValue element : json) elements[count++] = data_value(element, arena);
      return LogicValue::of(std::span<const LogicValue>(elements, count));
    }
    case JsonKind::kObject: {
      LogicMember* const members = arena.take<LogicMember>(json.size());
      if (members == nullptr) return {};
      std::size_t count = 0;
      for (const JsonValue member : json) members[count++] = {member.key(), data_value(member, arena)};
      return LogicValue::of(std::span<const LogicMember>(members, count));
    }
  }
  return {};
}

}  // namespace kk
