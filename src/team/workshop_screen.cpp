// Workshop: one topic on the screen, then what was agreed. On paper what was agreed stands alone, with every answer.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/phrase.h"
#include "exchange/result_code.h"
#include "score/score.h"
#include "score/team.h"
#include "team/board.h"
#include "team/parts.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

/// Where there are more, the others are in the picture.
constexpr int kMostOffered = 60;

struct Meeting {
  const Team& t;
  const Workshop& w;
  Builder& b = t.b;
};

int at_topic(const Meeting& m) { return m.w.topics()[m.w.at()]; }

/// A projector, where the way back stands in the foot.
bool is_wide(const Builder& b) { return b.options.width >= kBoardWidth; }

std::string numbered(const Builder& b, int question) {
  return cat(question + 1, " ", b.topic(b.q.questions[static_cast<std::size_t>(question)]));
}

std::string level_words(const Meeting& m, int question, Level level) {
  const Question& asked = m.b.q.questions[static_cast<std::size_t>(question)];
  return fill(m.t.w.level_n, {{"n", asked.value_of(level).number}});
}

void agenda(const Meeting& m, int screen) {
  auto figure = std::make_unique<AgendaFigure>();
  const int topics = static_cast<int>(m.w.planned());
  figure->stretches.push_back({std::string(m.t.w.opening), kOpening});
  for (int i = 0; i < topics; ++i) {
    const Question& question = m.b.q.questions[static_cast<std::size_t>(m.w.topics()[static_cast<std::size_t>(i)])];
    const Text& name = question.short_topic.empty() ? question.topic : question.short_topic;
    figure->stretches.push_back({upper_first(m.b.text(name)), kTopics * (i + 1) / topics - kTopics * i / topics});
  }
  figure->stretches.push_back({std::string(m.t.w.closing), topics > 0 ? kClosing : kClosing + kTopics});
  // What is on the screen is where the meeting is, whatever the clock says; the first topic begins after the opening.
  const bool opens = m.w.at() == 0 && m.w.minutes() < kOpening && !m.w.shown() && !m.w.is_over();
  figure->present = m.w.is_over() ? figure->stretches.size() - 1
                    : opens       ? 0
                                  : std::min(m.w.at() + 1, figure->stretches.size() - 1);
  int before = 0;
  for (std::size_t i = 0; i < figure->present; ++i) before += figure->stretches[i].minutes;
  const AgendaFigure::Stretch& present = figure->stretches[figure->present];
  figure->passed = std::max(0, m.w.minutes() - before);
  const int left = before + present.minutes - m.w.minutes();
  figure->left = left > 0   ? fill(m.t.w.minutes_left, {{"n", left}})
                 : left < 0 ? fill(m.t.w.minutes_over, {{"n", -left}})
                            : std::string(m.t.w.time_is_up);
  const std::string caption = cat(m.t.w.agenda, ": ", present.name, ", ", figure->left, ".");
  m.b.figure(screen, "workshop.agenda", Look::kLanes, caption, OwnFigure{std::move(figure)});
}

/// The answers to a question by value, in the lanes of the page.
std::array<std::int64_t, LanesFigure::kLanes> counts_at(const Meeting& m, int question, std::size_t value) {
  const auto at = static_cast<std::size_t>(question);
  const bool apart = m.t.result.questions[at].gap.has_value();
  std::array<std::int64_t, LanesFigure::kLanes> out = {};
  for (std::size_t role = 0; role < kTeamRoles; ++role)
    out[lane_of(apart, role)] += m.t.table.seen()->answers[at][role][value];
  return out;
}

/// What the answers say, in one line.
std::string finding(const Meeting& m, int question) {
  const TeamQuestion& team = m.t.result.questions[static_cast<std::size_t>(question)];
  if (team.n == 0) return std::string(m.t.w.nobody_knows);
  if (team.gap && std::abs(*team.gap) >= kLeastGap) {
    return fill(*team.gap > 0 ? m.t.w.leaders_up : m.t.w.leaders_down, {{"n", decimals(m.b, std::abs(*team.gap), 1)}});
  }
  if (team.lowest == team.highest) return fill(m.t.w.all_at, {{"n", team.lowest}});
  return fill(m.t.w.from_to, {{"a", team.lowest}, {"b", team.highest}});
}

