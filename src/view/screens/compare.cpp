// Toen en nu: an earlier result beside this one; what moved, and what cannot be compared.
#include "score/compare.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/phrase.h"
#include "base/sort.h"
#include "score/score.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

constexpr std::string_view kDash = "–";

/// A score, or between which points it lies while answers are open; empty where there is none.
std::string score_words(const Builder& b, const Result& result) {
  if (!result.overall) return {};
  return result.answered < result.asked ? cat(result.range_low, kDash, result.range_high) : shown(b.q, *result.overall);
}

/// "Van fase 2 naar fase 3", "Nog steeds fase 3, 8 punten hoger".
std::string stage_title(const Builder& b, const Comparison& change) {
  if (!change.before.stage || !change.now.stage) return std::string(b.words.compare);
  const int before = change.before.stage->final, now = change.now.stage->final;
  if (before != now) return fill(b.words.stage_moved, {{"a", before}, {"b", now}});
  const auto whole = [](const Result& result) { return result.answered == result.asked; };
  const int higher = display_points(b.q, *change.now.overall) - display_points(b.q, *change.before.overall);
  if (higher == 0 || !whole(change.before) || !whole(change.now)) return fill(b.words.stage_same, {{"n", now}});
  const int size = std::abs(higher);
  const std::string points = size == 1 ? std::string(b.words.point) : fill(b.words.points, {{"n", size}});
  return fill(higher > 0 ? b.words.stage_higher : b.words.stage_lower, {{"n", now}, {"points", points}});
}

/// "Zes antwoorden gingen omhoog, één omlaag."
std::string moves_sentence(const Builder& b, const Moves& moves) {
  const auto count = [&](int n, std::string_view one, std::string_view more) {
    return n == 1 ? std::string(one) : fill(more, {{"n", upper_first(in_words(b, n))}});
  };
  if (moves.up + moves.down + moves.equal == 0) return cat(b.words.went_unknown, ".");
  if (moves.up + moves.down == 0) return cat(b.words.went_nowhere, ".");
  if (moves.up == 0) return cat(count(moves.down, b.words.went_down, b.words.went_down_more), ".");
  const std::string up = count(moves.up, b.words.went_up, b.words.went_up_more);
  if (moves.down == 0) return cat(up, ".");
  return cat(fill(b.words.went_both, {{"up", up}, {"n", in_words(b, moves.down)}}), ".");
}

/// What holds back a result; an open question is no brake yet.
std::vector<const Gate*> known_brakes(const Builder& b, const Result& result) {
  if (!result.stage) return {};
  std::vector<const Gate*> gates = brakes_of(b, result);
  std::erase_if(gates, [&](const Gate* gate) {
    const int question = gate_question(*gate, result);
    return question >= 0 && !known(result.values[static_cast<std::size_t>(question)]);
  });
  return gates;
}

std::string brake_sentence(const Builder& b, const Comparison& change) {
  const std::vector<const Gate*> before = known_brakes(b, change.before), now = known_brakes(b, change.now);
  if (now.empty()) {
    const bool gone = !before.empty() && change.now.stage && change.now.stage->binding.empty();
    return gone ? std::string(b.words.brake_gone) : std::string();
  }
  std::vector<std::string> names;
  for (const Gate* gate : now) names.push_back(gate_text(b, *gate, gate->brake));
  const bool one = names.size() == 1;
  const std::string_view pattern = before == now ? (one ? b.words.brake_still : b.words.brake_still_more)
                                                 : (one ? b.words.brake_now : b.words.brake_now_more);
  return upper_first(fill(pattern, {{"brake", join(b, names)}}));
}

std::string_view stage_name(const Builder& b, int stage) {
  return b.text(b.q.stages[static_cast<std::size_t>(stage - 1)].name);
}

