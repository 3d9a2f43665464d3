// The workshop: what stays hidden until it is shown, what is agreed, and what becomes of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "exchange/plan_text.h"
#include "exchange/result_code.h"
#include "score/score.h"
#include "score/team.h"
#include "support/sample.h"
#include "support/team.h"
#include "support/view_properties.h"
#include "team/board.h"
#include "team/table.h"
#include "view/paper.h"
#include "view/view.h"

namespace kk {
namespace {

using sample::codes;
using sample::klantgedreven;

const std::string kApart = codes("leadership;", {"333222222", "433333322", "334233223"}) +
                           codes("frontline;", {"111122121", "210132111", "121122212"});

View view_of(const Session& session, float width = 720, bool paper = false) {
  ViewOptions options;
  options.width = width;
  return paper ? build_paper(session, options) : build_view(session, options);
}

std::string text_of(const View& view, const std::string& id) {
  for (const Node& node : view.nodes) {
    if (node.id == id) return node.text;
  }
  return "(no " + id + ")";
}

bool has(const View& view, const std::string& id) { return text_of(view, id) != "(no " + id + ")"; }

template <typename Shown>
const Shown* picture(View&&, const std::string&) = delete;
template <typename Shown>
const Shown* picture(const View& view, const std::string& id) {  // as long as the view lives
  for (const Node& node : view.nodes) {
    if (node.id != id || !node.figure) continue;
    return static_cast<const Shown*>(std::get<OwnFigure>(*node.figure).picture.get());
  }
  return nullptr;
}

std::string everything(const View& view) {
  std::string out;
  for (const Node& node : view.nodes) out += node.id + "|" + node.text + "|" + node.name + "\n";
  return out;
}

/// As it is defined, not as it is counted: all known answers in order, the one in the middle.
Level median_by_sorting(const std::vector<Answers>& members, std::size_t question, const Question& asked) {
  std::vector<int> values;
  for (const Answers& member : members) {
    if (known(member.questions[question])) values.push_back(asked.value_of(member.questions[question]).number);
  }
  if (values.empty()) return kUnknown;
  std::sort(values.begin(), values.end());
  return asked.level_for(Value::of(values[(values.size() - 1) / 2]));
}

TEST(AgreedSet, IsWhatWasAgreedAndElsewhereTheLowerMedian) {
  std::mt19937 random(20);
  const Questionnaire weerbaar =
      sample::checked(sample::read_file(std::string(KK_ASSETS_DIR) + "/questionnaires/weerbaar.json"));
  for (const Questionnaire* q : {&klantgedreven(), &weerbaar}) {
    for (int round = 0; round < 400; ++round) {
      std::vector<Answers> members(1 + random() % 9, blank_answers(*q));
      TeamCounts counts = no_members(*q);
      TeamCounter counter(*q, counts);
      for (Answers& member : members) {
        for (std::size_t i = 0; i < member.questions.size(); ++i)
          member.questions[i] =
              static_cast<Level>(static_cast<int>(random() % static_cast<unsigned>(q->questions[i].top() + 2)) - 1);
        counter.add(static_cast<Role>(static_cast<int>(random() % 4) - 1), member);
      }
      std::vector<Level> agreed(q->questions.size(), kSkipped);
      for (std::size_t i = 0; i < agreed.size(); ++i) {
        if (random() % 3 == 0)
          agreed[i] = static_cast<Level>(random() % static_cast<unsigned>(q->questions[i].top() + 1));
      }
      // A member whose own answers hide a question says nothing about it.
      for (Answers& member : members) {
        const Result scored = score(*q, member);
        for (std::size_t i = 0; i < member.questions.size(); ++i) {
          if (scored.values[i] == kNotAsked) member.questions[i] = kSkipped;
        }
      }
      const Answers set = agreed_answers(*q, counts, agreed);
      for (std::size_t i = 0; i < agreed.size(); ++i) {
        EXPECT_EQ(set.questions[i], agreed[i] != kSkipped ? agreed[i] : median_by_sorting(members, i, q->questions[i]));
      }
      const DecodedCode code = decode_result_code(*q, result_code(*q, set));
      EXPECT_EQ(code.status, CodeStatus::kOk);
      EXPECT_EQ(code.answers.questions, set.questions);
    }
  }
}

/// Teams of which the first topic is the same question.
TEST(Workshop, ShowsNothingOfTheAnswersBeforeTheyAreShown) {
  std::mt19937 random(7);
  std::set<std::string> hidden, shown;
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int member = 0; member < 6; ++member) {
      std::string pattern;
      for (int i = 0; i < 9; ++i) pattern += static_cast<char>('0' + random() % 5);
      text += codes("", {pattern});
    }
    TeamTable table(klantgedreven());
    Session session =
        sample::team_session(table, "nl", {{"team.add", text}, {"workshop.start", ""}, {"workshop.topic-4", ""}});
    if (table.waiting().size() > 0 || table.seen()->size() != 6 || table.workshop().topics().size() != 4) continue;
    const std::string before = everything(view_of(session));
    // Which topics are on the agenda comes from the picture, which is no secret: what is said of this one is.
    hidden.insert(before.substr(before.find("workshop.h-")));
    const View view = view_of(session);
    const auto* levels = picture<LevelsFigure>(view, "workshop.levels");
    ASSERT_TRUE(levels && levels->hidden);
    for (const LevelsFigure::Row& row : levels->rows) {
      for (const auto count : row.counts) EXPECT_EQ(count, 0);
      EXPECT_FALSE(row.agreed);
    }
    ASSERT_TRUE(session.act("workshop.show"));
    const std::string after = everything(view_of(session));
    shown.insert(after.substr(after.find("workshop.h-")));
  }
  EXPECT_EQ(hidden.size(), 1u) << "every team sees the same before";
  EXPECT_GT(shown.size(), 10u);
}

