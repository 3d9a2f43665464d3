// Computed sentences against texts written by hand from the copy sheet: what holds the stage back, where to begin, what
// is missing.
#include "support/figure_texts.h"
#include "support/made.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::text;

struct Sentence {
  const char* answers;
  const char* language;
  const char* expected;
};

void check(const char* screen, const char* id, const Sentence& c, float width = 720) {
  EXPECT_EQ(text(sample::view({c.answers, screen, c.language}, width), id), c.expected)
      << c.answers << " " << c.language;
}

TEST(Sentences, SayWhatHoldsTheStageBack) {
  const Sentence cases[] = {
      // One gate.
      {"033333333", "nl",
       "Je antwoorden passen bij fase 4, Sturend. Eén ding remt: de leiding. Daarom staan jullie nu in fase 2."},
      {"033333333", "en",
       "Your answers fit stage 4, Managing. One thing holds you back: leadership. That puts you in stage 2 for now."},
      {"?33333333", "nl",
       "Je antwoorden passen bij fase 4, Sturend. Vraag 1 staat nog open; zonder dat antwoord tonen we hoogstens fase "
       "3."},
      {"444444100", "nl",
       "Je antwoorden passen bij fase 4, Sturend. Eén ding remt: het deel mensen en middelen. Daarom staan jullie nu "
       "in fase 3."},
      {"444444100", "en",
       "Your answers fit stage 4, Managing. One thing holds you back: the part people and resources. That puts you in "
       "stage 3 for now."},
      {"444444441", "nl",
       "Je antwoorden passen bij fase 5, Verankerd. Eén ding remt: onderzoek en tools. Daarom staan jullie nu in fase "
       "4."},
      {"444444441", "en",
       "Your answers fit stage 5, Embedded. One thing holds you back: research and tools. That puts you in stage 4 for "
       "now."},
      {"44444444?", "nl",
       "Je antwoorden passen bij fase 5, Verankerd. Vraag 9 staat nog open; zonder dat antwoord tonen we hoogstens "
       "fase 4."},
      // Two.
      {"144444300", "nl",
       "Je antwoorden passen bij fase 4, Sturend. Twee dingen remmen: de leiding · het deel mensen en middelen. "
       "Daarom staan jullie nu in fase 3."},
      {"144444300", "en",
       "Your answers fit stage 4, Managing. Two things hold you back: leadership · the part people and resources. "
       "That puts you in stage 3 for now."},
      {"044444444", "nl",
       "Je antwoorden passen bij fase 5, Verankerd. Eén ding remt: de leiding. Daarom staan jullie nu in fase 2."},
      // Three.
      {"133444444", "nl",
       "Je antwoorden passen bij fase 5, Verankerd. Twee dingen remmen: de leiding en het deel overtuiging. Daarom "
       "staan jullie nu in fase 3."},
      {"133444444", "en",
       "Your answers fit stage 5, Embedded. Two things hold you back: leadership and the part mindset. That puts you "
       "in stage 3 for now."},
      // None: the stage's own text.
      {"222222222", "nl",
       "Gemiddeld zijn jullie ongeveer halverwege. Maak af wat jullie zijn begonnen, voordat jullie iets nieuws "
       "starten."},
      {"444444444", "en",
       "By your answers, the customer is the starting point almost everywhere. Keep measuring and adjusting, and ask "
       "customers whether they see it too."},
  };
  for (const Sentence& c : cases) check("result", "result.say", c);
}

TEST(Sentences, StandUnderStageAndScore) {
  const struct {
    const char *answers, *language, *over, *hero;
  } cases[] = {
      {"033333333", "nl", "Fase 2 van 5 · score 67 van 100", "Verkennend"},
      {"033333333", "en", "Stage 2 of 5 · score 67 out of 100", "Exploring"},
      {"000000000", "nl", "Fase 1 van 5 · score 0 van 100", "Toevallig"},
      {"444444444", "nl", "Fase 5 van 5 · score 100 van 100", "Verankerd"},
      {"444444100", "nl", "Fase 3 van 5 · score 69 van 100", "Bouwend"},
      {"?????????", "nl", "0 van 9 vragen beantwoord", "Nog geen uitslag"},
      {"2??222222", "en", "7 of 9 questions answered", "No result yet"},
  };
  for (const auto& [answers, language, over, hero] : cases) {
    const View view = sample::view({answers, "result", language});
    EXPECT_EQ(text(view, "result.over"), over);
    EXPECT_EQ(text(view, "result.h"), hero);
  }
}

