// Sentences that were once said to readers of whom they were not true, each with the answers that led to it.
#include "support/figure_texts.h"
#include "support/sample.h"
#include "view/paper.h"

namespace kk {
namespace {

using sample::text;

std::string all_text(const View& view) {
  std::string out;
  for (const Node& node : view.nodes) out += node.text + "\n" + node.name + "\n";
  for (const Node& node : view.nodes) {
    for (const auto& [label, value] : test::figure_texts(node)) out += label + " " + value + "\n";
  }
  return out;
}

void never_says(const View& view, std::initializer_list<const char*> texts) {
  const std::string all = all_text(view);
  for (const char* wrong : texts) EXPECT_EQ(all.find(wrong), std::string::npos) << wrong << "\n" << all;
}

/// The same statement for all: no word one higher than the one that was clicked.
TEST(WorstSentences, TheMirrorGivesBackTheWordThatWasClicked) {
  const struct {
    char click;
    const char *nl, *en;
  } cases[] = {{'0', "zelden", "rarely"},  // "nooit" has no band of its own
               {'1', "zelden", "rarely"},
               {'2', "soms", "sometimes"},
               {'3', "vaak", "often"},
               {'4', "bijna altijd", "almost always"}};
  for (const auto& [click, nl, en] : cases) {
    const std::string causes(4, click);
    for (int row = 0; row < 4; ++row) {
      const std::string cell = "mirror.t." + std::to_string(row) + ".2";
      EXPECT_EQ(text(sample::view({.screen = "mirror", .causes = causes}), cell), nl);
      EXPECT_EQ(text(sample::view({.screen = "mirror", .language = "en", .causes = causes}), cell), en);
    }
  }
  // "Soms" is no reason to stop, and no clash with a high first answer.
  const View mirror = sample::view({.answers = "033333333", .screen = "mirror", .causes = "2222"});
  EXPECT_EQ(text(mirror, "mirror.h"), "Geen gedrag springt eruit");
  for (const Node& node : mirror.nodes) EXPECT_EQ(node.text.find("het vaakst"), std::string::npos) << node.text;
  const View low = sample::view({.answers = "033333333", .screen = "patterns", .causes = "2222"});
  EXPECT_FALSE(sample::find(low, "note:stop"));
  never_says(low, {"begin nog niet", "Begin klein"});
  const View high = sample::view({.answers = "433333333", .screen = "patterns", .causes = "2222"});
  EXPECT_FALSE(sample::find(high, "patterns.list:mirror_clash"));
}

TEST(WorstSentences, FindingOutSaysWhichQuestion) {
  for (const char* screen : {"result", "steps", "share"}) {
    never_says(sample::view({"?33333333", screen}), {"vraag dit", "Vraag dit", "dit deze week"});
    never_says(sample::view({"?33333333", screen, "en"}), {"ask a colleague this week", "Ask a colleague this week"});
  }
  EXPECT_EQ(text(sample::view({"?33333333", "result"}), "result.begin"),
            "Begin hier: zoek deze week het antwoord op vraag 1 (leiding) en vul het dan in.");
  EXPECT_EQ(
      text(sample::view({"?33333333", "share"}), "share.text"),
      "Ik heb het Klantkompas ingevuld: wij staan in fase 3 (Bouwend). Onze eerste stap: zoek deze week het antwoord "
      "op vraag 1 (leiding) en vul het dan in. Hoe is dat bij jullie?");
  // Three steps, three texts.
  const View all = sample::view({"?????????", "steps", "en"});
  for (const auto& [id, expected] :
       {std::pair("steps:q1.do", "Find out the answer to question 1 (leadership) this week, then fill it in."),
        {"steps:q2.do", "Find out the answer to question 2 (whole organisation) this week, then fill it in."},
        {"steps:q3.do", "Find out the answer to question 3 (measures and targets) this week, then fill it in."}}) {
    EXPECT_EQ(text(all, id), expected);
  }
}

TEST(WorstSentences, AStageSaysNothingThatItsAnswersDeny) {
  const struct {
    const char *answers, *over;
  } cases[] = {{"331000333", "Fase 3 van 5 · score 44 van 100"},   // no figures
               {"333333100", "Fase 3 van 5 · score 53 van 100"},   // no people
               {"413333333", "Fase 4 van 5 · score 72 van 100"},   // one department
               {"233333333", "Fase 4 van 5 · score 72 van 100"},   // leadership does not always count the customer
               {"344444444", "Fase 5 van 5 · score 97 van 100"}};  // nothing said of hard times
  for (const auto& [answers, over] : cases) {
    const View view = sample::view({answers, "result"});
    EXPECT_EQ(text(view, "result.over"), over);
    if (std::string(over).starts_with("Fase 3")) continue;  // a part may hold these back: then that is said
    const std::string stage = text(view, "result.say");
    for (const char* wrong :
         {"afspraken, cijfers", "de meeste afdelingen", "klantkennis", "tegenzit", "vaste manier"}) {
      EXPECT_EQ(stage.find(wrong), stage.npos) << answers << ": " << stage;
    }
  }
  for (const Stage& stage : sample::klantgedreven().stages) {
    for (const char* wrong :
         {"afspraken, cijfers", "de meeste afdelingen", "klantkennis", "tegenzit", "enthousiaste"}) {
      EXPECT_EQ(stage.text[0].find(wrong), std::string::npos) << stage.text[0];
    }
  }
}

TEST(WorstSentences, FiguresSayWhatTheirSourceSays) {
  const View nl = sample::view({.answers = "222222222", .screen = "evidence"});
  const View en = sample::view({.answers = "222222222", .screen = "evidence", .language = "en"});
  EXPECT_TRUE(text(nl, "evidence:kpmg_uk.w").starts_with("KPMG"));
  EXPECT_NE(text(nl, "evidence:accenture_importance.f").find("79% denkt"), std::string::npos);
  EXPECT_NE(text(en, "evidence:accenture_importance.f").find("79% think"), std::string::npos);
  EXPECT_TRUE(text(nl, "evidence:accenture_return.f").starts_with("Van de bedrijven die investeerden: 23%"));
  EXPECT_TRUE(text(en, "evidence:accenture_return.f").starts_with("Of the companies that invested: 23%"));
  EXPECT_TRUE(text(nl, "evidence:temkin_recommend.f").ends_with("Vijf keer zo veel."));  // 90 / 18, worked out
  never_says(nl, {"ziet direct", "teken deze", "teken ze"});
  never_says(en, {"see a direct", "draw these"});
}

/// Nine dots say nothing on paper: the words that were chosen do.
TEST(WorstSentences, PaperHoldsTheWordsOfEveryAnswer) {
  const Questionnaire& questionnaire = sample::klantgedreven();
  const auto& questions = questionnaire.questions;
  for (const std::string language : {"nl", "en"}) {
    for (const std::string answers : {"012340123", "432104321"}) {
      const View paper = build_paper(sample::session({answers, "result", language}), {});
      for (int q = 0; q < 9; ++q) {
        const std::string section = questionnaire.sections[static_cast<std::size_t>(q / 3)].id,
                          row = std::to_string(q % 3);
        const auto level = static_cast<std::size_t>(answers[static_cast<std::size_t>(q)] - '0');
        const Text& words = questions[static_cast<std::size_t>(q)].levels[level];
        EXPECT_EQ(text(paper, "on-paper.sheet-2.answers:" + section + ".t." + row + ".2"), words[language == "en"]);
      }
    }
  }
  const View open = build_paper(sample::session({"?.2222222", "result"}), {});
  EXPECT_EQ(text(open, "on-paper.sheet-2.answers:mindset.t.0.2"), "weet ik niet");
  EXPECT_EQ(text(open, "on-paper.sheet-2.answers:mindset.t.1.2"), "overgeslagen");
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
