// Sentences that were once said to readers of whom they were not true, each with the answers that led to it.
#include "support/sample.h"

namespace kk {
namespace {

using sample::text;

std::string all_text(const View& view) {
  std::string out;
  for (const Node& node : view.nodes) out += node.text + "\n" + node.name + "\n";
  for (const Figure& figure : view.figures) {
    for (const std::string& label : figure.labels) out += label + "\n";
    for (const Mark& mark : figure.marks) out += mark.label + " " + mark.value + "\n";
  }
  return out;
}

void never_says(const View& view, std::initializer_list<const char*> texts) {
  const std::string all = all_text(view);
  for (const char* wrong : texts) EXPECT_EQ(all.find(wrong), std::string::npos) << wrong << "\n" << all;
}

TEST(WorstSentences, AnOpenFirstAnswerIsNoBrakeByTheLeadership) {
  const View view = sample::view({"?33333333", "result"});
  EXPECT_EQ(text(view, "result.say"),
            "Je antwoorden passen bij fase 4, Sturend. Vraag 1 staat nog open; zonder dat antwoord tonen we hoogstens "
            "fase 3.");
  EXPECT_EQ(text(view, "result.then"), "Met dat antwoord kan jullie fase nog stijgen.");
  EXPECT_NE(all_text(view).find("Vraag 1 open"), std::string::npos);
  EXPECT_EQ(text(view, "result.over"), "Fase 3 van 5 · score 67–78");
  never_says(view, {"remt", "Rem:", " rem\n", "meer dan één stap"});
  const View steps = sample::view({"?33333333", "steps"});
  EXPECT_EQ(text(steps, "steps.h"), "Begin bij vraag 1: leiding");
  EXPECT_EQ(text(steps, "steps.order.h"), "Volgorde van werken");
}

TEST(WorstSentences, NoQuestionWeighsMost) {
  for (const char* answers : {"321121100", "303030303", "033333333"}) {
    never_says(sample::view({answers, "steps"}), {"zwaarst", "weegt"});
  }
  EXPECT_EQ(text(sample::view({"321121100", "steps"}), "steps:q3.why"),
            "Waarom eerst: hier valt nu het meeste te winnen.");
}

TEST(WorstSentences, EqualPartsHaveNoStrongest) {
  for (const char* answers : {"000000000", "222222222", "444444444"}) {
    const std::string score = std::to_string(25 * (answers[0] - '0'));
    EXPECT_EQ(text(sample::view({answers, "result"}), "result.bars"), "Alle delen staan gelijk (" + score + ").");
  }
}

TEST(WorstSentences, OnlyWhatFallsShortIsABottleneck) {
  EXPECT_EQ(text(sample::view({"444444000", "patterns"}), "patterns.causes.h"),
            "Het knelt vooral bij mensen en middelen");
  EXPECT_EQ(text(sample::view({"444000444", "patterns"}), "patterns.causes.h"), "Het knelt vooral bij inzicht");
  EXPECT_EQ(text(sample::view({"244444111", "patterns"}), "patterns.causes.h"),
            "Het knelt vooral bij mensen en middelen");
  EXPECT_EQ(text(sample::view({"000000000", "patterns"}), "patterns.causes.h"),
            "Het knelt bij overtuiging én bij inzicht · mensen en middelen");
  EXPECT_EQ(text(sample::view({"333333333", "patterns"}), "patterns.causes.h"), "Geen deel komt duidelijk tekort");
}

TEST(WorstSentences, NothingFoundIsNoGoodNewsAtTheBottom) {
  for (const char* answers : {"000000000", "111111111"}) {
    const View view = sample::view({answers, "patterns"});
    EXPECT_EQ(text(view, "patterns.lead"), "Je antwoorden passen bij geen bekend patroon. Begin bij de stappen.");
    never_says(view, {"geen bekende valkuil"});
  }
  EXPECT_EQ(text(sample::view({".........", "patterns"}), "patterns.lead"), "Nog geen antwoorden.");
  never_says(sample::view({"22.......", "patterns"}), {"geen bekende valkuil"});
}

TEST(WorstSentences, AStepSaysWhenItIsDone) {
  for (const char* answers : {"133423423", "033333333", "000000000"}) {
    for (const char* language : {"nl", "en"}) {
      const View view = sample::view({answers, "steps", language});
      const std::string lead = language == std::string("nl") ? "Klaar als: " : "Done when: ";
      int steps = 0;
      for (const Node& node : view.nodes) {
        if (node.look != Look::kStep) continue;
        ++steps;
        const std::string done = text(view, node.id + ".done");
        EXPECT_TRUE(done.starts_with(lead) && done.size() > lead.size() + 10) << done;
      }
      EXPECT_EQ(steps, 3);
    }
  }
  never_says(sample::view({"?????????", "steps"}), {"Klaar als"});
}

TEST(WorstSentences, AnOpenTopicIsNamedAndTheScoreIsARange) {
  const View view = sample::view({"4444?4444", "result"});
  EXPECT_EQ(text(view, "result.over"), "Fase 4 van 5 · score 89–100");
  EXPECT_EQ(
      text(view, "result.say"),
      "Je antwoorden passen bij fase 5, Verankerd. Vraag 5 staat nog open; zonder dat antwoord tonen we hoogstens "
      "fase 4.");
  never_says(view, {"bijna leeg of onbekend", "100 van 100"});
}

TEST(WorstSentences, OnlyWhatIsStillNeededIsAskedFor) {
  EXPECT_EQ(
      text(sample::view({".3?333333", "result"}), "result.say"),
      "Een uitslag vraagt twee antwoorden per deel. Beantwoord nog één van deze vragen: 1 Leiding of 3 Cijfers en "
      "doelen.");
  EXPECT_EQ(
      text(sample::view({".........", "result"}), "result.say"),
      "Een uitslag vraagt twee antwoorden per deel. Beantwoord nog: twee bij overtuiging · twee bij inzicht · twee "
      "bij mensen en middelen.");
  EXPECT_EQ(text(sample::view({".........", "steps"}), "steps.h"), "Nog geen stappen");
}

TEST(WorstSentences, OneLevelDownIsSaidToo) {
  EXPECT_EQ(text(sample::view({"133423423", "steps"}), "steps.drop"),
            "Eén niveau lager bij vraag 1 en jullie zakken naar fase 2.");
  EXPECT_EQ(text(sample::view({"221103221", "steps"}), "steps.lift.h"),
            "Eén niveau hoger, bij welke vraag ook, brengt jullie in fase 3");
  never_says(sample::view({"444444444", "steps"}), {"verandert jullie fase niet"});
  never_says(sample::view({"344444444", "steps"}), {"zwakke schakel"});
}

TEST(WorstSentences, EqualGapsNameNoPart) {
  never_says(sample::view({.answers = "111111111", .screen = "patterns", .claims = "444"}), {"grootst bij"});
  never_says(sample::view({.answers = "333333333", .screen = "patterns", .claims = "000"}), {"grootst bij"});
}

}  // namespace
}  // namespace kk