/// The levels, and once it is shown who chose them.
void levels(const Meeting& m, int column, int question) {
  const Question& asked = m.b.q.questions[static_cast<std::size_t>(question)];
  const bool apart = m.t.result.questions[static_cast<std::size_t>(question)].gap.has_value();
  auto figure = std::make_unique<LevelsFigure>();
  figure->hidden = !m.w.shown();
  figure->apart = apart;
  Cells cells;
  std::vector<std::string> said;
  for (int value = 0; value <= asked.top(); ++value) {
    const Level level = asked.level_for(Value::of(value));
    LevelsFigure::Row row;
    row.value = value;
    row.text = m.b.text(asked.levels[static_cast<std::size_t>(level)]);
    row.agreed = m.w.agreement(question).level == level;
    said.push_back(cat(value, ": ", row.text));
    if (m.w.shown()) {
      row.counts = counts_at(m, question, static_cast<std::size_t>(value));
      const auto& counts = row.counts;
      cells << cat(value, ": ", row.text);
      if (apart)
        cells << static_cast<int>(counts[LanesFigure::kLeaders]) << static_cast<int>(counts[LanesFigure::kFront]);
      cells << static_cast<int>(counts[0] + counts[1] + counts[2]);
    }
    figure->rows.push_back(std::move(row));
  }
  std::string caption(m.t.w.hidden);
  for (const std::string& each : said) caption += cat(" ", each);
  if (m.w.shown()) caption = cat(finding(m, question), ".");
  const int node = m.b.figure(column, "workshop.levels", Look::kLanes, caption, OwnFigure{std::move(figure)});
  if (!m.w.shown()) return;
  if (apart) {
    m.b.table(node, "workshop.t", m.t.w.answers, {m.t.w.level, m.t.w.leaders_mean, m.t.w.front_mean, m.t.w.count},
              cells);
  } else {
    m.b.table(node, "workshop.t", m.t.w.answers, {m.t.w.level, m.t.w.count}, cells);
  }
}

void invitation(const Meeting& m, int aside) {
  const Invitation& to = m.w.invitation();
  if (to.size > 0) {
    auto figure = std::make_unique<QrFigure>();
    figure->size = to.size;
    figure->modules = to.modules;
    m.b.figure(aside, "workshop.qr", Look::kLanes, fill(m.t.w.qr, {{"address", to.address}}),
               OwnFigure{std::move(figure)});
    m.b.paragraph(aside, "workshop.address", Look::kSectionTitle, to.address.substr(0, kMostLinkBytes));
    m.b.paragraph(aside, "workshop.invite", Look::kSmallMuted, m.t.w.fill_in);
  }
  m.b.paragraph(aside, "workshop.inside", Look::kPlain,
                fill(m.t.w.inside, {{"people", people(m.t, *m.t.table.seen())}}));
  m.b.paragraph(aside, "workshop.first", Look::kPlain, m.t.w.example_first);
}

void typed(const Meeting& m, int parent, const std::string& id, std::string_view label, const std::string& value) {
  m.b.paragraph(parent, {id, ".label"}, Look::kSmallMuted, label);
  m.b.node(m.b.add(parent, id, Kind::kText, Look::kEntry, value)).labelled_by = id + ".label";
}

