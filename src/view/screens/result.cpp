// Uitslag: the stage, what holds it back, the first step, and the answers behind it.
#include <algorithm>
#include <functional>

#include "base/phrase.h"
#include "base/sort.h"
#include "score/parts.h"
#include "score/score.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {

void tabs(Builder& b, int parent) {
  const int nav = b.add(parent, "tabs", Kind::kNav, Look::kTabs);
  b.node(nav).name = b.words.tabs;
  const ScreenRow& open = b.session.row();
  for (const ScreenRow& row : b.session.screens()) {
    if (row.link != Link::kTab && row.link != Link::kTabAside) continue;
    const int button = link_to(b, nav, "tab.", row, row.link == Link::kTab ? Look::kTab : Look::kTabAside);
    b.node(button).current = &row == &open || &row == &row_of(open.under, b.session.screens());
  }
}

namespace {

/// Ladder figure. marks: one a stage (label: name, tone: number, current: name is emphasised, value: the score where it
/// stands alone); first, second: final and score stage; at: the score; ticks: stage limits and 100; labels: pill at the
/// final stage, pill at the score, the brake (may be empty), the word for the row.
void ladder(Builder& b, int parent) {
  const StageResult& stage = *b.result.stage;
  // While answers are open, what the score can still become.
  const bool open = b.result.answered < b.result.asked;
  const std::string score =
      open ? number(b.result.range_low) + "–" + number(b.result.range_high) : shown(b.q, *b.result.overall);
  Figure figure;
  figure.first = stage.final;
  figure.second = stage.score;
  figure.at = points(b.q, *b.result.overall);
  for (const Stage& each : b.q.stages) figure.ticks.push_back(each.from);
  figure.ticks.push_back(100);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < b.q.stages.size(); ++i) {
    const int n = static_cast<int>(i) + 1;
    Mark mark;
    mark.label = b.text(b.q.stages[i].name);
    mark.tone = n;
    mark.current = n == stage.final || n == stage.score;
    if (n == stage.score) mark.value = fill(b.words.score_only, {{"score", score}});
    std::string remark;
    if (n == stage.final)
      remark = stage.final == stage.score ? fill(b.words.you_score, {{"score", score}}) : std::string(b.words.you);
    if (n == stage.score && stage.final != stage.score) remark = fill(b.words.score, {{"score", score}});
    rows.push_back({number(n), mark.label, remark});
    figure.marks.push_back(std::move(mark));
  }
  const bool same = stage.final == stage.score;
  figure.labels = {same ? fill(b.words.you_score, {{"score", score}}) : std::string(b.words.you),
                   same ? std::string() : fill(b.words.score, {{"score", score}}), ladder_brake(b),
                   std::string(b.words.stage)};
  std::string caption =
      fill(b.words.ladder_score, {{"n", number(stage.final)},
                                  {"of", number(static_cast<int>(b.q.stages.size()))},
                                  {"name", b.text(b.q.stages[static_cast<std::size_t>(stage.final - 1)].name)}});
  caption +=
      " " + fill(b.words.ladder_fits, {{"score", score},
                                       {"m", number(stage.score)},
                                       {"fits", b.text(b.q.stages[static_cast<std::size_t>(stage.score - 1)].name)}});
  for (const int gate : stage.binding) {
    const Gate& g = b.q.gates[static_cast<std::size_t>(gate)];
    caption += " " + gate_sentence(b, g);
  }
  const int node = b.figure(parent, "result.ladder", Look::kLadder, caption, std::move(figure));
  b.table(node, "result.ladder.t", b.words.stage, {b.words.stage, b.words.name, b.words.remark}, rows);
}

