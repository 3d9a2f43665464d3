// Questions that are only asked when an earlier answer or the page around says so, and levels that run the other way.
#include <gtest/gtest.h>

#include "author/read/questionnaire.h"
#include "model/problem.h"
#include "publish/page.h"
#include "support/made.h"
#include "view/view.h"

namespace kk::test {
namespace {

/// b is asked when a is at its second level or higher, d on a care page; c runs the other way.
Questionnaire conditional() {
  ReadQuestionnaire read = read_questionnaire(made_questionnaire(
      made_section("s", 1, made_question("a") + "," + made_question("b", R"(,"when":{">=":[{"var":"a"},1]})")) + "," +
          made_section("u", 1,
                       made_question("c", R"(,"reverse":true)") + "," +
                           made_question("d", R"(,"when":{"==":[{"var":"parameters.sector"},"care"]})")),
      R"(,"parameters":[{"id":"sector","values":[{"id":"shop","text":{"nl":"t"}},{"id":"care","text":{"nl":"t"}}]}])"));
  for (const Problem& problem : read.problems) ADD_FAILURE() << to_line(problem, "made");
  return std::move(read.questionnaire);
}

std::string screen_of(const Session& session) { return name_of(session.place()); }

void act_all(Session& session, std::initializer_list<const char*> ids) {
  for (const char* id : ids) EXPECT_TRUE(session.act(id)) << id;
}

std::string words_on(const Session& session) {
  std::string text;
  for (const Node& node : build_view(session, {}).nodes) text += node.text + "\n";
  return text;
}

bool has_node(const Session& session, std::string_view id) {
  const View view = build_view(session, {});
  return std::any_of(view.nodes.begin(), view.nodes.end(), [&](const Node& node) { return node.id == id; });
}

TEST(Conditions, TheFlowLeavesOutWhatIsNotAsked) {
  const Questionnaire q = conditional();
  Session session(q);
  act_all(session, {"nav.start", "a.l0"});
  EXPECT_NE(words_on(session).find("Vraag 1 van 2"), std::string::npos) << words_on(session);
  act_all(session, {"nav.next"});
  EXPECT_EQ(screen_of(session), "question-3");
  EXPECT_NE(words_on(session).find("Vraag 2 van 2"), std::string::npos);
  act_all(session, {"nav.back"});
  EXPECT_EQ(screen_of(session), "question-1");
  act_all(session, {"a.l2"});
  EXPECT_NE(words_on(session).find("Vraag 1 van 3"), std::string::npos);
  act_all(session, {"nav.next"});
  EXPECT_EQ(screen_of(session), "question-2");
  act_all(session, {"b.l2", "nav.next"});
  EXPECT_EQ(screen_of(session), "question-3");
  act_all(session, {"c.l0", "nav.next"});
  EXPECT_EQ(screen_of(session), "result");
}

TEST(Conditions, AnAnswerDoesNotCountWhileItsQuestionIsNotAsked) {
  const Questionnaire q = conditional();
  Session session(q);
  act_all(session, {"nav.start", "a.l1", "nav.next", "b.l0", "nav.next", "c.l0", "nav.next"});
  EXPECT_EQ(session.answers().questions, (std::vector<Level>{1, 0, 0, kSkipped}));
  const auto with_b = session.result().overall;
  act_all(session, {"strip.a", "a.l0", "nav.next"});
  EXPECT_EQ(session.answers().questions, (std::vector<Level>{0, kSkipped, 0, kSkipped}));
  EXPECT_FALSE(has_node(session, "strip.b"));
  EXPECT_TRUE(has_node(session, "strip.c"));
  EXPECT_FALSE(session.act("strip.b"));
  EXPECT_FALSE(session.act("go.question-2"));
  // It comes back with its question.
  act_all(session, {"strip.a", "a.l1", "nav.next"});
  EXPECT_EQ(session.answers().questions, (std::vector<Level>{1, 0, 0, kSkipped}));
  EXPECT_EQ(session.result().overall, with_b);
}

TEST(Conditions, ACodeClosesAQuestionItDoesNotAsk) {
  const Questionnaire q = conditional();
  Session session(q);
  act_all(session, {"nav.start", "a.l1", "nav.next"});
  ASSERT_EQ(screen_of(session), "question-2");
  Answers answers = blank_answers(q);
  answers.questions = {0, 2, kSkipped, kSkipped};
  session.restore(answers);
  EXPECT_EQ(screen_of(session), "question-1");
  EXPECT_EQ(session.answers().questions[1], kSkipped);
}

TEST(Conditions, ParametersAreOnlyWhatWasDeclared) {
  const Questionnaire q = conditional();
  Session session(q);
  for (const char* wrong : {"sector=x", "sector", "sector=", "=care", "", "x=care", "sector=care2"}) {
    EXPECT_FALSE(session.set_parameter(wrong)) << wrong;
  }
  EXPECT_FALSE(session.asks(3));
  EXPECT_TRUE(session.set_parameter("sector=care"));
  EXPECT_TRUE(session.asks(3));
  EXPECT_FALSE(has_node(session, "nav.restart")) << "nothing was answered";
  // What the page says outlives the reader's answers.
  act_all(session, {"nav.start", "a.l1", "nav.next", "nav.back", "nav.back", "nav.restart", "nav.wipe"});
  EXPECT_TRUE(session.asks(3));
  EXPECT_EQ(session.answers().questions[0], kSkipped);
}

TEST(Conditions, AReversedLevelIsShownByWhatItCountsFor) {
  const Questionnaire q = conditional();
  Session session(q);
  act_all(session, {"nav.start", "a.l0", "nav.next", "c.l2", "nav.next"});
  EXPECT_NE(words_on(session).find("c\n"), std::string::npos);
  const View view = build_view(session, {});
  for (const Node& node : view.nodes) {
    if (node.id != "strip.c") continue;
    EXPECT_NE(node.name.find("niveau 0 van 2"), std::string::npos) << node.name;
  }
  // The way up from the last level is to the one before it.
  ASSERT_FALSE(session.result().steps.empty());
  act_all(session, {"go.steps"});
  EXPECT_NO_FATAL_FAILURE(words_on(session));
}

TEST(Conditions, TheOrderNamesOnlyWhatIsAsked) {
  // a to e; b is asked when a is at its second level or higher.
  const ReadQuestionnaire read = read_questionnaire(made_questionnaire(
      made_section("s", 1, made_question("a") + "," + made_question("b", R"(,"when":{">=":[{"var":"a"},1]})")) + "," +
          made_section("u", 1, made_question("c") + "," + made_question("d")),
      R"(,"order":[{"name":{"nl":"t"},"questions":["a","b"]},{"name":{"nl":"t"},"questions":["b"]},)"
      R"({"name":{"nl":"t"},"questions":["c","d"]}])"));
  ASSERT_TRUE(read.problems.empty());
  for (const auto& [level, numbers] :
       {std::pair{"a.l0", std::vector<std::string>{"1", "–", "2–3"}}, {"a.l1", {"1–2", "2", "3–4"}}}) {
    Session session(read.questionnaire);
    act_all(session, {"nav.start", level, "go.steps"});
    std::vector<std::string> column;
    for (const Node& node : build_view(session, {}).nodes) {
      for (const char* cell : {"steps.order.t.0.1", "steps.order.t.1.1", "steps.order.t.2.1"}) {
        if (node.id == cell) column.push_back(node.text);
      }
    }
    EXPECT_EQ(column, numbers) << level;
  }
}

TEST(Conditions, HowManyAnswersAreNeededIsSaidWhereEachSectionNeedsAsMany) {
  const auto said = [](int first, int second) {
    const ReadQuestionnaire read = read_questionnaire(
        made_questionnaire(made_section("s", first, made_question("a") + "," + made_question("b")) + "," +
                           made_section("u", second, made_question("c") + "," + made_question("d"))));
    Session session(read.questionnaire);
    act_all(session, {"nav.start", "a.l0", "nav.next", "b.l0", "nav.next", "go.result"});
    for (const Node& node : build_view(session, {}).nodes) {
      if (node.id == "result.say") return node.text;
    }
    return std::string();
  };
  EXPECT_EQ(said(2, 2), "Een uitslag vraagt twee antwoorden per deel. Beantwoord nog: 3 c en 4 d.");
  EXPECT_EQ(said(2, 1),
            "Een uitslag vraagt genoeg antwoorden per deel. Beantwoord nog één van deze vragen: 3 c of 4 d.");
  EXPECT_EQ(said(1, 1), "Een uitslag vraagt één antwoord per deel. Beantwoord nog één van deze vragen: 3 c of 4 d.");
}

TEST(Conditions, ThePageHoldsQuestionsUpToTheFirstThatDepends) {
  const Questionnaire q = conditional();
  std::string shell;
  for (const char* slot : {"LANG", "THEME", "TITLE", "DESCRIPTION", "LINKS", "SCREENS", "WORDS", "DATA", "VERSION"}) {
    shell += "@@" + std::string(slot) + "@@\n";
  }
  const std::string page = page_with(q, shell, "");
  EXPECT_NE(page.find("id=\"kk-question-1\""), std::string::npos);
  EXPECT_EQ(page.find("id=\"kk-question-2\""), std::string::npos);
  EXPECT_EQ(page.find("id=\"kk-question-3\""), std::string::npos);
}

}  // namespace
}  // namespace kk::test
