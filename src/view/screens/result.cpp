// Uitslag: the stage, what holds it back, the first step, and the answers behind it.
#include <algorithm>
#include <cassert>
#include <functional>

#include "base/phrase.h"
#include "base/sort.h"
#include "exchange/result_code.h"
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
  const auto add = [&](Link link, Look look) {
    for (const ScreenRow& row : b.session.screens()) {
      if (row.link != link) continue;
      const int button = link_to(b, nav, "tab.", row, look);
      b.node(button).current = &row == &open || &row == &row_of(open.under, b.session.screens());
    }
  };
  add(Link::kTab, Look::kTab);
  add(Link::kTabAside, Look::kTabAside);  // the last, also of a longer table
}

std::vector<int> stage_limits(const Questionnaire& q) {
  std::vector<int> ticks;
  for (const Stage& stage : q.stages) ticks.push_back(stage.from);
  ticks.push_back(100);
  return ticks;
}

namespace {

std::string_view name_of_stage(const Builder& b, int stage) {
  assert(stage >= 1 && static_cast<std::size_t>(stage) <= b.q.stages.size());
  return b.text(b.q.stages[static_cast<std::size_t>(stage - 1)].name);
}

}  // namespace

void ladder(Builder& b, int parent) {
  assert(b.result.stage && b.result.overall);
  const StageResult& stage = *b.result.stage;
  // While answers are open, what the score can still become.
  const bool open = b.result.answered < b.result.asked;
  const std::string score = open ? cat(b.result.range_low, "–", b.result.range_high) : shown(b.q, *b.result.overall);
  const bool same = stage.final == stage.score;
  const std::string you = same ? fill(b.words.you_score, {{"score", score}}) : std::string(b.words.you);
  const std::string there = same ? std::string() : fill(b.words.score, {{"score", score}});
  std::string caption =
      fill(b.words.ladder_score,
           {{"n", stage.final}, {"of", static_cast<int>(b.q.stages.size())}, {"name", name_of_stage(b, stage.final)}});
  caption += cat(
      " ", fill(b.words.ladder_fits, {{"score", score}, {"m", stage.score}, {"fits", name_of_stage(b, stage.score)}}));
  for (const int gate : stage.binding) {
    caption += cat(" ", gate_sentence(b, b.q.gates[static_cast<std::size_t>(gate)]));
  }
  const int node = b.add(parent, "result.ladder", Kind::kFigure, Look::kLadder, caption);
  LadderFigure& figure = b.draw<LadderFigure>(node);
  figure.final_stage = stage.final;
  figure.score_stage = stage.score;
  figure.score = points(b.q, *b.result.overall);
  figure.ticks = stage_limits(b.q);
  figure.you = you;
  figure.score_words = there;
  figure.score_number = fill(b.words.score_only, {{"score", score}});
  figure.brake = ladder_brake(b);
  figure.head = b.words.stage;
  Cells cells;
  int n = 0;
  for (const Stage& each : b.q.stages) {
    const std::string& name = figure.names.emplace_back(b.text(each.name));
    cells << ++n << name;
    n == stage.final ? cells << you : n == stage.score ? cells << there : cells << kNoText;
  }
  b.table(node, "result.ladder.t", b.words.stage, {b.words.stage, b.words.name, b.words.remark}, cells);
}

namespace {

/// A radar needs room, three axes (and so few that their names do not meet) and a value on each; otherwise there are
/// bars.
bool radar_possible(const Builder& b) {
  const auto& scores = b.result.sections;
  return !b.narrow() && scores.size() >= 3 && scores.size() <= 8 &&
         std::all_of(scores.begin(), scores.end(), [](const auto& score) { return score.has_value(); });
}

Bar section_bar(const Builder& b, std::size_t section) {
  assert(section < b.result.sections.size() && section < b.q.sections.size());
  Bar bar;
  bar.label = b.text(b.q.sections[section].name);
  if (const auto& score = b.result.sections[section]) {
    bar.value = shown(b.q, *score);
    bar.points = points(b.q, *score);
    bar.stage = stage_of(b.q, *score);
  } else {
    bar.open = true;
    bar.value = is_asked(b, b.q.sections[section].questions) ? b.words.not_counted : b.words.not_asked;
  }
  return bar;
}

/// The numbers behind the bars.
void section_table(Builder& b, int figure) {
  Cells cells;
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    const Bar bar = section_bar(b, s);
    cells << bar.label << bar.value << (bar.stage ? name_of_stage(b, bar.stage) : kNoText);
  }
  b.table(figure, "result.bars.t", b.words.section_score, {b.words.section, b.words.section_score, b.words.stage},
          cells);
}

}  // namespace

