// The way from the intro over the nine questions to the result, and every id that is no action.
#include "view/session/session.h"

#include <random>

#include "support/sample.h"

namespace kk {
namespace {

using sample::act_all;
using sample::klantgedreven;
using sample::state;
using sample::where;

TEST(Session, StartsAtTheIntroWithoutAnswers) {
  const Session session(klantgedreven());
  EXPECT_EQ(state(session), "intro ......... 0 nl");
}

/// Without any module: intro, nine questions, result.
Session plain() {
  Session session(klantgedreven());
  session.set_modules({false, false, false, false});
  return session;
}

TEST(Session, LeadsFromIntroOverNineQuestionsToTheResult) {
  Session session = plain();
  EXPECT_TRUE(session.act("nav.start"));
  for (int i = 1; i <= 9; ++i) {
    EXPECT_EQ(where(session), "question-" + std::to_string(i));
    EXPECT_TRUE(session.act("q" + std::to_string(i) + ".l2"));
    EXPECT_FALSE(session.moved());
    EXPECT_TRUE(session.act("nav.next"));
    EXPECT_TRUE(session.moved());
  }
  EXPECT_EQ(state(session), "result 222222222 9 nl seen");
}

TEST(Session, NextWithoutAChoiceShowsTheMessageAndStays) {
  Session session = plain();
  act_all(session, {"nav.start", "nav.next"});
  EXPECT_EQ(state(session), "question-1 ......... 0 nl missing");
  act_all(session, {"q1.l0"});
  EXPECT_EQ(state(session), "question-1 0........ 1 nl") << "an answer takes the message away";
  act_all(session, {"nav.next", "nav.next"});
  EXPECT_EQ(state(session), "question-2 0........ 1 nl missing");
  act_all(session, {"nav.back"});
  EXPECT_EQ(state(session), "question-1 0........ 1 nl") << "so does leaving";
}

TEST(Session, TheLastQuestionToo) {
  Session session = sample::session({.screen = "question-9"});
  act_all(session, {"nav.next"});
  EXPECT_EQ(state(session), "question-9 ......... 0 nl missing");
  act_all(session, {"nav.skip"});
  EXPECT_EQ(state(session), "modules-more ......... 0 nl") << "what can still be added is offered first";
  act_all(session, {"nav.skip"});
  EXPECT_EQ(state(session), "result ......... 0 nl seen");
}

TEST(Session, UnknownIsAnAnswer) {
  Session session = plain();
  act_all(session, {"nav.start", "q1.unknown", "nav.next"});
  EXPECT_EQ(state(session), "question-2 ?........ 0 nl");
}

TEST(Session, SkipWithdrawsAnAnswer) {
  Session session = plain();
  act_all(session, {"nav.start", "q1.l3", "nav.skip"});
  EXPECT_EQ(state(session), "question-2 ......... 0 nl");
}

TEST(Session, BackKeepsAnswers) {
  Session session = plain();
  act_all(session, {"nav.start", "q1.l3", "nav.next", "q2.l1", "nav.back", "nav.back"});
  EXPECT_EQ(state(session), "intro 31....... 2 nl");
  act_all(session, {"nav.start", "nav.next"});
  EXPECT_EQ(state(session), "question-2 31....... 2 nl");
}

TEST(Session, QuestionsLeadBackToAResultThatWasSeen) {
  Session session = sample::session({"222222222", "result"});
  act_all(session, {"strip.q4", "q4.l4", "nav.next"});
  EXPECT_EQ(state(session), "result 222422222 9 nl seen");
  act_all(session, {"nav.edit"});
  EXPECT_EQ(where(session), "question-1");
  act_all(session, {"nav.skip"});
  EXPECT_EQ(state(session), "result .22422222 8 nl seen");
  act_all(session, {"nav.edit", "nav.next"});
  EXPECT_EQ(state(session), "result .22422222 8 nl seen") << "to the result, also without an answer";
}

TEST(Session, EachItemOfTheStripOpensItsQuestion) {
  for (int i = 1; i <= 9; ++i) {
    Session session = sample::session({"222222222", "result"});
    act_all(session, {("strip.q" + std::to_string(i)).c_str()});
    EXPECT_EQ(where(session), "question-" + std::to_string(i));
  }
}

TEST(Session, RestartAsksOnceAndThenWipes) {
  Session session = sample::session({"123401234", "result", "en"});
  act_all(session, {"nav.restart"});
  EXPECT_EQ(state(session), "result 123401234 9 en seen confirming");
  act_all(session, {"nav.cancel"});
  EXPECT_EQ(state(session), "result 123401234 9 en seen");
  act_all(session, {"nav.restart", "tab.steps", "tab.result"});
  EXPECT_EQ(state(session), "result 123401234 9 en seen") << "leaving is no";
  EXPECT_FALSE(session.act("nav.wipe")) << "not before it was asked";
  act_all(session, {"nav.restart", "nav.wipe"});
  EXPECT_EQ(state(session), "intro ......... 0 en");
  EXPECT_TRUE(session.moved());
  act_all(session, {"nav.start"});
  EXPECT_EQ(state(session), "modules-words ......... 0 en") << "as if for the first time";
}

TEST(Session, PanelsLeadBackToWhereTheyWereOpened) {
  for (const char* screen : {"intro", "question-4", "profile-3", "result", "steps", "share"}) {
    Session session = sample::session({"222222222", screen});
    act_all(session, {"go.privacy", "go.about", "go.privacy"});
    EXPECT_EQ(where(session), "privacy");
    act_all(session, {"nav.back"});
    EXPECT_EQ(where(session), screen);
  }
}

TEST(Session, LanguagesChangeNothingElse) {
  Session session = sample::session({"22.......", "question-2"});
  act_all(session, {"lang.en"});
  EXPECT_EQ(state(session), "question-2 22....... 2 en");
  EXPECT_FALSE(session.moved());
  for (const char* id : {"lang.", "lang.xx", "lang.nl-NL", "lang.EN"}) {
    EXPECT_FALSE(session.act(id)) << id;
    EXPECT_EQ(state(session), "question-2 22....... 2 en") << id;
  }
  act_all(session, {"lang.nl"});
  EXPECT_EQ(state(session), "question-2 22....... 2 nl");
}

TEST(Session, RestoresACodeOnTheOpenScreen) {
  Session session(klantgedreven());
  session.restore(sample::answers(klantgedreven(), "22?......"));
  EXPECT_EQ(state(session), "intro 22?...... 2 nl") << "half filled in: the result was not seen";
  EXPECT_TRUE(session.passed(1));
  EXPECT_FALSE(session.passed(3));
  session.restore(sample::answers(klantgedreven(), "222222222"));
  EXPECT_EQ(state(session), "intro 222222222 9 nl seen");
  session.restore(sample::answers(klantgedreven(), "2?......."));
  EXPECT_EQ(state(session), "intro 2?....... 1 nl") << "nothing stays of the answers before";
  EXPECT_FALSE(session.passed(3));
  session.restore(sample::answers(klantgedreven(), "?????????"));
  EXPECT_EQ(state(session), "intro ????????? 0 nl seen");
  session.act("go.result");
  session.act("nav.restart");
  session.restore(sample::answers(klantgedreven(), "111111111"));
  EXPECT_EQ(state(session), "result 111111111 9 nl seen") << "the question before wiping was about other answers";
}

TEST(Session, AskedTellsSkippedFromNotReached) {
  Session session = plain();
  act_all(session, {"nav.start", "nav.skip", "nav.skip"});
  EXPECT_TRUE(session.passed(0));
  EXPECT_TRUE(session.passed(1));
  EXPECT_FALSE(session.passed(2)) << "open, not skipped";
  EXPECT_FALSE(session.passed(8));
  act_all(session, {"nav.back", "nav.back"});
  EXPECT_TRUE(session.passed(1)) << "going back does not forget";
}

TEST(Places, NamesRoundTrip) {
  for (const std::string& name : sample::kScreens) {
    const auto place = place_named(klantgedreven(), name);
    ASSERT_TRUE(place) << name;
    EXPECT_EQ(name_of(*place), name);
  }
}

TEST(Places, OtherNamesAreNoPlaces) {
  const std::string names[] = {
      "",
      "-",
      "question",
      "question-",
      "question-0",
      "question-10",
      "question-04",
      "question-+4",
      "question--4",
      "question-4 ",
      " question-4",
      "question-4.",
      "question-1e0",
      "question-99999999999999999999",
      "question-4294967297",
      "Question-4",
      "intro ",
      "Intro",
      "results",
      "resul",
      "team",
      "claims-0",
      "claims-4",
      "profile-13",
      "profile-",
      "modules",
      "ticks-1",
      std::string("intro\0", 6),
      std::string(100'000, '4'),
      "question-" + std::string(100'000, '4'),
      "question-\xD9\xA4",
  };
  for (const std::string& name : names) EXPECT_FALSE(place_named(klantgedreven(), name)) << name.substr(0, 40);
}

TEST(Actions, UnknownOrMalformedIdsChangeNothing) {
  const std::string ids[] = {
      "",
      ".",
      "..",
      "nav",
      "nav.",
      "nav.start ",
      "NAV.START",
      "nav.result",
      "q",
      "q1",
      "q1.",
      "q1.l",
      "q1.l5",
      "q1.l00",
      "q1.l-1",
      "q1.l 1",
      "q1.l1 ",
      "q1.l1.l1",
      "q0.l1",
      "q10.l1",
      "q1.unknown.",
      "q1.Unknown",
      ".l1",
      ".unknown",
      "q1.l4294967296",
      "strip.",
      "strip.q0",
      "strip.q10",
      "strip.q1.i",
      "go.",
      "go.question-10",
      "go.question-01",
      "go.team",
      "tab.",
      "tab.team",
      "go.go.result",
      "go.profile-13",
      "w1.l5",
      "w4.l0",
      "fear1.l5",
      "fear4.l0",
      "excuses.e10",
      "excuses.",
      "excuses.l0",
      "market.",
      "market.unknown",
      "market.l0",
      "place.",
      "place.leader",
      "place.unknown",
      "copy.text",
      "page.print",
      "share.text",
      "share.step.",
      "nav.begin",
      "question-4",
      "result",
      "bar",
      "view.text",
      "steps:q1",
      std::string("nav.start\0", 10),
      std::string(1 << 20, '.'),
      "q1.l" + std::string(100'000, '1'),
  };
  for (const char* screen : {"intro", "question-4", "claims-2", "ticks", "result", "steps", "mirror", "privacy"}) {
    Session session = sample::session({"2?.......", screen});
    const std::string before = state(session);
    for (const std::string& id : ids) {
      EXPECT_FALSE(session.act(id)) << screen << " " << id.substr(0, 40);
      EXPECT_EQ(state(session), before) << id.substr(0, 40);
    }
  }
}

TEST(Actions, RandomIdsAreRefusedOrApplied) {
  // Pieces of ids glued together at random: most are nonsense, some are near misses, a few are ids.
  const std::string pieces[] = {"nav.",     "start",     "next",     "back",  "skip",    "q",       "1",      "9",
                                "0",        ".l",        ".unknown", "go.",   "tab.",    "strip.",  "lang.",  "en",
                                "nl",       "question-", "result",   "intro", "steps",   "-",       ".",      "restart",
                                "wipe",     "\xFF",      "é",        " ",     "4",       "w1",      "fear2",  "excuses",
                                "e3",       "more",      "share.",   "step",  "market.", "neither", "place.", "middle",
                                "profile-", "claims-",   "ticks",    "begin", "modules-"};
  std::mt19937 random(7);
  Session session(klantgedreven());
  for (int i = 0; i < 100'000; ++i) {
    std::string id;
    for (unsigned n = random() % 5; n-- > 0;) id += pieces[random() % std::size(pieces)];
    const std::string before = state(session);
    if (!session.act(id)) {
      ASSERT_EQ(state(session), before) << id;
    }
    ASSERT_TRUE(place_named(klantgedreven(), where(session))) << id;
  }
}

}  // namespace
}  // namespace kk
