// Intro and questions: what a reader meets before there is a result.
#include "base/phrase.h"
#include "view/choice.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

ProgressFigure progress_figure(const Builder& b, int current) {
  using State = ProgressFigure::State;
  ProgressFigure figure;
  for (std::size_t i = 0; i < b.q.questions.size(); ++i) {
    if (!b.session.asks(static_cast<int>(i))) continue;
    const int question = static_cast<int>(i);
    const State state = b.session.answers().questions[i] != kSkipped ? State::kAnswered
                        : b.session.passed(question)                 ? State::kSkipped
                                                                     : State::kOpen;
    figure.parts.push_back({b.q.questions[i].section, state, question == current});
  }
  return figure;
}

void progress(Builder& b, int parent, const std::string& screen, int index) {
  const Question& question = b.q.questions[static_cast<std::size_t>(index)];
  const std::string count = fill(b.words.count, {{"n", b.session.number_of(index)}, {"of", b.result.asked}});
  const auto bars = [&] {
    const int row = b.add(parent, {screen, ".progress"}, Kind::kGroup, Look::kProgress);
    b.draw(row, progress_figure(b, index));
    if (b.narrow()) return;
    for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
      const int part =
          b.add(row, cat(screen, ".part", static_cast<int>(s)), Kind::kSpan, Look::kPart, b.text(b.q.sections[s].name));
      b.node(part).current = static_cast<int>(s) == question.section;
    }
  };
  if (b.narrow()) {
    const int row = b.add(parent, {screen, ".count"}, Kind::kGroup, Look::kCountRow);
    b.paragraph(row, {screen, ".n"}, Look::kCount, count);
    const int part = b.add(row, {screen, ".part"}, Kind::kSpan, Look::kPart,
                           b.text(b.q.sections[static_cast<std::size_t>(question.section)].name));
    b.node(part).current = true;
    bars();
  } else {
    bars();
    b.paragraph(parent, {screen, ".n"}, Look::kCount, count);
  }
}

/// Once there is a result, the result itself, so that a changed answer shows at once. Before that a running score would
/// steer the answers.
void live_range(Builder& b, int parent, const std::string& screen) {
  if (!b.session.result_seen()) return;
  const bool known_now = b.result.stage.has_value();
  const int live = b.paragraph(
      parent, {screen, ".live"}, Look::kLive,
      known_now ? over_line(b) : fill(b.words.live, {{"a", b.result.range_low}, {"b", b.result.range_high}}));
  b.draw(live, LiveFigure{b.result.range_low, b.result.range_high});
}

}  // namespace

void intro_screen(Builder& b) {
  const std::string_view first = b.text(b.q.stages.front().name);
  const std::string_view last = b.text(b.q.stages.back().name);
  const int screen = b.add(-1, "intro", Kind::kGroup, Look::kScreen);
  b.heading(screen, "intro.h", 1, Look::kIntroTitle, b.text(b.q.title));

  const int top = b.add(screen, "intro.top", Kind::kGroup, Look::kIntroTop);
  const int column = b.add(top, "intro.text", Kind::kGroup, Look::kColumn);
  b.paragraph(column, "intro.lead", Look::kLead, b.text(b.q.lead));
  const int go = b.add(column, "intro.go", Kind::kGroup, Look::kGo);
  b.button(go, "nav.start", Look::kPrimary, b.words.start);
  b.add(go, "intro.duration", Kind::kSpan, Look::kSmallMuted, b.text(b.q.duration));
  const int others = b.add(column, "intro.again", Kind::kGroup, Look::kLinks);
  b.button(others, "go.code", Look::kLink, b.words.have_code);
  const ScreenRows rows = b.session.screens();
  for (const ScreenRow& row : rows.subspan(kScreenCount)) link_to(b, others, "go.", row, Look::kLink);
  Answers blank = blank_answers(b.q);
  blank.parameters = b.session.answers().parameters;
  if (b.session.answers() != blank) b.button(others, "nav.restart", Look::kLink, b.words.restart);

  Cells cells;
  int stages = 0;
  for (const Stage& stage : b.q.stages) cells << ++stages << b.text(stage.name);
  const std::string finding = fill(b.words.stages_figure, {{"n", stages}, {"first", first}, {"last", last}});
  const int figure = b.add(top, "intro.stairs", Kind::kFigure, Look::kStairs, finding);
  StairsFigure& stairs = b.draw<StairsFigure>(figure);
  stairs.stages = stages;
  stairs.first = first;
  stairs.last = last;
  b.table(figure, "intro.stages", b.words.stage, {b.words.stage, b.words.name}, cells);

  const int gets = b.add(screen, "intro.gets", Kind::kList, Look::kGets);
  int n = 0;
  const auto get = [&](const std::string_view& title, const auto& text) {
    const std::string id = cat("intro.get", ++n);
    const int item = b.add(gets, id, Kind::kItem, Look::kColumn);
    b.add(item, {id, ".t"}, Kind::kSpan, Look::kBold, title);
    b.add(item, {id, ".s"}, Kind::kSpan, Look::kMuted, text);
  };
  get(b.words.get_stage, fill(b.words.get_stage_text, {{"first", first}, {"last", last}}));
  get(b.words.get_steps, b.words.get_steps_text);
  get(b.words.get_code, b.words.get_code_text);

  const int quiet = b.add(screen, "intro.promise", Kind::kGroup, Look::kQuiet);
  b.paragraph(quiet, "intro.promise.t", Look::kQuietText, b.words.promise);
  b.button(quiet, "go.privacy", Look::kLink, b.words.how);
}