void section_bars(Builder& b, int parent) {
  std::vector<Bar> bars(b.q.sections.size());
  for (std::size_t s = 0; s < bars.size(); ++s) bars[s] = section_bar(b, s);
  const bool radar = b.session.more() && radar_possible(b);
  const int node = b.add(parent, "result.bars", Kind::kFigure, radar ? Look::kRadar : Look::kBars, section_finding(b));
  if (radar) {
    RadarFigure& figure = b.draw<RadarFigure>(node);
    figure.axes = std::move(bars);
    figure.rings = stage_limits(b.q);
  } else {
    BarsFigure& figure = b.draw<BarsFigure>(node);
    figure.bars = std::move(bars);
    figure.ticks = stage_limits(b.q);
    // A line for the score would say more than is known while answers are open.
    if (b.result.overall && b.result.answered == b.result.asked) figure.line = points(b.q, *b.result.overall);
  }
  section_table(b, node);
}

namespace {

/// A section above its answers: its name, its number and its bar.
void bar_head(Builder& b, int parent, const std::string& id, std::size_t section) {
  const int head = b.add(parent, {id, ".head"}, Kind::kGroup, Look::kBarHead);
  TrackFigure& figure = b.draw<TrackFigure>(head);
  figure.bar = section_bar(b, section);
  figure.ticks = stage_limits(b.q);
  b.heading(head, {id, ".h"}, 3, Look::kBarValue, b.text(b.q.sections[section].name));
  b.add(head, {id, ".n"}, Kind::kSpan, Look::kBarValue, figure.bar.value);
}

}  // namespace

bool brakes(const Builder& b, int question) {
  for (const Step& step : b.result.steps) {
    if (step.gate && step.question == question) return !step.find_out;  // what is open is no brake yet
  }
  return false;
}

namespace {

/// The chosen level's own words, or what stands in their place.
std::string_view answer_words(const Builder& b, int question) {
  const Value value = b.value(question);
  if (!known(value)) return value == kUnknownValue ? b.words.unknown_mark : b.words.skipped_mark;
  const Question& q = b.q.questions[static_cast<std::size_t>(question)];
  return b.text(q.levels[static_cast<std::size_t>(q.level_for(value))]);
}

}  // namespace

void answer_cells(const Builder& b, Cells& cells, int question, std::string_view tagged) {
  const Value value = b.value(question);
  cells << cat(b.session.number_of(question), " ", b.text(b.q.questions[static_cast<std::size_t>(question)].topic),
               tagged);
  known(value) ? cells << value.number : cells << "–";
  cells << answer_words(b, question);
}

namespace {

/// One answer of the strip.
void strip_item(Builder& b, int parent, int index) {
  const Question& question = b.q.questions[static_cast<std::size_t>(index)];
  const Value value = b.value(index);
  const bool brake = brakes(b, index);
  std::string text;
  if (!b.narrow()) text = cat(b.session.number_of(index), " ");
  text += b.topic(question);
  if (brake) text += cat(" ", b.words.brake_tag);
  const int item = b.add(parent, {id_in("strip", question.id), ".i"}, Kind::kItem, Look::kColumn);
  const int button = b.button(item, cat("strip.", question.id), Look::kStripItem, text);
  DotsFigure& figure = b.draw<DotsFigure>(button);
  figure.value = known(value) ? value.number : -1;
  figure.top = question.top();
  figure.brake = brake;
  std::string where(answer_words(b, index));
  if (known(value)) {
    // The chosen level's own words: heard with the name, and seen on hover and focus.
    where = cat(lower_first(b.words.level), " ", fill(b.words.level_of, {{"n", value.number}, {"of", question.top()}}),
                ": ", where);
  } else {
    figure.words = where;
  }
  b.node(button).tail = brake ? static_cast<int>(b.words.brake_tag.size()) : 0;
  b.node(button).name = cat(text, ", ", where);
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
    const Value value = b.value(i);
    return known(value) ? int{value.number} : kMostLevels;
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
  const bool table = b.options.paper;  // on a screen each answer's button says all of it
  const bool is_figure = table || b.narrow();
  const int figure = b.add(section, "result.strip", is_figure ? Kind::kFigure : Kind::kGroup, Look::kStrip,
                           is_figure ? section_finding(b) : std::string());
  Cells cells;
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    if (!is_asked(b, b.q.sections[s].questions)) continue;
    const std::string id = id_in("result.strip", b.q.sections[s].id);
    const int column = b.add(figure, id, Kind::kGroup, Look::kStripColumn);
    if (b.narrow()) {
      bar_head(b, column, id, s);
    } else {
      b.heading(column, {id, ".h"}, 3, Look::kStripHeading, b.text(b.q.sections[s].name));
    }
    const int list = b.add(column, {id, ".list"}, Kind::kList, Look::kStripList);
    for (const int i : in_strip(b, b.q.sections[s].questions)) {
      strip_item(b, list, i);
      answer_cells(b, cells, i);
      cells << (brakes(b, i) ? b.words.brake_tag : kNoText);
    }
  }
  if (table) {
    b.table(figure, "result.strip.t", b.words.level,
            {b.words.question, b.words.level, b.words.level_words, b.words.remark}, cells);
  }
  if (b.narrow()) section_table(b, figure);
}

}  // namespace

