// Computed sentences against texts written by hand from the copy sheet: what holds the stage back, where to begin, what
// is missing.
#include "support/made.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::text;

struct Case {
  const char* answers;
  const char* language;
  const char* expected;
};

void check(const char* screen, const char* id, const Case& c, float width = 720) {
  EXPECT_EQ(text(sample::view({c.answers, screen, c.language}, width), id), c.expected)
      << c.answers << " " << c.language;
}

TEST(Sentences, SayWhatHoldsTheStageBack) {
  const Case cases[] = {
      // One gate.
      {"033333333", "nl", "Jullie antwoorden passen bij fase 4, Sturend. Eén ding remt: de leiding. Daarom fase 2."},
      {"033333333", "en", "Your answers fit stage 4, Steering. One thing holds you back: leadership. Hence stage 2."},
      {"?33333333", "nl", "Jullie antwoorden passen bij fase 4, Sturend. Eén ding remt: de leiding. Daarom fase 3."},
      {"444444100", "nl",
       "Jullie antwoorden passen bij fase 4, Sturend. Eén ding remt: jullie zwakste deel (mensen en middelen). Daarom "
       "fase 3."},
      {"444444100", "en",
       "Your answers fit stage 4, Steering. One thing holds you back: your weakest part (people and means). Hence "
       "stage 3."},
      {"444444441", "nl",
       "Jullie antwoorden passen bij fase 5, Verankerd. Eén ding remt: een onderwerp dat bijna leeg of onbekend is. "
       "Daarom fase 4."},
      {"444444441", "en",
       "Your answers fit stage 5, Embedded. One thing holds you back: a topic that is nearly empty or unknown. Hence "
       "stage 4."},
      {"44444444?", "nl",
       "Jullie antwoorden passen bij fase 5, Verankerd. Eén ding remt: een onderwerp dat bijna leeg of onbekend is. "
       "Daarom fase 4."},
      // Two.
      {"144444300", "nl",
       "Jullie antwoorden passen bij fase 4, Sturend. Twee dingen remmen: de leiding en jullie zwakste deel (mensen en "
       "middelen). Daarom fase 3."},
      {"144444300", "en",
       "Your answers fit stage 4, Steering. Two things hold you back: leadership and your weakest part (people and "
       "means). Hence stage 3."},
      {"044444444", "nl",
       "Jullie antwoorden passen bij fase 5, Verankerd. Twee dingen remmen: de leiding en een onderwerp dat bijna leeg "
       "of onbekend is. Daarom fase 2."},
      // Three.
      {"133444444", "nl",
       "Jullie antwoorden passen bij fase 5, Verankerd. Drie dingen remmen: de leiding, jullie zwakste deel "
       "(overtuiging) en een onderwerp dat bijna leeg of onbekend is. Daarom fase 3."},
      {"133444444", "en",
       "Your answers fit stage 5, Embedded. Three things hold you back: leadership, your weakest part (mindset) and a "
       "topic that is nearly empty or unknown. Hence stage 3."},
      // None: the stage's own text.
      {"222222222", "nl",
       "De basis ligt er: afspraken, cijfers en mensen. Het werkt nog niet overal. Maak af wat jullie begonnen voordat "
       "jullie iets nieuws starten."},
      {"444444444", "en",
       "The customer is the fixed starting point, also when things are busy or hard. You keep measuring, learning and "
       "adjusting."},
  };
  for (const Case& c : cases) check("result", "result.say", c);
}

