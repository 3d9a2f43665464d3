#include "author/audit/rules.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "model/ops.h"

namespace kk {
namespace {

constexpr double kMostKeys = 9e18;  // of a 64-bit number, with room to add one

std::uint64_t code_of(Value value) { return static_cast<std::uint64_t>(value.number - kNotAsked.number); }

std::uint64_t score_code(const std::optional<Ticks>& score) {
  assert(!score || *score >= 0);
  return score ? static_cast<std::uint64_t>(*score) + 1 : 0;
}

}  // namespace

int RuleInputs::add(const Logic& logic, const Logic::Node& node, double& room) {
  Input input{node.op, node.number, {}, {}};
  const double score_room = 100.0 * static_cast<double>(questionnaire_.ticks_per_point) + 2;
  switch (node.op) {
    case LogicOp::kQuestion:
      room = kValueCodes;
      break;
    case LogicOp::kSection:
    case LogicOp::kOverall:
      room = score_room;
      break;
    case LogicOp::kStageScore:
    case LogicOp::kStageFinal:
      room = static_cast<double>(questionnaire_.stages.size()) + 1;
      break;
    case LogicOp::kLowest:
    case LogicOp::kHighest:
      room = kValueCodes;
      break;
    case LogicOp::kKnown:
    case LogicOp::kUnknown:
    case LogicOp::kCountAtLeast:
    case LogicOp::kCountAtMost:
    case LogicOp::kCountEqual:
    case LogicOp::kAsked:
      room = node.count + 1;
      break;
    case LogicOp::kMean:
      room = (node.count + 1.0) * (node.count * (kMostLevels - 1.0) + 1);
      break;
    default:
      return -1;
  }
  if (takes_questions(node.op)) {
    const auto first = logic.args.begin() + node.first;
    input.questions.assign(first, first + node.count);
  } else if (node.op == LogicOp::kQuestion) {
    input.questions = {static_cast<std::int32_t>(node.number)};
  }
  for (std::size_t code = 0; code < input.shares.size(); ++code) {
    input.shares[code] = share_of(input, Value{static_cast<std::int8_t>(static_cast<int>(code) + kNotAsked.number)});
  }
  const auto found = std::find(inputs_.begin(), inputs_.end(), input);
  if (found == inputs_.end()) {
    inputs_.push_back(std::move(input));
    codes_.push_back(0);
    note_readers(inputs_.back(), inputs_.size() - 1);
    return static_cast<int>(inputs_.size()) - 1;
  }
  return static_cast<int>(found - inputs_.begin());
}

/// What one question's value adds to the input's code; of an input that is not a sum nothing.
std::uint64_t RuleInputs::share_of(const Input& input, Value value) {
  const auto count = [](bool fits) { return std::uint64_t{fits}; };
  switch (input.op) {
    case LogicOp::kQuestion:
      return code_of(value);
    case LogicOp::kAsked:
      return count(value != kNotAsked);
    case LogicOp::kUnknown:
      return count(value == kUnknownValue);
    case LogicOp::kKnown:
      return count(known(value));
    case LogicOp::kCountAtLeast:
      return count(known(value) && value.number >= input.number);
    case LogicOp::kCountAtMost:
      return count(known(value) && value.number <= input.number);
    case LogicOp::kCountEqual:
      return count(known(value) && value.number == input.number);
    case LogicOp::kMean:
      // The sum and how many were known, in one number.
      return known(value) ? 1 + (input.questions.size() + 1) * static_cast<std::uint64_t>(value.number) : 0;
    default:
      return 0;
  }
}

std::uint64_t RuleInputs::read(const Input& input, const Facts& facts) const {
  assert(facts.values.size() == questionnaire_.questions.size());
  const auto value = [&](std::int32_t question) { return facts.values[static_cast<std::size_t>(question)]; };
  std::uint64_t code = 0;
  switch (input.op) {
    case LogicOp::kSection:
      return score_code(facts.result.sections[static_cast<std::size_t>(input.number)]);
    case LogicOp::kOverall:
      return score_code(facts.result.overall);
    case LogicOp::kStageScore:
      return facts.result.stage ? static_cast<std::uint64_t>(facts.result.stage->score) : 0;
    case LogicOp::kStageFinal:
      return facts.result.stage ? static_cast<std::uint64_t>(facts.result.stage->final) : 0;
    case LogicOp::kLowest:
      code = kValueCodes - 1;
      for (const std::int32_t question : input.questions) {
        if (known(value(question))) code = std::min(code, code_of(value(question)));
      }
      return code;
    case LogicOp::kHighest:
      for (const std::int32_t question : input.questions) {
        if (known(value(question))) code = std::max(code, code_of(value(question)));
      }
      return code;
    default:
      for (const std::int32_t question : input.questions) code += input.shares[code_of(value(question))];
      return code;
  }
}

void RuleInputs::note_readers(const Input& input, std::size_t index) {
  if (info_of(input.op).about == About::kStage) return of_stages_.push_back(index);
  if (info_of(input.op).about == About::kScores) return of_scores_.push_back(index);
  by_value_.resize(questionnaire_.questions.size());
  for (const std::int32_t question : input.questions) by_value_[static_cast<std::size_t>(question)].push_back(index);
}

void RuleInputs::read_again(std::size_t input, const Facts& facts) {
  const std::uint64_t code = read(inputs_[input], facts);
  if (std::exchange(codes_[input], code) != code) changed_ |= bit_of(static_cast<int>(input));
}

void RuleInputs::read_answers(const Facts& facts) {
  changed_ = 0;
  const bool is_first = values_.empty();
  if (is_first) values_.assign(facts.values.begin(), facts.values.end());
  for (std::size_t i = 0; i < by_value_.size(); ++i) {
    const Value after = facts.values[i], before = std::exchange(values_[i], after);
    if (before == after && !is_first) continue;
    for (const std::size_t index : by_value_[i]) {
      const Input& input = inputs_[index];
      if (is_first || input.op == LogicOp::kLowest || input.op == LogicOp::kHighest) {
        read_again(index, facts);
        continue;
      }
      const std::uint64_t difference = input.shares[code_of(after)] - input.shares[code_of(before)];
      codes_[index] += difference;
      if (difference != 0) changed_ |= bit_of(static_cast<int>(index));
    }
  }
  for (const std::size_t input : of_scores_) read_again(input, facts);
}

void RuleInputs::read_stage(const Facts& facts) {
  for (const std::size_t input : of_stages_) read_again(input, facts);
}

RuleMemo::RuleMemo(const Logic& logic, RuleInputs& inputs) {
  double keys = 1;
  for (const Logic::Node& node : logic.nodes) {
    if (info_of(node.op).about == About::kNothing || is_module_fact(node.op)) continue;
    double room = 0;
    const int input = inputs.add(logic, node, room);
    const auto is_same = [&](const Part& part) { return part.input == input; };
    if (input >= 0 && std::any_of(parts_.begin(), parts_.end(), is_same)) continue;
    if (input < 0 || keys * room > kMostKeys) {
      parts_.clear();
      return;
    }
    parts_.push_back({input, static_cast<std::uint64_t>(keys)});
    looks_at_ |= RuleInputs::bit_of(input);
    keys *= room;
  }
  cache_.resize(std::size_t{1} << kCacheBits);
}

}  // namespace kk
