#include "view/sentences.h"

#include <algorithm>
#include <cassert>
#include <functional>

#include "base/day.h"
#include "base/phrase.h"
#include "base/sort.h"
#include "score/score.h"

namespace kk {
namespace {

bool is_open(const Builder& b, int question) { return question >= 0 && !known(b.value(question)); }

/// "Of" joins what one is chosen from.
std::string numbers(const Builder& b, const std::vector<int>& questions, std::string_view last) {
  std::vector<std::string> out;
  for (const int question : questions) out.push_back(b.number_of(question));
  return list(out, last);
}

std::string_view final_name(const Builder& b, int stage) {
  assert(stage >= 1 && static_cast<std::size_t>(stage) <= b.q.stages.size());
  return b.text(b.q.stages[static_cast<std::size_t>(stage - 1)].name);
}

/// The final stage when the answer to this question counts for `value`.
int final_stage_if(const Builder& b, int question, Value value) {
  assert(question >= 0 && static_cast<std::size_t>(question) < b.q.questions.size());
  const Level level = b.q.questions[static_cast<std::size_t>(question)].level_for(value);
  return final_stage_with(b.q, b.session.answers(), question, level);
}

}  // namespace

std::string list(const std::vector<std::string>& parts, std::string_view last) {
  assert(!last.empty());
  constexpr std::size_t kMost = 20;
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == kMost) return cat(out, ", …");
    if (i > 0 && i + 1 == parts.size()) {
      out += cat(" ", last, " ");
    } else if (i > 0) {
      out += ", ";
    }
    out += parts[i];
  }
  return out;
}

bool is_asked(const Builder& b, const std::vector<int>& questions) {
  return std::any_of(questions.begin(), questions.end(), [&](int question) { return b.session.asks(question); });
}

int stage_after(const Builder& b, int question) { return final_stage_if(b, question, b.value(question) + 1); }

bool can_rise(const Builder& b, int question) {
  return b.result.stage && is_open(b, question) && b.value(question) != kNotAsked &&
         final_stage_if(b, question, Value::of(b.q.questions[static_cast<std::size_t>(question)].top())) >
             b.result.stage->final;
}

std::string in_words(const Builder& b, int n) {
  std::string_view rest = b.words.counts;
  for (int i = 1; i < n && !rest.empty(); ++i) rest.remove_prefix(std::min(rest.size(), rest.find(' ') + 1));
  const std::string_view word = rest.substr(0, rest.find(' '));
  return n < 1 || n > kWordedNumbers ? number(n) : std::string(word);
}

std::string day_words(const Builder& b, std::string_view day) {
  std::string_view months = b.words.months;
  for (int left = number_at(day, 5, 2); left > 1; --left) months.remove_prefix(months.find(' ') + 1);
  const std::string text = cat(number_at(day, 8, 2), " ", months.substr(0, months.find(' ')));
  const bool this_year = b.session.planning().today.starts_with(day.substr(0, 4));
  return this_year ? text : cat(text, " ", day.substr(0, 4));
}