void stages(Builder& b, int parent, const Comparison& change) {
  if (!change.before.stage || !change.now.stage) return;
  const int before = change.before.stage->final, now = change.now.stage->final;
  const int node =
      b.add(parent, "compare.stages", Kind::kFigure, Look::kLadder,
            fill(b.words.stages_then_now,
                 {{"a", before}, {"before", stage_name(b, before)}, {"b", now}, {"now", stage_name(b, now)}}));
  StagesFigure& figure = b.draw<StagesFigure>(node);
  for (const Stage& stage : b.q.stages) figure.names.emplace_back(b.text(stage.name));
  figure.before = before;
  figure.now = now;
  figure.before_words = b.words.then;
  figure.now_words = b.words.at_present;
  figure.both_words = lower_first(b.words.compare);
  figure.head = b.words.stage;
  Cells cells;
  int n = 0;
  for (const std::string& name : figure.names) {
    cells << ++n << name;
    n == before&& n == now ? cells << figure.both_words
    : n == before          ? cells << b.words.then
    : n == now             ? cells << b.words.at_present
                           : cells << kNoText;
  }
  b.table(node, "compare.stages.t", b.words.stage, {b.words.stage, b.words.name, b.words.remark}, cells);
}

bool is_asked(Value value) { return value != kNotAsked; }

constexpr int kMostShown = 60;

bool shows_all(const Comparison& change) { return change.now.asked <= kMostShown; }

/// By question, whether the page shows it: all that were asked then or now, of a long list those that moved most.
std::vector<std::uint8_t> shown_questions(const Comparison& change) {
  std::vector<std::uint8_t> shown(change.questions.size());
  std::vector<int> moved;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    shown[i] = shows_all(change) && (is_asked(change.before.values[i]) || is_asked(change.now.values[i]));
    if (change.questions[i].difference != 0) moved.push_back(static_cast<int>(i));
  }
  if (shows_all(change)) return shown;
  const auto size = [&](int i) { return std::abs(change.questions[static_cast<std::size_t>(i)].difference); };
  sort_few(moved, [&](int a, int b) { return size(a) > size(b); });
  moved.resize(std::min<std::size_t>(moved.size(), kMostShown));
  for (const int i : moved) shown[static_cast<std::size_t>(i)] = 1;
  return shown;
}

std::string question_label(const Builder& b, int question) {
  const std::string_view topic = b.topic(b.q.questions[static_cast<std::size_t>(question)]);
  if (b.narrow() || !b.session.asks(question)) return std::string(topic);
  return cat(b.session.number_of(question), " ", topic);
}

ChangesFigure::Change drawn(const Builder& b, const QuestionChange& change) {
  if (change.apart != Apart::kNo) return {0, std::string(b.narrow() ? b.words.not_known : kDash)};
  if (change.difference == 0) return {0, std::string(b.words.equal)};
  return {change.difference, number(std::abs(change.difference))};
}

std::string in_words(const Builder& b, const ChangesFigure::Change& change) {
  if (change.difference == 0) return change.words;
  return fill(change.difference > 0 ? b.words.higher : b.words.lower, {{"n", change.words}});
}

/// Of which of the two sets of answers it is said.
std::string_view when(const Builder& b, Apart apart) {
  const bool now = apart == Apart::kNotAskedNow || apart == Apart::kSkippedNow || apart == Apart::kUnknownNow;
  return now ? b.words.at_present : b.words.then;
}

/// Why not, as in the panel below; with {questions} where the questions stand.
std::string_view apart_words(const Builder& b, Apart apart) {
  const Words& w = b.words;
  switch (apart) {
    case Apart::kNo:
      break;
    case Apart::kAdded:
      return w.apart_added;
    case Apart::kChanged:
      return w.apart_changed;
    case Apart::kNotAskedBefore:
    case Apart::kNotAskedNow:
      return w.apart_not_asked;
    case Apart::kSkippedBefore:
    case Apart::kSkippedNow:
      return w.apart_skipped;
    case Apart::kUnknownBefore:
    case Apart::kUnknownNow:
      return w.apart_unknown;
  }
  return {};
}

/// The reason alone, as a cell of the table has it.
std::string reason(const Builder& b, Apart apart) {
  const std::string_view words = apart_words(b, apart);
  const std::size_t colon = words.find(": ");
  return colon == words.npos ? std::string() : fill(words.substr(colon + 2), {{"when", when(b, apart)}});
}

std::string score_cell(const Builder& b, const std::optional<Ticks>& score) {
  return score ? shown(b.q, *score) : std::string(kDash);
}