/// What people say to each other about it, and what they agree.
void agreement(const Meeting& m, int aside, int question) {
  Builder& b = m.b;
  const Question& asked = b.q.questions[static_cast<std::size_t>(question)];
  const TeamQuestion& team = m.t.result.questions[static_cast<std::size_t>(question)];
  key(m.t, aside, team.gap.has_value(), false);
  b.paragraph(aside, "workshop.say", Look::kPlain, talk_question(m.t, question, true));
  b.paragraph(aside, "workshop.level.label", Look::kSmallMuted, m.t.w.agreed_level);
  const int group = b.add(aside, "workshop.level", Kind::kRadioGroup, Look::kTargets);
  b.node(group).labelled_by = "workshop.level.label";
  const Agreement& agreed = m.w.agreement(question);
  for (int value = 0; value <= asked.top(); ++value) {
    const Level level = asked.level_for(Value::of(value));
    const int radio = b.add(group, cat("workshop.level-", level + 1), Kind::kRadio, Look::kTargetCell, number(value));
    b.node(radio).checked = agreed.level == level;
    b.node(radio).name = cat(number(value), ": ", b.text(asked.levels[static_cast<std::size_t>(level)]));
  }
  typed(m, aside, "workshop.action", m.t.w.one_action, agreed.action);
  typed(m, aside, "workshop.who", b.words.task_who, agreed.who);
}

void topic(const Meeting& m, int screen) {
  Builder& b = m.b;
  const int question = at_topic(m);
  const Question& asked = b.q.questions[static_cast<std::size_t>(question)];
  agenda(m, screen);
  const int head = b.add(screen, "workshop.head", Kind::kGroup, Look::kHead);
  b.paragraph(head, "workshop.over", Look::kOver,
              fill(m.t.w.topic_of, {{"question", question + 1},
                                    {"n", static_cast<int>(m.w.at()) + 1},
                                    {"of", static_cast<int>(m.w.topics().size())}}));
  b.heading(head, m.w.head(), 1, Look::kPageTitle,
            m.w.shown() ? finding(m, question) : std::string(b.text(asked.text)));
  const int board = b.add(screen, "workshop.board", Kind::kGroup, Look::kBoard);
  levels(m, b.add(board, "workshop.rows", Kind::kGroup, Look::kColumn), question);
  const int aside = b.add(board, "workshop.aside", Kind::kGroup, Look::kAside);
  m.w.shown() ? agreement(m, aside, question) : invitation(m, aside);
  const int foot = b.add(screen, "workshop.foot", Kind::kGroup, Look::kFoot);
  if (is_wide(b)) b.button(foot, "go.team", Look::kTextButton, b.words.team);
  if (m.w.shown()) {
    b.button(foot, "workshop.hide", Look::kSecondary, m.t.w.hide);
  } else if (m.w.at() > 0) {
    b.button(foot, "workshop.back", Look::kSecondary, b.words.back);
  }
  if (!b.narrow())
    b.paragraph(foot, "workshop.keys", Look::kSmallMuted, m.w.shown() ? m.t.w.keys_shown : m.t.w.keys_hidden);
  if (!m.w.shown()) {
    b.button(foot, "workshop.show", Look::kPrimary, m.t.w.reveal);
    return;
  }
  const std::size_t next = m.w.at() + 1;
  b.button(
      foot, "workshop.next", Look::kPrimary,
      next == m.w.topics().size()
          ? std::string(m.t.w.to_agreed)
          : fill(m.t.w.next_topic, {{"topic", b.topic(b.q.questions[static_cast<std::size_t>(m.w.topics()[next])])}}));
}

/// A topic's level, action, and who does it.
void agreed_item(const Meeting& m, int sets, int question) {
  Builder& b = m.b;
  const Agreement& agreed = m.w.agreement(question);
  const std::string id = cat("workshop.topic-", question + 1), name = numbered(b, question);
  const std::string level = known(agreed.level) ? level_words(m, question, agreed.level) : std::string(m.t.w.no_level);
  int set = sets;
  if (b.options.paper) {
    b.heading(set, {id, ".h"}, 2, Look::kSetTitle, dotted({name, level}));
  } else {
    set = titled_set(b, sets, id + ".set", name, level);
  }
  b.paragraph(set, {id, ".do"}, Look::kPlain, agreed.action.empty() ? std::string(m.t.w.no_action) : agreed.action);
  if (!agreed.who.empty()) b.paragraph(set, {id, ".who"}, Look::kSmallMuted, agreed.who);
  if (b.options.paper) return;
  const int acts = b.add(set, {id, ".acts"}, Kind::kGroup, Look::kActs);
  b.node(b.button(acts, id, Look::kTextButton, m.t.w.change)).name = cat(m.t.w.change, ": ", name);
}