TEST(Sentences, SayWhichStepLiftsTheStage) {
  const Sentence cases[] = {
      {"033333333", "nl", "Eén niveau hoger bij vraag 1 (leiding) brengt jullie in fase 3."},
      {"033333333", "en", "One level higher on question 1 (leadership) takes you to stage 3."},
      {"444444441", "nl", "Eén niveau hoger bij vraag 9 (onderzoek en tools) brengt jullie in fase 5."},
      {"133444444", "nl", "Eén niveau hoger bij vraag 1 (leiding) brengt jullie in fase 4."},
      {"144444300", "nl", "Voor een hogere fase is meer dan één stap nodig."},
      {"144444300", "en", "Reaching the next stage takes more than one step."},
      {"?33333333", "nl", "Met dat antwoord kan jullie fase nog stijgen."},
      {"222222222", "nl", "(no result.then)"},  // no gate, and the first step does not lift
      {"444444444", "nl", "(no result.then)"},  // nothing to lift
      {"2??222222", "nl", "(no result.then)"},  // no stage
      {"011111111", "nl", "(no result.then)"},  // 22: far from 40
      {"211112111", "nl", "(no result.then)"},  // 31
      {"222122111", "nl",
       "Eén niveau hoger bij vraag 1 (leiding) brengt jullie in fase 3."},  // 38.9 and one more step is 41.7
  };
  for (const Sentence& c : cases) check("result", "result.then", c);
}

TEST(Sentences, BeginWithTheFirstStep) {
  const Sentence cases[] = {
      {"033333333", "nl",
       "Begin hier: laat één leider, misschien jijzelf, een dag meelopen met collega’s die klanten helpen. Bespreek "
       "daarna wat opviel."},
      {"444444441", "en", "Start here: write down the question first. Only then choose a technique or tool."},
      {"?33333333", "nl", "Begin hier: zoek deze week het antwoord op vraag 1 (leiding) en vul het dan in."},
      {"444444444", "nl",
       "Alles op het hoogste niveau? Toets dat: vraag een collega en vijf klanten of zij het ook zo zien."},
      {".........", "nl", "(no result.begin)"},  // nothing is known, so nothing to keep either
      {"444444...", "nl", "(no result.begin)"},
  };
  for (const Sentence& c : cases) check("result", "result.begin", c);
}

TEST(Sentences, GiveTheRangeWhileAnswersAreMissing) {
  const Sentence cases[] = {
      {"222222222", "nl", "Volledig ingevuld (9 van 9)."},
      {"222222222", "en", "Complete (9 of 9)."},
      {"22222222?", "nl", "Bijna volledig (8 van 9)."},
      {"22?22?222", "nl", "Bijna volledig (7 van 9)."},
      // Over the stage stands what the score may become.
      {"22?22?22.", "nl", "Deels ingevuld (6 van 9)."},  // skipped is not "could not"
      {"22?22?22.", "en", "Partly filled in (6 of 9)."},
      {"2........", "nl",
       "Drie delen hebben nog te weinig antwoorden (1 van 9 ingevuld). De score kan nog tussen 6 en 94 uitkomen: acht "
       "vragen open."},
      {"2????????", "en",
       "Three parts still have too few answers (1 of 9 given). The score can still end up between 6 and 94: eight "
       "questions open."},
  };
  for (const Sentence& c : cases) check("result", "result.sure", c);
}

TEST(Sentences, NameTheQuestionsAResultStillNeeds) {
  const Sentence cases[] = {
      {"2??222222", "nl",
       "Een uitslag vraagt twee antwoorden per deel. Beantwoord nog één van deze vragen: 2 Hele organisatie of 3 "
       "Cijfers en doelen."},
      {"2??222222", "en",
       "A result needs two answers per part. Answer one more of these: 2 Whole organisation or 3 Measures and "
       "targets."},
      {"22.2..2?2", "nl",
       "Een uitslag vraagt twee antwoorden per deel. Beantwoord nog één van deze vragen: 5 Kanalen en klantreizen of 6 "
       "Klantgegevens."},
      {"222222...", "nl",
       "Een uitslag vraagt twee antwoorden per deel. Beantwoord nog twee van deze vragen: 7 Team, 8 Werkwijze of 9 "
       "Onderzoek en tools."},
  };
  for (const Sentence& c : cases) {
    check("result", "result.say", c);
    check("steps", "steps.lead", c);
  }
}

TEST(Sentences, LiveRangeFollowsTheAnswers) {
  check("question-4", "question-4.live", {".........", "nl", "(no question-4.live)"});
  check("question-4", "question-4.live", {"444......", "nl", "(no question-4.live)"});
  check("question-4", "question-4.live", {"2222.222.", "en", "(no question-4.live)"});
  // The last question was answered, so there is a result: what a change does to it shows on the question.
  check("question-4", "question-4.live", {"222222222", "en", "Stage 3 of 5 · score 50 out of 100"});
  check("question-4", "question-4.live", {"2..2..2.2", "nl", "De score komt uit tussen 22 en 78"});
}