ChangesFigure::Part section_part(const Builder& b, const Comparison& change, std::size_t section) {
  ChangesFigure::Part part;
  part.label = b.text(b.q.sections[section].name);
  const auto &before = change.before.sections[section], &now = change.now.sections[section];
  part.value = !before && !now ? std::string(kDash) : cat(score_cell(b, before), " → ", score_cell(b, now));
  part.open = !before || !now;
  if (part.open) return part;
  part.before = points(b.q, *before);
  part.now = points(b.q, *now);
  const int difference = display_points(b.q, *now) - display_points(b.q, *before);
  part.change = {difference, difference == 0 ? std::string(b.words.equal) : number(std::abs(difference))};
  return part;
}

/// "Overtuiging 25 hoger · inzicht gelijk."
std::string sections_finding(const Builder& b, const std::vector<ChangesFigure::Part>& parts) {
  std::vector<std::string> moved;
  for (const ChangesFigure::Part& part : parts) {
    if (!part.open) moved.push_back(cat(lower_first(part.label), " ", in_words(b, part.change)));
  }
  return cat(upper_first(moved.empty() ? std::string(b.words.not_counted) : dotted(moved)), ".");
}

void changes(Builder& b, int parent, const Comparison& change) {
  ChangesFigure figure;
  figure.ticks = stage_limits(b.q);
  Cells sections, questions;
  const std::vector<std::uint8_t> shown = shown_questions(change);
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    ChangesFigure::Part part = section_part(b, change, s);
    bool is_empty = !change.before.sections[s] && !change.now.sections[s];
    for (const int i : b.q.sections[s].questions) {
      const auto at = static_cast<std::size_t>(i);
      if (!shown[at]) continue;
      is_empty = false;
      const QuestionChange& moved = change.questions[at];
      const Value before = change.before.values[at], now = change.now.values[at];
      const bool same_words = moved.apart != Apart::kAdded && moved.apart != Apart::kChanged;
      ChangesFigure::Answer answer;
      answer.label = question_label(b, i);
      answer.before = known(before) && same_words ? before.number : -1;
      answer.now = known(now) ? now.number : -1;
      answer.top = b.q.questions[at].top();
      answer.change = drawn(b, moved);
      const auto cell = [](int value) { return value < 0 ? std::string(kDash) : number(value); };
      questions << answer.label << cell(answer.before) << cell(answer.now) << in_words(b, answer.change)
                << reason(b, moved.apart);
      part.answers.push_back(std::move(answer));
    }
    if (is_empty) continue;
    sections << part.label << score_cell(b, change.before.sections[s]) << score_cell(b, change.now.sections[s])
             << (part.open ? std::string(kDash) : in_words(b, part.change));
    figure.parts.push_back(std::move(part));
  }
  if (figure.parts.empty()) return;
  const int node = b.add(parent, "compare.changes", Kind::kFigure, Look::kChanges, sections_finding(b, figure.parts));
  b.draw(node, std::move(figure));
  const Words& w = b.words;
  const std::string then = upper_first(w.then), now = upper_first(w.at_present), by = upper_first(w.difference);
  b.table(node, "compare.sections.t", w.section_score, {w.section, then, now, by}, sections);
  if (questions.texts().empty()) return;
  b.table(node, "compare.answers.t", w.answers, {w.question, then, now, by, w.remark}, questions);
}

/// What stands beside each other only in part, and why: one sentence a reason.
void not_compared(Builder& b, int parent, const Comparison& change, const Then& then) {
  std::string text;
  const auto say = [&](const std::string& sentence) { text += cat(text.empty() ? "" : " ", sentence); };
  for (int reason = 1; reason <= static_cast<int>(Apart::kUnknownNow); ++reason) {
    const auto apart = static_cast<Apart>(reason);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < change.questions.size(); ++i) {
      const bool never_asked = !is_asked(change.before.values[i]) && !is_asked(change.now.values[i]);
      if (change.questions[i].apart != apart || never_asked) continue;
      const int question = static_cast<int>(i);
      const std::string_view topic = b.text(b.q.questions[i].topic);
      names.push_back(b.session.asks(question) ? cat(b.session.number_of(question), " ", topic) : std::string(topic));
    }
    if (!names.empty()) say(fill(apart_words(b, apart), {{"questions", join(b, names)}, {"when", when(b, apart)}}));
  }
  const int removed = static_cast<int>(change.removed.size());
  if (removed > 0) say(fill(b.words.apart_removed, {{"n", removed}}));
  const std::size_t bold = text.empty() ? 0 : b.words.apart.size();
  if (bold) text = cat(b.words.apart, " ", text);
  if (then.version >= 0) {
    say(fill(b.words.apart_version, {{"version", b.q.earlier[static_cast<std::size_t>(then.version)].version}}));
  }
  if (!shows_all(change)) say(std::string(b.words.moved_most));
  if (text.empty()) return;
  b.node(b.paragraph(parent, "compare.apart", Look::kNote, text)).bold = static_cast<int>(bold);
}