TEST(Workshop, KeepsRolesApartOnlyWhereThePictureDoes) {
  for (const auto& [text, apart] :
       std::vector<std::pair<std::string, bool>>{{kApart, true},
                                                 {kApart + codes("middle;", {"222222222"}), false},
                                                 {codes("leadership;", {"333222222", "433333322", "334233223"}) +
                                                      codes("frontline;", {"11112.121", "21013.111", "121122212"}),
                                                  true}}) {
    TeamTable table(klantgedreven());
    Session session = sample::team_session(table, "nl", {{"team.add", text}, {"workshop.start", ""}});
    for (int question = 0; question < 9; ++question) {
      ASSERT_TRUE(session.act("workshop.topic-" + std::to_string(question + 1)));
      ASSERT_TRUE(session.act("workshop.show"));
      const View view = view_of(session);
      const auto* levels = picture<LevelsFigure>(view, "workshop.levels");
      ASSERT_TRUE(levels);
      const bool by_role =
          team_result(klantgedreven(), *table.seen()).questions[static_cast<std::size_t>(question)].gap.has_value();
      EXPECT_LE(by_role, apart);
      EXPECT_EQ(levels->apart, by_role) << question;
      EXPECT_EQ(text_of(view, "team.key.first"), by_role ? "leiding" : "een antwoord") << "the key is of this question";
      std::int64_t n = 0;
      for (const LevelsFigure::Row& row : levels->rows) {
        for (std::size_t lane = 0; lane < LanesFigure::kLanes; ++lane) {
          n += row.counts[lane];
          if (!by_role && lane != LanesFigure::kOthers) EXPECT_EQ(row.counts[lane], 0);
        }
      }
      EXPECT_EQ(n, team_result(klantgedreven(), *table.seen()).questions[static_cast<std::size_t>(question)].n);
    }
  }
}

