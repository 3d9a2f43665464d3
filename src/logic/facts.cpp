#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

#include "logic/evaluator.h"

namespace kk {
namespace {

LogicValue points(std::optional<Ticks> ticks, Ticks per_point) {
  assert(per_point > 0);
  // Both are exact doubles and the quotient is rounded once, so comparing it with a whole number is exact.
  return ticks ? LogicValue::of(static_cast<double>(*ticks) / static_cast<double>(per_point)) : LogicValue{};
}

}  // namespace

LogicValue Evaluator::fact(const Logic::Node& node) {
  assert(run_.facts != nullptr);
  const Facts& facts = *run_.facts;
  const Result& result = facts.result;
  const Ticks per_point = facts.ticks_per_point;
  switch (node.op) {
    case LogicOp::kSection:
      assert(index_of(node) < facts.questionnaire.sections.size());
      return points(result.sections[index_of(node)], per_point);
    case LogicOp::kOverall:
      return points(result.overall, per_point);
    case LogicOp::kStageScore:
      return result.stage ? LogicValue::of(static_cast<double>(result.stage->score)) : LogicValue{};
    case LogicOp::kStageFinal:
      return result.stage ? LogicValue::of(static_cast<double>(result.stage->final)) : LogicValue{};
    case LogicOp::kClaimsScore:
      return result.claims ? points(result.claims->score, per_point) : LogicValue{};
    case LogicOp::kClaimsGap:
      return result.claims ? points(result.claims->gap, per_point) : LogicValue{};
    case LogicOp::kCause:
      return result.profile.empty() ? LogicValue{} : points(result.profile[index_of(node)].score, per_point);
    case LogicOp::kTopCause: {
      std::optional<Ticks> top;
      for (const CauseResult& cause : result.profile) top = std::max(top, cause.score);
      return points(top, per_point);
    }
    case LogicOp::kContext: {
      const int choice = facts.answers.context;
      if (choice < 0) return {};
      assert(static_cast<std::size_t>(choice) < facts.questionnaire.context.choices.size());
      return LogicValue::of(std::string_view(facts.questionnaire.context.choices[static_cast<std::size_t>(choice)].id));
    }
    case LogicOp::kParameter: {
      assert(index_of(node) < facts.answers.parameters.size());
      const std::uint8_t chosen = facts.answers.parameters[index_of(node)];
      return LogicValue::of(std::string_view(facts.questionnaire.parameters[index_of(node)].values[chosen].id));
    }
    default:
      return ticked_ids(facts.questionnaire.ticks[index_of(node)], facts.answers.ticks[index_of(node)]);
  }
}

LogicValue Evaluator::ticked_ids(const TickList& list, std::uint32_t ticked_items) {
  assert(std::uint64_t{ticked_items} >> list.items.size() == 0);
  LogicValue* const ids = run_.arena.take<LogicValue>(static_cast<std::size_t>(std::popcount(ticked_items)));
  if (ids == nullptr) return give_up();
  std::size_t count = 0;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (ticked_items >> i & 1) ids[count++] = LogicValue::of(std::string_view(list.items[i].id));
  }
  return LogicValue::of(std::span<const LogicValue>(ids, count));
}

LogicValue Evaluator::ticked(const Logic::Node& node) {
  assert(run_.facts && index_of(node) < run_.facts->answers.ticks.size());
  const std::uint32_t ticked_items = run_.facts->answers.ticks[index_of(node)];
  return LogicValue::of(static_cast<double>(std::popcount(ticked_items)));
}

LogicValue Evaluator::answers(const Logic::Node& node) {
  assert(run_.facts != nullptr);
  const std::span<const Value> values = run_.facts->values;
  int known_count = 0, sum = 0, lowest = std::numeric_limits<int>::max(), highest = 0;
  for (std::int32_t i = 0; i < node.count; ++i) {
    const Value value = values[static_cast<std::size_t>(arg_index(node, i))];
    if (!known(value)) continue;
    ++known_count;
    sum += value.number;
    lowest = std::min<int>(lowest, value.number);
    highest = std::max<int>(highest, value.number);
  }
  if (known_count == 0) return {};
  if (node.op == LogicOp::kMean) return LogicValue::of(static_cast<double>(sum) / known_count);
  return LogicValue::of(static_cast<double>(node.op == LogicOp::kLowest ? lowest : highest));
}

/// Every count is one of values in a range.
LogicValue Evaluator::count(const Logic::Node& node) {
  assert(run_.facts != nullptr);
  double low = 0, high = kMostLevels;
  if (node.op == LogicOp::kUnknown) low = high = kUnknownValue.number;
  if (node.op == LogicOp::kAsked) low = kSkippedValue.number;
  if (node.op == LogicOp::kCountAtLeast || node.op == LogicOp::kCountEqual) low = std::max(node.number, low);
  if (node.op == LogicOp::kCountAtMost || node.op == LogicOp::kCountEqual) high = node.number;
  const std::span<const Value> values = run_.facts->values;
  int fitting = 0;
  for (std::int32_t i = 0; i < node.count; ++i) {
    const double value = values[static_cast<std::size_t>(arg_index(node, i))].number;
    fitting += value >= low && value <= high;
  }
  return LogicValue::of(static_cast<double>(fitting));
}

}  // namespace kk
