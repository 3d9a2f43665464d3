// Any JSON as a rule: refused with a place, or a value within its steps and memory, and the same value each time.
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/rules/compile.h"
#include "logic/evaluate.h"
#include "model/problem.h"
#include "support/properties.h"

namespace {

struct Outcome {
  kk::LogicValue::Kind kind;
  double number;
  bool exhausted;
};

Outcome outcome_of(const kk::Logic& logic) {
  alignas(16) static std::byte memory[1 << 16];
  kk::LogicRun run;
  run.arena = kk::Arena(memory);
  run.steps = 20'000;
  const kk::LogicValue value = kk::evaluate(logic, run);
  kk::test::require(!run.exhausted || value.is(kk::LogicValue::Kind::kNull), "a rule that takes too much is null");
  return {value.kind, value.is(kk::LogicValue::Kind::kNumber) ? value.number : 0, run.exhausted};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  kk::JsonProblems problems(json);
  kk::JsonDocument document;
  if (!kk::read_json(json, {.bytes = 1 << 16}, document, problems)) return 0;
  const kk::Logic logic = kk::compile_data_rule(kk::JsonValue(document, 0), problems);
  if (!problems.empty()) {
    for (const kk::Problem& problem : problems.take()) kk::test::require(!problem.code.empty(), "a problem has a code");
    return 0;
  }
  kk::test::require(logic.nodes.size() <= kk::kMaxLogicNodes, "an accepted rule is small");
  const Outcome first = outcome_of(logic), second = outcome_of(logic);
  const bool same_number = first.number == second.number || (first.number != first.number);
  kk::test::require(first.kind == second.kind && same_number && first.exhausted == second.exhausted,
                    "same value again");
  return 0;
}
