// Where a team agrees, where leaders and front line differ, and what to talk about first.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "base/rounding.h"
#include "base/sort.h"
#include "team/lanes.h"
#include "team/parts.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

constexpr std::string_view kDash = "–";
/// Of a longer list those on which people differ most.
constexpr std::size_t kMostShown = 60;

}  // namespace

std::string decimals(const Builder& b, Parts parts, int digits) {
  const int tenth = digits == 1 ? 10 : 100;
  const std::int64_t value = divide_rounded(std::abs(parts), kPartsOfOne / tenth);
  std::string text = number(value / tenth);
  const std::string rest = number(value % tenth);
  return cat(parts < 0 && value > 0 ? "−" : "", text, b.words.decimal, digits > 1 && rest.size() < 2 ? "0" : "", rest);
}

namespace {

std::string or_dash(const Builder& b, const std::optional<Parts>& parts) {
  return parts ? decimals(b, *parts, 2) : std::string(kDash);
}

/// The stage in which a score lies, from 1.
int stage_at(const Questionnaire& q, Ticks score) {
  int stage = 1;
  while (static_cast<std::size_t>(stage) < q.stages.size() &&
         q.stages[static_cast<std::size_t>(stage)].from * kTeamTicksPerPoint <= score)
    ++stage;
  return stage;
}

}  // namespace

int whole_score(const Questionnaire& q, Ticks score) {
  const auto rounded = static_cast<int>(divide_rounded(score, kTeamTicksPerPoint));
  const auto next = static_cast<std::size_t>(stage_at(q, score));
  return next < q.stages.size() ? std::min(rounded, q.stages[next].from - 1) : rounded;
}

namespace {

std::string title(const Team& t) {
  const TeamResult& team = t.result;
  if (team.gap_label == RoleGapLabel::kLeadersRosier) return std::string(t.w.rosier);
  if (team.gap_label == RoleGapLabel::kLeadersStricter) return std::string(t.w.stricter);
  int differ = 0;
  for (const TeamQuestion& question : team.questions) {
    differ += question.label && *question.label != AgreementLabel::kUnited;
  }
  if (differ == 1) return std::string(t.w.differ_one);
  if (differ > 1) return fill(t.w.differ_more, {{"n", in_words(t.b, differ)}});
  if (!team.agreement) return std::string(t.w.unclear);
  return std::string(team.gap_label ? t.w.similar : t.w.agree);
}

std::string lead(const Team& t) {
  const TeamResult& team = t.result;
  Builder& b = t.b;
  std::string text(t.w.no_stage);
  if (team.stage) {
    const int stage = team.stage->final;
    text = fill(t.w.together, {{"n", stage},
                               {"name", b.text(b.q.stages[static_cast<std::size_t>(stage - 1)].name)},
                               {"score", whole_score(b.q, *team.overall)}});
  }
  if (team.gap_label && *team.gap_label != RoleGapLabel::kSimilar) {
    text += cat(" ", fill(*team.gap > 0 ? t.w.leaders_higher : t.w.leaders_lower,
                          {{"n", decimals(b, std::abs(*team.gap), 1)}}));
  }
  return text;
}

std::string_view label(const Team& t, const TeamQuestion& question) {
  return question.label ? t.w.labels[static_cast<std::size_t>(*question.label)] : t.w.too_few;
}

LanesFigure::Row row_of(const Team& t, int index, bool first) {
  Builder& b = t.b;
  const auto at = static_cast<std::size_t>(index);
  const TeamQuestion& question = t.result.questions[at];
  const AnswerCounts& counts = t.table.seen()->answers[at];
  LanesFigure::Row row;
  row.label = cat(index + 1, " ", b.topic(b.q.questions[at]));
  row.words = label(t, question);
  row.first = first;
  row.divided = question.label == AgreementLabel::kDivided;
  row.top = b.q.questions[at].top();
  row.apart = question.gap.has_value();
  row.small = t.result.gap.has_value();
  for (std::size_t role = 0; role < kTeamRoles; ++role) {
    const std::size_t lane = lane_of(row.apart, role);
    for (std::size_t value = 0; value < kMostLevels; ++value) row.counts[lane][value] += counts[role][value];
  }
  if (!first) return row;
  const RoleMeans means = role_means(counts, question);
  row.under = means.leaders
                  ? fill(t.w.against, {{"a", decimals(b, *means.leaders, 1)}, {"b", decimals(b, *means.front, 1)}})
                  : fill(t.w.mean_is, {{"n", decimals(b, *question.mean, 1)}});
  return row;
}

/// "3 Cijfers en doelen: ver uiteen, 3,3 tegenover 0,7."
std::string finding(const std::vector<LanesFigure::Row>& rows) {
  std::vector<std::string> parts;
  for (const LanesFigure::Row& row : rows) {
    parts.push_back(cat(row.label, ": ", row.words, row.under.empty() ? "" : ", ", row.under));
  }
  return cat(dotted(parts), ".");
}

int lanes(const Team& t, int parent, const std::string& id, std::vector<LanesFigure::Row> rows, bool last) {
  const int node = t.b.add(parent, id, Kind::kFigure, Look::kLanes, finding(rows));
  auto picture = std::make_unique<LanesFigure>();
  const int top = rows.front().top;
  const bool one_scale = std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row.top == top; });
  picture->rows = std::move(rows);
  for (const std::string_view each : t.w.labels) picture->labels.emplace_back(each);
  picture->labels.emplace_back(t.w.too_few);
  picture->ends = last;
  if (last && one_scale) picture->axis = t.w.level;
  t.b.draw(node, OwnFigure{std::move(picture)});
  return node;
}

