#include "model/derive.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "model/ops.h"

namespace kk {
namespace {

/// Weights of 1.5, 3 and 1 are shares of 3, 6 and 2: the smallest whole numbers with the same meaning.
template <class Things, class Each>
void share_out(Things& things, const Each& each) {
  int common = 0;
  for (auto& thing : things) common = std::gcd(common, each(thing).weight);
  assert(common > 0 || things.empty());  // weights are above 0
  for (auto& thing : things) each(thing).share = each(thing).weight / common;
}

/// Marks the questions whose levels a rule looks at, directly or through a score.
std::vector<std::uint8_t> questions_of(const Logic& logic, const Questionnaire& questionnaire) {
  std::vector<std::uint8_t> marks(questionnaire.questions.size());
  const auto mark_all = [&](const std::vector<int>& questions) {
    for (const int index : questions) marks[static_cast<std::size_t>(index)] = 1;
  };
  for (const Logic::Node& node : logic.nodes) {
    if (node.op == LogicOp::kQuestion) marks[static_cast<std::size_t>(node.number)] = 1;
    if (node.op == LogicOp::kSection) mark_all(questionnaire.sections[static_cast<std::size_t>(node.number)].questions);
    if (node.op == LogicOp::kOverall) std::fill(marks.begin(), marks.end(), 1);
    for (std::int32_t i = 0; takes_questions(node.op) && i < node.count; ++i) {
      marks[static_cast<std::size_t>(logic.args[static_cast<std::size_t>(node.first + i)])] = 1;
    }
  }
  return marks;
}

/// A stage the value of a node is never under: the smallest of the numbers an `if` can end in, 1 when in doubt.
int lowest_outcome(const Logic& logic, std::size_t index) {
  assert(index < logic.nodes.size());
  const Logic::Node& node = logic.nodes[index];
  if (node.op == LogicOp::kNumber) return node.number > 1 ? static_cast<int>(std::min(node.number, 100.0)) : 1;
  if (node.op != LogicOp::kIf || node.count % 2 == 0) return 1;
  int lowest = 100;
  for (std::int32_t i = 0; i < node.count; ++i) {
    const bool is_outcome = i % 2 == 1 || i == node.count - 1;
    const auto arg = static_cast<std::size_t>(logic.args[static_cast<std::size_t>(node.first + i)]);
    if (is_outcome) lowest = std::min(lowest, lowest_outcome(logic, arg));
  }
  return lowest;
}

}  // namespace

void derive_shares(Questionnaire& questionnaire) {
  share_out(questionnaire.sections, [](Section& section) -> Section& { return section; });
  for (const Section& section : questionnaire.sections) {
    share_out(section.questions,
              [&](int index) -> Question& { return questionnaire.questions[static_cast<std::size_t>(index)]; });
  }
}

bool derive_links(Questionnaire& questionnaire) {
  assert(questionnaire.ticks_per_point > 0);
  constexpr std::int64_t kMostSum = std::int64_t{1} << 62;
  for (const Section& section : questionnaire.sections) {
    std::int64_t shares = 0;
    for (const int index : section.questions) shares += questionnaire.questions[static_cast<std::size_t>(index)].share;
    assert(shares > 0);  // a section has a question
    if (questionnaire.ticks_per_point > kMostSum / 100 / shares) return false;
  }
  for (Question& question : questionnaire.questions) {
    assert(question.top() > 0);
    question.unit = 100 * questionnaire.ticks_per_point / question.top();
    question.opened_by.clear();
    if (question.when.nodes.empty()) continue;
    const std::vector<std::uint8_t> looked_at = questions_of(question.when, questionnaire);
    assert(looked_at.size() == questionnaire.questions.size());
    for (std::size_t i = 0; i < looked_at.size(); ++i) {
      if (!looked_at[i]) continue;
      questionnaire.questions[i].opens = true;
      question.opened_by.push_back(static_cast<int>(i));
    }
  }
  for (Gate& gate : questionnaire.gates) {
    gate.depends = questions_of(gate.cap, questionnaire);
    gate.lowest = gate.cap.nodes.empty() ? 1 : lowest_outcome(gate.cap, gate.cap.nodes.size() - 1);
  }
  return true;
}

}  // namespace kk