/// Every question: its level, in words, and whether it was agreed or taken over.
void all_levels(const Meeting& m, int parent, const Answers& answers, const Result& result) {
  Builder& b = m.b;
  Cells cells;
  for (std::size_t i = 0; i < b.q.questions.size(); ++i) {
    if (result.values[i] == kNotAsked) continue;
    const int question = static_cast<int>(i);
    const Level level = answers.questions[i];
    const bool agreed = m.w.agreement(question).level != kSkipped;
    const bool is_known = known(level);
    cells << (is_known ? cat(numbered(b, question), " (", agreed ? m.t.w.chosen : m.t.w.taken, ")")
                       : numbered(b, question))
          << (is_known ? number(b.q.questions[i].value_of(level).number) : "–")
          << (is_known ? b.text(b.q.questions[i].levels[static_cast<std::size_t>(level)]) : m.t.w.nobody_knows);
  }
  b.table(b.add(parent, "workshop.all", Kind::kGroup, Look::kAnswerTable), "workshop.all.t", m.t.w.agreed_answers,
          {b.words.question, b.words.level, m.t.w.agreed_answers}, cells);
}

/// Stage and score of what was agreed.
void outcome(const Meeting& m, int screen, const Answers& answers, const Result& result) {
  Builder& b = m.b;
  int chosen = 0, taken = 0;
  for (std::size_t i = 0; i < answers.questions.size(); ++i) {
    if (!known(result.values[i])) continue;
    ++(m.w.agreement(static_cast<int>(i)).level != kSkipped ? chosen : taken);
  }
  const int section = b.add(screen, "workshop.outcome", Kind::kGroup, Look::kSection);
  if (result.stage) {
    const int stage = result.stage->final;
    b.heading(section, "workshop.stage.h", 2, Look::kSectionTitle,
              fill(m.t.w.chosen_stage,
                   {{"n", stage}, {"name", b.text(b.q.stages[static_cast<std::size_t>(stage - 1)].name)}}));
    BarsFigure figure;
    figure.ticks = stage_limits(b.q);
    Bar bar;
    bar.label = m.t.w.score;
    bar.value = number(display_points(b.q, *result.overall));
    bar.points = points(b.q, *result.overall);
    bar.stage = result.stage->score;
    const std::string caption = cat(bar.label, ": ", bar.value, ".");
    figure.bars.push_back(std::move(bar));
    b.figure(section, "workshop.bar", Look::kBars, caption, std::move(figure));
  } else {
    b.heading(section, "workshop.stage.h", 2, Look::kSectionTitle, m.t.w.no_stage);
  }
  b.paragraph(section, "workshop.counted", Look::kUnder,
              fill(m.t.w.counted, {{"chosen", in_words(b, chosen)}, {"taken", in_words(b, taken)}}));
}

void code(const Meeting& m, int screen, const Answers& answers) {
  Builder& b = m.b;
  const int sets = b.add(screen, "workshop.codes", Kind::kGroup, Look::kSets);
  const int code = titled_set(b, sets, "workshop.code", m.t.w.agreed_code);
  b.paragraph(code, "workshop.code.t", Look::kCode, result_code(b.q, answers));
  b.paragraph(code, "workshop.code.who", Look::kSmallMuted, m.t.w.code_of_group);
  const int acts = b.add(code, "workshop.code.acts", Kind::kGroup, Look::kActs);
  b.button(acts, "copy.agreed", Look::kSecondary, b.words.copy_code);
}