TEST(Workshop, LeadsThroughWhatToTalkAboutFirst) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl", {{"team.add", kApart}});
  EXPECT_FALSE(session.act("workshop.next"));  // it did not begin
  ASSERT_TRUE(session.act("workshop.start"));
  EXPECT_EQ(session.row().name, "workshop");
  EXPECT_EQ(view_of(session).say, "") << "it is not about the result of who opens it";
  EXPECT_EQ(table.workshop().topics(), team_result(klantgedreven(), *table.seen()).talk_first);
  EXPECT_FALSE(session.act("workshop.back"));
  EXPECT_FALSE(session.act("workshop.hide"));
  EXPECT_FALSE(session.act("workshop.level-1")) << "nothing is agreed before it is shown";
  EXPECT_FALSE(session.act({"workshop.action", "x"}));
  const std::string first = table.workshop().head();
  ASSERT_TRUE(session.act("workshop.show"));
  EXPECT_EQ(session.focus(), table.workshop().head());
  EXPECT_NE(table.workshop().head(), first) << "a new heading is read";
  EXPECT_FALSE(session.act("workshop.show"));
  EXPECT_FALSE(session.act("workshop.level-0"));
  EXPECT_FALSE(session.act("workshop.level-6"));
  EXPECT_TRUE(session.act("workshop.level-2"));
  EXPECT_TRUE(session.act({"workshop.action", "meten\nen\tbespreken"}));
  EXPECT_TRUE(session.act({"workshop.who", "directie"}));
  ASSERT_TRUE(session.act("workshop.next"));
  EXPECT_FALSE(table.workshop().shown()) << "each topic is hidden at first";
  ASSERT_TRUE(session.act("workshop.next"));
  ASSERT_TRUE(session.act("workshop.next"));
  EXPECT_TRUE(table.workshop().is_over());
  EXPECT_FALSE(session.act("workshop.next"));
  EXPECT_FALSE(session.act("workshop.show"));
  const View over = view_of(session);
  EXPECT_EQ(text_of(over, table.workshop().head()), "Eén afspraak gemaakt");
  EXPECT_EQ(text_of(over, "workshop.code.t"), result_code(klantgedreven(), table.workshop().answers(*table.seen())));
  EXPECT_EQ(text_of(over, "workshop.counted"),
            "Samen gekozen: één. Overgenomen: acht, het midden van jullie antwoorden.");
  // Back to what it was, and another picture keeps what was agreed.
  ASSERT_TRUE(session.act("go.team"));
  ASSERT_TRUE(session.act(
      {"team.add", codes("", {"000000000", "000000000"}) + codes("", {"000010000", "000002000", "300000000"})}));
  ASSERT_TRUE(session.act("workshop.start"));
  EXPECT_EQ(table.seen()->size(), 6) << "who waits, waits on: the page said when the picture changes";
  ASSERT_TRUE(session.act("go.team"));
  ASSERT_TRUE(session.act("team.show"));
  ASSERT_TRUE(session.act("workshop.start"));
  EXPECT_EQ(table.seen()->size(), 10);
  const std::vector<int>& topics = table.workshop().topics();
  EXPECT_TRUE(std::find(topics.begin(), topics.end(), 2) != topics.end());
  EXPECT_EQ(table.workshop().agreement(2).action, "meten en bespreken");
  ASSERT_TRUE(session.act("go.team"));
  ASSERT_TRUE(session.act("team.clear"));
  ASSERT_TRUE(session.act("team.clear-yes"));
  EXPECT_TRUE(table.workshop().topics().empty());
  EXPECT_FALSE(table.workshop().agreement(2).any());
}

TEST(Workshop, HandsWhatWasAgreedToThePlan) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl",
                                         {{"team.add", kApart},
                                          {"workshop.start", ""},
                                          {"workshop.topic-3", ""},
                                          {"workshop.show", ""},
                                          {"workshop.level-2", ""},
                                          {"workshop.action", "Eén cijfer kiezen"},
                                          {"workshop.who", "Hoofd klantenservice"},
                                          {"workshop.topic-9", ""},
                                          {"workshop.show", ""},
                                          {"workshop.level-5", ""},
                                          {"workshop.action", "Vasthouden"},
                                          {"workshop.topic-8", ""},
                                          {"workshop.show", ""},
                                          {"workshop.level-1", ""}});
  session.set_today("2026-11-28");
  while (!table.workshop().is_over()) ASSERT_TRUE(session.act("workshop.next"));
  const Answers agreed = table.workshop().answers(*table.seen());
  ASSERT_TRUE(session.act("workshop.plan"));
  EXPECT_EQ(session.row().name, "plan");
  EXPECT_EQ(session.answers(), agreed);
  EXPECT_EQ(agreed.questions[2], 1);
  EXPECT_EQ(agreed.questions[8], 4);
  const std::vector<Task>& tasks = session.plan().tasks;
  ASSERT_EQ(tasks.size(), 2u) << "a level without an action is no task";
  EXPECT_EQ(tasks[0].question, 2);
  EXPECT_EQ(tasks[0].from, 1);
  EXPECT_EQ(tasks[0].action, "Eén cijfer kiezen");
  EXPECT_EQ(tasks[0].who, "Hoofd klantenservice");
  EXPECT_EQ(tasks[0].check, "2026-12-28");
  EXPECT_EQ(tasks[1].question, -1) << "at the top there is no step";
  EXPECT_EQ(tasks[1].text, "Vasthouden");
  // Handed over once more it is the same, and asks nothing.
  ASSERT_TRUE(session.act("go.workshop"));
  ASSERT_TRUE(session.act("workshop.plan"));
  EXPECT_EQ(session.row().name, "plan");
  EXPECT_EQ(plan_text(klantgedreven(), read_plan(klantgedreven(), plan_text(klantgedreven(), session.plan()))),
            plan_text(klantgedreven(), session.plan()));
}

