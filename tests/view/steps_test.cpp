// The steps page: which steps, why, the order strip and which single answer lifts the stage.
#include "support/figure_texts.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::find;
using sample::text;

View steps(const std::string& answers, const char* language = "nl", float width = 720) {
  return sample::view({answers, "steps", language}, width);
}

TEST(Steps, SayWhatWhyAndWhere) {
  const View view = steps("033333333");  // the worked example of the design
  EXPECT_EQ(text(view, "steps.h"), "Begin bij vraag 1: leiding");
  EXPECT_EQ(text(view, "steps.lead"),
            "Vraag 1 bepaalt hoe hoog jullie fase kan uitkomen. Laat een collega die vraag ook beantwoorden. De klant "
            "telt bij de leiding nog weinig mee.");
  EXPECT_EQ(text(view, "steps:q1.meta"), "Vraag 1: Leiding");
  EXPECT_EQ(text(view, "steps:q1.do"),
            "Laat één leider, misschien jijzelf, een dag meelopen met collega’s die klanten helpen. Bespreek daarna "
            "wat opviel.");
  EXPECT_EQ(text(view, "steps:q1.why"), "Waarom eerst: dit houdt jullie fase nu tegen.");
  EXPECT_EQ(text(view, "steps:q4.do"),
            "Prik een vaste datum om de beschrijvingen te vernieuwen en schrap wat niet meer klopt.");
  EXPECT_EQ(text(view, "steps:q4.why"), "Waarom nu: na vraag 1 levert dit het meest op.");
  EXPECT_EQ(text(view, "steps:q5.why"), "Waarom nu: dit bouwt op vraag 4, en daar staat het goed.");
  EXPECT_EQ(text(view, "steps.order.h"), "Begin in de keten bij: overtuiging");
  EXPECT_EQ(text(view, "steps.order.u"), "Begin pas aan vraag 2, 3, 7 en 9 als vraag 1 hoger staat.");
  EXPECT_EQ(text(view, "steps.lift.h"), "Eén niveau hoger bij vraag 1 brengt jullie in fase 3");
  EXPECT_EQ(text(steps("033333333", "nl", 400), "steps.lift.h"), "(no steps.lift.h)") << "behind the fold";
  EXPECT_EQ(text(steps("033333333", "nl", 400), "nav.more"), "Keten: begin bij overtuiging");
  EXPECT_EQ(text(steps("033333333", "nl", 400), "nav.more-2"), "Fase 3: alleen via vraag 1");
}

TEST(Steps, AreAtMostThreeInOrder) {
  sample::for_each_session([](const Session& session, const std::string& name) {
    if (session.place().screen != Screen::kSteps) return;
    const View view = build_view(session, {});
    std::vector<std::string> shown, expected;
    for (const Node& node : view.nodes) {
      if (node.kind == Kind::kItem) shown.push_back(node.id);
    }
    const auto& all = session.result().steps;
    for (std::size_t i = 0; i < all.size() && i < 3; ++i)
      expected.push_back("steps:q" + std::to_string(all[i].question + 1));
    EXPECT_EQ(shown, expected) << name;
  });
}

TEST(Steps, TitleTheBrake) {
  const struct {
    const char *answers, *nl, *en;
  } cases[] = {
      {"033333333", "Begin bij vraag 1: leiding", "Start with question 1: leadership"},
      {"444444441", "Begin bij vraag 9: onderzoek en tools", "Start with question 9: research and tools"},
      {"44444?444", "Begin bij vraag 6: klantgegevens", "Start with question 6: customer data"},
      {"444444100", "Begin bij vraag 7: team", "Start with question 7: team"},
      {"222222222", "Jullie eerste stappen", "Your first steps"},
      {"444444444", "Alles staat op het hoogste niveau", "Everything is at the highest level"},
      {".........", "Nog geen stappen", "No steps yet"},
      {"444444...", "Nog geen stappen", "No steps yet"},
      {"?????????", "Jullie eerste stappen", "Your first steps"},
  };
  for (const auto& [answers, nl, en] : cases) {
    EXPECT_EQ(text(steps(answers), "steps.h"), nl) << answers;
    EXPECT_EQ(text(steps(answers, "en"), "steps.h"), en) << answers;
  }
}

TEST(Steps, GiveTheReasonForTheChosenLevel) {
  const struct {
    const char *answers, *lead;
  } cases[] = {
      {"033333333",
       "Vraag 1 bepaalt hoe hoog jullie fase kan uitkomen. Laat een collega die vraag ook beantwoorden. De klant telt "
       "bij de leiding nog weinig mee."},
      {"133333333",
       "Vraag 1 bepaalt hoe hoog jullie fase kan uitkomen. Laat een collega die vraag ook beantwoorden. De klant komt "
       "ter sprake, maar de korte termijn wint."},
      {"244444444",
       "Vraag 1 bepaalt hoe hoog jullie fase kan uitkomen. Laat een collega die vraag ook beantwoorden. Bij lastige "
       "keuzes telt de klant nog niet altijd mee."},
      {"?33333333", "Vraag 1 staat nog open. Zonder dat antwoord tonen we hoogstens fase 3."},
      {".33333333", "Vraag 1 staat nog open. Zonder dat antwoord tonen we hoogstens fase 3."},
      {"444444100", "Het deel mensen en middelen staat te laag voor de fase die bij je antwoorden past."},
      {"444444441",
       "Fase 5 kan pas als alle vragen beantwoord zijn en geen antwoord op de twee laagste niveaus staat."},
  };
  for (const auto& [answers, lead] : cases) EXPECT_EQ(text(steps(answers), "steps.lead"), lead) << answers;
}