/// Topics that were not on the agenda.
void more_topics(const Meeting& m, int screen) {
  Builder& b = m.b;
  std::vector<int> others;
  for (int i = 0; i < static_cast<int>(b.q.questions.size()); ++i) {
    if (std::find(m.w.topics().begin(), m.w.topics().end(), i) == m.w.topics().end()) others.push_back(i);
  }
  if (others.empty()) return;
  b.fold_row(screen, m.t.w.more_topics, fill(m.t.w.topics_left, {{"n", static_cast<int>(others.size())}}));
  if (!b.session.more()) return;
  others.resize(std::min<std::size_t>(others.size(), kMostOffered));
  const int links = b.add(screen, "workshop.more", Kind::kGroup, Look::kLinks);
  for (const int question : others)
    b.button(links, cat("workshop.topic-", question + 1), Look::kLink, numbered(b, question));
}

/// On paper two sheets in `root`.
void agreed(const Meeting& m, int root) {
  Builder& b = m.b;
  const int screen = b.options.paper ? b.add(root, "workshop.sheet-1", Kind::kGroup, Look::kSheet) : root;
  int made = 0;
  for (const int question : m.w.topics()) made += m.w.agreement(question).any();
  const int head = b.add(screen, "workshop.head", Kind::kGroup, Look::kHead);
  b.heading(head, m.w.head(), 1, Look::kPageTitle,
            made == 0   ? std::string(m.t.w.agreed_none)
            : made == 1 ? std::string(m.t.w.agreed_one)
                        : fill(m.t.w.agreed_more, {{"n", upper_first(in_words(b, made))}}));
  const std::string& today = b.session.planning().today;
  std::string lead =
      today.empty() ? std::string(m.t.w.workshop) : fill(m.t.w.workshop_of, {{"day", day_words(b, today)}});
  if (m.w.minutes() > 1) lead += cat(", ", fill(m.t.w.minutes, {{"n", m.w.minutes()}}));
  b.paragraph(head, "workshop.lead", Look::kPageLead, cat(lead, ". ", people(m.t, *m.t.table.seen()), "."));
  const Answers answers = m.w.answers(*m.t.table.seen());
  const Result result = score(b.q, answers);
  if (b.options.paper) version(b, head, "workshop.version");
  const int sets = b.add(screen, "workshop.sets", Kind::kGroup, b.options.paper ? Look::kColumn : Look::kSets);
  for (const int question : m.w.topics()) {
    if (!b.options.paper || m.w.agreement(question).any()) agreed_item(m, sets, question);
  }
  outcome(m, screen, answers, result);
  code(m, screen, answers);
  if (b.options.paper)
    return all_levels(m, b.add(root, "workshop.sheet-2", Kind::kGroup, Look::kSheet), answers, result);
  more_topics(m, screen);
  if (m.w.asking()) {
    b.paragraph(screen, "workshop.ask", Look::kMessage, m.t.w.plan_replaces);
    const int acts = b.add(screen, "workshop.ask.acts", Kind::kGroup, Look::kFoot);
    b.node(b.button(acts, "workshop.plan-no", Look::kSecondary, b.words.cancel)).described_by = "workshop.ask";
    b.button(acts, "workshop.plan-yes", Look::kCaution, m.t.w.replace);
    return;
  }
  const int foot = b.add(screen, "workshop.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "page.print", Look::kSecondary, b.words.print);
  b.button(foot, "workshop.plan", Look::kPrimary, m.t.w.to_plan);
}

}  // namespace

void workshop(const Team& t, int screen) {
  Builder& b = t.b;
  const Meeting m{t, t.table.workshop()};
  const bool talks = t.table.seen() && !m.w.is_over() && !b.options.paper;
  if (!talks || !is_wide(b)) {
    b.button(b.add(screen, "workshop.top", Kind::kGroup, Look::kBackRow), "go.team", Look::kBack, b.words.team);
  }
  if (!t.table.seen() || m.w.topics().empty()) {
    const int head = b.add(screen, "workshop.head", Kind::kGroup, Look::kHead);
    b.heading(head, "workshop.h", 1, Look::kPageTitle, t.w.workshop_empty);
    b.paragraph(head, "workshop.lead", Look::kPageLead, t.w.workshop_how);
    return;
  }
  b.options.paper || m.w.is_over() ? agreed(m, screen) : topic(m, screen);
}

}  // namespace kk