void result_head(Builder& b, int parent) {
  const int head = b.add(parent, "result.head", Kind::kGroup, Look::kHead);
  std::string over = over_line(b);
  const bool partly = b.result.stage && b.result.answered < b.result.asked;
  if (partly && b.narrow()) {
    over += cat(" · ", fill(b.words.level_of, {{"n", b.result.answered}, {"of", b.result.asked}}));
  }
  b.paragraph(head, "result.over", Look::kOver, over);
  if (!b.result.stage) {
    b.node(b.heading(head, "result.h", 1, Look::kHero, b.words.too_few_title)).described_by = "result.over";
    b.paragraph(head, "result.say", Look::kSay, still_needed(b));
    return;
  }
  const StageResult& stage = *b.result.stage;
  const int row = b.add(head, "result.row", Kind::kGroup, Look::kTitleRow);
  b.node(b.heading(row, "result.h", 1, Look::kHero, name_of_stage(b, stage.final))).described_by = "result.over";
  b.button(row, "go.limits", Look::kOneView, b.words.one_view);
  b.paragraph(head, "result.say", stage.binding.empty() ? Look::kSayText : Look::kSay, stage_sentence(b));
}

namespace {

void callout(Builder& b, int parent) {
  if (b.result.steps.empty() && !all_at_top(b)) return;
  const bool brake = b.result.stage && !b.result.stage->binding.empty();
  const int call = b.add(parent, "result.call", Kind::kGroup, brake ? Look::kCallBrake : Look::kCallGo);
  if (b.result.steps.empty()) {
    b.paragraph(call, "result.begin", Look::kBegin, b.text(b.q.keep));
    return;
  }
  const std::string text = cat(b.words.start_here, " ", lower_first(step_text(b, b.result.steps.front())));
  const int begin = b.paragraph(call, "result.begin", Look::kBegin, text);
  b.node(begin).bold = static_cast<int>(b.words.start_here.size());
  const std::string lift = lift_sentence(b);
  if (!lift.empty()) b.paragraph(call, "result.then", Look::kThen, lift);
}

/// What whoever invited the reader waits for.
void code_for_team(Builder& b, int parent) {
  if (!b.session.for_team() || b.result.answered == 0 || b.options.paper) return;
  const int team = b.add(parent, "result.team", Kind::kGroup, Look::kSite);
  b.paragraph(team, "result.team.what", Look::kPlain, cat(b.words.for_team, " ", b.words.code_readable));
  b.paragraph(team, "result.team.code", Look::kCode, result_code(b.q, b.session.answers()));
  b.button(team, "copy.code", Look::kSecondary, b.words.copy_code);
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

/// Which stage fits is the organisation's own choice; it moves nothing but its own mark. Folded where there is no room.
void target(Builder& b, int parent) {
  if (b.q.target.question.empty()) return;
  const int chosen = b.session.target();
  const int section = b.add(parent, "result.target", Kind::kGroup, Look::kTarget);
  if (b.narrow()) {
    const std::string_view question = b.text(b.q.target.question);
    if (chosen > 0) {
      b.fold_row(section, fill(b.words.your_target, {{"n", chosen}}), name_of_stage(b, chosen));
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
    const int radio = b.add(group, cat("target.", n), Kind::kRadio, Look::kTargetCell, number(n));
    b.node(radio).name = cat(n, " ", b.text(b.q.stages[i].name));
    b.node(radio).checked = chosen == n;
  }
  if (b.narrow()) b.paragraph(section, "result.target.note", Look::kUnder, b.text(b.q.target.note));
}

void result_screen(Builder& b) {
  const int screen = b.add(-1, "result", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  result_head(b, screen);
  code_for_team(b, screen);
  callout(b, screen);
  const int figures = b.add(screen, "result.figures", Kind::kGroup, Look::kSection);
  if (b.result.stage) ladder(b, figures);
  if (b.result.stage) target(b, figures);
  if (!b.narrow()) section_bars(b, figures);
  if (radar_possible(b)) {
    const int row = b.add(figures, "result.view", Kind::kGroup, Look::kMoreRow);
    b.button(row, "nav.more", Look::kLink, b.session.more() ? b.words.bars : b.words.radar);
  }
  strip(b, screen);
  if (b.session.then()) {
    const int row = b.add(screen, "result.beside", Kind::kGroup, Look::kMoreRow);
    b.button(row, "go.compare", Look::kLink, b.words.compare);
  }
  benchmark(b, screen);
  invitation(b, screen);
  foot(b, screen);
}

}  // namespace kk