std::string dotted(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

std::string join(const Builder& b, const std::vector<std::string>& parts) {
  const std::string joint = cat(" ", b.words.and_word, " ");
  for (const std::string& part : parts) {
    if (part.find(joint) != part.npos) return dotted(parts);
  }
  return list(parts, b.words.and_word);
}

std::string gate_text(const Builder& b, const Gate& gate, const Text& text) {
  const int section = weakest_section(b.result);
  const int question = gate_question(gate, b.result);
  const std::string section_name =
      section < 0 ? "" : lower_first(b.text(b.q.sections[static_cast<std::size_t>(section)].name));
  const std::string topic =
      question < 0 ? "" : lower_first(b.text(b.q.questions[static_cast<std::size_t>(question)].topic));
  return fill(b.text(text), {{"section", section_name}, {"topic", topic}});
}

std::string gate_sentence(const Builder& b, const Gate& gate) {
  if (!is_open(b, gate.question)) return gate_text(b, gate, gate.text);
  if (!gate.open_text.empty()) return gate_text(b, gate, gate.open_text);
  return cat(gate_text(b, gate, gate.text), " ", b.text(gate.open_reason));
}

std::string done_when(const Builder& b, const Step& step) {
  if (step.find_out) return {};
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  const auto index = static_cast<std::size_t>(std::min(step.from, step.to));
  assert(known(step.from) && known(step.to));
  return lower_first(b.text(question.done_text(index)));
}

std::vector<const Gate*> brakes_of(const Builder& b, const Result& result) {
  assert(result.stage);
  std::vector<const Gate*> out;
  std::vector<int> seen;
  for (const int index : result.stage->binding) {
    const Gate& gate = b.q.gates[static_cast<std::size_t>(index)];
    const int question = gate_question(gate, result);
    if (question >= 0 && std::find(seen.begin(), seen.end(), question) != seen.end()) continue;
    seen.push_back(question);
    out.push_back(&gate);
  }
  return out;
}

const Gate* open_brake(const Builder& b) {
  if (!b.result.stage) return nullptr;
  const std::vector<const Gate*> brakes = brakes_of(b, b.result);
  return brakes.size() == 1 && is_open(b, gate_question(*brakes.front(), b.result)) ? brakes.front() : nullptr;
}

std::string stage_sentence(const Builder& b) {
  assert(b.result.stage);
  const StageResult& stage = *b.result.stage;
  if (stage.binding.empty()) return std::string(b.text(b.q.stages[static_cast<std::size_t>(stage.final - 1)].text));
  const std::vector<const Gate*> gates = brakes_of(b, b.result);
  const std::string fits = fill(b.words.answers_fit, {{"m", stage.score}, {"name", final_name(b, stage.score)}});
  if (const Gate* open = open_brake(b)) {
    const int question = gate_question(*open, b.result);
    return cat(fits, " ", fill(b.words.open_brake, {{"q", b.session.number_of(question)}, {"n", stage.final}}));
  }
  std::vector<std::string> brakes;
  for (const Gate* gate : gates) {
    std::string brake = gate_text(b, *gate, gate->brake);
    if (is_open(b, gate_question(*gate, b.result))) brake = fill(b.words.still_open, {{"what", brake}});
    brakes.push_back(std::move(brake));
  }
  return cat(fits, " ",
             fill(brakes.size() == 1 ? b.words.one_brake : b.words.more_brakes,
                  {{"count", upper_first(in_words(b, static_cast<int>(brakes.size())))},
                   {"brake", join(b, brakes)},
                   {"n", stage.final}}));
}

std::string ladder_brake(const Builder& b) {
  assert(b.result.stage);
  if (b.result.stage->binding.empty()) return {};
  if (const Gate* open = open_brake(b))
    return fill(b.words.short_open, {{"q", b.session.number_of(gate_question(*open, b.result))}});
  std::vector<std::string> brakes;
  for (const Gate* gate : brakes_of(b, b.result)) brakes.push_back(gate_text(b, *gate, gate->short_brake));
  return fill(b.words.brake, {{"brake", join(b, brakes)}});
}

bool all_at_top(const Builder& b) { return b.result.steps.empty() && b.result.answered == b.result.asked; }

std::string over_line(const Builder& b) {
  if (!b.result.stage) {
    return fill(b.words.over_open, {{"n", b.result.answered}, {"of", b.result.asked}});
  }
  const int n = b.result.stage->final, of = static_cast<int>(b.q.stages.size());
  if (b.result.answered == b.result.asked)
    return fill(b.words.over, {{"n", n}, {"of", of}, {"score", shown(b.q, *b.result.overall)}});
  return fill(b.words.over_range, {{"n", n}, {"of", of}, {"a", b.result.range_low}, {"b", b.result.range_high}});
}

std::string refusal(const Builder& b) {
  switch (b.session.code()) {
    case CodeStatus::kOk:
    case CodeStatus::kReworded:
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
    case CodeStatus::kEarlier:
      return std::string(b.words.earlier_code);
  }
  return {};
}

std::string step_text(const Builder& b, const Step& step) {
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  const Text& text =
      step.find_out ? b.q.open_step : question.steps[static_cast<std::size_t>(std::min(step.from, step.to))];
  return fill(b.text(text),
              {{"topic", lower_first(b.text(question.topic))}, {"n", b.session.number_of(step.question)}});
}

Step step_of(const Builder& b, const Task& task) {
  assert(task.question >= 0);
  const Question& question = b.q.questions[static_cast<std::size_t>(task.question)];
  Step step;
  step.question = task.question;
  step.from = step.to = task.from;
  step.find_out = !known(task.from);
  if (!step.find_out) step.to = question.level_for(question.value_of(task.from) + 1);
  return step;
}

std::string task_text(const Builder& b, const Task& task) {
  return task.question < 0 ? task.text : step_text(b, step_of(b, task));
}

std::string lift_sentence(const Builder& b) {
  const auto& result = b.result;
  if (!result.stage || !result.sensitivity || result.steps.empty()) return {};
  const auto& up = result.sensitivity->up;
  const bool brake = !result.stage->binding.empty();
  const int first = result.steps.front().question;
  if (can_rise(b, first)) return std::string(b.words.find_rises);
  int lifting = std::find(up.begin(), up.end(), first) != up.end() ? first : -1;
  if (lifting < 0 && brake && !up.empty()) lifting = up.front();
  if (lifting < 0) {
    const bool open = b.first_open([&](int question) { return can_rise(b, question); }) >= 0;
    return brake && !open ? std::string(b.words.none_lifts) : std::string();
  }
  return fill(b.words.one_lifts,
              {{"q", b.session.number_of(lifting)},
               {"question", lower_first(b.text(b.q.questions[static_cast<std::size_t>(lifting)].topic))},
               {"n", stage_after(b, lifting)}});
}

std::string steps_title(const Builder& b) {
  if (all_at_top(b)) return std::string(b.words.all_top);
  if (b.result.steps.empty()) return std::string(b.words.no_steps);
  if (!b.result.stage || b.result.stage->binding.empty()) return std::string(b.words.steps_title);
  const int first = b.result.steps.front().question;
  return fill(b.words.steps_first,
              {{"n", b.session.number_of(first)},
               {"topic", lower_first(b.text(b.q.questions[static_cast<std::size_t>(first)].topic))}});
}

std::string because(const Builder& b, std::size_t at) {
  assert(at < b.result.steps.size());
  const Step& step = b.result.steps[at];
  if (step.gate) return std::string(b.words.why_gate);
  if (step.find_out) return std::string(b.words.why_find);
  if (at == 0) return std::string(b.words.why_first);
  // "In order" is only said of a prerequisite that is at its highest level but one, or higher.
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  if (step.blocked_by.empty() && !question.needs.empty()) {
    const int need = question.needs.back();
    if (b.value(need).number >= b.q.questions[static_cast<std::size_t>(need)].top() - 1) {
      return fill(b.words.why_built, {{"n", b.session.number_of(need)}});
    }
  }
  return fill(b.words.why_weight, {{"n", b.session.number_of(b.result.steps[at - 1].question)}});
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
              {{"questions", join(b, numbers)}, {"n", b.session.number_of(first)}});
}

