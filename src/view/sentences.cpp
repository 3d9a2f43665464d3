#include "view/sentences.h"

#include <algorithm>
#include <functional>

#include "base/phrase.h"
#include "base/sort.h"
#include "score/score.h"

namespace kk {
namespace {

int weakest_section(const Result& result) {
  int weakest = -1;
  for (std::size_t s = 0; s < result.sections.size(); ++s) {
    if (!result.sections[s]) continue;
    if (weakest < 0 || *result.sections[s] < *result.sections[static_cast<std::size_t>(weakest)])
      weakest = static_cast<int>(s);
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

bool is_asked(const Builder& b, const std::vector<int>& questions) {
  return std::any_of(questions.begin(), questions.end(), [&](int question) { return b.session.asks(question); });
}

int stage_after(const Builder& b, int question) {
  const int level = b.q.questions[static_cast<std::size_t>(question)].value_of(b.value(question) + 1);
  return final_stage_with(b.q, b.session.answers(), question, static_cast<Level>(level));
}

std::string join(const Builder& b, const std::vector<std::string>& parts) {
  constexpr std::size_t kMost = 20;
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == kMost) return out + ", …";
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
  const std::string topic =
      question < 0 ? "" : lower_first(b.text(b.q.questions[static_cast<std::size_t>(question)].topic));
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

bool all_at_top(const Builder& b) { return b.result.steps.empty() && b.result.answered == b.result.asked; }

std::string over_line(const Builder& b) {
  if (!b.result.stage) {
    return fill(b.words.over_open, {{"n", number(b.result.answered)}, {"of", number(b.result.asked)}});
  }
  return fill(b.words.over, {{"n", number(b.result.stage->final)},
                             {"of", number(static_cast<int>(b.q.stages.size()))},
                             {"score", shown(b.q, *b.result.overall)}});
}

std::string refusal(const Builder& b) {
  switch (b.session.refused()) {
    case CodeStatus::kOk:
      return {};
    case CodeStatus::kDamaged:
      return std::string(b.words.bad_code);
    case CodeStatus::kOtherQuestionnaire:
      return std::string(b.words.other_code);
    case CodeStatus::kNewerFormat:
      return std::string(b.words.newer_code);
    case CodeStatus::kRescored:
      return std::string(b.words.old_scoring);
    case CodeStatus::kSeveral:
      return std::string(b.words.several_codes);
  }
  return {};
}

std::string step_text(const Builder& b, const Step& step) {
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  const Text& text = step.find_out ? b.q.open_step : question.steps[static_cast<std::size_t>(std::min(step.from, step.to))];
  return fill(b.text(text), {{"topic", lower_first(b.text(question.topic))}, {"n", b.number_of(step.question)}});
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
  return fill(b.words.one_lifts, {{"question", b.text(b.q.questions[static_cast<std::size_t>(lifting)].topic)},
                                  {"n", number(stage_after(b, lifting))}});
}

std::string because(const Builder& b, std::size_t at) {
  const Step& step = b.result.steps[at];
  if (step.gate) return std::string(b.words.why_gate);
  if (step.find_out) return std::string(b.words.why_find);
  if (at == 0) return std::string(b.words.why_first);
  // "In order" is only said of a prerequisite that is at its highest level but one, or higher.
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  if (step.blocked_by.empty() && !question.needs.empty()) {
    const int need = question.needs.back();
    if (b.value(need) >= b.q.questions[static_cast<std::size_t>(need)].top() - 1) {
      return fill(b.words.why_built, {{"n", b.number_of(need)}});
    }
  }
  return fill(b.words.why_weight, {{"n", b.number_of(b.result.steps[at - 1].question)}});
}

std::string waiting(const Builder& b) {
  if (b.result.steps.empty()) return {};
  const int first = b.result.steps.front().question;
  std::vector<int> waits;
  for (const Step& step : b.result.steps) {
    if (std::find(step.blocked_by.begin(), step.blocked_by.end(), first) != step.blocked_by.end())
      waits.push_back(step.question);
  }
  if (waits.empty()) return {};
  sort_few(waits, std::less<int>());
  std::vector<std::string> numbers;
  for (const int question : waits) numbers.push_back(b.number_of(question));
  return fill(waits.size() == 1 ? b.words.waits_one : b.words.waits_more,
              {{"questions", join(b, numbers)}, {"n", b.number_of(first)}});
}

std::vector<int> link_levels(const Builder& b) {
  std::vector<int> links;
  for (const OrderLink& link : b.q.order) {
    int lowest = -1;
    for (const int question : link.questions) {
      const Level level = b.value(question);
      if (known(level) && (lowest < 0 || level < lowest)) lowest = level;
    }
    links.push_back(lowest);
  }
  return links;
}

int weak_link(const std::vector<int>& links) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i] == 0 || links[i] == 1) return static_cast<int>(i);
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (std::size_t later = i + 1; later < links.size(); ++later) {
      if (links[i] >= 0 && links[i] < links[later]) return static_cast<int>(i);
    }
  }
  return -1;
}

