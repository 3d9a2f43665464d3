// What each operator of a rule looks at, in one table: who reads, checks or remembers rules asks here.
#pragma once

#include <cstddef>
#include <cstdint>

#include "model/logic.h"

namespace kk {

/// What a node's value depends on beside its arguments.
enum class About : std::uint8_t {
  kNothing,    ///< constants, and JsonLogic's own operators
  kAnswers,    ///< what was answered to the questions
  kScores,     ///< of sections, and overall
  kStage,      ///< worked out by the gates
  kClaims,     ///< worked out after the gates
  kModules,    ///< the other modules
  kParameter,  ///< what the page around us said
};

struct OpInfo {
  LogicOp op;
  About about = About::kNothing;
  bool takes_questions = false;  ///< arguments are question indexes rather than nodes
};

// clang-format off
inline constexpr OpInfo kOps[] = {
    {LogicOp::kNull}, {LogicOp::kFalse}, {LogicOp::kTrue}, {LogicOp::kNumber}, {LogicOp::kString}, {LogicOp::kArray},
    {LogicOp::kObject},
    {LogicOp::kQuestion, About::kAnswers},
    {LogicOp::kSection, About::kScores},
    {LogicOp::kOverall, About::kScores},
    {LogicOp::kStageScore, About::kStage},
    {LogicOp::kStageFinal, About::kStage},
    {LogicOp::kClaimsScore, About::kClaims},
    {LogicOp::kClaimsGap, About::kClaims},
    {LogicOp::kCause, About::kModules},
    {LogicOp::kTopCause, About::kModules},
    {LogicOp::kContext, About::kModules},
    {LogicOp::kTicks, About::kModules},
    {LogicOp::kKnown, About::kAnswers, true},
    {LogicOp::kUnknown, About::kAnswers, true},
    {LogicOp::kMean, About::kAnswers, true},
    {LogicOp::kLowest, About::kAnswers, true},
    {LogicOp::kHighest, About::kAnswers, true},
    {LogicOp::kCountAtLeast, About::kAnswers, true},
    {LogicOp::kCountAtMost, About::kAnswers, true},
    {LogicOp::kCountEqual, About::kAnswers, true},
    {LogicOp::kTicked, About::kModules},
    {LogicOp::kAllKnown}, {LogicOp::kVar}, {LogicOp::kMissing}, {LogicOp::kMissingSome}, {LogicOp::kIf}, {LogicOp::kAnd},
    {LogicOp::kOr}, {LogicOp::kNot}, {LogicOp::kTruth}, {LogicOp::kEqual}, {LogicOp::kNotEqual}, {LogicOp::kStrictEqual},
    {LogicOp::kStrictNotEqual}, {LogicOp::kLess}, {LogicOp::kLessEqual}, {LogicOp::kGreater}, {LogicOp::kGreaterEqual},
    {LogicOp::kMax}, {LogicOp::kMin}, {LogicOp::kAdd}, {LogicOp::kSubtract}, {LogicOp::kMultiply}, {LogicOp::kDivide},
    {LogicOp::kModulo}, {LogicOp::kMap}, {LogicOp::kFilter}, {LogicOp::kReduce}, {LogicOp::kAll}, {LogicOp::kNone},
    {LogicOp::kSome}, {LogicOp::kMerge}, {LogicOp::kIn}, {LogicOp::kCat}, {LogicOp::kSubstr}, {LogicOp::kLog},
    {LogicOp::kAsked, About::kAnswers, true},
    {LogicOp::kParameter, About::kParameter},
};
// clang-format on

constexpr bool each_op_has_its_row() {
  for (std::size_t i = 0; i < sizeof kOps / sizeof *kOps; ++i) {
    if (static_cast<std::size_t>(kOps[i].op) != i) return false;
  }
  return sizeof kOps / sizeof *kOps == static_cast<std::size_t>(kLogicOps);
}
static_assert(each_op_has_its_row());

/// `op` must be one of the enumeration.
constexpr const OpInfo& info_of(LogicOp op) { return kOps[static_cast<std::size_t>(op)]; }
constexpr bool takes_questions(LogicOp op) { return info_of(op).takes_questions; }

/// False for facts that are not there yet when a gate's cap is worked out.
constexpr bool is_known_to_caps(LogicOp op) {
  return info_of(op).about != About::kStage && info_of(op).about != About::kClaims;
}

/// False for facts that are not there yet while questions are asked: only answers and parameters are.
constexpr bool is_known_to_conditions(LogicOp op) {
  const About about = info_of(op).about;
  return about == About::kNothing || about == About::kAnswers || about == About::kParameter;
}

/// True for what no set of core answers changes by itself: the other modules and the parameters.
constexpr bool is_module_fact(LogicOp op) {
  const About about = info_of(op).about;
  return about == About::kClaims || about == About::kModules || about == About::kParameter;
}

}  // namespace kk
