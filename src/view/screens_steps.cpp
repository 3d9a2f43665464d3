// Stappen: what to do first, why, and which single step changes the stage.
#include <algorithm>

#include "view/builder.h"
#include "view/sentences.h"

namespace kk {
namespace {

std::string topic_of(const Builder& b, int question) { return std::string(b.text(b.q.questions[static_cast<std::size_t>(question)].topic)); }

Level level_of(const Builder& b, int question) { return b.session.answers().questions[static_cast<std::size_t>(question)]; }

/// The binding gate that the first step answers to; null when none binds.
const Gate* first_brake(const Builder& b) {
  if (!b.result.stage || b.result.stage->binding.empty()) return nullptr;
  return &b.q.gates[static_cast<std::size_t>(b.result.stage->binding.front())];
}

void head(Builder& b, int parent) {
  const Gate* brake = first_brake(b);
  std::string title(b.words.steps_title);
  if (all_at_top(b)) {
    title = b.words.all_top;
  } else if (brake && brake->step == GateStep::kQuestion) {
    title = fill(b.words.steps_first, {{"brake", gate_text(b, *brake, brake->brake)}});
  } else if (brake) {
    title = fill(b.words.steps_first, {{"brake", lower_first(topic_of(b, b.result.steps.front().question))}});
  }
  const int row = b.add(parent, "steps.head", Kind::kGroup, Look::kTitleRow);
  b.heading(row, "steps.h", 1, Look::kPageTitle, title);
  if (!b.result.steps.empty()) {
    const int key = b.add(row, "steps.key", Kind::kGroup, Look::kKey);
    if (!b.narrow()) b.key_item(key, "steps.key.now", b.words.now, MarkState::kOn);
    b.key_item(key, "steps.key.after", b.words.after, MarkState::kNext);
  }

  std::string lead;
  if (brake) {
    const Level level = brake->question < 0 ? kUnknown : level_of(b, brake->question);
    const bool open = brake->question >= 0 && !known(level);
    lead = gate_text(b, *brake, open && !brake->open_text.empty() ? brake->open_text : brake->text);
    if (open && brake->open_text.empty()) lead += " " + std::string(b.text(brake->open_reason));
    if (known(level) && static_cast<std::size_t>(level) < brake->reasons.size()) {
      lead += " " + std::string(b.text(brake->reasons[static_cast<std::size_t>(level)]));
    }
  } else if (b.result.stage) {
    lead = b.text(b.q.stages[static_cast<std::size_t>(b.result.stage->final - 1)].text);
  } else {
    lead = still_needed(b);
  }
  b.paragraph(parent, "steps.lead", Look::kPageLead, lead);
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
    if (level_of(b, need) >= b.q.questions[static_cast<std::size_t>(need)].top() - 1) {
      return fill(b.words.why_built, {{"n", number(need + 1)}});
    }
  }
  return fill(b.words.why_weight, {{"n", number(b.result.steps[at - 1].question + 1)}});
}

/// A step. figure: first is the level now (-1: unknown), second the highest level, at the number in the circle;
/// marks[0].state: kNext when there is a next level to ring.
void step_item(Builder& b, int list, std::size_t at) {
  const Step& step = b.result.steps[at];
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  const std::string id = "steps." + question.id;
  const int item = b.add(list, id, Kind::kItem, Look::kStep);
  Figure figure;
  figure.at = static_cast<double>(at + 1);
  figure.first = step.find_out ? -1 : step.from;
  figure.second = question.top();
  figure.marks.emplace_back();
  figure.marks.back().state = step.find_out ? MarkState::kUnknown : MarkState::kNext;
  b.node(item).figure = static_cast<int>(b.view.figures.size());
  b.view.figures.push_back(std::move(figure));
  b.paragraph(item, id + ".meta", Look::kStepMeta,
              fill(b.words.step_meta, {{"n", number(step.question + 1)}, {"topic", b.topic(question)}}));
  b.paragraph(item, id + ".do", Look::kStepDo, step_text(b, step));
  b.paragraph(item, id + ".why", Look::kStepBecause, because(b, at));
}

struct Link {
  int lowest = -1;
};

/// The first link with level 0 or 1, else the first that is lower than a later one; -1: none.
int weak_link(const std::vector<Link>& links) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i].lowest == 0 || links[i].lowest == 1) return static_cast<int>(i);
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (std::size_t later = i + 1; later < links.size(); ++later) {
      if (links[i].lowest >= 0 && links[i].lowest < links[later].lowest) return static_cast<int>(i);
    }
  }
  return -1;
}

std::string waiting(const Builder& b) {
  if (b.result.steps.empty()) return {};
  const int first = b.result.steps.front().question;
  std::vector<int> waits;
  for (const Step& step : b.result.steps) {
    if (std::find(step.blocked_by.begin(), step.blocked_by.end(), first) != step.blocked_by.end()) waits.push_back(step.question);
  }
  if (waits.empty()) return {};
  std::sort(waits.begin(), waits.end());
  std::vector<std::string> numbers;
  for (const int question : waits) numbers.push_back(number(question + 1));
  return fill(waits.size() == 1 ? b.words.waits_one : b.words.waits_more, {{"questions", join(b, numbers)}, {"n", number(first + 1)}});
}