/// What stands against each other, in the words of the levels, and what to ask each other about it.
void conversation(const Team& t, int item, const std::string& id, int index) {
  Builder& b = t.b;
  const auto at = static_cast<std::size_t>(index);
  const TeamQuestion& question = t.result.questions[at];
  const Question& asked = b.q.questions[at];
  const RoleMeans means = role_means(t.table.seen()->answers[at], question);
  const auto near = [](Parts mean) { return static_cast<int>(divide_rounded(mean, kPartsOfOne)); };
  const bool by_role =
      question.gap && std::abs(*question.gap) >= kLeastGap && near(*means.leaders) != near(*means.front);
  const auto say = [&](const char* end, const std::string_view& who, int value) {
    const auto level = static_cast<std::size_t>(asked.level_for(Value::of(value)));
    const std::string head = fill(t.w.near, {{"who", who}, {"n", value}});
    b.node(b.paragraph(item, {id, end}, Look::kUnder, cat(head, " ", b.text(asked.levels[level])))).bold =
        static_cast<int>(head.size());
  };
  say(".high", by_role ? t.w.leaders_near : t.w.highest, by_role ? near(*means.leaders) : question.highest);
  say(".low", by_role ? t.w.front_near : t.w.lowest, by_role ? near(*means.front) : question.lowest);
  b.paragraph(item, {id, ".ask"}, Look::kUnder, talk_question(t, index, by_role));
}

/// Too few of a role answered some question: its answers have one lane.
bool some_stand_together(const Team& t) {
  return std::any_of(t.result.questions.begin(), t.result.questions.end(),
                     [](const TeamQuestion& question) { return !question.gap; });
}

}  // namespace

std::string talk_question(const Team& t, int index, bool by_role) {
  const auto at = static_cast<std::size_t>(index);
  const std::optional<Parts> gap = t.result.questions[at].gap;
  const bool apart = by_role && gap && std::abs(*gap) >= kLeastGap;
  const std::string_view ask = !apart ? t.w.ask_all : *gap > 0 ? t.w.ask_leaders : t.w.ask_front;
  return fill(ask, {{"n", index + 1}, {"topic", lower_first(t.b.text(t.b.q.questions[at].topic))}});
}

void key(const Team& t, int parent, bool apart, bool together) {
  Builder& b = t.b;
  const auto& members = t.table.seen()->members;
  const int key = b.add(parent, "team.key", Kind::kGroup, Look::kKey);
  b.key_item(key, "team.key.first", apart ? t.w.leaders : t.w.everyone, KeyFigure::Sign::kDisc);
  if (!apart) return;
  b.key_item(key, "team.key.front", t.w.front, KeyFigure::Sign::kRing);
  if (together || members[role_index(Role::kMiddle)] + members[role_index(Role::kNone)] > 0)
    b.key_item(key, "team.key.rest", t.w.rest, KeyFigure::Sign::kDot);
}

