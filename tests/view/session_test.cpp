// Every way through the screens, by hand and by random walks next to an independent model.
#include "view/session.h"

#include <random>

#include "view/sample.h"

namespace kk {
namespace {

using sample::klantgedreven;
using sample::pattern_of;

std::string where(const Session& session) { return name_of(session.place()); }

/// Everything of a session that an action can change, in one line.
std::string state(const Session& session) {
  return where(session) + " " + pattern_of(session.answers()) + " " + std::to_string(session.result().answered) + " " +
         klantgedreven().languages[static_cast<std::size_t>(session.language())] +
         (session.missing() ? " missing" : "") + (session.result_seen() ? " seen" : "") +
         (session.confirming() ? " confirming" : "");
}

void act_all(Session& session, std::initializer_list<const char*> ids) {
  for (const char* id : ids) EXPECT_TRUE(session.act(id)) << id;
}

TEST(Session, StartsAtTheIntroWithoutAnswers) {
  const Session session(klantgedreven());
  EXPECT_EQ(state(session), "intro ......... 0 nl");
}

TEST(Session, LeadsFromIntroOverNineQuestionsToTheResult) {
  Session session(klantgedreven());
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
  Session session(klantgedreven());
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
  EXPECT_EQ(state(session), "result ......... 0 nl seen");
}

TEST(Session, UnknownIsAnAnswer) {
  Session session(klantgedreven());
  act_all(session, {"nav.start", "q1.unknown", "nav.next"});
  EXPECT_EQ(state(session), "question-2 ?........ 0 nl");
}

TEST(Session, SkipWithdrawsAnAnswer) {
  Session session(klantgedreven());
  act_all(session, {"nav.start", "q1.l3", "nav.skip"});
  EXPECT_EQ(state(session), "question-2 ......... 0 nl");
}

TEST(Session, BackKeepsAnswers) {
  Session session(klantgedreven());
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
  act_all(session, {"nav.start", "nav.next"});
  EXPECT_EQ(state(session), "question-1 ......... 0 en missing") << "as if for the first time";
}

TEST(Session, PanelsLeadBackToWhereTheyWereOpened) {
  for (const char* screen : {"intro", "question-4", "result", "steps"}) {
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
  EXPECT_TRUE(session.asked(1));
  EXPECT_FALSE(session.asked(3));
  session.restore(sample::answers(klantgedreven(), "222222222"));
  EXPECT_EQ(state(session), "intro 222222222 9 nl seen");
  session.restore(sample::answers(klantgedreven(), "2?......."));
  EXPECT_EQ(state(session), "intro 2?....... 1 nl") << "nothing stays of the answers before";
  EXPECT_FALSE(session.asked(3));
  session.restore(sample::answers(klantgedreven(), "?????????"));
  EXPECT_EQ(state(session), "intro ????????? 0 nl seen");
  session.act("go.result");
  session.act("nav.restart");
  session.restore(sample::answers(klantgedreven(), "111111111"));
  EXPECT_EQ(state(session), "result 111111111 9 nl seen") << "the question before wiping was about other answers";
}

TEST(Session, AskedTellsSkippedFromNotReached) {
  Session session(klantgedreven());
  act_all(session, {"nav.start", "nav.skip", "nav.skip"});
  EXPECT_TRUE(session.asked(0));
  EXPECT_TRUE(session.asked(1));
  EXPECT_FALSE(session.asked(2)) << "open, not skipped";
  EXPECT_FALSE(session.asked(8));
  act_all(session, {"nav.back", "nav.back"});
  EXPECT_TRUE(session.asked(1)) << "going back does not forget";
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
      "share",
      "claims-1",
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
      "tab.patterns",
      "go.go.result",
      "question-4",
      "result",
      "bar",
      "view.text",
      "steps.q1",
      std::string("nav.start\0", 10),
      std::string(1 << 20, '.'),
      "q1.l" + std::string(100'000, '1'),
  };
  for (const char* screen : {"intro", "question-4", "result", "steps", "privacy"}) {
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
  const std::string pieces[] = {"nav.", "start",     "next",     "back",  "skip",  "q",      "1",     "9",
                                "0",    ".l",        ".unknown", "go.",   "tab.",  "strip.", "lang.", "en",
                                "nl",   "question-", "result",   "intro", "steps", "-",      ".",     "restart",
                                "wipe", "\xFF",      "é",        " ",     "4"};
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

/// What a session should do, written down again in other words: screens by number, 0 is the intro and 10 the result.
struct Model {
  int at = 0;           // 0 intro, 1 to 9 questions, 10 result, 11 steps, 12 about, 13 privacy
  int opened_from = 0;  // where the panel at 12 or 13 was opened
  std::string answers = ".........";
  bool missing = false, seen = false, asking = false;

  void go(int to) {
    if (to >= 12 && at < 12) opened_from = at;
    at = to;
    missing = asking = false;
    seen |= at == 10 || at == 11;
  }
  bool question() const { return at >= 1 && at <= 9; }
  bool forward() { return go(seen ? 10 : at + 1), true; }

  bool act(const std::string& id) {
    char& answer = answers[static_cast<std::size_t>(question() ? at - 1 : 0)];
    if (id == "nav.next" && question() && answer == '.' && !seen) return missing = true;
    if (id == "nav.next") return question() && forward();
    if (id == "nav.skip") return question() && (answer = '.', forward());
    if (id == "nav.back") return at != 0 && at != 10 && at != 11 && (go(at >= 12 ? opened_from : at - 1), true);
    if (id == "nav.restart") return asking = true;
    if (id == "nav.wipe") return asking && (*this = Model(), true);
    if (id == "nav.cancel") return asking = false, true;
    if (id == "nav.start" || id == "nav.edit") return go(1), true;
    if (id.starts_with("strip.q")) return go(id.back() - '0'), true;
    if (id[0] == 'q')
      return answers[static_cast<std::size_t>(id[1] - '1')] = id.ends_with("unknown") ? '?' : id.back(),
                                                      missing = false, true;
    for (int i = 0; i < 14; ++i) {
      if (id.substr(id.find('.') + 1) == sample::kScreens[static_cast<std::size_t>(i)]) return go(i), true;
    }
    return false;
  }
};

TEST(Actions, RandomWalksFollowTheModel) {
  std::vector<std::string> ids = {"nav.start",  "nav.edit",   "nav.restart", "nav.wipe",
                                  "nav.cancel", "tab.result", "tab.steps"};
  for (int i = 0; i < 30; ++i) ids.insert(ids.end(), {"nav.next", "nav.back"});
  for (int i = 0; i < 8; ++i) ids.emplace_back("nav.skip");
  for (const std::string& screen : sample::kScreens) ids.push_back("go." + screen);
  for (int q = 1; q <= 9; ++q) {
    const std::string id = "q" + std::to_string(q);
    ids.insert(ids.end(), {"strip." + id, id + ".unknown", id + ".l0", id + ".l1", id + ".l2", id + ".l3", id + ".l4"});
  }
  std::mt19937 random(11);
  for (int walk = 0; walk < 200; ++walk) {
    Session session(klantgedreven());
    Model model;
    std::string path;
    for (int step = 0; step < 200; ++step) {
      const std::string& id = ids[random() % ids.size()];
      path += id + " ";
      const std::string before = where(session);
      ASSERT_EQ(session.act(id), model.act(id)) << path;
      ASSERT_EQ(where(session), sample::kScreens[static_cast<std::size_t>(model.at)]) << path;
      ASSERT_EQ(pattern_of(session.answers()), model.answers) << path;
      ASSERT_EQ(session.result_seen(), model.seen) << path;
      ASSERT_EQ(session.missing(), model.missing) << path;
      ASSERT_EQ(session.confirming(), model.asking) << path;
      if (id != "nav.wipe") {
        ASSERT_EQ(session.moved(), where(session) != before) << path;
      }
    }
  }
}

}  // namespace
}  // namespace kk
