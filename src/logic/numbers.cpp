#include <cmath>
#include <limits>

#include "logic/evaluator.h"

namespace kk {
namespace {

using Kind = LogicValue::Kind;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool is_object(const LogicValue& value) { return value.is(Kind::kArray) || value.is(Kind::kObject); }
bool is_truth(const LogicValue& value) { return value.is(Kind::kTrue) || value.is(Kind::kFalse); }

}  // namespace

bool Evaluator::loosely_equal(const LogicValue& a, const LogicValue& b) {
  if (a.kind == b.kind) return strictly_equal(a, b);
  if (a.is(Kind::kNull) || b.is(Kind::kNull)) return false;
  if (is_object(a) && is_object(b)) return false;
  if (is_truth(a) || is_truth(b) || a.is(Kind::kNumber) || b.is(Kind::kNumber)) return to_number(a) == to_number(b);
  return text_of(a) == text_of(b);
}

/// Texts and objects compare as text, everything else as numbers.
bool Evaluator::less_mixed(const LogicValue& a, const LogicValue& b, bool or_equal) {
  const auto is_textual = [](const LogicValue& value) { return value.is(Kind::kString) || is_object(value); };
  if (is_textual(a) && is_textual(b)) {
    const std::string_view left = text_of(a), right = text_of(b);
    return or_equal ? left <= right : left < right;
  }
  return or_equal ? to_number(a) <= to_number(b) : to_number(a) < to_number(b);
}

LogicValue Evaluator::equality(const Logic::Node& node) {
  const LogicValue a = arg(node, 0), b = arg(node, 1);
  const bool is_loose = node.op == LogicOp::kEqual || node.op == LogicOp::kNotEqual;
  const bool wants_equal = node.op == LogicOp::kEqual || node.op == LogicOp::kStrictEqual;
  return LogicValue::of((is_loose ? loosely_equal(a, b) : strictly_equal(a, b)) == wants_equal);
}

LogicValue Evaluator::rising(const Logic::Node& node) {
  const bool or_equal = node.op == LogicOp::kLessEqual;
  const LogicValue first = arg(node, 0), second = arg(node, 1);
  if (!less(first, second, or_equal)) return LogicValue::of(false);
  return LogicValue::of(node.count < 3 || less(second, arg(node, 2), or_equal));
}

LogicValue Evaluator::falling(const Logic::Node& node) {
  const LogicValue left = arg(node, 0), right = arg(node, 1);
  return LogicValue::of(less(right, left, node.op == LogicOp::kGreaterEqual));
}

LogicValue Evaluator::extreme(const Logic::Node& node) {
  const bool is_max = node.op == LogicOp::kMax;
  double best = is_max ? -kInfinity : kInfinity;
  for (std::int32_t i = 0; i < node.count; ++i) {
    const double number = to_number(arg(node, i));
    if (std::isnan(number)) return LogicValue::of(kNaN);
    if (is_max ? number > best : number < best) best = number;
  }
  return LogicValue::of(best);
}

LogicValue Evaluator::arithmetic(const Logic::Node& node) {
  switch (node.op) {
    case LogicOp::kAdd: {
      double sum = 0;
      for (std::int32_t i = 0; i < node.count; ++i) sum += to_number_prefix(arg(node, i));
      return LogicValue::of(sum);
    }
    case LogicOp::kMultiply: {
      LogicValue product = arg(node, 0);  // a single argument stays what it is, as in the reference implementation
      for (std::int32_t i = 1; i < node.count; ++i) {
        product = LogicValue::of(to_number_prefix(product) * to_number_prefix(arg(node, i)));
      }
      return product;
    }
    case LogicOp::kSubtract:
      if (node.count == 1) return LogicValue::of(-to_number(arg(node, 0)));
      return LogicValue::of(to_number(arg(node, 0)) - to_number(arg(node, 1)));
    case LogicOp::kDivide:
      return LogicValue::of(to_number(arg(node, 0)) / to_number(arg(node, 1)));
    default:
      return LogicValue::of(std::fmod(to_number(arg(node, 0)), to_number(arg(node, 1))));
  }
}

}  // namespace kk
