// A questionnaire's rules over many sets of answers. A rule is evaluated once for each combination of what it looks at
// (levels, means, counts, scores), not once for each set: most combinations come back thousands of times.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "logic/evaluate.h"

namespace kk {

/// Everything that some rule looks at, as small whole numbers; each is worked out once for a set. Modules and
/// parameters must not change between sets.
class RuleInputs {
 public:
  explicit RuleInputs(const Questionnaire& questionnaire) : questionnaire_(questionnaire) {}

  /// The number of the input that this node reads; `room` is how many values it can take. -1: not known how.
  int add(const Logic& logic, const Logic::Node& node, double& room);

  /// Inputs that depend on answers and scores; before the gates.
  void read_answers(const Facts& facts);
  /// Inputs that depend on the stage.
  void read_stage(const Facts& facts);

  std::uint64_t operator[](int input) const { return codes_[static_cast<std::size_t>(input)]; }

  /// The inputs, a bit each (see bit_of), that differ from the set before.
  std::uint64_t changed() const { return changed_; }
  /// Inputs beyond the 64th share the last bit.
  static std::uint64_t bit_of(int input) { return std::uint64_t{1} << std::min(input, 63); }

 private:
  static constexpr std::size_t kValueCodes = kMostLevels + 3;  ///< values, unknown, skipped and not asked

  struct Input {
    LogicOp op;
    double number;
    std::vector<std::int32_t> questions;
    std::array<std::uint64_t, kValueCodes> shares;  ///< what a question adds to a sum, by its value's code
    bool operator==(const Input&) const = default;
  };

  std::uint64_t read(const Input& input, const Facts& facts) const;
  static std::uint64_t share_of(const Input& input, Value value);
  void note_readers(const Input& input, std::size_t index);
  void read_again(std::size_t input, const Facts& facts);

  const Questionnaire& questionnaire_;
  std::vector<Input> inputs_;
  std::vector<std::uint64_t> codes_;                ///< by input
  std::vector<std::vector<std::size_t>> by_value_;  ///< by question: the inputs that read its value
  std::vector<std::size_t> of_scores_, of_stages_;  ///< inputs
  std::vector<Value> values_;                       ///< of the set before; empty before the first
  std::uint64_t changed_ = 0;
};

class RuleMemo {
 public:
  RuleMemo(const Logic& logic, RuleInputs& inputs);

  /// What `evaluate` gives for the inputs as they were last read; called only when it has not been seen before.
  template <typename Evaluate>
  int value(const RuleInputs& inputs, const Evaluate& evaluate) {
    if (cache_.empty()) return evaluate();
    if (is_known_ && (inputs.changed() & looks_at_) == 0) return last_;
    std::uint64_t key = 1;  // 0 is an empty entry
    for (const Part& part : parts_) key += inputs[part.input] * part.step;
    Entry& entry = cache_[(key * 0x9E3779B97F4A7C15u) >> (64 - kCacheBits)];
    if (entry.key != key) entry = {key, evaluate()};
    is_known_ = true;
    return last_ = entry.value;
  }

  /// For a set that is not asked for its value.
  void skip() { is_known_ = false; }

 private:
  static constexpr int kCacheBits = 12;
  struct Part {
    int input;
    std::uint64_t step;
  };
  struct Entry {
    std::uint64_t key = 0;
    int value = 0;
  };
  std::vector<Part> parts_;
  std::vector<Entry> cache_;    ///< empty: what the rule looks at does not fit in a key
  std::uint64_t looks_at_ = 0;  ///< RuleInputs::changed() of all its inputs
  int last_ = 0;                ///< of the set before
  bool is_known_ = false;       ///< last_ is
};

}  // namespace kk
