// The optional modules around the nine questions: offered once, never in the way, reachable later, withdrawn by
// skipping.
#include <nlohmann/json.hpp>

#include "support/sample.h"

namespace kk {
namespace {

using sample::act_all;
using sample::find;
using sample::klantgedreven;
using sample::state;
using sample::text;
using sample::where;

/// Answers everything the open screen asks with the given option and goes on until the screen's name changes in kind.
void answer_all(Session& session, const std::vector<std::string>& ids, const char* option) {
  for (const std::string& id : ids) act_all(session, {id + "." + option, "nav.next"});
}

const std::vector<std::string> kQuestionIds = {"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"};

std::vector<std::string> profile_ids() {
  std::vector<std::string> out;
  for (const ProfileItem& item : klantgedreven().profile.items) out.push_back(item.id);
  return out;
}

TEST(Modules, StandAroundTheNineQuestions) {
  Session session(klantgedreven());
  act_all(session, {"nav.start"});
  EXPECT_EQ(where(session), "modules-words");
  act_all(session, {"nav.begin"});
  EXPECT_EQ(where(session), "claims-1");
  answer_all(session, {"w1", "w2", "w3"}, "l4");
  EXPECT_EQ(where(session), "question-1");
  answer_all(session, kQuestionIds, "l2");
  EXPECT_EQ(where(session), "modules-more");
  act_all(session, {"nav.begin"});
  EXPECT_EQ(where(session), "role");
  act_all(session, {"place.frontline", "nav.next"});
  EXPECT_EQ(where(session), "profile-1");
  answer_all(session, profile_ids(), "l3");
  EXPECT_EQ(where(session), "ticks");
  act_all(session, {"excuses.e1", "excuses.e8", "excuses.e2", "excuses.e2", "nav.next"});
  EXPECT_EQ(where(session), "context");
  act_all(session, {"market.cheapest", "nav.next"});
  EXPECT_EQ(state(session), "result 222222222 9 nl claims 444 profile 333333333333 excuses 129 context 1 role 2 seen");
  EXPECT_EQ(session.news(), News::kResultReady);
}

TEST(Modules, LeadBackTheWayTheyCame) {
  Session session(klantgedreven());
  act_all(session, {"nav.start", "nav.begin", "w1.l1", "nav.next", "w2.l1", "nav.next", "w3.l1", "nav.next"});
  for (const char* screen : {"claims-3", "claims-2", "claims-1", "modules-words", "intro"}) {
    act_all(session, {"nav.back"});
    EXPECT_EQ(where(session), screen);
  }
  Session later = sample::session({.screen = "context"});
  act_all(later, {"nav.back"});
  EXPECT_EQ(where(later), "ticks");
  for (int i = 12; i >= 1; --i) {
    act_all(later, {"nav.back"});
    EXPECT_EQ(where(later), "profile-" + std::to_string(i));
  }
  for (const char* screen : {"role", "modules-more", "question-9"}) {
    act_all(later, {"nav.back"});
    EXPECT_EQ(where(later), screen);
  }
}

TEST(Modules, AreOfferedOnce) {
  Session session(klantgedreven());
  act_all(session, {"nav.start", "nav.skip"});
  EXPECT_EQ(where(session), "question-1");
  act_all(session, {"go.intro", "nav.start"});
  EXPECT_EQ(where(session), "question-1") << "not again";
  answer_all(session, kQuestionIds, "l2");
  act_all(session, {"nav.skip"});
  EXPECT_EQ(where(session), "result");
  act_all(session, {"strip.q9", "nav.next"});
  EXPECT_EQ(where(session), "result");
  act_all(session, {"go.profile-1"});
  EXPECT_EQ(where(session), "profile-1") << "reachable later";
}

TEST(Modules, ThatAreOffAreLeftOut) {
  const struct {
    Modules on;
    const char *first, *after_nine, *begin;
  } cases[] = {
      {{true, false, false, false}, "modules-words", "result", ""},
      {{false, true, false, false}, "question-1", "modules-more", "role"},
      {{false, false, true, false}, "question-1", "modules-more", "ticks"},
      {{false, false, false, true}, "question-1", "modules-more", "context"},
      {{false, false, false, false}, "question-1", "result", ""},
  };
  for (const auto& [on, first, after_nine, begin] : cases) {
    Session session(klantgedreven());
    session.set_modules(on);
    act_all(session, {"nav.start"});
    EXPECT_EQ(where(session), first);
    act_all(session, {"go.question-1"});
    answer_all(session, kQuestionIds, "l2");
    EXPECT_EQ(where(session), after_nine);
    if (*begin == 0) continue;
    act_all(session, {"nav.begin"});
    EXPECT_EQ(where(session), begin);
    EXPECT_EQ(session.leads_to_result(), !on.mirror);
  }
}

TEST(Modules, SkippingWithdraws) {
  Session session = sample::session({"222222222", "claims-1", "nl", "432", "4321", 0b1010, 1});
  act_all(session, {"nav.skip"});
  EXPECT_EQ(state(session).substr(0, 32), "claims-2 222222222 9 nl claims .");
  act_all(session, {"nav.skip", "nav.skip"});
  EXPECT_EQ(where(session), "result");
  EXPECT_FALSE(session.result().claims);
  for (int i = 1; i <= 12; ++i) act_all(session, {"go.profile-" + std::to_string(i), "nav.skip"});
  EXPECT_EQ(where(session), "ticks");
  EXPECT_TRUE(session.result().profile.empty() || !session.result().profile_top);
  act_all(session, {"nav.skip", "nav.skip"});
  EXPECT_EQ(state(session), "result 222222222 9 nl seen");
  EXPECT_FALSE(session.result().context_note);
}

TEST(Modules, AskForAChoiceButNotForTicks) {
  for (const char* screen : {"role", "claims-2", "profile-12", "context"}) {
    Session session = sample::session({"222222222", screen});
    act_all(session, {"nav.next"});
    EXPECT_EQ(where(session), screen);
    EXPECT_TRUE(session.missing()) << screen;
  }
  Session session = sample::session({.screen = "ticks"});
  act_all(session, {"nav.next"});
  EXPECT_EQ(where(session), "context");
}

TEST(Modules, AskForTheReadersPlaceBeforeTheMirror) {
  // Whoever skipped the word questions as well: a leader reads "wij", and nobody is asked twice.
  Session session = sample::session({.answers = "222222222", .screen = "patterns"});
  EXPECT_TRUE(find(build_view(session, {}), "go.role"));
  EXPECT_FALSE(find(build_view(session, {}), "go.profile-1"));
  act_all(session, {"go.role", "place.leadership", "nav.next"});
  EXPECT_EQ(where(session), "profile-1");
  EXPECT_EQ(text(build_view(session, {}), "profile-1.h"), klantgedreven().profile.items.front().leader_text[0]);
  act_all(session, {"fear1.l1", "go.mirror"});
  EXPECT_TRUE(find(build_view(session, {}), "go.profile-1"));
  EXPECT_FALSE(find(build_view(session, {}), "go.role"));
  // Not where no statement has words for leaders.
  Questionnaire plain = klantgedreven();
  for (ProfileItem& item : plain.profile.items) item.leader_text.clear();
  Session other(plain);
  EXPECT_FALSE(other.act("go.role"));
  act_all(other, {"go.modules-more", "nav.begin"});
  EXPECT_EQ(where(other), "profile-1");
}

TEST(Modules, NeitherIsAnAnswer) {
  Session session = sample::session({.screen = "context"});
  act_all(session, {"market.unique", "market.neither"});
  EXPECT_EQ(state(session), "context ......... 0 nl context -1");
  act_all(session, {"nav.next"});
  EXPECT_EQ(where(session), "result");
}

TEST(Modules, RestartKeepsLanguageAndModulesOnly) {
  Session session = sample::session({"222222222", "share", "en", "444", "4444", 3, 0});
  session.set_modules({true, false, true, false});
  act_all(session, {"place.leadership", "share.step", "nav.restart", "nav.wipe"});
  EXPECT_EQ(state(session), "intro ......... 0 en");
  EXPECT_EQ(session.news(), News::kWiped);
  EXPECT_TRUE(session.modules().words && session.modules().excuses);
  EXPECT_FALSE(session.modules().mirror || session.modules().context);
}

TEST(News, SaysTheResultIsReadyOnceAndThenOnlyWhatChanged) {
  Session session = sample::session({".........", "question-9"});
  act_all(session, {"go.result"});
  EXPECT_EQ(session.news(), News::kResultReady);
  act_all(session, {"tab.steps"});
  EXPECT_EQ(session.news(), News::kNone) << "from page to page nothing is new";
  act_all(session, {"strip.q1", "tab.result"});
  EXPECT_EQ(session.news(), News::kNone) << "looked, changed nothing";
  act_all(session, {"strip.q1", "q1.l2", "nav.next"});
  EXPECT_EQ(session.news(), News::kResultChanged);
  act_all(session, {"strip.q1", "q1.l3", "q1.l2", "nav.next"});
  EXPECT_EQ(session.news(), News::kNone) << "there and back again";
  act_all(session, {"strip.q2", "nav.skip"});
  EXPECT_EQ(session.news(), News::kNone) << "it was skipped already";
  act_all(session, {"go.role", "place.private", "go.result"});
  EXPECT_EQ(session.news(), News::kNone) << "the reader's place is part of no number";
  act_all(session, {"go.claims-3", "w3.l1", "nav.next"});
  EXPECT_EQ(session.news(), News::kResultChanged);
  act_all(session, {"go.intro"});
  EXPECT_EQ(session.news(), News::kNone);
}

TEST(News, DoesNotCallACodeAChange) {
  Session session = sample::session({"222222222", "question-1"});
  session.restore(sample::answers(klantgedreven(), "333333333"));
  act_all(session, {"nav.next"});
  EXPECT_EQ(session.news(), News::kNone);
}

TEST(Switches, LastAsLongAsTheirPage) {
  Session session = sample::session({"222222222", "patterns"});
  act_all(session, {"nav.more"});
  EXPECT_TRUE(session.more());
  act_all(session, {"nav.more"});
  EXPECT_FALSE(session.more());
  act_all(session, {"nav.more", "tab.result", "tab.patterns"});
  EXPECT_FALSE(session.more());
  act_all(session, {"tab.share", "share.step", "tab.result", "tab.share"});
  EXPECT_FALSE(session.with_step()) << "what the reader wants to share is a wish, not a glance";
}

TEST(Switches, ThereIsNoBackAmongThePagesOfTheResult) {
  for (const std::string& screen : sample::kResultScreens) {
    Session session = sample::session({"222222222", screen});
    EXPECT_FALSE(session.act("nav.back")) << screen;
  }
}

/// The questionnaire as an author without modules would have it.
const Questionnaire& bare() {
  static const Questionnaire questionnaire = [] {
    nlohmann::json json = nlohmann::json::parse(sample::klantgedreven_json());
    for (const char* part : {"claims", "balance", "profile", "ticks", "context", "order", "patterns", "strengths",
                             "evidence", "glossary", "notes"}) {
      json.erase(part);
    }
    return sample::checked(json.dump());
  }();
  return questionnaire;
}

TEST(Bare, HasNoScreensOfModules) {
  Session session(bare());
  EXPECT_FALSE(session.modules().words || session.modules().mirror || session.modules().excuses ||
               session.modules().context);
  for (const std::string& screen : sample::kScreens) {
    const bool of_module = screen == "role" || screen == "ticks" || screen == "context" || screen == "mirror" ||
                           screen == "evidence" || screen == "glossary" || screen.starts_with("modules-") ||
                           screen.starts_with("claims-") || screen.starts_with("profile-");
    EXPECT_EQ(session.act("go." + screen), !of_module) << screen;
    EXPECT_FALSE(build_view(session, {}).nodes.empty());
  }
  for (const char* id : {"w1.l0", "fear1.l0", "excuses.e1", "market.unique", "market.neither"}) {
    EXPECT_FALSE(session.act(id)) << id;
  }
}

TEST(Modules, AskForThePlaceOnlyWhereStatementsSpeakToLeaders) {
  nlohmann::json json = nlohmann::json::parse(sample::klantgedreven_json());
  for (nlohmann::json& item : json["profile"]["items"]) item.erase("leader_text");
  const Questionnaire q = sample::checked(json.dump());
  Session session(q);
  EXPECT_FALSE(session.act("go.role"));
  act_all(session, {"nav.start", "nav.begin"});
  EXPECT_EQ(where(session), "claims-1");
  act_all(session, {"nav.back"});
  EXPECT_EQ(where(session), "modules-words");
}

TEST(Bare, GoesFromIntroToResult) {
  Session session(bare());
  act_all(session, {"nav.start"});
  answer_all(session, kQuestionIds, "l1");
  EXPECT_EQ(where(session), "result");
  for (const char* screen : {"tab.steps", "tab.patterns", "tab.share"}) {
    act_all(session, {screen});
    for (const Node& node : build_view(session, {}).nodes) {
      if (!node.id.starts_with("go.")) continue;
      Session other = session;
      EXPECT_TRUE(other.act(node.id)) << node.id << " leads nowhere";
    }
  }
}

}  // namespace
}  // namespace kk