/// Which stage fits is the organisation's own choice; it moves nothing but its own mark. Folded where there is no room.
void target(Builder& b, int parent) {
  if (b.q.target.question.empty()) return;
  const int chosen = b.session.target();
  const int section = b.add(parent, "result.target", Kind::kGroup, Look::kTarget);
  if (b.narrow()) {
    const std::string_view question = b.text(b.q.target.question);
    if (chosen > 0) {
      b.fold_row(section, fill(b.words.your_target, {{"n", number(chosen)}}),
                 b.text(b.q.stages[static_cast<std::size_t>(chosen - 1)].name));
    } else {
      b.fold_row(section, question, {});
    }
    if (!b.session.more()) return;
  } else {
    b.paragraph(section, "result.target.q", Look::kBarValue, b.text(b.q.target.question));
  }
  const int group = b.add(section, "target", Kind::kRadioGroup, Look::kTargets);
  b.node(group).name = b.text(b.q.target.question);
  for (std::size_t i = 0; i < b.q.stages.size(); ++i) {
    const int n = static_cast<int>(i) + 1;
    const int radio = b.add(group, "target." + number(n), Kind::kRadio, Look::kTargetCell, number(n));
    b.node(radio).name = number(n) + " " + std::string(b.text(b.q.stages[i].name));
    b.node(radio).checked = chosen == n;
  }
  if (b.narrow()) b.paragraph(section, "result.target.note", Look::kUnder, b.text(b.q.target.note));
}

/// A radar needs room, three axes (and so few that their names do not meet) and a value on each; otherwise there are
/// bars.
bool radar_possible(const Builder& b) {
  const auto& scores = b.result.sections;
  return !b.narrow() && scores.size() >= 3 && scores.size() <= 8 &&
         std::all_of(scores.begin(), scores.end(), [](const auto& score) { return score.has_value(); });
}

/// A section's bar: value is its number in words, at its points, tone its stage.
Mark section_mark(const Builder& b, std::size_t section) {
  Mark mark;
  mark.label = b.text(b.q.sections[section].name);
  if (const auto& score = b.result.sections[section]) {
    mark.value = shown(b.q, *score);
    mark.at = points(b.q, *score);
    mark.tone = stage_of(b.q, *score);
  } else {
    mark.state = MarkState::kUnknown;
    mark.value = is_asked(b, b.q.sections[section].questions) ? b.words.not_counted : b.words.not_asked;
  }
  return mark;
}

std::vector<int> stage_limits(const Questionnaire& q) {
  std::vector<int> ticks;
  for (const Stage& stage : q.stages) ticks.push_back(stage.from);
  ticks.push_back(100);
  return ticks;
}

/// The numbers behind the bars.
void section_table(Builder& b, int figure) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    const Mark mark = section_mark(b, s);
    rows.push_back({mark.label, mark.value,
                    std::string(mark.tone ? b.text(b.q.stages[static_cast<std::size_t>(mark.tone - 1)].name) : "")});
  }
  b.table(figure, "result.bars.t", b.words.section_score, {b.words.section, b.words.section_score, b.words.stage},
          rows);
}

/// Bars figure. marks: one a section; ticks: stage limits and 100; at: the overall score.
void bars(Builder& b, int parent) {
  Figure figure;
  // A line for the score would say more than is known while answers are open.
  figure.at = b.result.overall && b.result.answered == b.result.asked ? points(b.q, *b.result.overall) : -1;
  figure.ticks = stage_limits(b.q);
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) figure.marks.push_back(section_mark(b, s));
  const bool radar = b.session.more() && radar_possible(b);
  const int node =
      b.figure(parent, "result.bars", radar ? Look::kRadar : Look::kBars, section_finding(b), std::move(figure));
  section_table(b, node);
}

/// A section above its answers: its name, its number and its bar. Figure as that of the bars, with one mark.
void bar_head(Builder& b, int parent, const std::string& id, std::size_t section) {
  const int head = b.add(parent, id + ".head", Kind::kGroup, Look::kBarHead);
  Figure figure;
  figure.ticks = stage_limits(b.q);
  figure.marks.push_back(section_mark(b, section));
  const std::string value = figure.marks.front().value;
  b.node(head).figure = static_cast<int>(b.view.figures.size());
  b.view.figures.push_back(std::move(figure));
  b.heading(head, id + ".h", 3, Look::kBarValue, b.text(b.q.sections[section].name));
  b.add(head, id + ".n", Kind::kSpan, Look::kBarValue, value);
}

bool brakes(const Builder& b, int question) {
  for (const Step& step : b.result.steps) {
    if (step.gate && step.question == question) return !step.find_out;  // what is open is no brake yet
  }
  return false;
}

