// The operators by name: JsonLogic's, and those of this format.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "model/logic.h"

namespace kk {

inline constexpr int kAny = 1'000'000;

struct Operator {
  std::string_view name;
  LogicOp op;
  int low, high;  ///< number of arguments that make sense; kAny: no most
};

inline constexpr Operator kOperators[] = {
    {"var", LogicOp::kVar, 0, 2},
    {"missing", LogicOp::kMissing, 0, kAny},
    {"missing_some", LogicOp::kMissingSome, 2, 2},
    {"if", LogicOp::kIf, 0, kAny},
    {"?:", LogicOp::kIf, 0, kAny},
    {"and", LogicOp::kAnd, 1, kAny},
    {"or", LogicOp::kOr, 1, kAny},
    {"!", LogicOp::kNot, 1, 1},
    {"!!", LogicOp::kTruth, 1, 1},
    {"==", LogicOp::kEqual, 2, 2},
    {"!=", LogicOp::kNotEqual, 2, 2},
    {"===", LogicOp::kStrictEqual, 2, 2},
    {"!==", LogicOp::kStrictNotEqual, 2, 2},
    {"<", LogicOp::kLess, 2, 3},
    {"<=", LogicOp::kLessEqual, 2, 3},
    {">", LogicOp::kGreater, 2, 2},
    {">=", LogicOp::kGreaterEqual, 2, 2},
    {"max", LogicOp::kMax, 1, kAny},
    {"min", LogicOp::kMin, 1, kAny},
    {"+", LogicOp::kAdd, 1, kAny},
    {"-", LogicOp::kSubtract, 1, 2},
    {"*", LogicOp::kMultiply, 1, kAny},
    {"/", LogicOp::kDivide, 2, 2},
    {"%", LogicOp::kModulo, 2, 2},
    {"map", LogicOp::kMap, 2, 2},
    {"filter", LogicOp::kFilter, 2, 2},
    {"reduce", LogicOp::kReduce, 2, 3},
    {"all", LogicOp::kAll, 2, 2},
    {"none", LogicOp::kNone, 2, 2},
    {"some", LogicOp::kSome, 2, 2},
    {"merge", LogicOp::kMerge, 0, kAny},
    {"in", LogicOp::kIn, 2, 2},
    {"cat", LogicOp::kCat, 0, kAny},
    {"substr", LogicOp::kSubstr, 2, 3},
    {"log", LogicOp::kLog, 1, 1},
};

/// Operators over a reader's answers; their arguments are literal ids.
inline constexpr Operator kAnswerOperators[] = {
    {"known", LogicOp::kKnown, 0, kAny},     {"unknown", LogicOp::kUnknown, 0, kAny},
    {"mean", LogicOp::kMean, 0, kAny},       {"lowest", LogicOp::kLowest, 0, kAny},
    {"highest", LogicOp::kHighest, 0, kAny}, {"count", LogicOp::kCountAtLeast, 2, kAny},
    {"asked", LogicOp::kAsked, 0, kAny},     {"ticked", LogicOp::kTicked, 1, 1},
};

template <std::size_t kSize>
const Operator* find_operator(const Operator (&table)[kSize], std::string_view name) {
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [&](const Operator& o) { return o.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace kk
