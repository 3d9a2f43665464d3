#include "view/sentences.h"

#include <algorithm>

namespace kk {
namespace {

int weakest_section(const Result& result) {
  int weakest = -1;
  for (std::size_t s = 0; s < result.sections.size(); ++s) {
    if (!result.sections[s]) continue;
    if (weakest < 0 || *result.sections[s] < *result.sections[static_cast<std::size_t>(weakest)]) weakest = static_cast<int>(s);
  }
  return weakest;
}

/// The question a binding gate is about: its own, or that of its step.
int gate_question(const Builder& b, const Gate& gate) {
  if (gate.question >= 0) return gate.question;
  for (const Step& step : b.result.steps) {
    if (step.gate) return step.question;
  }
  return -1;
}

std::string count_word(const Builder& b, int n) {
  if (n == 2) return std::string(b.words.two);
  if (n == 3) return std::string(b.words.three);
  return number(n);
}

}  // namespace

std::string join(const Builder& b, const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " " + std::string(b.words.and_word) + " " : ", ";
    out += parts[i];
  }
  return out;
}

std::string gate_text(const Builder& b, const Gate& gate, const Text& text) {
  const int section = weakest_section(b.result);
  const int question = gate_question(b, gate);
  const std::string section_name =
      section < 0 ? "" : lower_first(b.text(b.q.sections[static_cast<std::size_t>(section)].name));
  const std::string topic = question < 0 ? "" : lower_first(b.text(b.q.questions[static_cast<std::size_t>(question)].topic));
  return fill(b.text(text), {{"section", section_name}, {"topic", topic}});
}

std::string stage_sentence(const Builder& b) {
  const StageResult& stage = *b.result.stage;
  if (stage.binding.empty()) return std::string(b.text(b.q.stages[static_cast<std::size_t>(stage.final - 1)].text));
  std::vector<std::string> brakes;
  for (const int gate : stage.binding) {
    const Gate& g = b.q.gates[static_cast<std::size_t>(gate)];
    brakes.push_back(gate_text(b, g, g.brake));
  }
  const bool one = brakes.size() == 1;
  return fill(one ? b.words.one_brake : b.words.more_brakes,
              {{"m", number(stage.score)},
               {"name", b.text(b.q.stages[static_cast<std::size_t>(stage.score - 1)].name)},
               {"count", count_word(b, static_cast<int>(brakes.size()))},
               {"brake", join(b, brakes)},
               {"n", number(stage.final)}});
}

bool all_at_top(const Builder& b) {
  return b.result.steps.empty() && b.result.answered == static_cast<int>(b.q.questions.size());
}

std::string over_line(const Builder& b) {
  if (!b.result.stage) {
    return fill(b.words.over_open, {{"n", number(b.result.answered)}, {"of", number(static_cast<int>(b.q.questions.size()))}});
  }
  return fill(b.words.over, {{"n", number(b.result.stage->final)},
                             {"of", number(static_cast<int>(b.q.stages.size()))},
                             {"score", shown(b.q, *b.result.overall)}});
}

std::string step_text(const Builder& b, const Step& step) {
  if (step.find_out) return std::string(b.text(b.q.open_step));
  return std::string(b.text(b.q.questions[static_cast<std::size_t>(step.question)].steps[static_cast<std::size_t>(step.from)]));
}

std::string lift_sentence(const Builder& b) {
  const auto& result = b.result;
  if (!result.stage || !result.sensitivity || result.steps.empty()) return {};
  const auto& up = result.sensitivity->up;
  const bool brake = !result.stage->binding.empty();
  const int first = result.steps.front().question;
  int lifting = std::find(up.begin(), up.end(), first) != up.end() ? first : -1;
  if (lifting < 0 && brake && !up.empty()) lifting = up.front();
  if (lifting < 0) return brake ? std::string(b.words.none_lifts) : std::string();
  const Level level = b.session.answers().questions[static_cast<std::size_t>(lifting)];
  const int stage = final_stage_with(b.q, b.session.answers(), lifting, static_cast<Level>(level + 1));
  return fill(b.words.one_lifts, {{"question", b.text(b.q.questions[static_cast<std::size_t>(lifting)].topic)}, {"n", number(stage)}});
}

double points(const Questionnaire& q, Ticks ticks) {
  return static_cast<double>(ticks) / static_cast<double>(q.ticks_per_point);
}

std::string shown(const Questionnaire& q, Ticks ticks) { return number(display_points(q, ticks)); }

std::string completeness(const Builder& b) {
  const int all = static_cast<int>(b.q.questions.size());
  const auto pattern = [&] {
    switch (b.result.confidence) {
      case Confidence::kHigh: return b.words.complete;
      case Confidence::kMedium: return b.words.nearly;
      case Confidence::kLow: return b.words.partly;
      case Confidence::kInsufficient: break;
    }
    return b.words.too_few;
  }();
  std::string out = fill(pattern, {{"n", number(b.result.answered)}, {"of", number(all)}});
  if (b.result.answered < all) {
    const int open = all - b.result.answered;
    const std::string count = open == 1 ? std::string(b.words.one_question)
                                        : fill(b.words.more_questions, {{"n", lower_first(count_word(b, open))}});
    out += " " + fill(b.words.range, {{"a", number(b.result.range_low)}, {"b", number(b.result.range_high)}, {"n", count}});
  }
  return out + " " + std::string(b.words.self_image);
}

std::string still_needed(const Builder& b) {
  std::vector<std::string> open;
  int minimum = 0;
  for (const Section& section : b.q.sections) {
    int known_answers = 0;
    for (const int i : section.questions) known_answers += known(b.session.answers().questions[static_cast<std::size_t>(i)]);
    if (known_answers >= section.min_answered) continue;
    minimum = std::max(minimum, section.min_answered);
    for (const int i : section.questions) {
      if (known(b.session.answers().questions[static_cast<std::size_t>(i)])) continue;
      open.push_back(number(i + 1) + " " + std::string(b.text(b.q.questions[static_cast<std::size_t>(i)].topic)));
    }
  }
  return fill(b.words.needed, {{"min", lower_first(count_word(b, minimum))}, {"questions", join(b, open)}});
}

}  // namespace kk