TEST(Workshop, AsksBeforeAnswersOfTheReadersAreReplaced) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl", {{"team.add", kApart}, {"workshop.start", ""}});
  session.restore(sample::answers(klantgedreven(), "444444444"));
  ASSERT_TRUE(session.act("go.workshop"));
  while (!table.workshop().is_over()) ASSERT_TRUE(session.act("workshop.next"));
  EXPECT_FALSE(session.act("workshop.plan-yes"));
  ASSERT_TRUE(session.act("workshop.plan"));
  EXPECT_EQ(session.row().name, "workshop");
  EXPECT_EQ(session.focus(), "workshop.plan-no");
  EXPECT_TRUE(has(view_of(session), "workshop.ask"));
  ASSERT_TRUE(session.act("workshop.plan-no"));
  EXPECT_EQ(session.focus(), "workshop.plan");
  EXPECT_EQ(session.answers(), sample::answers(klantgedreven(), "444444444"));
  ASSERT_TRUE(session.act("workshop.plan"));
  ASSERT_TRUE(session.act("workshop.plan-yes"));
  EXPECT_EQ(session.answers(), table.workshop().answers(*table.seen()));
}

TEST(Workshop, TakesAnInvitationOnlyWhole) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl", {{"team.add", kApart}, {"workshop.start", ""}});
  for (const std::string& bad : {std::string(), std::string("a"), std::string("a\n2"), std::string("a\n2\n111"),
                                 std::string("a\n-1\n1"), std::string("a\n999\n1"), std::string("a\n02\n1111")}) {
    EXPECT_FALSE(session.act({"workshop.here", bad})) << bad;
    EXPECT_FALSE(has(view_of(session), "workshop.qr"));
  }
  ASSERT_TRUE(session.act({"workshop.here", "example.org\n2\n1001"}));
  const View view = view_of(session);
  ASSERT_TRUE(picture<QrFigure>(view, "workshop.qr"));
  EXPECT_EQ(text_of(view, "workshop.address"), "example.org");
  EXPECT_FALSE(session.act({"workshop.minute", "x"}));
  EXPECT_FALSE(session.act({"workshop.minute", "-1"}));
}

TEST(Workshop, TellsHowMuchOfItsHourIsLeft) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl", {{"team.add", kApart}, {"workshop.start", ""}});
  const auto agenda = [&](const char* minute) {
    if (*minute) EXPECT_TRUE(session.act({"workshop.minute", minute}));
    return text_of(view_of(session), "workshop.agenda");
  };
  EXPECT_EQ(agenda(""), "Agenda: Start, nog 5 min.");
  EXPECT_EQ(agenda("4"), "Agenda: Start, nog 1 min.");
  EXPECT_EQ(agenda("5"), "Agenda: Cijfers, nog 15 min.");
  EXPECT_EQ(agenda("20"), "Agenda: Cijfers, tijd om.");
  EXPECT_EQ(agenda("22"), "Agenda: Cijfers, 2 min over.");
  ASSERT_TRUE(session.act("workshop.next"));
  EXPECT_EQ(agenda(""), "Agenda: Leiding, nog 13 min.");
  int minutes = 0;
  const View view = view_of(session);
  for (const auto& each : picture<AgendaFigure>(view, "workshop.agenda")->stretches) minutes += each.minutes;
  EXPECT_EQ(minutes, kMeeting);
}

TEST(Workshop, GoesOnPaperWithEveryAnswer) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(
      table, "nl", {{"team.add", kApart}, {"workshop.start", ""}, {"workshop.show", ""}, {"workshop.level-2", ""}});
  const View paper = view_of(session, 720, true);
  EXPECT_TRUE(has(paper, "workshop.all.t"));
  EXPECT_TRUE(has(paper, "workshop.code.t"));
  EXPECT_FALSE(has(paper, "workshop.levels")) << "what is on the wall is not what is taken home";
  int agreed = 0, taken = 0;
  for (const Node& node : paper.nodes) {
    agreed += node.text.find("(samen gekozen)") != std::string::npos;
    taken += node.text.find("(overgenomen)") != std::string::npos;
  }
  EXPECT_EQ(agreed, 1);
  EXPECT_EQ(taken, 8);
}

}  // namespace
}  // namespace kk