std::vector<int> link_levels(const Builder& b) {
  std::vector<int> links;
  for (const OrderLink& link : b.q.order) {
    int lowest = -1;
    for (const int question : link.questions) {
      const Value value = b.value(question);
      if (known(value) && (lowest < 0 || value.number < lowest)) lowest = value.number;
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
  assert(weak < static_cast<int>(b.q.order.size()));
  // Before the weak link, or anywhere when there is none, what is open may be weaker.
  const std::size_t before = weak < 0 ? b.q.order.size() : static_cast<std::size_t>(weak);
  for (std::size_t i = 0; i < before; ++i) {
    for (const int question : b.q.order[i].questions) {
      if (b.session.asks(question) && is_open(b, question)) return std::string(b.words.order_figure);
    }
  }
  if (weak < 0) return std::string(b.words.no_weak_link);
  return fill(b.words.weak_link, {{"link", b.text(b.q.order[static_cast<std::size_t>(weak)].name)}});
}

std::string chain_words(const Builder& b) {
  const int weak = weak_link(link_levels(b));
  if (weak < 0) return std::string(b.words.chain_right);
  return fill(b.words.chain_start, {{"link", b.text(b.q.order[static_cast<std::size_t>(weak)].name)}});
}

std::string lift_title(const Builder& b) {
  assert(b.result.stage && b.result.sensitivity);
  const auto& up = b.result.sensitivity->up;
  const StageResult& stage = *b.result.stage;
  if (stage.final == static_cast<int>(b.q.stages.size())) return {};
  if (up.empty()) {
    const int open = b.first_open([&](int question) { return can_rise(b, question); });
    return open < 0 ? std::string(b.words.lift_none) : fill(b.words.lift_open, {{"q", b.session.number_of(open)}});
  }
  const int next = stage_after(b, up.front());
  if (up.size() == 1) return fill(b.words.lift_one, {{"q", b.session.number_of(up.front())}, {"n", next}});
  if (static_cast<int>(up.size()) == b.result.asked) return fill(b.words.lift_any, {{"n", next}});
  return fill(b.words.lift_more, {{"q", numbers(b, up, b.words.or_word)}});
}

LiftFold lift_fold_words(const Builder& b) {
  assert(b.result.stage && b.result.sensitivity);
  const auto& up = b.result.sensitivity->up;
  const StageResult& stage = *b.result.stage;
  if (stage.final == static_cast<int>(b.q.stages.size())) return {};
  if (up.empty()) {
    const int open = b.first_open([&](int question) { return can_rise(b, question); });
    return {std::string(b.words.lift_next), open < 0 ? std::string(b.words.lift_not_one)
                                                     : fill(b.words.lift_depends, {{"q", b.session.number_of(open)}})};
  }
  const std::string name = fill(b.words.lift_stage, {{"n", stage_after(b, up.front())}});
  if (up.size() == 1) return {name, fill(b.words.lift_only, {{"q", b.session.number_of(up.front())}})};
  if (static_cast<int>(up.size()) == b.result.asked) return {name, std::string(b.words.lift_through_any)};
  return {std::string(b.words.lift_next), fill(b.words.lift_through, {{"q", numbers(b, up, b.words.or_word)}})};
}

std::string drop_sentence(const Builder& b) {
  if (!b.result.sensitivity || b.result.sensitivity->down.empty()) return {};
  const std::vector<int>& down = b.result.sensitivity->down;
  const int n = final_stage_if(b, down.front(), b.value(down.front()) + -1);
  if (down.size() > 1 && static_cast<int>(down.size()) == b.result.asked) return fill(b.words.drop_any, {{"n", n}});
  return fill(b.words.drop, {{"q", numbers(b, down, b.words.or_word)}, {"n", n}});
}

}  // namespace kk
