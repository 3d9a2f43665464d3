// The reader's plan: what may be done with it, what the page says of it, and what becomes of it in files.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/day.h"
#include "exchange/plan_text.h"
#include "support/made.h"
#include "support/sample.h"
#include "support/support.h"
#include "support/view_properties.h"
#include "view/files/files.h"
#include "view/screens/table.h"

namespace kk {
namespace {

using sample::find;
using sample::klantgedreven;

constexpr const char* kToday = "2026-11-27";

Session planned(const std::string& answers = "121230210", const std::string& language = "nl") {
  Session session = sample::session({.answers = answers, .screen = "plan", .language = language});
  session.set_today(kToday);
  return session;
}

std::string text(const Session& session, const char* id, float width = 720) {
  return sample::text(build_view(session, {.width = width}), id);
}

/// Another calendar than ours.
std::string counted(int year, unsigned month, unsigned day, int days) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)} +
      std::chrono::days{days}};
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return out;
}

TEST(Day, IsCountedAsTheCalendarDoes) {
  for (int start = 0; start < 146'097; start += 13) {  // four hundred years, after which all comes again
    const std::string day = counted(1970, 1, 1, start);
    ASSERT_TRUE(is_day(day)) << day;
    for (const int days : {0, 1, 30, 90, 365, 400}) ASSERT_EQ(day_after(day, days), counted(1970, 1, 1, start + days));
  }
}

