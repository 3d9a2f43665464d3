// Two scales that look alike: what was clicked, and what that counts for.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>

namespace kk {

inline constexpr int kMostLevels = 11;  ///< of a question, a claim or the profile

/// A chosen level (0 and up), or why there is none.
using Level = std::int8_t;
inline constexpr Level kSkipped = -2;  ///< null or absent in JSON
inline constexpr Level kUnknown = -1;  ///< "unknown" in JSON: weet ik niet
constexpr bool known(Level level) { return level >= 0; }

/// What a question's answer counts for: 0 (worst) and up, or why it counts for nothing. Not a level: where the first
/// level is the best they run against each other, so that only Question::value_of and level_for lead from one to the
/// other.
struct Value {
  std::int8_t number = -2;

  static constexpr Value of(int number) {
    assert(number >= 0 && number < kMostLevels);
    return {static_cast<std::int8_t>(number)};
  }
  auto operator<=>(const Value&) const = default;
};
inline constexpr Value kSkippedValue{-2};
inline constexpr Value kUnknownValue{-1};
inline constexpr Value kNotAsked{-3};  ///< the question's condition does not hold
constexpr bool known(Value value) { return value.number >= 0; }
/// One that is known, raised (lowered) by this much; it must stay on its scale.
constexpr Value operator+(Value value, int change) {
  assert(known(value));
  return Value::of(value.number + change);
}

}  // namespace kk
