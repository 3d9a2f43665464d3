#include <cassert>
#include <cmath>
#include <limits>

#include "logic/evaluator.h"
#include "model/logic.h"

namespace kk {

// Nothing but a table of jumps: with any work of its own here, every node would pay for saving registers.
LogicValue Evaluator::value(std::int32_t index) {
  assert(index >= 0 && static_cast<std::size_t>(index) < logic_.nodes.size());
  const Logic::Node& node = logic_.nodes[static_cast<std::size_t>(index)];
  if (--run_.steps < 0) return give_up();
  switch (node.op) {
    case LogicOp::kNull:
      return {};
    case LogicOp::kFalse:
      return LogicValue::of(false);
    case LogicOp::kTrue:
      return LogicValue::of(true);
    case LogicOp::kNumber:
      return LogicValue::of(node.number);
    case LogicOp::kString:
      return LogicValue::of(std::string_view(logic_.strings[static_cast<std::size_t>(node.first)]));
    case LogicOp::kArray:
      return array(node);
    case LogicOp::kObject:
      return object(node);
    case LogicOp::kQuestion:
      return level(node);
    case LogicOp::kSection:
    case LogicOp::kOverall:
    case LogicOp::kStageScore:
    case LogicOp::kStageFinal:
    case LogicOp::kClaimsScore:
    case LogicOp::kClaimsGap:
    case LogicOp::kCause:
    case LogicOp::kTopCause:
    case LogicOp::kContext:
    case LogicOp::kTicks:
    case LogicOp::kParameter:
      return fact(node);
    case LogicOp::kMean:
    case LogicOp::kLowest:
    case LogicOp::kHighest:
      return answers(node);
    case LogicOp::kKnown:
    case LogicOp::kUnknown:
    case LogicOp::kCountAtLeast:
    case LogicOp::kCountAtMost:
    case LogicOp::kCountEqual:
    case LogicOp::kAsked:
      return count(node);
    case LogicOp::kTicked:
      return ticked(node);
    case LogicOp::kAllKnown:
      return all_known(node);
    case LogicOp::kVar:
      return var(node);
    case LogicOp::kMissing:
      return missing(node);
    case LogicOp::kMissingSome:
      return missing_some(node);
    case LogicOp::kIf:
      return choose(node);
    case LogicOp::kAnd:
      return first_that(node, false);
    case LogicOp::kOr:
      return first_that(node, true);
    case LogicOp::kNot:
    case LogicOp::kTruth:
      return truth(node);
    case LogicOp::kEqual:
    case LogicOp::kNotEqual:
    case LogicOp::kStrictEqual:
    case LogicOp::kStrictNotEqual:
      return equality(node);
    case LogicOp::kLess:
    case LogicOp::kLessEqual:
      return rising(node);
    case LogicOp::kGreater:
    case LogicOp::kGreaterEqual:
      return falling(node);
    case LogicOp::kMax:
    case LogicOp::kMin:
      return extreme(node);
    case LogicOp::kAdd:
    case LogicOp::kSubtract:
    case LogicOp::kMultiply:
    case LogicOp::kDivide:
    case LogicOp::kModulo:
      return arithmetic(node);
    case LogicOp::kMap:
    case LogicOp::kFilter:
    case LogicOp::kReduce:
    case LogicOp::kAll:
    case LogicOp::kNone:
    case LogicOp::kSome:
      return each(node);
    case LogicOp::kMerge:
      return merge(node);
    case LogicOp::kIn:
      return in(node);
    case LogicOp::kCat:
      return cat(node);
    case LogicOp::kSubstr:
      return substr(node);
    case LogicOp::kLog:
      return arg(node, 0);
  }
  return {};
}

std::span<LogicValue> Evaluator::all_args(const Logic::Node& node) {
  LogicValue* const values = run_.arena.take<LogicValue>(static_cast<std::size_t>(node.count));
  if (values == nullptr) {
    give_up();
    return {};
  }
  for (std::int32_t i = 0; i < node.count; ++i) values[i] = arg(node, i);
  return {values, static_cast<std::size_t>(node.count)};
}

LogicValue Evaluator::choose(const Logic::Node& node) {
  std::int32_t i = 0;
  for (; i + 1 < node.count; i += 2) {
    if (truthy(arg(node, i))) return arg(node, i + 1);
  }
  return arg(node, i);  // the last one, or null when the branches were in pairs
}

LogicValue Evaluator::first_that(const Logic::Node& node, bool stop) {
  LogicValue last;
  for (std::int32_t i = 0; i < node.count; ++i) {
    last = arg(node, i);
    if (truthy(last) == stop) break;
  }
  return last;
}

LogicValue Evaluator::all_known(const Logic::Node& node) {
  for (std::int32_t i = 0; i < node.count; ++i) {
    if (arg(node, i).is(Kind::kNull)) return LogicValue::of(false);
  }
  return LogicValue::of(true);
}

LogicValue Evaluator::truth(const Logic::Node& node) {
  return LogicValue::of(truthy(arg(node, 0)) == (node.op == LogicOp::kTruth));
}

LogicValue evaluate(const Logic& logic, LogicRun& run) {
  if (logic.nodes.empty()) return {};
  const LogicValue value = Evaluator(logic, run).value(static_cast<std::int32_t>(logic.nodes.size()) - 1);
  return run.exhausted ? LogicValue{} : value;
}

namespace {

/// Calls `use` with the rule's value, which lives no longer than that.
template <typename Use>
auto with_value(const Logic& logic, const Facts& facts, const Use& use) {
  constexpr std::size_t kRuleMemory = 8192;
  alignas(16) std::byte memory[kRuleMemory];
  LogicRun run;
  run.facts = &facts;
  run.arena = Arena(memory);
  return use(evaluate(logic, run));
}

}  // namespace

bool rule_holds(const Logic& logic, const Facts& facts) {
  return with_value(logic, facts, [](const LogicValue& value) { return truthy(value); });
}

double rule_number(const Logic& logic, const Facts& facts) {
  return with_value(logic, facts, [](const LogicValue& value) {
    return value.is(LogicValue::Kind::kNull) ? std::numeric_limits<double>::quiet_NaN() : to_number(value);
  });
}

}  // namespace kk
