// Stappen: what to do first, why, and which single step changes the stage.
#include <algorithm>
#include <cassert>

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

/// The binding gate that the first step answers to; null when none binds.
const Gate* first_brake(const Builder& b) {
  if (!b.result.stage || b.result.stage->binding.empty()) return nullptr;
  return &b.q.gates[static_cast<std::size_t>(b.result.stage->binding.front())];
}

void head(Builder& b, int parent) {
  const Gate* brake = first_brake(b);
  const int row = b.add(parent, "steps.head", Kind::kGroup, Look::kTitleRow);
  b.heading(row, "steps.h", 1, Look::kPageTitle, steps_title(b));
  if (!b.result.steps.empty() && !b.narrow()) {
    const int key = b.add(row, "steps.key", Kind::kGroup, Look::kKey);
    b.key_item(key, "steps.key.now", b.words.now, KeyFigure::Sign::kDisc);
    b.key_item(key, "steps.key.after", b.words.after, KeyFigure::Sign::kNext);
  }

  std::string lead;
  if (brake) {
    lead = gate_sentence(b, *brake);
    const Value value = brake->question < 0 ? kUnknownValue : b.value(brake->question);
    if (known(value) && static_cast<std::size_t>(value.number) < brake->reasons.size()) {
      lead += cat(" ", b.text(brake->reasons[static_cast<std::size_t>(value.number)]));
    }
  } else if (b.result.stage) {
    lead = b.text(b.q.stages[static_cast<std::size_t>(b.result.stage->final - 1)].text);
  } else {
    lead = still_needed(b);
  }
  b.paragraph(parent, "steps.lead", Look::kPageLead, lead);
}

}  // namespace

int step_item(Builder& b, int list, std::size_t at) {
  assert(at < b.result.steps.size());
  const Step& step = b.result.steps[at];
  const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
  const std::string id = id_in("steps", question.id);
  const int item = b.add(list, id, Kind::kItem, Look::kStep);
  StepFigure& figure = b.draw<StepFigure>(item);
  figure.number = static_cast<int>(at) + 1;
  figure.value = step.find_out ? -1 : b.value(step.question).number;
  figure.top = question.top();
  b.paragraph(item, {id, ".meta"}, Look::kStepMeta,
              fill(b.words.step_meta, {{"n", b.session.number_of(step.question)}, {"topic", b.topic(question)}}));
  b.paragraph(item, {id, ".do"}, Look::kStepDo, step_text(b, step));
  const std::string done = done_when(b, step);
  if (!done.empty()) {
    const int text = b.paragraph(item, {id, ".done"}, Look::kStepDone, cat(b.words.done_when, " ", done));
    b.node(text).bold = static_cast<int>(b.words.done_when.size());
  }
  return item;
}

namespace {

/// The first three, and why each comes where it does.
void list(Builder& b, int screen) {
  const int list = b.add(screen, "steps.list", Kind::kOrdered, Look::kSteps);
  for (std::size_t i = 0; i < std::min(kShownSteps, b.result.steps.size()); ++i) {
    const int item = step_item(b, list, i);
    // Where it is narrow, why the others come after it belongs to the order, behind its fold.
    if (i == 0 || !b.narrow() || b.session.more())
      b.paragraph(item, cat(b.node(item).id, ".why"), Look::kStepBecause, because(b, i));
  }
}

/// Of those that are asked: "4–6", or "1, 8" where they do not follow each other; a dash when there is none.
std::string numbers_of(const Builder& b, std::vector<int> questions) {
  std::erase_if(questions, [&](int question) { return !b.session.asks(question); });
  if (questions.empty()) return "–";
  const auto follows = [](int a, int b) { return b != a + 1; };
  const bool is_row = std::adjacent_find(questions.begin(), questions.end(), follows) == questions.end();
  if (is_row && questions.size() > 1)
    return cat(b.session.number_of(questions.front()), "–", b.session.number_of(questions.back()));
  std::string out;
  for (const int question : questions) out += cat(out.empty() ? "" : ", ", b.session.number_of(question));
  return out;
}

void order(Builder& b, int parent) {
  if (b.q.order.empty()) return;
  const std::vector<int> links = link_levels(b);
  const int weak = weak_link(links);
  const std::string title = weak_link_title(b, weak);
  const int section = b.add(parent, "steps.order", Kind::kGroup, Look::kSection);
  b.heading(section, "steps.order.h", 2, Look::kSectionTitle, title);
  const std::string rule = fill(b.words.order_rule, {{"last", b.text(b.q.order.back().name)}});
  const int node = b.add(section, "steps.order.f", Kind::kFigure, Look::kOrder, rule);
  OrderFigure& figure = b.draw<OrderFigure>(node);
  figure.links.resize(links.size());
  Cells cells;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto& questions = b.q.order[i].questions;
    OrderFigure::Link& link = figure.links[i];
    link.label = b.text(b.q.order[i].name);
    link.weak = static_cast<int>(i) == weak;
    const bool open = links[i] < 0;
    const bool doubted = std::any_of(questions.begin(), questions.end(),
                                     [&](int question) { return b.value(question) == kUnknownValue; });
    const std::string_view nothing = doubted                  ? b.words.unknown_mark
                                     : is_asked(b, questions) ? b.words.skipped_mark
                                                              : b.words.not_asked;
    if (open) {
      link.value = b.narrow() ? "?" : std::string(nothing);
    } else {
      link.level = links[i];
      link.value = b.narrow() ? number(links[i]) : fill(b.words.order_level, {{"n", links[i]}});
    }
    cells << link.label << numbers_of(b, questions);
    open ? cells << nothing : cells << links[i];
    cells << (link.weak ? b.words.first_weak : kNoText);
  }
  b.table(node, "steps.order.t", b.words.link, {b.words.link, b.words.questions, b.words.lowest, b.words.remark},
          cells);
  const std::string waits = waiting(b);
  if (!waits.empty()) b.paragraph(section, "steps.order.u", Look::kUnder, waits);
}