TEST(Steps, KeepWhatIsAtTheTop) {
  const View view = steps("444444444");
  EXPECT_EQ(text(view, "steps.keep"),
            "Alles op het hoogste niveau? Toets dat: vraag een collega en vijf klanten of zij het ook zo zien.");
  EXPECT_FALSE(find(view, "steps.list"));
  EXPECT_FALSE(find(view, "steps.key"));
  for (const char* answers : {".........", "444444...", "?????????"}) {
    EXPECT_FALSE(find(steps(answers), "steps.keep")) << answers << ": open questions are not at the top";
  }
}

TEST(Steps, FindOutWhatIsUnknown) {
  const View view = steps("?????????");
  EXPECT_EQ(text(view, "steps:q1.do"), "Zoek deze week het antwoord op vraag 1 (leiding) en vul het dan in.");
  EXPECT_EQ(text(view, "steps:q1.why"), "Waarom nu: met dit antwoord klopt de uitslag beter.");
}

TEST(Steps, NameTheFirstWeakLink) {
  const struct {
    const char *answers, *nl;
  } cases[] = {
      {"222222222", "De volgorde klopt: niets loopt achter op wat erna komt"},
      {"444444444", "De volgorde klopt: niets loopt achter op wat erna komt"},
      {"?????????", "Volgorde van werken"},                                     // nothing is known
      {"443322222", "De volgorde klopt: niets loopt achter op wat erna komt"},  // 3, 2, 2, 2: falling is fine
      {"333333332", "De volgorde klopt: niets loopt achter op wat erna komt"},
      {"222333222", "Begin in de keten bij: overtuiging"},  // lower than a later one
      {"333222333", "Begin in de keten bij: inzicht"},
      {"333333223", "Begin in de keten bij: team en werkwijze"},
      {"333333331", "Begin in de keten bij: tools"},    // level 1 is weak anywhere
      {"222333331", "Begin in de keten bij: tools"},    // before a link that is only lower
      {"333144331", "Begin in de keten bij: inzicht"},  // the first of two
      {"???333222", "Volgorde van werken"},             // what is unknown may be weak
      {"...333222", "Volgorde van werken"},
      {"??2333222", "Begin in de keten bij: overtuiging"},  // its known answers count
  };
  for (const auto& [answers, nl] : cases) EXPECT_EQ(text(steps(answers), "steps.order.h"), nl) << answers;
  EXPECT_EQ(text(steps("000000000", "en"), "steps.order.h"), "In the chain, start with: mindset");
}

TEST(Steps, DrawLinksAsTheirLevels) {
  const View view = steps("333?????1");
  const auto* figure = test::picture<OrderFigure>(find(view, "steps.order.f"));
  ASSERT_TRUE(figure);
  ASSERT_EQ(figure->links.size(), 4u);
  EXPECT_EQ(figure->links[0].value, "niveau 3");
  EXPECT_EQ(figure->links[0].level, 3);
  EXPECT_EQ(figure->links[1].value, "weet ik niet");
  EXPECT_LT(figure->links[1].level, 0);
  EXPECT_TRUE(figure->links[3].weak);
  EXPECT_EQ(text(view, "steps.order.t.1.2"), "weet ik niet");
  EXPECT_EQ(text(steps("333...331"), "steps.order.t.1.2"), "overgeslagen");
  EXPECT_EQ(text(view, "steps.order.t.0.1"), "1–3");
  EXPECT_EQ(text(view, "steps.order.t.3.1"), "9");
  EXPECT_EQ(text(view, "steps.order.t.3.3"), "begin hier");
}

TEST(Steps, TitleWhatLiftsTheStage) {
  const struct {
    const char *answers, *nl, *en;
  } cases[] = {
      {"033333333", "Eén niveau hoger bij vraag 1 brengt jullie in fase 3",
       "One level higher on question 1 takes you to stage 3"},
      {"444444441", "Eén niveau hoger bij vraag 9 brengt jullie in fase 5",
       "One level higher on question 9 takes you to stage 5"},
      {"222222222", "Eén vraag een niveau hoger verandert jullie fase niet",
       "Raising one question by a level does not change your stage"},
      {"444444444", "(no steps.lift.h)", "(no steps.lift.h)"},
      {"222122111", "Eén niveau hoger, bij welke vraag ook, brengt jullie in fase 3",
       "One level higher, on any question, takes you to stage 3"},
  };
  for (const auto& [answers, nl, en] : cases) {
    EXPECT_EQ(text(steps(answers), "steps.lift.h"), nl) << answers;
    EXPECT_EQ(text(steps(answers, "en"), "steps.lift.h"), en) << answers;
  }
}

TEST(Steps, TellForEachQuestionWhereOneLevelMoreLeads) {
  const View view = steps("043333333");
  EXPECT_EQ(text(view, "steps.lift.t.0.0"), "1 Leiding");
  EXPECT_EQ(text(view, "steps.lift.t.0.1"), "3");
  EXPECT_EQ(text(view, "steps.lift.t.1.1"), "–") << "already at the top";
  EXPECT_EQ(text(view, "steps.lift.t.2.1"), "2");
}

}  // namespace
}  // namespace kk