std::string intro_title(const Builder& b) { return std::string(b.text(b.q.title)); }

void question_screen(Builder& b) {
  const int index = b.session.place().index;
  const Question& question = b.q.questions[static_cast<std::size_t>(index)];
  const Level chosen = b.session.answers().questions[static_cast<std::size_t>(index)];
  const std::string name = name_of(b.session.place());
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  progress(b, screen, name, index);
  const int head = b.add(screen, {name, ".head"}, Kind::kGroup, Look::kQuestion);
  b.node(b.heading(head, {name, ".h"}, 1, Look::kQuestionTitle, b.text(question.text))).described_by = cat(name, ".n");
  if (!question.why.empty()) {
    b.paragraph(head, {name, ".why"}, Look::kWhy, fill(b.words.why, {{"why", b.text(question.why)}}));
  }
  // How to read all questions stands once, before the first, for who has not read them.
  if (b.session.number_of(index) == 1 && !b.q.small_hint.empty() && !b.session.result_seen())
    b.paragraph(head, {name, ".small"}, Look::kWhy, b.text(b.q.small_hint));
  const bool has_more = !question.look_at.empty() || !question.example.empty();
  const int row = has_more || b.options.panels ? b.add(head, {name, ".more"}, Kind::kGroup, Look::kMoreRow) : -1;
  if (has_more) {
    const int fold = b.button(row, "nav.more", Look::kLink, b.words.look_at);
    b.node(fold).expanded = b.session.more() ? 1 : 0;
  }
  // From there all sources can be opened.
  if (b.options.panels) link_to(b, row, "go.", row_of(Screen::kAbout), Look::kLink);
  if (has_more && b.session.more()) {
    if (!question.look_at.empty()) b.paragraph(head, {name, ".look"}, Look::kWhy, b.text(question.look_at));
    if (!question.example.empty()) b.paragraph(head, {name, ".example"}, Look::kWhy, b.text(question.example));
  }
  choice_nodes(b, screen,
               {.screen = name,
                .group = answer_id(question.id),
                .hint = b.text(b.q.hint),
                .options = level_options(b, question.levels, chosen),
                .doubt = b.text(b.q.doubt),
                .terms = &question.terms,
                .unknown = chosen == kUnknown});

  const bool last = b.session.number_of(index) == b.result.asked;  // what can still be added may be skipped
  const int bottom = b.add(screen, {name, ".bottom"}, Kind::kGroup, Look::kBottom);
  b.button(bottom, "nav.back", Look::kSecondary, b.words.back);
  if (!b.narrow()) live_range(b, bottom, name);
  b.button(bottom, "nav.next", Look::kPrimary, last || b.session.leads_to_result() ? b.words.to_result : b.words.next);
  if (b.narrow()) live_range(b, screen, name);
}

}  // namespace kk
