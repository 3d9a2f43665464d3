// The values of JsonLogic: JSON values that borrow their text and elements from an arena.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/number_text.h"

namespace kk {

/// Memory handed out from one fixed block and never given back one by one.
class Arena {
 public:
  Arena() = default;
  /// `memory` must be aligned for any value.
  explicit Arena(std::span<std::byte> memory) : memory_(memory) {
    assert(reinterpret_cast<std::uintptr_t>(memory.data()) % alignof(std::max_align_t) == 0);
  }

  /// Null when the block is full. Each place is another one, also of nothing: arrays are told apart by theirs.
  template <typename T>
  T* take(std::size_t count) {
    static_assert(alignof(T) <= 16 && std::is_trivially_destructible_v<T>);
    assert(used_ <= memory_.size());
    const std::size_t room = memory_.size() - used_;
    if (count > room / sizeof(T)) return nullptr;
    T* const taken = reinterpret_cast<T*>(memory_.data() + used_);
    const std::size_t bytes = std::max<std::size_t>((count * sizeof(T) + 15) / 16, 1) * 16;
    used_ += bytes < room ? bytes : room;
    return taken;
  }

 private:
  std::span<std::byte> memory_;
  std::size_t used_ = 0;
};

struct LogicMember;

/// Valid as long as what it borrows from. Trivially copied.
struct LogicValue {
  enum class Kind : std::uint8_t { kNull, kFalse, kTrue, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  std::uint32_t size = 0;  ///< bytes, elements or members
  union {
    double number = 0;
    const char* chars;
    const LogicValue* elements;
    const LogicMember* members;
  };

  static LogicValue of(double number) {
    LogicValue value;
    value.kind = Kind::kNumber;
    value.number = number;
    return value;
  }
  static LogicValue of(bool truth) {
    LogicValue value;
    value.kind = truth ? Kind::kTrue : Kind::kFalse;
    return value;
  }
  static LogicValue of(std::string_view text) {
    LogicValue value;
    value.kind = Kind::kString;
    assert(text.size() <= UINT32_MAX);
    value.size = static_cast<std::uint32_t>(text.size());
    value.chars = text.data();
    return value;
  }
  static LogicValue of(std::span<const LogicValue> elements) {
    LogicValue value;
    value.kind = Kind::kArray;
    assert(elements.size() <= UINT32_MAX);
    value.size = static_cast<std::uint32_t>(elements.size());
    value.elements = elements.data();
    return value;
  }
  static inline LogicValue of(std::span<const LogicMember> members);

  bool is(Kind k) const { return kind == k; }
  std::string_view text() const {
    assert(is(Kind::kString));
    return {chars, size};
  }
  std::span<const LogicValue> items() const {
    assert(is(Kind::kArray));
    return {elements, size};
  }
  inline std::span<const LogicMember> fields() const;
};

struct LogicMember {
  std::string_view name;
  LogicValue value;
};

inline LogicValue LogicValue::of(std::span<const LogicMember> members) {
  LogicValue value;
  value.kind = Kind::kObject;
  value.size = static_cast<std::uint32_t>(members.size());
  value.members = members.data();
  return value;
}
inline std::span<const LogicMember> LogicValue::fields() const {
  assert(is(Kind::kObject));
  return {members, size};
}

/// JsonLogic's: an empty array is false, "0" is true.
inline bool truthy(const LogicValue& value) {
  switch (value.kind) {
    case LogicValue::Kind::kNull:
    case LogicValue::Kind::kFalse:
      return false;
    case LogicValue::Kind::kNumber:
      return value.number < 0 || value.number > 0;  // not 0, not NaN
    case LogicValue::Kind::kString:
    case LogicValue::Kind::kArray:
      return value.size != 0;
    case LogicValue::Kind::kTrue:
    case LogicValue::Kind::kObject:
      return true;
  }
  return false;
}

/// JavaScript's Number(value) and parseFloat(value).
inline double to_number(const LogicValue& value);
double other_to_number(const LogicValue& value);  ///< of anything but a number
double to_number_prefix(const LogicValue& value);

inline double to_number(const LogicValue& value) {
  return value.is(LogicValue::Kind::kNumber) ? value.number : other_to_number(value);
}

/// JavaScript's ===: arrays and objects are equal only to themselves.
bool strictly_equal(const LogicValue& a, const LogicValue& b);

/// Calls `add` with the parts of JavaScript's String(value), in order.
template <typename Add>
void visit_text(const LogicValue& value, const Add& add) {
  switch (value.kind) {
    case LogicValue::Kind::kNull:
      return add("null");
    case LogicValue::Kind::kFalse:
      return add("false");
    case LogicValue::Kind::kTrue:
      return add("true");
    case LogicValue::Kind::kNumber:
      return add(number_text(value.number).view());
    case LogicValue::Kind::kString:
      return add(value.text());
    case LogicValue::Kind::kArray:
      for (std::size_t i = 0; i < value.size; ++i) {
        if (i > 0) add(",");
        if (!value.elements[i].is(LogicValue::Kind::kNull)) visit_text(value.elements[i], add);
      }
      return;
    case LogicValue::Kind::kObject:
      return add("[object Object]");
  }
}

/// As JSON; numbers that JSON cannot hold are null.
void write_logic_value(const LogicValue& value, std::string& out);

}  // namespace kk