/// When, as the reader gives it, below how it was scored.
void date(Builder& b, int parent, const std::string& id, KeyFigure::Sign sign, const std::string& label,
          const std::string& day) {
  const int column = b.add(parent, {id, ".set"}, Kind::kGroup, Look::kColumn);
  b.key_item(column, {id, ".label"}, label, sign);
  const int field = b.add(column, id, Kind::kDate, Look::kEntry, day);
  b.node(field).name = fill(b.words.day, {{"label", label}});
}

void dates(Builder& b, int parent, const Comparison& change) {
  const auto label = [&](const Result& result, std::string_view when) {
    const std::string score = score_words(b, result);
    if (score.empty()) return upper_first(fill(b.words.when_only, {{"when", when}, {"score", b.words.no_score}}));
    return upper_first(fill(b.tiny() ? b.words.when_only : b.words.when_score, {{"when", when}, {"score", score}}));
  };
  const int row = b.add(parent, "compare.dates", Kind::kGroup, Look::kDates);
  date(b, row, "compare.then", KeyFigure::Sign::kRing, label(change.before, b.words.then), b.session.date_then());
  date(b, row, "compare.now", KeyFigure::Sign::kDisc, label(change.now, b.words.at_present), b.session.date_now());
}

void head(Builder& b, int screen, const std::string& title, const std::string& lead) {
  const int head = b.add(screen, "compare.head", Kind::kGroup, Look::kHead);
  b.heading(head, "compare.h", 1, Look::kPageTitle, title);
  b.paragraph(head, "compare.lead", Look::kPageLead, lead);
}

void ask_for_code(Builder& b, int screen) {
  head(b, screen, std::string(b.words.compare), std::string(b.words.code_hint));
  code_field(b, screen, "compare", "compare.lead");
  const int foot = b.add(screen, "compare.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "go.result", Look::kSecondary, b.words.result);
  b.node(b.button(foot, "compare.open", Look::kPrimary, b.words.compare_open)).goes_with = "compare.text";
}

}  // namespace

void compare_screen(Builder& b) {
  const int screen = b.add(-1, "compare", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const Then* const then = b.session.then();
  if (!then) return ask_for_code(b, screen);
  const int top = b.add(screen, "compare.top", Kind::kGroup, Look::kBackRow);
  b.button(top, "go.result", Look::kBack, b.words.result);
  b.button(top, "compare.clear", Look::kLink, b.words.other_code_link);
  if (b.result.answered == 0) {
    head(b, screen, std::string(b.words.compare), std::string(b.words.compare_first));
    const int foot = b.add(screen, "compare.foot", Kind::kGroup, Look::kFoot);
    b.button(foot, "nav.edit", Look::kPrimary, b.words.start);
    return;
  }
  const Comparison change = compare(b.q, then->answers, b.session.answers(), then->version);
  const std::string brake = brake_sentence(b, change);
  head(b, screen, stage_title(b, change), cat(moves_sentence(b, change.moves), brake.empty() ? "" : " ", brake));
  dates(b, screen, change);
  stages(b, screen, change);
  changes(b, screen, change);
  not_compared(b, screen, change, *then);
  const int foot = b.add(screen, "compare.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "go.share", Look::kSecondary, b.narrow() ? b.words.share : b.words.share_long);
  const int on = b.button(foot, "go.steps", Look::kPrimary, b.narrow() ? b.words.to_steps_short : b.words.to_steps);
  if (b.narrow()) b.node(on).name = b.words.to_steps;
}

}  // namespace kk
