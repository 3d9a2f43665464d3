// The evaluator's inside: one class, its methods by subject in logic.cpp, logic_facts.cpp, logic_numbers.cpp and
// logic_lists.cpp.
#pragma once

#include <cassert>
#include <optional>
#include <span>
#include <string_view>

#include "logic/evaluate.h"

namespace kk {

class Evaluator {
 public:
  Evaluator(const Logic& logic, LogicRun& run) : logic_(logic), run_(run) {}

  LogicValue value(std::int32_t index);

 private:
  using Kind = LogicValue::Kind;

  /// Out of arena or steps: ends the evaluation.
  LogicValue give_up() {
    run_.exhausted = true;
    run_.steps = 0;
    return {};
  }

  /// Of a fact.
  static std::size_t index_of(const Logic::Node& node) {
    assert(node.number >= 0);
    return static_cast<std::size_t>(static_cast<std::int32_t>(node.number));
  }
  std::int32_t arg_index(const Logic::Node& node, std::int32_t i) const {
    assert(i >= 0 && i < node.count && static_cast<std::size_t>(node.first + i) < logic_.args.size());
    return logic_.args[static_cast<std::size_t>(node.first + i)];
  }
  /// Null when the operator was given fewer arguments.
  LogicValue arg(const Logic::Node& node, std::int32_t i) {
    if (i >= node.count) return {};
    const std::int32_t index = arg_index(node, i);
    assert(index >= 0 && static_cast<std::size_t>(index) < logic_.nodes.size());
    const Logic::Node& argument = logic_.nodes[static_cast<std::size_t>(index)];
    // More than half of all nodes are one of these two: here they cost no call.
    if (argument.op == LogicOp::kNumber) return LogicValue::of(argument.number);
    if (argument.op == LogicOp::kQuestion) return level(argument);
    return value(index);
  }
  /// All arguments, in the arena.
  std::span<LogicValue> all_args(const Logic::Node& node);

  // logic.cpp: choosing.
  LogicValue choose(const Logic::Node& node);
  /// `and`, `or`: the first argument whose truth is `stop`, or the last.
  LogicValue first_that(const Logic::Node& node, bool stop);
  LogicValue all_known(const Logic::Node& node);
  LogicValue truth(const Logic::Node& node);

  // logic_facts.cpp: what is known about one reader.
  LogicValue fact(const Logic::Node& node);
  LogicValue ticked_ids(const TickList& list, std::uint32_t ticked_items);
  LogicValue answers(const Logic::Node& node);
  LogicValue count(const Logic::Node& node);
  LogicValue ticked(const Logic::Node& node);
  LogicValue level(const Logic::Node& node) {
    assert(run_.facts && index_of(node) < run_.facts->values.size());
    const Value value = run_.facts->values[index_of(node)];
    return known(value) ? LogicValue::of(static_cast<double>(value.number)) : LogicValue{};
  }

  // logic_numbers.cpp: comparing and counting.
  bool loosely_equal(const LogicValue& a, const LogicValue& b);
  /// JavaScript's < and <=.
  bool less(const LogicValue& a, const LogicValue& b, bool or_equal) {
    if (!a.is(Kind::kNumber) || !b.is(Kind::kNumber)) return less_mixed(a, b, or_equal);
    return or_equal ? a.number <= b.number : a.number < b.number;
  }
  bool less_mixed(const LogicValue& a, const LogicValue& b, bool or_equal);
  LogicValue equality(const Logic::Node& node);
  LogicValue rising(const Logic::Node& node);   ///< < and <=
  LogicValue falling(const Logic::Node& node);  ///< > and >=
  LogicValue extreme(const Logic::Node& node);
  LogicValue arithmetic(const Logic::Node& node);

  // logic_lists.cpp: data, lists and texts.
  std::string_view text_of(const LogicValue& value);
  std::string_view joined(std::span<const LogicValue> values, std::string_view null_text);
  LogicValue var(const Logic::Node& node);
  LogicValue missing(const Logic::Node& node);
  LogicValue missing(std::span<const LogicValue> names);
  LogicValue missing_some(const Logic::Node& node);
  LogicValue each(const Logic::Node& node);
  LogicValue reduce(const Logic::Node& node, std::span<const LogicValue> items);
  LogicValue merge(const Logic::Node& node);
  LogicValue array(const Logic::Node& node);
  LogicValue object(const Logic::Node& node);
  LogicValue cat(const Logic::Node& node);
  LogicValue substr(const Logic::Node& node);
  LogicValue in(const Logic::Node& node);

  const Logic& logic_;
  LogicRun& run_;
};

}  // namespace kk