namespace {

/// What is drawn, as numbers: tables of few columns, which a phone has room for.
void answers_tables(const Team& t, int node) {
  const TeamResult& team = t.result;
  Builder& b = t.b;
  Cells answers, agreement, roles;
  for (std::size_t i = 0; i < team.questions.size(); ++i) {
    const TeamQuestion& question = team.questions[i];
    const std::string name = cat(static_cast<int>(i) + 1, " ", b.topic(b.q.questions[i]));
    answers << name << number(question.n) << or_dash(b, question.mean)
            << (question.n > 0 ? cat(question.lowest, kDash, question.highest) : std::string(kDash));
    agreement << name << or_dash(b, question.deviation)
              << (question.agreement ? cat(label(t, question), " (", decimals(b, *question.agreement, 2), ")")
                                     : std::string(t.w.too_few));
    const RoleMeans means = role_means(t.table.seen()->answers[i], question);
    roles << name << or_dash(b, means.leaders) << or_dash(b, means.front) << or_dash(b, question.gap);
  }
  b.table(node, "team.answers.t", t.w.answers, {b.words.question, t.w.count, t.w.mean, t.w.range}, answers);
  b.table(node, "team.agreement.t", t.w.agreement, {b.words.question, t.w.deviation, t.w.agreement}, agreement);
  if (!team.gap) return;
  b.table(node, "team.roles.t", t.w.roles, {b.words.question, t.w.leaders_mean, t.w.front_mean, t.w.gap}, roles);
}

void questions(const Team& t, int screen) {
  const TeamResult& team = t.result;
  Builder& b = t.b;
  const std::vector<int>& talk = team.talk_first;
  const int count = static_cast<int>(team.questions.size()), others = count - static_cast<int>(talk.size());
  const int section = b.add(screen, "team.questions", Kind::kGroup, Look::kSection);
  const int head = b.add(section, "team.head-2", Kind::kGroup, Look::kTitleRow);
  b.heading(head, "team.talk.h", 2, Look::kSectionTitle, talk.empty() ? t.w.all_questions : t.w.talk);
  key(t, head, t.result.gap.has_value(), some_stand_together(t));
  if (!talk.empty()) {
    const int list = b.add(section, "team.talk", Kind::kList, Look::kColumn);
    for (std::size_t i = 0; i < talk.size(); ++i) {
      const int index = talk[i];
      const std::string id = cat("team.talk-", static_cast<int>(i) + 1);
      const int item = b.add(list, id, Kind::kItem, Look::kColumn);
      lanes(t, item, id + ".lanes", {row_of(t, index, true)}, others == 0 && i + 1 == talk.size());
      conversation(t, item, id, index);
    }
  }
  int last = section, rest = section;
  if (others > 0) {
    rest = talk.empty() ? section : b.add(screen, "team.rest", Kind::kGroup, Look::kSection);
    if (!talk.empty()) {
      b.heading(rest, "team.others.h", 2, Look::kSectionTitle,
                others == 1 ? std::string(t.w.other_one) : fill(t.w.other_more, {{"n", in_words(b, others)}}));
    }
    std::vector<int> shown;
    for (int i = 0; i < count; ++i) {
      if (std::find(talk.begin(), talk.end(), i) == talk.end()) shown.push_back(i);
    }
    if (shown.size() > kMostShown) {
      const auto agreement = [&](int i) {
        return team.questions[static_cast<std::size_t>(i)].agreement.value_or(kPartsOfOne + 1);
      };
      sort_few(shown, [&](int a, int b) { return agreement(a) < agreement(b); });
      shown.resize(kMostShown);
      sort_few(shown, std::less<int>());
      b.paragraph(rest, "team.shown", Look::kSmallMuted, fill(t.w.shown, {{"n", static_cast<int>(kMostShown)}}));
    }
    std::vector<LanesFigure::Row> rows;
    for (const int i : shown) rows.push_back(row_of(t, i, false));
    last = lanes(t, rest, "team.others", std::move(rows), true);
  }
  answers_tables(t, last);
  if (team.gap && some_stand_together(t)) b.paragraph(rest, "team.lane", Look::kUnder, t.w.one_lane);
}

void sections(const Team& t, int screen) {
  const TeamResult& team = t.result;
  Builder& b = t.b;
  if (std::none_of(team.sections.begin(), team.sections.end(), [](const auto& score) { return score.has_value(); }))
    return;
  const int section = b.add(screen, "team.sections", Kind::kGroup, Look::kSection);
  b.heading(section, "team.sections.h", 2, Look::kSectionTitle, t.w.sections);
  BarsFigure figure;
  figure.ticks = stage_limits(b.q);
  Cells cells;
  std::vector<std::string> said;
  for (std::size_t i = 0; i < team.sections.size(); ++i) {
    Bar bar;
    bar.label = b.text(b.q.sections[i].name);
    bar.open = !team.sections[i];
    if (bar.open) {
      bar.value = t.w.too_few;
    } else {
      const Ticks score = *team.sections[i];
      bar.value = number(whole_score(b.q, score));
      bar.points = static_cast<double>(score) / static_cast<double>(kTeamTicksPerPoint);
      bar.stage = stage_at(b.q, score);
    }
    cells << bar.label << bar.value;
    said.push_back(cat(bar.label, ": ", bar.value));
    figure.bars.push_back(std::move(bar));
  }
  const int node = b.figure(section, "team.bars", Look::kBars, cat(dotted(said), "."), std::move(figure));
  b.table(node, "team.bars.t", b.words.section_score, {b.words.section, b.words.section_score}, cells);
}

}  // namespace

