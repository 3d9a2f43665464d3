// An action says which control was used, and what stood in the field that goes with it.
#include <array>

#include "exchange/result_code.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::find;
using sample::klantgedreven;
using sample::where;

std::string code_of(std::string_view pattern) {
  return result_code(klantgedreven(), sample::answers(klantgedreven(), pattern));
}

/// A code of this questionnaire as it would be with `from` in its file instead of `to`.
std::string code_before(const std::string& from, const std::string& to) {
  std::string json = sample::klantgedreven_json();
  const auto at = json.find(to);
  EXPECT_NE(at, json.npos) << to;
  json.replace(at, to.size(), from);
  const Questionnaire other = sample::checked(json);
  return result_code(other, sample::answers(other, "222222222"));
}

Session on_code_screen() {
  Session session = sample::session({.answers = "2222.....", .screen = "question-5"});
  EXPECT_TRUE(session.act("go.code"));
  return session;
}

TEST(Action, OpensTheResultOfACode) {
  Session session = on_code_screen();
  ASSERT_TRUE(session.act({"code.open", code_of("133444444")}));
  EXPECT_EQ(session.code(), CodeStatus::kOk);
  EXPECT_EQ(sample::pattern_of(session.answers()), "133444444");
  EXPECT_EQ(where(session), "result");
  const View view = build_view(session, {});
  EXPECT_EQ(view.focus, "result.h");
  EXPECT_EQ(view.code, 0);
}

TEST(Action, OpensTheScreenThatStandsBehindACode) {
  const std::pair<const char*, const char*> cases[] = {
      {"&at=steps", "steps"},      {"&at=question-4", "question-4"}, {"&at=", "result"}, {"&at=question-10", "result"},
      {"&at=elsewhere", "result"}, {"&at=x&at=patterns", "code"}};  // what is before it is no code
  for (const auto& [behind, screen] : cases) {
    Session session = on_code_screen();
    ASSERT_TRUE(session.act({"code.open", code_of("133444444") + behind}));
    EXPECT_EQ(where(session), screen) << behind;
  }
}

TEST(Action, SaysThatATextOfACodeChangedSince) {
  Session session = on_code_screen();
  ASSERT_TRUE(session.act({"code.open", code_before("Hoe welke klantgedreven", "Hoe klantgedreven")}));
  EXPECT_EQ(session.code(), CodeStatus::kReworded);
  EXPECT_EQ(build_view(session, {}).code, 5) << "as the words of the page are numbered";
  EXPECT_EQ(where(session), "result");
  ASSERT_TRUE(session.act("go.steps"));
  EXPECT_EQ(session.code(), CodeStatus::kOk) << "said once";
}

TEST(Action, SaysWhyACodeIsRefusedAndChangesNothing) {
  struct Case {
    std::string code;
    CodeStatus status;
    const char* words;
  };
  const std::string good = code_of("133444444");
  const Case cases[] = {
      {"", CodeStatus::kDamaged, "Deze code klopt niet. Controleer of je alles hebt gekopieerd."},
      {good.substr(1), CodeStatus::kDamaged, "Deze code klopt niet. Controleer of je alles hebt gekopieerd."},
      {code_before(R"("id": "anders")", R"("id": "klantgedreven")"), CodeStatus::kOtherQuestionnaire,
       "Deze code hoort bij een andere vragenlijst."},
      {code_before(R"("from": 85)", R"("from": 80)"), CodeStatus::kRescored,
       "De telling is veranderd sinds deze code is gemaakt. Vul de vragen opnieuw in."},
      {good + " " + code_of("222222222"), CodeStatus::kSeveral,
       "Hier staan verschillende codes in. Open er één tegelijk."}};
  for (const auto& [code, status, words] : cases) {
    SCOPED_TRACE(code);
    Session session = on_code_screen();
    const Answers before = session.answers();
    EXPECT_TRUE(session.act({"code.open", code + "&at=steps"}));
    EXPECT_EQ(session.code(), status);
    EXPECT_EQ(session.answers(), before);
    const View view = build_view(session, {});
    EXPECT_EQ(view.code, static_cast<int>(status));
    EXPECT_EQ(sample::text(view, "code.message"), words);
    EXPECT_EQ(view.say, "") << "it is the description of the field that takes focus: said once";
    EXPECT_EQ(view.focus, "code.text") << "the code is asked for again";
    const Node* field = find(view, "code.text");
    ASSERT_TRUE(field);
    EXPECT_TRUE(field->invalid);
    EXPECT_EQ(field->described_by, "code.message");
    session.act("nav.back");
    EXPECT_EQ(build_view(session, {}).screen, "question-5") << "what was on screen stays";
    session.act("go.code");
    EXPECT_FALSE(find(build_view(session, {}), "code.message")) << "a new try starts clean";
  }
}

TEST(Action, NamesTheFieldThatGoesAlong) {
  for (const auto& [screen, button, field, enter] :
       {std::array{"code", "code.open", "code.text", "code.open"}, std::array{"share", "copy.text", "share.text", ""},
        std::array{"files", "copy.file", "files.text", ""}, std::array{"embed", "copy.embed", "embed.text", ""}}) {
    const View view = sample::view({.answers = "133444444", .screen = screen});
    ASSERT_TRUE(find(view, button) && find(view, field)) << screen;
    EXPECT_EQ(find(view, button)->goes_with, field);
    EXPECT_EQ(find(view, field)->goes_with, enter) << "what Enter presses";
  }
}

TEST(Action, TriesAThemeWhileItsPanelIsOpen) {
  Session session = sample::session({.screen = "embed"});
  EXPECT_EQ(build_view(session, {}).theme, "");
  ASSERT_TRUE(session.act("embed.theme-dark"));
  EXPECT_EQ(build_view(session, {}).theme, "dark");
  ASSERT_TRUE(session.act("nav.back"));
  EXPECT_EQ(build_view(session, {}).theme, "");
  ASSERT_TRUE(session.act("go.embed") && session.act("embed.theme-auto"));
  EXPECT_EQ(build_view(session, {}).theme, "");
}

}  // namespace
}  // namespace kk
