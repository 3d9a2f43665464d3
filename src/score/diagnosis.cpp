// What the scores say: patterns, strengths and the order of next steps.
#include <algorithm>
#include <array>
#include <cassert>
#include <span>

#include "base/phrase.h"
#include "base/sort.h"
#include "score/parts.h"

namespace kk {
namespace {

void find_patterns(const std::vector<Pattern>& patterns, const Facts& facts, std::vector<int>& fired) {
  fired.clear();
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (rule_holds(patterns[i].condition, facts)) fired.push_back(static_cast<int>(i));
  }
}

void find_notes(const std::vector<Note>& notes, const Facts& facts, std::vector<int>& fired) {
  fired.clear();
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (!notes[i].when.nodes.empty() && rule_holds(notes[i].when, facts)) fired.push_back(static_cast<int>(i));
  }
}

void find_replies(const std::vector<TickList>& lists, const Facts& facts, std::vector<int>& found) {
  found.clear();
  for (const TickList& list : lists) {
    const auto holds = [&](const TickReply& reply) {
      return reply.when.nodes.empty() || rule_holds(reply.when, facts);
    };
    const auto reply = std::find_if(list.replies.begin(), list.replies.end(), holds);
    found.push_back(reply == list.replies.end() ? -1 : static_cast<int>(reply - list.replies.begin()));
  }
}

/// Highest priority first, ties by question number.
bool comes_first(const Step& a, const Step& b) {
  return a.priority != b.priority ? a.priority > b.priority : a.question < b.question;
}

/// The question of the step with the highest priority among those that fit, or -1.
template <typename Fits>
int highest_step(const Result& result, const Fits& fits) {
  const Step* best = nullptr;
  for (const Step& step : result.steps) {
    if (fits(step) && (best == nullptr || comes_first(step, *best))) best = &step;
  }
  return best == nullptr ? -1 : best->question;
}

class StepFinder {
 public:
  StepFinder(const Questionnaire& questionnaire, const Answers& answers, Result& result)
      : questionnaire_(questionnaire), levels_(answers.questions), values_(result.values), result_(result) {}

  void find() {
    collect();
    sort_few(result_.steps, comes_first);
    if (result_.stage) move_gates_to_front();
  }

  int first() {
    collect();
    const std::vector<Step>& steps = result_.steps;
    if (result_.stage) {
      for (const int gate : result_.stage->binding) {
        const int question = target_of(questionnaire_.gates[static_cast<std::size_t>(gate)]);
        if (question >= 0 && has_step(question)) return question;
      }
    }
    return steps.empty() ? -1 : std::min_element(steps.begin(), steps.end(), comes_first)->question;
  }

 private:
  /// All steps, in the questions' order.
  void collect() {
    assert(levels_.size() == questionnaire_.questions.size() && values_.size() == levels_.size());
    std::vector<Step>& steps = result_.steps;
    std::size_t count = 0;
    for (std::size_t i = 0; i < questionnaire_.questions.size(); ++i) {
      const bool is_open = values_[i] == kUnknownValue;
      if (!is_open && (!known(values_[i]) || values_[i].number >= questionnaire_.questions[i].top())) continue;
      // Steps of the result before are written over: they keep their memory.
      if (count == steps.size()) steps.emplace_back();
      fill(steps[count++], static_cast<int>(i));
    }
    steps.resize(count);
  }

  /// False for a question that is at its top already; a skipped one gets a step when a gate points at it.
  bool has_step(int question) const {
    assert(question >= 0 && static_cast<std::size_t>(question) < values_.size());
    const Value value = values_[static_cast<std::size_t>(question)];
    if (known(value)) return value.number < questionnaire_.questions[static_cast<std::size_t>(question)].top();
    return value != kNotAsked;
  }

