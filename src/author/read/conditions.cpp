// When a question is asked: rules that look back, never ahead.
#include <algorithm>

#include "author/json/describe.h"
#include "author/read/cycles.h"
#include "author/read/parts.h"
#include "author/rules/compile.h"
#include "model/ops.h"

namespace kk {
namespace {

/// The questions a rule looks at, in order and each once.
std::vector<int> questions_of(const Logic& logic) {
  std::vector<int> questions;
  for (const Logic::Node& node : logic.nodes) {
    if (node.op == LogicOp::kQuestion) questions.push_back(static_cast<int>(node.number));
    for (std::int32_t i = 0; takes_questions(node.op) && i < node.count; ++i) {
      questions.push_back(logic.args[static_cast<std::size_t>(node.first + i)]);
    }
  }
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
  return questions;
}

bool looks_at_results(const Logic& logic) {
  return !std::all_of(logic.nodes.begin(), logic.nodes.end(),
                      [](const Logic::Node& node) { return is_known_to_conditions(node.op); });
}

}  // namespace

void read_conditions(Reading& reading) {
  std::vector<Question>& questions = reading.questionnaire.questions;
  std::vector<std::vector<int>> looks_at(questions.size());
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const JsonValue value = reading.conditions[i];
    if (!value) continue;
    questions[i].when = compile_rule(value, {}, reading);
    if (looks_at_results(questions[i].when)) {
      reading.problems.at(
          value, "name_in_condition",
          "found a score or a module in a condition, which knows only earlier questions and parameters");
    }
    looks_at[i] = questions_of(questions[i].when);
  }
  std::vector<bool> in_circle(questions.size());
  const auto edges = [&](int index) { return looks_at[static_cast<std::size_t>(index)]; };
  each_cycle(questions.size(), edges, [&](const std::vector<int>& cycle) {
    for (const int index : cycle) in_circle[static_cast<std::size_t>(index)] = true;
    reading.problems.at(reading.conditions[static_cast<std::size_t>(cycle[0])], "cyclic_condition",
                        "found a circle: " + path_text(reading, cycle, " is asked after a look at ") +
                            ", expected conditions without circles");
  });
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (in_circle[i] || looks_at[i].empty() || looks_at[i].back() < static_cast<int>(i)) continue;
    reading.problems.at(reading.conditions[i], "later_question",
                        "found " + quoted(questions[static_cast<std::size_t>(looks_at[i].back())].id) +
                            " in the condition of a question that comes before it, expected earlier questions only");
  }
}

}  // namespace kk
