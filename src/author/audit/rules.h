// A questionnaire's rules over many sets of answers. A rule is evaluated once for each combination of what it looks at
// (levels, means, counts, scores), not once for each set: most combinations come back thousands of times.
#pragma once

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

 private:
  struct Input {
    LogicOp op;
    double number;
    std::vector<std::int32_t> questions;
    bool operator==(const Input&) const = default;
  };

  std::uint64_t read(const Input& input, const Facts& facts) const;

  const Questionnaire& questionnaire_;
  std::vector<Input> inputs_;
  std::vector<std::uint64_t> codes_;
};

/// True for what no set of core answers changes.
bool is_module_fact(LogicOp op);

class RuleMemo {
 public:
  RuleMemo(const Logic& logic, RuleInputs& inputs);

  /// What `evaluate` gives for the inputs as they were last read; called only when it has not been seen before.
  template <typename Evaluate>
  int value(const RuleInputs& inputs, const Evaluate& evaluate) {
    if (cache_.empty()) return evaluate();
    std::uint64_t key = 1;  // 0 is an empty entry
    for (const Part& part : parts_) key += inputs[part.input] * part.step;
    Entry& entry = cache_[(key * 0x9E3779B97F4A7C15u) >> (64 - kCacheBits)];
    if (entry.key != key) entry = {key, evaluate()};
    return entry.value;
  }

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
  std::vector<Entry> cache_;  ///< empty: what the rule looks at does not fit in a key
};

}  // namespace kk