TEST(Sentences, StandUnderStageAndScore) {
  const struct {
    const char *answers, *language, *over, *hero;
  } cases[] = {
      {"033333333", "nl", "Fase 2 van 5 · 67 van 100", "Verkennend"},
      {"033333333", "en", "Stage 2 of 5 · 67 of 100", "Exploring"},
      {"000000000", "nl", "Fase 1 van 5 · 0 van 100", "Toevallig"},
      {"444444444", "nl", "Fase 5 van 5 · 100 van 100", "Verankerd"},
      {"444444100", "nl", "Fase 3 van 5 · 69 van 100", "Bouwend"},
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
  const Case cases[] = {
      {"033333333", "nl", "Eén niveau hoger bij Leiding brengt jullie in fase 3."},
      {"033333333", "en", "One level higher on Leadership brings you to stage 3."},
      {"444444441", "nl", "Eén niveau hoger bij Onderzoek en tools brengt jullie in fase 5."},
      {"133444444", "nl", "Eén niveau hoger bij Leiding brengt jullie in fase 4."},
      {"144444300", "nl", "Hiervoor zijn meer stappen nodig."},
      {"144444300", "en", "This takes more than one step."},
      {"?33333333", "nl", "Hiervoor zijn meer stappen nodig."},
      {"222222222", "nl", "(no result.then)"},  // no gate, and the first step does not lift
      {"444444444", "nl", "(no result.then)"},  // nothing to lift
      {"2??222222", "nl", "(no result.then)"},  // no stage
      {"011111111", "nl", "(no result.then)"},  // 22: far from 40
      {"211112111", "nl", "(no result.then)"},  // 31
      {"222122111", "nl", "Eén niveau hoger bij Leiding brengt jullie in fase 3."},  // 38.9 and one more step is 41.7
  };
  for (const Case& c : cases) check("result", "result.then", c);
}

TEST(Sentences, BeginWithTheFirstStep) {
  const Case cases[] = {
      {"033333333", "nl",
       "Begin hier: zoek één leider die meedoet en laat die een dag meelopen met collega’s die klanten helpen."},
      {"444444441", "en", "Start here: write down the question first. Only then choose a technique or tool."},
      {"?33333333", "nl", "Begin hier: vraag dit deze week na bij een collega en pas je antwoord aan."},
      {"444444444", "nl", "Houd dit vast en vertel een ander team hoe jullie het doen."},
      {".........", "nl", "(no result.begin)"},  // nothing is known, so nothing to keep either
      {"444444...", "nl", "(no result.begin)"},
  };
  for (const Case& c : cases) check("result", "result.begin", c);
}

TEST(Sentences, GiveTheRangeWhileAnswersAreMissing) {
  const Case cases[] = {
      {"222222222", "nl", "Volledig ingevuld (9 van 9). Dit is een zelfbeeld, geen meting bij klanten."},
      {"222222222", "en", "Complete (9 of 9). This is a self-image, not a measurement with customers."},
      {"22222222?", "nl",
       "Bijna volledig (8 van 9). Je score ligt tussen 44 en 56, omdat je één vraag niet kon beantwoorden. Dit is een "
       "zelfbeeld, geen meting bij klanten."},
      {"22?22?222", "nl",
       "Bijna volledig (7 van 9). Je score ligt tussen 39 en 61, omdat je twee vragen niet kon beantwoorden. Dit is "
       "een "
       "zelfbeeld, geen meting bij klanten."},
      {"22?22?22.", "nl",
       "Deels ingevuld (6 van 9). Je score ligt tussen 33 en 67: drie vragen zonder antwoord. Dit is een zelfbeeld, "
       "geen "
       "meting "
       "bij klanten."},  // skipped is not "could not"
      {"22?22?22.", "en",
       "Partly filled in (6 of 9). Your score lies between 33 and 67: three questions without an answer. This is a "
       "self-image, "
       "not a measurement with customers."},
      {"2........", "nl",
       "Te weinig ingevuld (1 van 9). Je score ligt tussen 6 en 94: 8 vragen zonder antwoord. Dit is een zelfbeeld, "
       "geen "
       "meting "
       "bij klanten."},
      {"2????????", "en",
       "Too little filled in (1 of 9). Your score lies between 6 and 94, because you could not answer 8 questions. "
       "This is a "
       "self-image, not a measurement with customers."},
  };
  for (const Case& c : cases) check("result", "result.sure.t", c);
}

TEST(Sentences, NameTheQuestionsAResultStillNeeds) {
  const Case cases[] = {
      {"2??222222", "nl",
       "Voor een uitslag zijn per deel twee antwoorden nodig. Nog nodig: 2 Hele organisatie en 3 Cijfers en doelen."},
      {"2??222222", "en",
       "A result needs two answers in each part. Still needed: 2 Whole organisation and 3 Measures and targets."},
      {"22.2..2?2", "nl",
       "Voor een uitslag zijn per deel twee antwoorden nodig. Nog nodig: 5 Kanalen en klantreizen en 6 Klantgegevens."},
      {"222222...", "nl",
       "Voor een uitslag zijn per deel twee antwoorden nodig. Nog nodig: 7 Team, 8 Werkwijze en 9 Onderzoek en tools."},
  };
  for (const Case& c : cases) {
    check("result", "result.say", c);
    check("steps", "steps.lead", c);
  }
}

TEST(Sentences, LiveRangeFollowsTheAnswers) {
  check("question-4", "question-4.live", {".........", "nl", "Je score komt uit tussen 0 en 100"});
  check("question-4", "question-4.live", {"444......", "nl", "Je score komt uit tussen 33 en 100"});
  check("question-4", "question-4.live", {"2222.222.", "en", "Your score will end between 39 and 61"});
  // The last question was answered, so there is a result: what a change does to it shows on the question.
  check("question-4", "question-4.live", {"222222222", "en", "Stage 3 of 5 · 50 of 100"});
  check("question-4", "question-4.live", {"2..2..2.2", "nl", "Je score komt uit tussen 22 en 78"});
}

TEST(Sentences, TellTheLadderAsText) {
  check("result", "result.ladder",
        {"033333333", "nl",
         "Jullie zitten in fase 2 van 5, Verkennend. De score van 67 past bij fase 4, Sturend. De leiding bepaalt hier "
         "het plafond (vraag 1)."});
  check("result", "result.bars",
        {"222333333", "nl", "Sterkst: Inzicht en Mensen en middelen (75). Zwakst: Overtuiging (50)."});
  const struct {
    const char *answers, *you, *score, *brake;
  } cases[] = {
      {"033333333", "Jullie zitten hier", "Score 67", "Rem: leiding"},
      {"444444100", "Jullie zitten hier", "Score 69", "Rem: mensen en middelen"},
      {"444444441", "Jullie zitten hier", "Score 92", "Rem: onderzoek en tools"},
      {"44444?444", "Jullie zitten hier", "Score 100", "Rem: klantgegevens"},
      {"133444444", "Jullie zitten hier", "Score 86", "Rem: 3 dingen"},
      {"222222222", "Jullie zitten hier, score 50", "", ""},
  };
  for (const auto& [answers, you, score, brake] : cases) {
    const View view = sample::view({answers, "result"});
    const Node* ladder = sample::find(view, "result.ladder");
    ASSERT_TRUE(ladder);
    const Figure& figure = view.figures[static_cast<std::size_t>(ladder->figure)];
    ASSERT_GE(figure.labels.size(), 3u);
    EXPECT_EQ(figure.labels[0], you) << answers;
    EXPECT_EQ(figure.labels[1], score) << answers;
    EXPECT_EQ(figure.labels[2], brake) << answers;
  }
}

TEST(Sentences, SayOneWhereOneAnswerIsEnough) {
  Questionnaire q = sample::klantgedreven();
  for (Section& section : q.sections) section.min_answered = 1;
  Session session(q);
  session.restore(sample::answers(q, "2......22"));
  ASSERT_TRUE(session.act("go.result"));
  EXPECT_EQ(text(build_view(session, {}), "result.say"),
            "Voor een uitslag is per deel één antwoord nodig. Nog nodig: 4 Doelgroepen, 5 Kanalen en klantreizen en 6 "
            "Klantgegevens.");
  session.set_language("en");
  EXPECT_TRUE(text(build_view(session, {}), "result.say").starts_with("A result needs one answer in each part. "));
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
      {"strip.q1", "1 Leiding rem", "1 Leiding rem, niveau 0 van 4"},
      {"strip.q2", "2 Hele organisatie", "2 Hele organisatie, niveau 3 van 4"},
      {"strip.q5", "5 Kanalen en klantreizen", "5 Kanalen en klantreizen, weet ik niet"},
      {"strip.q7", "7 Team", "7 Team, overgeslagen"},
  };
  for (const auto& [id, label, name] : cases) {
    EXPECT_EQ(text(view, id), label);
    EXPECT_EQ(sample::find(view, id)->name, name);
  }
  EXPECT_EQ(text(sample::view({"033333333", "result"}, 400), "strip.q3"), "Cijfers")
      << "short names where it is narrow";
}

}  // namespace
}  // namespace kk