  void fill(Step& step, int index) const {
    assert(index >= 0 && static_cast<std::size_t>(index) < values_.size());
    const Question& question = questionnaire_.questions[static_cast<std::size_t>(index)];
    const Value value = values_[static_cast<std::size_t>(index)];
    step.question = index;
    step.find_out = !known(value);
    step.gate = false;
    step.blocked_by.clear();
    if (step.find_out) {
      // Halfway up the scale, where an unknown answer may well be; never blocked.
      step.from = step.to = kUnknown;
      step.priority = std::int64_t{question.priority} * question.top();
      return;
    }
    step.from = levels_[static_cast<std::size_t>(index)];
    step.to = question.level_for(value + 1);
    for (const int need : question.needs) {
      const Value needed = values_[static_cast<std::size_t>(need)];
      if (known(needed) && needed < value) step.blocked_by.push_back(need);
    }
    step.priority =
        std::int64_t{question.priority} * (question.top() - value.number) * (step.blocked_by.empty() ? 2 : 1);
  }

  /// One step for each binding gate, in file order; a question that two gates point at stands at the first.
  void move_gates_to_front() {
    // All targets first: a step added for one gate must not draw the next one to it.
    assert(result_.stage->binding.size() <= kMostGates);
    std::array<int, kMostGates> targets;
    std::size_t count = 0;
    for (const int gate : result_.stage->binding) {
      targets[count++] = target_of(questionnaire_.gates[static_cast<std::size_t>(gate)]);
    }
    std::vector<Step>& steps = result_.steps;
    auto front = steps.begin();
    for (const int question : std::span(targets.data(), count)) {
      const auto is_target = [&](const Step& step) { return step.question == question; };
      if (question < 0 || std::any_of(steps.begin(), front, is_target)) continue;
      auto step = std::find_if(front, steps.end(), is_target);
      if (step == steps.end()) {
        // At the top already, or not asked.
        if (values_[static_cast<std::size_t>(question)] != kSkippedValue) continue;
        const auto position = front - steps.begin();
        fill(steps.emplace_back(), question);
        front = steps.begin() + position;
        step = steps.end() - 1;
      }
      step->gate = true;
      for (; step != front; --step) std::swap(*step, *(step - 1));
      ++front;
    }
  }

  int target_of(const Gate& gate) const {
    if (gate.step != GateStep::kWeakestSection) return gate_question(gate, result_);
    const int weakest = weakest_section(result_);
    return highest_step(result_, [&](const Step& step) {
      return questionnaire_.questions[static_cast<std::size_t>(step.question)].section == weakest;
    });
  }

  const Questionnaire& questionnaire_;
  const std::vector<Level>& levels_;  ///< as chosen
  const std::vector<Value>& values_;  ///< what they count for
  Result& result_;
};

}  // namespace

int weakest_section(const Result& result) {
  const auto& sections = result.sections;
  // A section without a score is not the weakest.
  const auto is_weaker = [](const auto& a, const auto& b) { return a && (!b || *a < *b); };
  const auto weakest = std::min_element(sections.begin(), sections.end(), is_weaker);
  return weakest == sections.end() || !*weakest ? -1 : static_cast<int>(weakest - sections.begin());
}

int gate_question(const Gate& gate, const Result& result) {
  assert(gate.step != GateStep::kQuestion || static_cast<std::size_t>(gate.question) < result.values.size());
  if (gate.step == GateStep::kQuestion) return gate.question;
  if (gate.step == GateStep::kWeakestSection) return -1;
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    if (!known(result.values[i]) && result.values[i] != kNotAsked) return static_cast<int>(i);
  }
  return highest_step(result, [&](const Step& step) {
    return result.values[static_cast<std::size_t>(step.question)].number < gate.below;
  });
}

void diagnose(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  assert(result.values.size() == questionnaire.questions.size());
  const Facts facts{questionnaire, answers, result.values, result};
  find_patterns(questionnaire.patterns, facts, result.patterns);
  find_patterns(questionnaire.strengths, facts, result.strengths);
  find_notes(questionnaire.notes, facts, result.notes);
  find_replies(questionnaire.ticks, facts, result.replies);
  StepFinder(questionnaire, answers, result).find();
}

int first_step(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  return StepFinder(questionnaire, answers, result).first();
}

}  // namespace kk