std::string weak_link_title(const Builder& b, int weak) {
  if (weak < 0) return std::string(b.words.no_weak_link);
  return fill(b.words.weak_link, {{"link", b.text(b.q.order[static_cast<std::size_t>(weak)].name)}});
}

std::string lift_title(const Builder& b) {
  const auto& up = b.result.sensitivity->up;
  if (up.empty()) return std::string(b.words.lift_none);
  std::vector<std::string> numbers;
  for (const int question : up) numbers.push_back(b.number_of(question));
  if (up.size() > 1) return fill(b.words.lift_more, {{"q", join(b, numbers)}});
  return fill(
      b.narrow() ? b.words.lift_one_short : b.words.lift_one,
      {{"q", numbers.front()}, {"m", number(b.result.stage->final)}, {"n", number(stage_after(b, up.front()))}});
}

double points(const Questionnaire& q, Ticks ticks) {
  return static_cast<double>(ticks) / static_cast<double>(q.ticks_per_point);
}

std::string shown(const Questionnaire& q, Ticks ticks) { return number(display_points(q, ticks)); }

std::string_view first_sentence(std::string_view text) {
  const std::size_t end = text.find(". ");
  return end == text.npos ? text : text.substr(0, end + 1);
}

std::string completeness(const Builder& b) {
  const int all = b.result.asked;
  const auto pattern = [&] {
    switch (b.result.confidence) {
      case Confidence::kHigh:
        return b.words.complete;
      case Confidence::kMedium:
        return b.words.nearly;
      case Confidence::kLow:
        return b.words.partly;
      case Confidence::kInsufficient:
        break;
    }
    return b.words.too_few;
  }();
  std::string out = fill(pattern, {{"n", number(b.result.answered)}, {"of", number(all)}});
  if (b.result.answered < all) {
    const int open = all - b.result.answered;
    const std::string count = open == 1 ? std::string(b.words.one_question)
                                        : fill(b.words.more_questions, {{"n", lower_first(count_word(b, open))}});
    const auto& values = b.result.values;
    const bool skipped = std::find(values.begin(), values.end(), kSkipped) != values.end();
    out += " " + fill(skipped ? b.words.range_skipped : b.words.range,
                      {{"a", number(b.result.range_low)}, {"b", number(b.result.range_high)}, {"n", count}});
  }
  return out + " " + std::string(first_sentence(b.text(b.q.limits)));
}

std::string still_needed(const Builder& b) {
  std::vector<std::string> open;
  int least = 0, most = 0;  // that a section needs
  for (const Section& section : b.q.sections) {
    int known_answers = 0, asked = 0;
    for (const int i : section.questions) {
      known_answers += known(b.value(i));
      asked += b.session.asks(i);
    }
    const int needed = std::min(section.min_answered, asked);
    if (needed > 0) least = least == 0 ? needed : std::min(least, needed);
    most = std::max(most, needed);
    if (known_answers >= needed) continue;
    for (const int i : section.questions) {
      if (known(b.value(i)) || !b.session.asks(i)) continue;
      open.push_back(b.number_of(i) + " " + std::string(b.text(b.q.questions[static_cast<std::size_t>(i)].topic)));
    }
  }
  // A number is said where it holds for each section.
  const std::string_view pattern = least != most ? b.words.needed_enough
                                   : most == 1   ? b.words.needed_one
                                                 : b.words.needed;
  return fill(pattern, {{"min", lower_first(count_word(b, most))}, {"questions", join(b, open)}});
}

}  // namespace kk