TEST(Day, IsOneThatThereIs) {
  for (const char* day : {"2026-02-28", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"})
    EXPECT_TRUE(is_day(day)) << day;
  for (const char* day : {"", "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-4-3",
                          "2026-04-00", "2026/04/03", "20260403", "2026-04-031", " 2026-04-3", "٢٠٢٦-٠٤-٠٣"}) {
    EXPECT_FALSE(is_day(day)) << day;
  }
}

TEST(Plan, IsMadeOfTheStepsThatWereChosen) {
  Session session = planned();
  const std::vector<Step> steps = session.result().steps;
  ASSERT_GE(steps.size(), 4u);
  EXPECT_EQ(text(session, "plan.h"), "Maak van de stappen een plan");
  EXPECT_EQ(text(session, "plan.make"), "Zet drie stappen in je plan");
  EXPECT_TRUE(session.act("plan.pick-2"));
  EXPECT_EQ(text(session, "plan.make"), "Zet twee stappen in je plan");
  EXPECT_TRUE(session.act("plan.make"));
  ASSERT_EQ(session.plan().tasks.size(), 2u);
  EXPECT_EQ(session.plan().tasks[0].question, steps[0].question);
  EXPECT_EQ(session.plan().tasks[1].question, steps[2].question);
  EXPECT_EQ(build_view(session, {}).focus, "plan.h");
  EXPECT_TRUE(session.act("plan.next")) << "what was left out comes first";
  EXPECT_EQ(session.plan().tasks[2].question, steps[1].question);
  EXPECT_FALSE(session.act("plan.make")) << "there is a plan";
}

TEST(Plan, WithoutAChoiceCannotBeMade) {
  Session session = planned();
  for (const char* pick : {"plan.pick-1", "plan.pick-2", "plan.pick-3"}) EXPECT_TRUE(session.act(pick));
  const View view = build_view(session, {});
  EXPECT_TRUE(find(view, "plan.make")->disabled);
  EXPECT_EQ(sample::text(view, "plan.none"), "Kies minstens één stap.");
  EXPECT_FALSE(session.act("plan.make"));
  EXPECT_FALSE(session.act("plan.pick-4"));
}

TEST(Plan, KeepsWhatIsTyped) {
  Session session = planned();
  session.act("plan.make");
  EXPECT_TRUE(session.act("plan.task-1"));
  const std::pair<const char*, const char*> typed[] = {
      {"plan.1.action", "Klantpunt aanvragen"}, {"plan.1.who", "Directiesecretaris"}, {"plan.1.learned", "Het kan"}};
  for (const auto& [id, value] : typed) {
    EXPECT_TRUE(session.act({id, value}));
    EXPECT_EQ(text(session, id), value);
  }
  EXPECT_TRUE(session.act("plan.1.days-30"));
  EXPECT_EQ(text(session, "plan.1.check"), "2026-12-27");
  EXPECT_TRUE(session.act("plan.1.state-2"));
  EXPECT_TRUE(session.act("plan.1.effort-3"));
  EXPECT_EQ(text(session, "plan.h"), "Eerste controle: 27 december");
  const std::string row = text(session, "plan.task-1");
  for (const char* part : {" bezig ", " makkelijk ", " Directiesecretaris ", " 27 december"}) {
    EXPECT_NE((row + " ").find(part), std::string::npos) << row;
  }
  session.act("plan.close");
  EXPECT_EQ(build_view(session, {}).focus, "plan.task-1");
  EXPECT_FALSE(find(build_view(session, {}), "plan.1.who"));
}

TEST(Plan, TakesNoMoreThanAFieldHolds) {
  Session session = planned();
  session.act("plan.make");
  session.act("plan.task-1");
  std::string hundreds;
  for (int i = 0; i < 300; ++i) hundreds += "é";
  session.act({"plan.1.who", hundreds});
  EXPECT_EQ(session.plan().tasks[0].who, hundreds.substr(0, 2 * kMostFieldLength));
  EXPECT_EQ(text(session, "plan.1.who.full"), "Dit veld is vol.");
  // A browser counts some characters as two, and takes no more of them than this.
  std::string compasses;
  for (int i = 0; i < 100; ++i) compasses += "🧭";
  session.act({"plan.1.who", compasses});
  EXPECT_EQ(session.plan().tasks[0].who, compasses);
  EXPECT_EQ(text(session, "plan.1.who.full"), "Dit veld is vol.");
  session.act({"plan.1.who", compasses.substr(4)});
  EXPECT_FALSE(find(build_view(session, {}), "plan.1.who.full"));
  session.act({"plan.1.who",
               "a\tb\nc\x1f\xE2\x80\xAE"
               "d\xff"});
  EXPECT_EQ(session.plan().tasks[0].who, "a b c  d ");
}

TEST(Plan, OfAStepOfTheReadersOwn) {
  Session session = planned();
  EXPECT_TRUE(session.act("plan.own"));
  EXPECT_EQ(build_view(session, {}).focus, "plan.1.text");
  EXPECT_TRUE(session.act("plan.task-1")) << "closed without a word";
  EXPECT_TRUE(session.plan().tasks.empty());
  session.act("plan.own");
  session.act({"plan.1.text", "Bel vijf klanten"});
  session.act("plan.own");
  ASSERT_EQ(session.plan().tasks.size(), 2u);
  EXPECT_TRUE(session.act("plan.task-1")) << "the empty one behind it goes";
  EXPECT_EQ(session.planning().open, 0);
  EXPECT_EQ(session.plan().tasks.size(), 1u);
  // One that became empty goes too, and the others move up.
  session.act("plan.next");
  session.act("plan.task-1");
  session.act({"plan.1.text", ""});
  session.act("plan.task-2");
  EXPECT_EQ(session.plan().tasks.size(), 1u);
  EXPECT_EQ(session.planning().open, 0);
  EXPECT_GE(session.plan().tasks[0].question, 0);
}

TEST(Plan, HasRoomForFortyAndSaysSo) {
  Session session = planned();
  for (std::size_t i = 0; i < kMostTasks; ++i) {
    ASSERT_TRUE(session.act("plan.own"));
    session.act({"plan." + std::to_string(i + 1) + ".text", "Stap " + std::to_string(i)});
  }
  EXPECT_FALSE(session.act("plan.own"));
  EXPECT_FALSE(session.act("plan.next"));
  const View view = build_view(session, {});
  EXPECT_EQ(sample::text(view, "plan.full"), "Een plan heeft plaats voor 40 stappen. Dit plan is vol.");
  EXPECT_FALSE(find(view, "plan.own"));
  test::require_record(view);
}

TEST(Plan, PutsAsideWhatIsClosed) {
  Session session = planned();
  session.act("plan.make");
  session.act("plan.task-2");
  session.act("plan.2.state-4");
  EXPECT_TRUE(find(build_view(session, {}), "plan.task-2")) << "it stays while it is open";
  session.act("plan.close");
  EXPECT_FALSE(find(build_view(session, {}), "plan.task-2"));
  EXPECT_EQ(text(session, "nav.more"), "Opzijgezet één stap");
  session.act("nav.more");
  session.act("plan.task-2");
  session.act("plan.2.state-1");
  const View view = build_view(session, {});
  EXPECT_EQ(view.nodes[static_cast<std::size_t>(find(view, "plan.task-2.item")->parent)].id, "plan.aside");
  test::require_record(view);
}

TEST(Plan, TitleIsTheNextThingToHappen) {
  const struct {
    const char *first, *second;  ///< state and day of each
    const char* title;
  } cases[] = {
      {"1", "1", "Kies een controledatum"},
      {"1 2027-03-01", "1 2027-02-24", "Eerste controle: 24 februari 2027"},
      {"1 2026-11-27", "1", "Eerste controle: 27 november"},
      {"1 2026-11-26", "2 2027-01-01", "Controle was 26 november"},
      {"3 2026-11-01", "2 2026-12-31", "Eerste controle: 31 december"},
      {"3 2026-11-01", "1", "Kies een controledatum"},
      {"3", "3 2026-11-01", "Alles klaar. Meet opnieuw"},
      {"3", "4 2026-11-01", "Alles klaar. Meet opnieuw"},
      {"4", "4", "Kies een controledatum"},
  };
  for (const auto& each : cases) {
    Session session = planned();
    session.act("plan.pick-3");
    session.act("plan.make");
    int n = 1;
    for (const std::string what : {each.first, each.second}) {
      session.act("plan." + std::to_string(n) + ".state-" + what.substr(0, 1));
      if (what.size() > 1) session.act({"plan." + std::to_string(n) + ".check", what.substr(2)});
      ++n;
    }
    EXPECT_EQ(text(session, "plan.h"), each.title) << each.first << ", " << each.second;
    const View view = build_view(session, {});
    const Node* const late = find(view, "plan.task-1");
    EXPECT_EQ(late && late->tail > 0, std::string(each.title) == "Controle was 26 november");
  }
}

TEST(Plan, SaysWhichStepStandsOutWhereThatIsKnownOfAll) {
  // Question 1 weighs three times as much as any other, and is at its lowest.
  Session session = planned("022222222");
  session.act("plan.make");
  ASSERT_EQ(session.plan().tasks[0].question, 0);
  EXPECT_EQ(text(session, "plan.weighed"), "Stap 1 levert het meest op.");
  session.act("plan.1.effort-1");
  session.act("plan.2.effort-2");
  EXPECT_EQ(text(session, "plan.weighed"), "Stap 1 levert het meest op.");
  session.act("plan.3.effort-3");
  EXPECT_EQ(text(session, "plan.weighed"), "Stap 1 levert het meest op. Stap 3 is het makkelijkst.");
  session.act("plan.2.effort-3");
  EXPECT_EQ(text(session, "plan.weighed"), "Stap 1 levert het meest op.");
  session.act("plan.1.state-3");
  EXPECT_EQ(text(session, "plan.weighed"), "(no plan.weighed)") << "two that are alike";
  session.act("plan.own");
  session.act({"plan.4.text", "Bel"});
  session.act("plan.close");
  session.act("plan.1.state-1");
  EXPECT_EQ(text(session, "plan.weighed"), "(no plan.weighed)") << "of one's own step nobody knows what it gains";
}

TEST(Plan, IsForgottenWithTheAnswersAndTheReaderIsTold) {
  Session session = planned();
  session.act("plan.make");
  session.act("go.share");
  session.act("nav.restart");
  EXPECT_NE(text(session, "share.ask").find("Ook je plan."), std::string::npos);
  session.act("nav.wipe");
  EXPECT_TRUE(session.plan().tasks.empty());
  EXPECT_EQ(plan_text(klantgedreven(), session.plan()), "");
}

TEST(Plan, StaysWhenOtherAnswersCome) {
  Session session = planned();
  session.act("plan.make");
  const std::string before = plan_text(klantgedreven(), session.plan());
  session.restore(sample::answers(klantgedreven(), "444444444"));
  EXPECT_EQ(plan_text(klantgedreven(), session.plan()), before);
  session.act("go.plan");
  test::require_record(build_view(session, {}));
}

TEST(Plan, IsInNoCodeAndNoStatement) {
  Session session = planned();
  const std::string code = result_code(klantgedreven(), session.answers());
  session.act("plan.make");
  session.act({"plan.1.who", "Geheim"});
  session.act({"plan.promise", "Geheim"});
  EXPECT_EQ(result_code(klantgedreven(), session.answers()), code);
  EXPECT_EQ(file_of(session, FileKind::kStatement, {}).find("Geheim"), std::string::npos);
  for (const char* screen : {"result", "steps", "patterns", "share", "embed"}) {
    session.act(std::string("go.") + screen);
    for (const Node& node : build_view(session, {}).nodes)
      EXPECT_EQ(node.text.find("Geheim"), std::string::npos) << node.id;
  }
}

/// Any plan that a reader may make, by what they may press and type.
Session walked(test::Random& chance, int length) {
  static const std::vector<std::string> kTyped = {
      "", "Jan", "=1+1", "a;b,c\\d", "Één\ttab\nregel", "\"<b>&'", "🧭 kompas", std::string(900, 'x')};
  std::string pattern;
  for (int i = 0; i < 9; ++i) pattern += "01234?."[chance.below(7)];
  Session session = planned(pattern, chance.below(2) ? "nl" : "en");
  for (int i = 0; i < length; ++i) {
    const std::string n = std::to_string(1 + chance.below(session.plan().tasks.size() + 1));
    const std::string ids[] = {"plan.make",
                               "plan.own",
                               "plan.next",
                               "plan.close",
                               "plan.promise",
                               "nav.more",
                               "plan.pick-" + n,
                               "plan.task-" + n,
                               "plan." + n + ".text",
                               "plan." + n + ".action",
                               "plan." + n + ".who",
                               "plan." + n + ".learned",
                               "plan." + n + ".days-30",
                               "plan." + n + ".days-365",
                               "plan." + n + ".state-" + std::to_string(1 + chance.below(4)),
                               "plan." + n + ".effort-" + std::to_string(1 + chance.below(3))};
    session.act({ids[chance.below(std::size(ids))], kTyped[chance.below(kTyped.size())]});
    if (chance.below(4) == 0)
      session.act({"plan." + n + ".check", day_after("2026-10-01", static_cast<int>(chance.below(200)))});
  }
  return session;
}

TEST(Plan, OfAnyReaderIsShownKeptAndPrinted) {
  test::Random chance(5);
  for (int i = 0; i < 300; ++i) {
    Session session = walked(chance, 1 + static_cast<int>(chance.below(60)));
    for (const float width : {320.f, 500.f, 720.f}) test::require_record(build_view(session, {.width = width}));
    for (int appendix = 0; appendix < 2; ++appendix) {
      test::require_record(build_paper(session, {}));
      session.act("files.appendix");
    }
    // Kept and given back it is the same.
    const std::string kept = plan_text(klantgedreven(), session.plan());
    Session again = planned();
    again.set_plan(read_plan(klantgedreven(), kept));
    ASSERT_EQ(plan_text(klantgedreven(), again.plan()), kept);
    ASSERT_EQ(again.plan().tasks.size(), session.plan().tasks.size());
    // Any cut and any change of a character is read as a plan, too.
    std::string damaged = kept.substr(0, chance.below(kept.size() + 1));
    for (int k = 0; k < 5 && !damaged.empty(); ++k)
      damaged[chance.below(damaged.size())] = static_cast<char>(chance.below(128));
    again.set_plan(read_plan(klantgedreven(), damaged));
    for (const Task& task : again.plan().tasks) ASSERT_TRUE(task.check.empty() || is_day(task.check));
    test::require_record(build_view(again, {}));
  }
}

TEST(Plan, OfAnotherMakeIsNone) {
  for (const char* text : {"", "2\tbelofte", "[object Object]", "{\"plan\":1}", "null", "1", "\n\n\n",
                           "1\t\nq99\t1\t0\t0\t\t\t\t\t", "1\t\nq1\t4\t0\t0\t\t\t\t\t", "1\t\nq1\t9\t0\t0\t\t\t\t\t",
                           "1\t\nq1\t1\t4\t0\t\t\t\t\t", "1\t\nq1\t1\t0\t9\t\t\t\t\t"}) {
    const Plan plan = read_plan(klantgedreven(), text);
    EXPECT_TRUE(plan.tasks.empty() && plan.promise.empty()) << text;
  }
}

TEST(Plan, IsInTheFileOfAnswersWholeAndCanBeReadAgain) {
  test::Random chance(6);
  for (int i = 0; i < 100; ++i) {
    const Session session = walked(chance, 40);
    const auto file = nlohmann::json::parse(file_of(session, FileKind::kAnswers, {}));
    const std::vector<Task>& tasks = session.plan().tasks;
    ASSERT_EQ(file.contains("plan"), !tasks.empty());
    if (tasks.empty()) continue;
    ASSERT_EQ(file["plan"]["tasks"].size(), tasks.size());
    EXPECT_EQ(file["plan"].value("promise", ""), session.plan().promise);
    for (std::size_t t = 0; t < tasks.size(); ++t) {
      const auto& task = file["plan"]["tasks"][t];
      EXPECT_EQ(task.value("who", ""), tasks[t].who);
      EXPECT_EQ(task.value("action", ""), tasks[t].action);
      EXPECT_EQ(task.value("learned", ""), tasks[t].learned);
      EXPECT_EQ(task.value("check", ""), tasks[t].check);
      EXPECT_EQ(task.contains("question"), tasks[t].question >= 0);
      if (tasks[t].question < 0) EXPECT_EQ(task.value("step", ""), tasks[t].text);
    }
  }
}

TEST(Plan, GivesTheCalendarAnEventForEachCheckToCome) {
  Session session = planned();
  session.act("plan.make");
  session.act({"plan.1.who", "Jan, Piet"});
  for (const char* id : {"plan.1.days-30", "plan.2.days-90", "plan.3.days-365", "plan.2.state-3"})
    ASSERT_TRUE(session.act(id));
  const auto events = [&] {
    const std::string file = calendar_file(session, "2026-11-27T18:10:30Z");
    std::vector<std::string> ids, days;
    for (std::size_t at = 0; (at = file.find("UID:", at)) != file.npos; ++at)
      ids.push_back(file.substr(at, file.find('\r', at) - at));
    for (std::size_t at = 0; (at = file.find("DATE:", at)) != file.npos; ++at) days.push_back(file.substr(at + 5, 8));
    return std::pair(ids, days);
  };
  const auto [ids, days] = events();
  EXPECT_EQ(days, (std::vector<std::string>{"20270225", "20261227", "20271127"}));
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3u);
  EXPECT_NE(calendar_file(session, "2026-11-27T18:10:30Z").find("DESCRIPTION:Jan\\, Piet"), std::string::npos);
  session.act({"plan.1.check", "2027-01-05"});
  EXPECT_EQ(events().first, ids) << "a day that is moved moves the event";
  EXPECT_EQ(events().second[1], "20270105");
}

}  // namespace
}  // namespace kk
