// klantkompas logic: any JsonLogic rule over any data, through the compiler and evaluator that questionnaires use.
#include <vector>

#include "cli/command.h"
#include "cli/lines.h"
#include "core/logic_compile.h"
#include "core/logic_eval.h"

namespace kk {
namespace {

constexpr std::size_t kArenaBytes = 4u << 20;
constexpr int kSteps = 1'000'000;

/// Data as the evaluator sees it; borrows names and texts from the document. Null when the arena is full, which a line
/// of kLongestLine bytes cannot fill.
LogicValue to_logic(JsonValue json, Arena& arena) {
  switch (json.kind()) {
    case JsonKind::kNull:
      return {};
    case JsonKind::kFalse:
    case JsonKind::kTrue:
      return LogicValue::of(json.is(JsonKind::kTrue));
    case JsonKind::kNumber:
      return LogicValue::of(json.number());
    case JsonKind::kString:
      return LogicValue::of(json.text());
    case JsonKind::kArray: {
      LogicValue* const elements = arena.take<LogicValue>(json.size());
      if (elements == nullptr) return {};
      std::size_t count = 0;
      for (const JsonValue element : json) elements[count++] = to_logic(element, arena);
      return LogicValue::of(std::span<const LogicValue>(elements, count));
    }
    case JsonKind::kObject: {
      LogicMember* const members = arena.take<LogicMember>(json.size());
      if (members == nullptr) return {};
      std::size_t count = 0;
      for (const JsonValue member : json) members[count++] = {member.key(), to_logic(member, arena)};
      return LogicValue::of(std::span<const LogicMember>(members, count));
    }
  }
  return {};
}

class LogicLines : public LineCommand {
 public:
  LogicLines() : memory_(kArenaBytes / sizeof(Block)) {}

  Problems run(std::string_view line, std::string& out) override {
    JsonProblems problems(line);
    if (read_json(line, {.bytes = kLongestLine}, document_, problems)) {
      evaluate_pair(JsonValue(document_, 0), problems, out);
    }
    return problems.take();
  }

 private:
  struct alignas(16) Block {
    std::byte bytes[16];
  };

  void evaluate_pair(JsonValue pair, JsonProblems& problems, std::string& out) {
    if (!pair.is(JsonKind::kArray) || pair.size() != 2) {
      return problems.at(pair, "wrong_type", "found " + describe(pair) + ", expected a list of a rule and its data");
    }
    auto element = pair.begin();
    const JsonValue rule = *element;
    const JsonValue data = *++element;
    const Logic logic = compile_data_rule(rule, problems);
    if (!problems.empty()) return;
    LogicRun run;
    run.arena = Arena(std::as_writable_bytes(std::span<Block>(memory_)));
    run.data = to_logic(data, run.arena);
    run.steps = kSteps;
    const LogicValue value = evaluate(logic, run);
    if (run.exhausted) {
      return problems.at(rule, "too_costly", "found a rule that takes more steps or memory than it may");
    }
    write_logic_value(value, out);
  }

  std::vector<Block> memory_;
  JsonDocument document_;
};

}  // namespace

int run_logic(const Arguments&) {
  LogicLines lines;
  return run_lines("-", lines);
}

}  // namespace kk