void picture(const Team& t, int screen) {
  Builder& b = t.b;
  const int head = b.add(screen, "team.head", Kind::kGroup, Look::kHead);
  b.paragraph(head, "team.over", Look::kOver, people(t, *t.table.seen()));
  b.heading(head, "team.h", 1, Look::kPageTitle, title(t));
  b.paragraph(head, "team.lead", Look::kPageLead, lead(t));
  if (b.options.paper) version(b, head, "team.version");
  questions(t, screen);
  sections(t, screen);
  before(t, screen);
  if (!b.options.paper) target(b, b.add(screen, "team.target", Kind::kGroup, Look::kSection));
  if (t.table.is_open() && !b.options.paper) collect(t, screen);
  if (!t.table.is_open()) waiting(t, screen);
  const int foot = b.add(screen, "team.foot", Kind::kGroup, Look::kActs);
  b.button(foot, "workshop.start", Look::kPrimaryPlain,
           t.table.workshop().topics().empty() ? t.w.start_workshop : t.w.go_on_workshop);
  b.node(b.button(foot, "team.more", Look::kSecondary, t.table.is_open() ? t.w.less : t.w.more)).expanded =
      t.table.is_open() ? 1 : 0;
  if (!t.table.is_open()) {
    b.paragraph(foot, "team.who", Look::kSmallMuted,
                b.narrow() ? std::string(t.w.guess) : cat(t.w.readable, " ", t.w.guess));
  }
  const int take = titled_set(b, b.add(screen, "team.take.sets", Kind::kGroup, Look::kSets), "team.take", t.w.take);
  b.paragraph(take, "team.take.warn", Look::kSmallMuted, t.w.take_warn);
  const int acts = b.add(take, "team.take.acts", Kind::kGroup, Look::kActs);
  b.button(acts, "page.save-team.csv", Look::kSecondary, t.w.save_csv);
  b.button(acts, "page.save-team.json", Look::kSecondary, t.w.save_json);
  if (t.table.waiting().size() == 0) {
    const int later = b.add(take, "team.later", Kind::kGroup, Look::kActs);
    b.button(later, "team.then", Look::kTextButton, t.w.then_keep);
  }
  if (t.table.asking()) b.paragraph(take, "team.ask", Look::kMessage, t.w.clear_ask);
  const int wipes = b.add(take, "team.wipes", Kind::kGroup, Look::kActs);
  if (!t.table.asking()) {
    b.button(wipes, "team.clear", Look::kCaution, t.w.clear);
    return;
  }
  b.node(b.button(wipes, "team.keep", Look::kSecondary, b.words.cancel)).described_by = "team.ask";
  b.button(wipes, "team.clear-yes", Look::kCaution, t.w.clear_yes);
}

}  // namespace kk