/// Order strip. marks: one a link (label: name, value: its level in words, tone: level + 1, state: kWeak, kUnknown).
void order(Builder& b, int parent) {
  if (b.q.order.empty()) return;
  std::vector<Link> links(b.q.order.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (const int question : b.q.order[i].questions) {
      const Level level = level_of(b, question);
      if (known(level) && (links[i].lowest < 0 || level < links[i].lowest)) links[i].lowest = level;
    }
  }
  const int weak = weak_link(links);
  const std::string title = weak < 0 ? std::string(b.words.no_weak_link)
                                     : fill(b.words.weak_link, {{"link", b.text(b.q.order[static_cast<std::size_t>(weak)].name)}});
  const int section = b.add(parent, "steps.order", Kind::kGroup, Look::kSection);
  b.heading(section, "steps.order.h", 2, Look::kSectionTitle, title);
  Figure figure;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto& questions = b.q.order[i].questions;
    Mark mark;
    mark.label = b.text(b.q.order[i].name);
    const bool open = links[i].lowest < 0;
    if (open) {
      mark.state = MarkState::kUnknown;
      mark.value = b.narrow() ? "?" : std::string(b.words.unknown_mark);
    } else {
      mark.tone = links[i].lowest + 1;
      mark.value = b.narrow() ? number(links[i].lowest) : fill(b.words.order_level, {{"n", number(links[i].lowest)}});
      if (static_cast<int>(i) == weak) mark.state = MarkState::kWeak;
    }
    rows.push_back({mark.label,
                    questions.size() == 1 ? number(questions.front() + 1)
                                          : number(questions.front() + 1) + "–" + number(questions.back() + 1),
                    open ? std::string(b.words.unknown_mark) : number(links[i].lowest),
                    static_cast<int>(i) == weak ? std::string(b.words.first_weak) : std::string()});
    figure.marks.push_back(std::move(mark));
  }
  const int node = b.figure(section, "steps.order.f", Look::kOrder, title + ".", std::move(figure));
  b.table(node, "steps.order.t", b.words.order_figure, {b.words.link, b.words.questions, b.words.lowest, b.words.remark}, rows);
  std::string under = waiting(b);
  if (!b.narrow()) under = std::string(b.words.order_rule) + (under.empty() ? "" : " " + under);
  if (!under.empty() && !b.tiny()) b.paragraph(section, "steps.order.u", Look::kUnder, under);
}

/// Cells: one a question; state kOn where one level more changes the stage.
void lift(Builder& b, int parent) {
  if (!b.result.sensitivity) return;
  const auto& up = b.result.sensitivity->up;
  const int stage = b.result.stage->final;
  std::string title(b.words.lift_none);
  std::vector<std::string> numbers;
  for (const int question : up) numbers.push_back(number(question + 1));
  if (up.size() == 1) {
    const int after = final_stage_with(b.q, b.session.answers(), up.front(), static_cast<Level>(level_of(b, up.front()) + 1));
    title = fill(b.narrow() ? b.words.lift_one_short : b.words.lift_one,
                 {{"q", numbers.front()}, {"m", number(stage)}, {"n", number(after)}});
  } else if (!up.empty()) {
    title = fill(b.words.lift_more, {{"q", join(b, numbers)}});
  }
  const int section = b.add(parent, "steps.lift", Kind::kGroup, Look::kSection);
  b.heading(section, "steps.lift.h", 2, Look::kSectionTitle, title);
  Figure figure;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < b.q.questions.size(); ++i) {
    const int question = static_cast<int>(i);
    const bool lifts = std::find(up.begin(), up.end(), question) != up.end();
    Mark mark;
    mark.label = number(question + 1);
    if (lifts) mark.state = MarkState::kOn;
    const Level level = level_of(b, question);
    const bool higher = known(level) && level < b.q.questions[i].top();
    rows.push_back({mark.label + " " + topic_of(b, question),
                    higher ? number(final_stage_with(b.q, b.session.answers(), question, static_cast<Level>(level + 1)))
                           : std::string("–")});
    figure.marks.push_back(std::move(mark));
  }
  const int node = b.figure(section, "steps.lift.f", Look::kCells, title + ".", std::move(figure));
  b.table(node, "steps.lift.t", b.words.lift_figure, {b.words.question, b.words.stage_after}, rows);
}

}  // namespace

void steps_screen(Builder& b) {
  constexpr std::size_t kShownSteps = 3;
  const int screen = b.add(-1, "steps", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const int top = b.add(screen, "steps.top", Kind::kGroup, Look::kHead);
  head(b, top);
  if (all_at_top(b)) {
    const int call = b.add(screen, "steps.call", Kind::kGroup, Look::kCallGo);
    b.paragraph(call, "steps.keep", Look::kBegin, b.text(b.q.keep));
  } else if (!b.result.steps.empty()) {
    const int list = b.add(screen, "steps.list", Kind::kOrdered, Look::kSteps);
    for (std::size_t i = 0; i < std::min(kShownSteps, b.result.steps.size()); ++i) step_item(b, list, i);
  }
  order(b, screen);
  lift(b, screen);
  const int foot = b.add(screen, "steps.foot", Kind::kGroup, Look::kFoot);
  const int share = b.button(foot, "go.share", Look::kSecondary, b.narrow() ? b.words.share : b.words.share_long);
  if (b.narrow()) b.node(share).name = b.words.share_long;
  b.button(foot, "go.patterns", Look::kPrimary, b.words.to_patterns);
}

}  // namespace kk
