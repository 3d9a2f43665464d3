// klantkompas logic: any JsonLogic rule over any data, through the compiler and evaluator that questionnaires use.
#include <vector>

#include "author/json/describe.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/rules/compile.h"
#include "author/rules/data.h"
#include "cli/command.h"
#include "cli/lines.h"
#include "logic/evaluate.h"
#include "model/problem.h"

namespace kk {
namespace {

constexpr std::size_t kArenaBytes = 4u << 20;
constexpr int kSteps = 1'000'000;

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
    run.data = data_value(data, run.arena);
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
