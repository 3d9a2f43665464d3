// Two pictures of a team, the earlier one kept on this page: what moved between them.
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "score/team.h"
#include "team/parts.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

ChangesFigure::Part part_of(const Team& t, std::string_view label, const std::optional<Ticks>& before,
                            const std::optional<Ticks>& now) {
  ChangesFigure::Part part;
  part.label = label;
  const auto shown = [&](const std::optional<Ticks>& score) {
    return score ? number(whole_score(t.b.q, *score)) : std::string("–");
  };
  part.value = cat(shown(before), " → ", shown(now));
  part.open = !before || !now;
  if (part.open) return part;
  const auto points = [](Ticks score) { return static_cast<double>(score) / static_cast<double>(kTeamTicksPerPoint); };
  part.before = points(*before);
  part.now = points(*now);
  const int difference = whole_score(t.b.q, *now) - whole_score(t.b.q, *before);
  part.change = {difference, difference == 0 ? std::string(t.b.words.equal) : number(std::abs(difference))};
  return part;
}

std::string in_words(const Builder& b, const ChangesFigure::Part& part) {
  if (part.open) return "–";
  if (part.change.difference == 0) return part.change.words;
  return fill(part.change.difference > 0 ? b.words.higher : b.words.lower, {{"n", part.change.words}});
}

}  // namespace

void before(const Team& t, int screen) {
  Builder& b = t.b;
  const TeamCounts* then = t.table.before();
  if (!then) return;
  const int section = b.add(screen, "team.before", Kind::kGroup, Look::kSection);
  b.heading(section, "team.before.h", 2, Look::kSectionTitle, t.w.then_and_now);
  const TeamResult was = team_result(b.q, *then);
  b.paragraph(section, "team.before.who", Look::kUnder,
              fill(t.w.then_people, {{"then", static_cast<int>(was.n)}, {"now", static_cast<int>(t.result.n)}}));
  ChangesFigure figure;
  figure.ticks = stage_limits(b.q);
  figure.parts.push_back(part_of(t, t.w.whole, was.overall, t.result.overall));
  for (std::size_t i = 0; i < b.q.sections.size(); ++i)
    figure.parts.push_back(part_of(t, b.text(b.q.sections[i].name), was.sections[i], t.result.sections[i]));
  std::vector<std::string> said;
  Cells scores, means;
  for (const ChangesFigure::Part& part : figure.parts) {
    const std::string moved = in_words(b, part);
    said.push_back(cat(part.label, " ", moved));
    scores << part.label << part.value << moved;
  }
  const auto cell = [&](const std::optional<Parts>& mean) { return mean ? decimals(b, *mean, 2) : std::string("–"); };
  for (std::size_t i = 0; i < b.q.questions.size(); ++i) {
    const std::optional<Parts>&earlier = was.questions[i].mean, &now = t.result.questions[i].mean;
    means << cat(static_cast<int>(i) + 1, " ", b.topic(b.q.questions[i])) << cell(earlier) << cell(now)
          << (earlier && now ? decimals(b, *now - *earlier, 2) : std::string("–"));
  }
  const int node = b.figure(section, "team.changes", Look::kChanges, cat(dotted(said), "."), std::move(figure));
  const Words& w = b.words;
  const std::string then_word = upper_first(w.then), now_word = upper_first(w.at_present);
  b.table(node, "team.changes.t", w.section_score,
          {w.section, cat(then_word, " → ", now_word), upper_first(w.difference)}, scores);
  b.table(node, "team.means.t", t.w.mean, {w.question, then_word, now_word, upper_first(w.difference)}, means);
}

}  // namespace kk
