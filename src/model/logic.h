// JsonLogic, compiled once, evaluated without allocation, bounded in depth, steps and size.
// Semantics: jsonlogic.com (JavaScript coercion included), plus documented operators over a reader's answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kk {

/// What a node does. A compact questionnaire stores the numbers: only ever add at the end, or change its format.
enum class LogicOp : std::uint8_t {
  // Constants. kArray: `args` are nodes. kObject: `args` are name, value, name, value, …
  kNull,
  kFalse,
  kTrue,
  kNumber,
  kString,
  kArray,
  kObject,
  // Facts about one reader, by index `number`; see Facts.
  kQuestion,
  kSection,
  kOverall,
  kStageScore,
  kStageFinal,
  kClaimsScore,
  kClaimsGap,
  kCause,
  kTopCause,
  kContext,
  kTicks,
  // Questions: `args` are question indexes. The counts compare with `number`. kTicked: list `number`.
  kKnown,
  kUnknown,
  kMean,
  kLowest,
  kHighest,
  kCountAtLeast,
  kCountAtMost,
  kCountEqual,
  kTicked,
  // True when no argument is null.
  kAllKnown,
  // JsonLogic: `args` are nodes.
  kVar,
  kMissing,
  kMissingSome,
  kIf,
  kAnd,
  kOr,
  kNot,
  kTruth,
  kEqual,
  kNotEqual,
  kStrictEqual,
  kStrictNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kMax,
  kMin,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kMap,
  kFilter,
  kReduce,
  kAll,
  kNone,
  kSome,
  kMerge,
  kIn,
  kCat,
  kSubstr,
  kLog,
  // Questions, as above.
  kAsked,
  // A fact: the chosen value of parameter `number`.
  kParameter,
};
inline constexpr int kLogicOps = static_cast<int>(LogicOp::kParameter) + 1;

/// A compiled rule. Empty: always null. Made only by the questionnaire reader, the `logic` command and open_compact.
struct Logic {
  struct Node {
    LogicOp op = LogicOp::kNull;
    std::int32_t first = 0;  ///< index of the first argument in `args`; of a kString in `strings`
    std::int32_t count = 0;  ///< number of arguments
    double number = 0;       ///< a kNumber's value, or an index or threshold (see LogicOp)
  };
  std::vector<Node> nodes;         ///< arguments before their operator; the root is the last node
  std::vector<std::int32_t> args;  ///< node indexes, or question indexes (takes_questions)
  std::vector<std::string> strings;
};

/// How deep operators may nest: the evaluator calls itself once a level.
inline constexpr int kMaxLogicDepth = 48;

/// Larger rules are refused at load time.
inline constexpr std::size_t kMaxLogicNodes = 20'000;

}  // namespace kk
