// What was clicked and what it counts for are two things, and no code can take one for the other.
#include "model/level.h"

#include <gtest/gtest.h>

#include <type_traits>

#include "model/questionnaire.h"
#include "model/result.h"

namespace kk {
namespace {

static_assert(!std::is_convertible_v<Level, Value> && !std::is_convertible_v<Value, Level>);
static_assert(!std::is_convertible_v<Value, int> && !std::is_convertible_v<Value, double>);
static_assert(!std::is_assignable_v<Value&, Level> && !std::is_assignable_v<Level&, Value>);
static_assert(!std::is_constructible_v<std::vector<Value>, const std::vector<Level>&>);
template <typename A, typename B>
concept Compares = requires(A a, B b) {
  a == b || a < b;
};
static_assert(Compares<Value, Value> && !Compares<Value, Level> && !Compares<Value, int>);

TEST(Value, IsALevelTurnedRoundWhereTheFirstOneIsTheBest) {
  Question question;
  question.levels.resize(4);
  for (const bool reverse : {false, true}) {
    question.reverse = reverse;
    for (Level level = 0; level <= 3; ++level) {
      const Value value = question.value_of(level);
      EXPECT_EQ(value.number, reverse ? 3 - level : level);
      EXPECT_EQ(question.level_for(value), level);
    }
    // What was not answered is the same on both scales.
    EXPECT_EQ(question.value_of(kUnknown), kUnknownValue);
    EXPECT_EQ(question.value_of(kSkipped), kSkippedValue);
    EXPECT_EQ(question.level_for(kUnknownValue), kUnknown);
    EXPECT_EQ(question.level_for(kSkippedValue), kSkipped);
  }
}

}  // namespace
}  // namespace kk
