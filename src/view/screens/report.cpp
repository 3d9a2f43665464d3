// The report, what Afdrukken gives: the finding with the first steps on one page, the answers behind it on the next.
#include <algorithm>

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

/// What the questionnaire asks, and which one it is.
int sheet(Builder& b, const std::string& id) {
  const int sheet = b.add(-1, id, Kind::kGroup, Look::kSheet);
  const int head = b.add(sheet, {id, ".running"}, Kind::kGroup, Look::kRunning);
  b.paragraph(head, {id, ".title"}, Look::kPlain, b.text(b.q.title));
  version(b, head, {id, ".version"});
  return sheet;
}

void steps(Builder& b, int sheet) {
  if (b.result.steps.empty()) {
    if (all_at_top(b)) b.paragraph(sheet, "sheet-1.keep", Look::kNote, b.text(b.q.keep));
    return;
  }
  b.heading(sheet, "sheet-1.steps.h", 2, Look::kSectionTitle, b.words.steps_title);
  const int list = b.add(sheet, "sheet-1.steps", Kind::kOrdered, Look::kSteps);
  for (std::size_t i = 0; i < std::min(kShownSteps, b.result.steps.size()); ++i)
    step_promises(b, step_item(b, list, i), b.result.steps[i]);
}

/// A table a section: its name and score head it.
void answers(Builder& b, int sheet) {
  b.heading(sheet, "sheet-2.answers.h", 2, Look::kSectionTitle, b.words.answers);
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    const Section& section = b.q.sections[s];
    Cells cells;
    for (const int i : section.questions) {
      if (!b.session.asks(i)) continue;
      answer_cells(b, cells, i, brakes(b, i) ? cat(" (", b.words.brake_tag, ")") : std::string());
    }
    if (cells.texts().empty()) continue;
    const auto& score = b.result.sections[s];
    const std::string said =
        score ? fill(b.words.level_of, {{"n", shown(b.q, *score)}, {"of", 100}}) : std::string(b.words.not_counted);
    const std::string id = id_in("sheet-2.answers", section.id);
    b.table(b.add(sheet, id, Kind::kGroup, Look::kAnswerTable), {id, ".t"}, b.text(section.name),
            {b.text(section.name), b.words.level, said}, cells);
  }
}

}  // namespace

void report(Builder& b) {
  const int first = sheet(b, "sheet-1");
  result_head(b, first);
  const int figures = b.add(first, "sheet-1.figures", Kind::kGroup, Look::kSection);
  if (b.result.stage) ladder(b, figures);
  section_bars(b, figures);
  if (b.session.target() > 0)
    b.paragraph(figures, "sheet-1.target", Look::kUnder, fill(b.words.your_target, {{"n", b.session.target()}}));
  steps(b, first);
  const std::string worth = method(b);
  const std::string note = cat(b.text(b.q.limits), worth.empty() ? "" : " ", worth);
  if (!note.empty()) b.paragraph(first, "sheet-1.note", Look::kNote, note);

  const int second = sheet(b, "sheet-2");
  answers(b, second);
  if (!b.result.patterns.empty() || !b.result.strengths.empty()) {
    b.heading(second, "sheet-2.patterns.h", 2, Look::kSectionTitle, b.words.patterns);
    if (!b.result.patterns.empty()) b.paragraph(second, "sheet-2.signal", Look::kUnder, b.words.patterns_lead);
    pattern_list(b, second);
  }
  if (!b.session.plan().tasks.empty()) {
    b.heading(second, "sheet-2.plan.h", 2, Look::kSectionTitle, b.words.plan);
    plan_on_paper(b, second);
  }
}

}  // namespace kk