/// Where one level more changes the stage.
void lift(Builder& b, int parent) {
  if (!b.result.sensitivity) return;
  const auto& up = b.result.sensitivity->up;
  const std::string title = lift_title(b), drop = drop_sentence(b);
  if (title.empty() && drop.empty()) return;
  const int section = b.add(parent, "steps.lift", Kind::kGroup, Look::kSection);
  if (title.empty()) {
    b.paragraph(section, "steps.drop", Look::kUnder, drop);
    return;
  }
  b.heading(section, "steps.lift.h", 2, Look::kSectionTitle, title);
  std::vector<CellsFigure::Cell> drawn;
  Cells cells;
  const bool is_long = b.result.asked > kMostCells;  // then only what lifts the stage is worth a row
  for (std::size_t i = 0; i < b.q.questions.size(); ++i) {
    const int question = static_cast<int>(i);
    if (!b.session.asks(question)) continue;
    const bool lifts = std::find(up.begin(), up.end(), question) != up.end();
    if (is_long && (!lifts || drawn.size() == kMostCells)) continue;
    const Value value = b.value(question);
    const bool higher = known(value) && value.number < b.q.questions[i].top();
    const int n = b.session.number_of(question);
    cells << cat(n, " ", b.text(b.q.questions[i].topic));
    higher ? cells << stage_after(b, question) : cells << "–";
    drawn.push_back({n, lifts});
  }
  if (!drawn.empty()) {
    const int node = b.add(section, "steps.lift.f", Kind::kFigure, Look::kCells, b.words.lift_figure);
    b.draw<CellsFigure>(node).cells = std::move(drawn);
    b.table(node, "steps.lift.t", b.words.stage, {b.words.question, b.words.stage}, cells);
  }
  if (!drop.empty()) b.paragraph(section, "steps.drop", Look::kUnder, drop);
}

/// The row that the order of work is behind; true when it is open.
bool order_fold(Builder& b, int parent) {
  if (b.q.order.empty()) return false;
  // With an open answer nothing can be said yet.
  if (weak_link_title(b, weak_link(link_levels(b))) == b.words.order_figure) {
    b.fold_row(parent, b.words.order_figure, {});
  } else {
    b.fold_row(parent, b.words.chain, chain_words(b));
  }
  return b.session.more();
}

/// The row behind which stands what one level up or down does; true when it is open.
bool lift_fold(Builder& b, int parent) {
  if (!b.result.sensitivity) return false;
  const LiftFold fold = lift_fold_words(b);
  if (fold.name.empty() && drop_sentence(b).empty()) return false;
  b.fold_row(parent, fold.name.empty() ? b.words.one_lower : fold.name, fold.summary, 1);
  return b.session.more(1);
}

}  // namespace

void steps_screen(Builder& b) {
  const int screen = b.add(-1, "steps", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const int top = b.add(screen, "steps.top", Kind::kGroup, Look::kHead);
  head(b, top);
  if (all_at_top(b)) {
    const int call = b.add(screen, "steps.call", Kind::kGroup, Look::kCallGo);
    b.paragraph(call, "steps.keep", Look::kBegin, b.text(b.q.keep));
  } else if (!b.result.steps.empty()) {
    list(b, screen);
  }
  // Where it is narrow, the steps take the page: the order of work and what lifts the stage are behind folds.
  const bool folds = b.options.width < kMediumWidth && !b.result.steps.empty();
  const int more = folds ? b.add(screen, "steps.more", Kind::kGroup, Look::kColumn) : screen;
  if (!folds || order_fold(b, more)) order(b, more);
  if (!folds || lift_fold(b, more)) lift(b, more);
  const int foot = b.add(screen, "steps.foot", Kind::kGroup, Look::kFoot);
  const auto planned = static_cast<int>(b.session.plan().tasks.size());
  const bool plans = planned > 0 || !b.result.steps.empty();
  const bool brief = plans && b.narrow();
  const int patterns = b.button(foot, "go.patterns", plans ? Look::kSecondary : Look::kPrimary,
                                brief ? b.words.patterns : b.words.to_patterns);
  if (brief) b.node(patterns).name = b.words.to_patterns;
  if (plans) {
    b.button(foot, "go.plan", Look::kPrimary,
             planned > 0 ? fill(b.words.to_plan, {{"n", planned}}) : std::string(b.words.make_plan));
  }
  sources(b, screen);
}

}  // namespace kk