/// One answer of the strip: first is what it counts for (-1: none), second the highest level; marks[0].state: brake or
/// unknown.
void strip_item(Builder& b, int parent, int index) {
  const Question& question = b.q.questions[static_cast<std::size_t>(index)];
  const Level level = b.value(index);
  const bool brake = brakes(b, index);
  std::string text = (b.narrow() ? "" : b.number_of(index) + " ") + std::string(b.topic(question));
  Figure figure;
  figure.first = known(level) ? level : -1;
  figure.second = question.top();
  Mark mark;
  std::string where = fill(b.words.level_of, {{"n", number(level)}, {"of", number(question.top())}});
  if (brake) mark.state = MarkState::kBrake;
  if (!known(level)) {
    mark.state = MarkState::kUnknown;
    mark.value = level == kUnknown ? b.words.unknown_mark : b.words.skipped_mark;
    where = mark.value;
  } else {
    // The chosen level's own words: heard with the name, and seen on hover and focus.
    where = lower_first(b.words.level) + " " + where + ": " +
            std::string(b.text(question.levels[static_cast<std::size_t>(question.value_of(level))]));
  }
  figure.marks.push_back(std::move(mark));
  if (brake) text += " " + std::string(b.words.brake_tag);
  const int item = b.add(parent, id_in("strip", question.id) + ".i", Kind::kItem, Look::kPlain);
  const int button = b.button(item, "strip." + question.id, Look::kStripItem, text);
  b.node(button).tail = brake ? static_cast<int>(b.words.brake_tag.size()) : 0;
  b.node(button).name = text + ", " + where;
  b.node(button).figure = static_cast<int>(b.view.figures.size());
  b.view.figures.push_back(std::move(figure));
}

/// Whether the strip would be too long with every answer.
bool is_cut(const Builder& b) {
  constexpr int kMostInStrip = 60;
  return b.result.asked > kMostInStrip;
}

/// Those of a section that the strip shows: all that are asked, or when it is cut only the lowest, and behind them
/// those that are open.
std::vector<int> in_strip(const Builder& b, const std::vector<int>& questions) {
  constexpr std::size_t kFewInSection = 3;
  std::vector<int> shown;
  for (const int i : questions) {
    if (b.session.asks(i)) shown.push_back(i);
  }
  if (!is_cut(b) || shown.size() <= kFewInSection) return shown;
  const auto rank = [&](int i) {
    const Level value = b.result.values[static_cast<std::size_t>(i)];
    return known(value) ? int{value} : kMostLevels;
  };
  sort_few(shown, [&](int a, int b) { return rank(a) < rank(b); });
  shown.resize(kFewInSection);
  sort_few(shown, std::less<int>());
  return shown;
}

void strip(Builder& b, int parent) {
  const int section = b.add(parent, "result.answers", Kind::kGroup, Look::kSection);
  const std::string_view title = is_cut(b) ? b.words.lowest_answers : b.words.answers;
  const bool hidden = !is_cut(b);  // what "your answers" would say goes without saying
  const int head = b.add(section, "result.answers.head", Kind::kGroup, hidden ? Look::kHiddenTitle : Look::kTitleRow);
  b.node(head).drawn = !hidden;
  b.heading(head, "result.answers.h", 2, Look::kSectionTitle, title);
  b.add(head, "result.answers.hint", Kind::kSpan, Look::kSmallMuted, b.words.answers_hint);

  // Where it is narrow, each section's bar stands above its answers.
  const std::string caption = b.narrow() ? section_finding(b) : std::string(b.words.answers_hint);
  const int figure = b.figure(section, "result.strip", Look::kStrip, caption, Figure{});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    if (!is_asked(b, b.q.sections[s].questions)) continue;
    const std::string id = id_in("result.strip", b.q.sections[s].id);
    const int column = b.add(figure, id, Kind::kGroup, Look::kStripColumn);
    if (b.narrow()) {
      bar_head(b, column, id, s);
    } else {
      b.heading(column, id + ".h", 3, Look::kStripHeading, b.text(b.q.sections[s].name));
    }
    const int list = b.add(column, id + ".list", Kind::kList, Look::kStripList);
    for (const int i : in_strip(b, b.q.sections[s].questions)) {
      strip_item(b, list, i);
      const Question& question = b.q.questions[static_cast<std::size_t>(i)];
      const Level level = b.value(i);
      const auto chosen = static_cast<std::size_t>(question.value_of(level));
      const std::string_view words = known(level)        ? b.text(question.levels[chosen])
                                     : level == kUnknown ? b.words.unknown_mark
                                                         : b.words.skipped_mark;
      rows.push_back({b.number_of(i) + " " + std::string(b.text(question.topic)),
                      known(level) ? number(level) : std::string("–"), std::string(words),
                      brakes(b, i) ? std::string(b.words.brake_tag) : std::string()});
    }
  }
  b.table(figure, "result.strip.t", title, {b.words.question, b.words.level, b.words.level_words, b.words.remark},
          rows);
  if (b.narrow()) section_table(b, figure);
}