TEST(Sentences, TellTheLadderAsText) {
  check("result", "result.ladder",
        {"033333333", "nl",
         "Jullie zitten in fase 2 van 5, Verkennend. De score van 67 past bij fase 4, Sturend. Vraag 1 bepaalt hoe "
         "hoog jullie fase kan uitkomen. Laat een collega die vraag ook beantwoorden."});
  check("result", "result.bars",
        {"222333333", "nl", "Sterkst: inzicht · mensen en middelen (75). Zwakst: overtuiging (50)."});
  const struct {
    const char *answers, *you, *score, *brake;
  } cases[] = {
      {"033333333", "Jullie zitten hier", "Score 67", "Rem: leiding"},
      {"444444100", "Jullie zitten hier", "Score 69", "Rem: mensen en middelen"},
      {"444444441", "Jullie zitten hier", "Score 92", "Rem: onderzoek en tools"},
      {"44444?444", "Jullie zitten hier", "Score 89–100", "Vraag 6 open"},
      {"133444444", "Jullie zitten hier", "Score 86", "Rem: leiding en overtuiging"},
      {"222222222", "Jullie zitten hier, score 50", "", ""},
  };
  for (const auto& [answers, you, score, brake] : cases) {
    const View view = sample::view({answers, "result"});
    const Node* ladder = sample::find(view, "result.ladder");
    ASSERT_TRUE(ladder);
    const auto* figure = test::picture<LadderFigure>(ladder);
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->you, you) << answers;
    EXPECT_EQ(figure->score_words, score) << answers;
    EXPECT_EQ(figure->brake, brake) << answers;
  }
}

TEST(Sentences, SayOneWhereOneAnswerIsEnough) {
  Questionnaire q = sample::klantgedreven();
  for (Section& section : q.sections) section.min_answered = 1;
  Session session(q);
  session.restore(sample::answers(q, "2......22"));
  ASSERT_TRUE(session.act("go.result"));
  EXPECT_EQ(text(build_view(session, {}), "result.say"),
            "Een uitslag vraagt één antwoord per deel. Beantwoord nog één van deze vragen: 4 Doelgroepen, 5 Kanalen en "
            "klantreizen of 6 Klantgegevens.");
  session.set_language("en");
  EXPECT_TRUE(text(build_view(session, {}), "result.say").starts_with("A result needs one answer per part. "));
}

TEST(Strip, ShowsTheLowestAnswersOfALongListBeforeOpenOnes) {
  std::string questions, more;
  for (int i = 0; i < 70; ++i) {
    (i < 68 ? questions : more) += (i == 0 || i == 68 ? "" : ",") + test::made_question("q" + std::to_string(i));
  }
  const Questionnaire q = sample::checked(
      test::made_questionnaire(test::made_section("s", 1, questions) + "," + test::made_section("t", 1, more)));
  Answers answers = blank_answers(q);
  for (const int i : {3, 20, 21, 40, 69}) answers.questions[static_cast<std::size_t>(i)] = 1;
  answers.questions[50] = 0;
  Session session(q);
  session.restore(answers);
  ASSERT_TRUE(session.act("go.result"));
  const View view = build_view(session, {});
  std::vector<std::string> shown;
  for (const Node& node : view.nodes) {
    if (node.look == Look::kStripItem) shown.push_back(node.id);
  }
  EXPECT_EQ(shown, (std::vector<std::string>{"strip.q3", "strip.q20", "strip.q50", "strip.q68", "strip.q69"}));
}

TEST(Sentences, NeverClaimAStageWithoutOne) {
  for (const char* answers : {".........", "?????????", "222222...", "2??222222"}) {
    const View view = sample::view({answers, "result"});
    EXPECT_FALSE(sample::find(view, "result.ladder")) << answers;
    EXPECT_FALSE(sample::find(sample::view({answers, "steps"}), "steps.lift")) << answers;
  }
}

TEST(Sentences, MarkTheBrakeInTheStrip) {
  const View view = sample::view({"0333?3.33", "result"});
  const struct {
    const char *id, *text, *name;
  } cases[] = {
      {"strip.q1", "1 Leiding rem", "1 Leiding rem, niveau 0 van 4: "},
      {"strip.q2", "2 Hele organisatie", "2 Hele organisatie, niveau 3 van 4: "},
      {"strip.q5", "5 Kanalen en klantreizen", "5 Kanalen en klantreizen, weet ik niet"},
      {"strip.q7", "7 Team", "7 Team, overgeslagen"},
  };
  for (const auto& [id, label, name] : cases) {
    EXPECT_EQ(text(view, id), label);
    EXPECT_TRUE(sample::find(view, id)->name.starts_with(name)) << sample::find(view, id)->name;
  }
  EXPECT_EQ(text(sample::view({"033333333", "result"}, 400), "strip.q3"), "Cijfers")
      << "short names where it is narrow";
}

}  // namespace
}  // namespace kk