void head(Builder& b, int parent) {
  const int head = b.add(parent, "result.head", Kind::kGroup, Look::kHead);
  std::string over = over_line(b);
  const bool partly = b.result.stage && b.result.answered < b.result.asked;
  if (partly && b.narrow()) {
    over += " · " + fill(b.words.level_of, {{"n", number(b.result.answered)}, {"of", number(b.result.asked)}});
  }
  b.paragraph(head, "result.over", Look::kOver, over);
  if (!b.result.stage) {
    b.heading(head, "result.h", 1, Look::kHero, b.words.too_few_title);
    b.paragraph(head, "result.say", Look::kSay, still_needed(b));
    return;
  }
  const StageResult& stage = *b.result.stage;
  const int row = b.add(head, "result.row", Kind::kGroup, Look::kTitleRow);
  b.heading(row, "result.h", 1, Look::kHero, b.text(b.q.stages[static_cast<std::size_t>(stage.final - 1)].name));
  b.button(row, "go.limits", Look::kOneView, b.words.one_view);
  b.paragraph(head, "result.say", stage.binding.empty() ? Look::kSayText : Look::kSay, stage_sentence(b));
}

void callout(Builder& b, int parent) {
  if (b.result.steps.empty() && !all_at_top(b)) return;
  const bool brake = b.result.stage && !b.result.stage->binding.empty();
  const int call = b.add(parent, "result.call", Kind::kGroup, brake ? Look::kCallBrake : Look::kCallGo);
  if (b.result.steps.empty()) {
    b.paragraph(call, "result.begin", Look::kBegin, b.text(b.q.keep));
    return;
  }
  const std::string text = std::string(b.words.start_here) + " " + lower_first(step_text(b, b.result.steps.front()));
  const int begin = b.paragraph(call, "result.begin", Look::kBegin, text);
  b.node(begin).bold = static_cast<int>(b.words.start_here.size());
  const std::string lift = lift_sentence(b);
  if (!lift.empty()) b.paragraph(call, "result.then", Look::kThen, lift);
}

void foot(Builder& b, int parent) {
  // Said above the stage where it is narrow; without a stage, the sentence there says what is missing.
  sources(b, parent, !b.narrow() || !b.result.stage ? completeness(b) : "");
  const int foot = b.add(parent, "result.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.edit", b.narrow() ? Look::kTextButton : Look::kSecondary, b.words.edit);
  const int on = b.button(foot, "go.steps", Look::kPrimary, b.narrow() ? b.words.to_steps_short : b.words.to_steps);
  if (b.narrow()) b.node(on).name = b.words.to_steps;
}

}  // namespace

void result_screen(Builder& b) {
  const int screen = b.add(-1, "result", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  head(b, screen);
  callout(b, screen);
  const int figures = b.add(screen, "result.figures", Kind::kGroup, Look::kSection);
  if (b.result.stage) ladder(b, figures);
  if (b.result.stage) target(b, figures);
  if (!b.narrow()) bars(b, figures);
  if (radar_possible(b)) {
    const int row = b.add(figures, "result.view", Kind::kGroup, Look::kMoreRow);
    const int button = b.button(row, "nav.more", Look::kLink, b.session.more() ? b.words.bars : b.words.radar);
    b.node(button).expanded = b.session.more() ? 1 : 0;
  }
  strip(b, screen);
  benchmark(b, screen);
  invitation(b, screen);
  foot(b, screen);
}

}  // namespace kk
