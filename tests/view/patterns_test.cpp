// Patterns, mirror and sharing: what they find, in sentences written by hand, and what they never say.
#include <algorithm>

#include "support/figure_texts.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::find;
using sample::klantgedreven;
using sample::Start;
using sample::text;
using sample::view;

struct Case {
  Start start;
  const char *heading, *lead;
};

void check(const std::string& screen, std::vector<Case> cases) {
  for (Case& c : cases) {
    c.start.screen = screen;
    const View shown = view(c.start);
    EXPECT_EQ(text(shown, screen + ".h"), c.heading) << c.start.answers << " " << c.start.claims << c.start.causes;
    EXPECT_EQ(text(shown, screen + ".lead"), c.lead) << c.start.answers << " " << c.start.claims << c.start.causes;
  }
}

TEST(Patterns, BeginWithTheOneFinding) {
  check("patterns",
        {// Word against deed, once it was asked.
         {{.answers = "222222222", .claims = "444"},
          "In woord 100, in daad 50",
          "Veel meer woord dan daad. Twee verschillende schalen: kijk naar grote verschillen."},
         {{.answers = "222222222", .claims = "323"},
          "In woord 67, in daad 50",
          "Meer woord dan daad. Het verschil is het grootst bij overtuiging. Twee verschillende schalen: kijk naar "
          "grote verschillen."},
         {{.answers = "222222222", .claims = "234"},
          "In woord 75, in daad 50",
          "Meer woord dan daad. Het verschil is het grootst bij mensen en middelen. Twee verschillende schalen: kijk "
          "naar grote verschillen."},
         {{.answers = "222222222", .claims = "222"},
          "In woord 50, in daad 50",
          "Woord en daad liggen dicht bij elkaar. Twee verschillende schalen: kijk naar grote verschillen."},
         {{.answers = "222222222", .claims = "232"},
          "In woord 58, in daad 50",
          "Woord en daad liggen dicht bij elkaar. Twee verschillende schalen: kijk naar grote verschillen."},
         {{.answers = "222222222", .claims = "210"},
          "In woord 25, in daad 50",
          "Meer daad dan woord. Het verschil is het grootst bij mensen en middelen. Twee verschillende schalen: kijk "
          "naar grote verschillen."},
         {{.answers = "222222222", .language = "en", .claims = "444"},
          "100 in word, 50 in deed",
          "Far more word than deed. Two different scales: look at large differences only."},
         {{.answers = "222222222", .language = "en", .claims = "000"},
          "0 in word, 50 in deed",
          "More deed than word. Two different scales: look at large differences only."},
         // A section that was not answered well enough does not count, on either side.
         {{.answers = "2??444444", .claims = "044"},
          "In woord 100, in daad 100",
          "Woord en daad liggen dicht bij elkaar. Twee verschillende schalen: kijk naar grote verschillen."},
         // One word answer is too little: then the first pattern is the finding.
         {{.answers = "133333333", .claims = "4.."},
          "De rem zit bovenin",
          "Zie een patroon als een signaal, niet als een oordeel."},
         {{.answers = "133333333", .language = "en"},
          "The brake is at the top",
          "Take a pattern as a signal, not as a verdict."},
         // No pattern: with and without something strong.
         {{.answers = "333333333"},
          "Geen patroon gevonden",
          "Je antwoorden laten geen bekende valkuil zien, wel iets sterks."},
         {{.answers = "111111111"},
          "Geen patroon gevonden",
          "Je antwoorden passen bij geen bekend patroon. Begin bij de stappen."},
         {{.answers = "111111111", .language = "en"},
          "No pattern found",
          "Your answers fit no known pattern. Start with the steps."}});
}

TEST(Patterns, ShowAFewAndTheRestBehindMore) {
  sample::for_each_session([](const Session& session, const std::string& name) {
    if (session.place().screen != Screen::kPatterns) return;
    const View shown = build_view(session, {});
    const auto count = [&](const std::vector<Pattern>& all, const std::vector<int>& fired) {
      std::size_t out = 0;
      for (std::size_t i = 0; i < all.size(); ++i) {
        const bool here =
            find(shown, (&all == &klantgedreven().patterns ? "patterns.list:" : "patterns.goods:") + all[i].id);
        const bool fires = std::find(fired.begin(), fired.end(), static_cast<int>(i)) != fired.end();
        EXPECT_TRUE(fires || !here) << name << ": " << all[i].id;
        out += here;
      }
      return out;
    };
    const Result& result = session.result();
    // Beside word and deed there is room for one less.
    const std::size_t room = result.claims ? 2 : 3;
    const std::size_t most = session.more() ? 99 : room, most_strong = session.more() ? 99 : 2;
    EXPECT_EQ(count(klantgedreven().patterns, result.patterns), std::min(most, result.patterns.size())) << name;
    EXPECT_EQ(count(klantgedreven().strengths, result.strengths), std::min(most_strong, result.strengths.size()))
        << name;
    const std::uint32_t excuses = session.answers().ticks[0];
    const std::size_t notes = static_cast<std::size_t>(
        result.context_note +
        std::count_if(result.replies.begin(), result.replies.end(), [](int r) { return r >= 0; }) +
        static_cast<std::ptrdiff_t>(result.notes.size()));
    const bool more = result.patterns.size() > room || result.strengths.size() > 2 || notes > 1 || excuses != 0;
    EXPECT_EQ(find(shown, "nav.more") != nullptr, more) << name;
    for (int i = 0; i < 8; ++i) {
      const std::string id = "patterns.ticks:excuses:e" + std::to_string(i + 1);
      EXPECT_EQ(find(shown, id) != nullptr, session.more() && (excuses >> i & 1)) << name << " " << id;
    }
  });
}

TEST(Patterns, AnswerAnExcuseWithItsCounterQuestion) {
  Session session = sample::session({.answers = "222222222", .screen = "patterns", .excuses = 0b10});
  session.act("nav.more");
  const View shown = build_view(session, {});
  EXPECT_EQ(text(shown, "patterns.ticks:excuses:e2.h"), "“Onze markt is anders.”");
  EXPECT_EQ(text(shown, "patterns.ticks:excuses:e2.t"), "Welk bedrijf in een lastige markt doet dit wel?");
}

TEST(Patterns, OfferNoMoreWhereATickHasNoCounterQuestion) {
  Session session = sample::session({.answers = "222222222", .screen = "patterns"});
  const View before = build_view(session, {});
  EXPECT_TRUE(session.act("go.ticks") && session.act("figures.measured") && session.act("go.patterns"));
  const View after = build_view(session, {});
  EXPECT_EQ(find(after, "nav.more") != nullptr, find(before, "nav.more") != nullptr);
  // Beside one that has: only that one stands in a list.
  EXPECT_TRUE(session.act("go.ticks") && session.act("excuses.e2") && session.act("go.patterns") &&
              session.act("nav.more"));
  const View more = build_view(session, {});
  EXPECT_NE(find(more, "patterns.ticks:excuses:e2"), nullptr);
  EXPECT_EQ(find(more, "patterns.figures"), nullptr);
}

TEST(Patterns, SayWhereItPinches) {
  const struct {
    const char *answers, *nl, *en;
  } cases[] = {
      {"000444444", "Het knelt vooral bij overtuiging", "Mindset is the main bottleneck"},
      {"444000000", "Het knelt vooral bij inzicht · mensen en middelen",
       "Insight · people and resources are the main bottleneck"},
      {"111111111", "Het knelt bij overtuiging én bij inzicht · mensen en middelen",
       "There are bottlenecks in mindset and also in insight · people and resources"},
      {"333333333", "Geen deel komt duidelijk tekort", "No part falls clearly short"},
      {"444444...", "(no patterns.causes.h)", "(no patterns.causes.h)"},
  };
  for (const auto& [answers, nl, en] : cases) {
    EXPECT_EQ(text(view({answers, "patterns"}), "patterns.causes.h"), nl);
    EXPECT_EQ(text(view({answers, "patterns", "en"}), "patterns.causes.h"), en);
  }
  const View shown = view({"222111333", "patterns"});
  EXPECT_EQ(text(shown, "patterns.causes.t.0.0"), "Tekort bij overtuiging");
  EXPECT_EQ(text(shown, "patterns.causes.t.0.1"), "50");
  EXPECT_EQ(text(shown, "patterns.causes.t.1.0"), "Tekort bij inzicht · mensen en middelen");
  EXPECT_EQ(text(shown, "patterns.causes.t.1.1"), "75");
}

TEST(Patterns, SetWordBesideDeedPerSection) {
  const View shown = view({.answers = "2222?.333", .screen = "patterns", .claims = "414"});
  const char* const rows[3][4] = {{"Overtuiging", "100", "50", "50"},
                                  {"Inzicht", "–", "–", "te weinig antwoorden"},
                                  {"Mensen en middelen", "100", "75", "25"}};
  for (int row = 0; row < 3; ++row) {
    for (int cell = 0; cell < 4; ++cell) {
      EXPECT_EQ(text(shown, "patterns.dumbbell.t." + std::to_string(row) + "." + std::to_string(cell)),
                rows[row][cell]);
    }
  }
  const auto* figure = test::picture<DumbbellFigure>(find(shown, "patterns.dumbbell"));
  ASSERT_TRUE(figure);
  EXPECT_EQ(figure->rows[0].value, "daad 50, woord 100");
  EXPECT_EQ(figure->rows[0].deed, 50);
  EXPECT_EQ(figure->rows[0].word, 100);
  EXPECT_TRUE(figure->rows[1].open);
  // Why a part is left out is only said where a word is what lacks: Inzicht lacks answers here.
  EXPECT_EQ(text(shown, "patterns.dumbbell.u"), "(no patterns.dumbbell.u)");
  EXPECT_EQ(text(view({.answers = "222222222", .screen = "patterns", .claims = "4.4"}), "patterns.dumbbell.u"),
            "Daad: alleen de delen waarvoor je een woordvraag beantwoordde.");
}

TEST(Notes, GiveEachExceptionItsOwn) {
  const Questionnaire& q = sample::klantgedreven();
  for (const int context : {-1, 0, 1, 2}) {
    const View shown = view({.answers = "222222222", .screen = "patterns", .context = context});
    EXPECT_EQ(find(shown, "patterns.context") != nullptr, context >= 0);
    if (context < 0) continue;
    EXPECT_EQ(text(shown, "patterns.context"), q.context.choices[static_cast<std::size_t>(context)].note[0]);
  }
}

TEST(Notes, AdviseToStopOnlyWithoutLeadershipAndWithAStrongCause) {
  for (const char lead : {'.', '?', '0', '1', '2', '3', '4'}) {
    for (const char* causes : {"....", "1111", "1121", "0002", "4444", "?3??", "...."}) {
      const bool strong = std::string(causes).find_first_of("34") != std::string::npos;  // 63 of 100 and more
      const View shown = view({.answers = std::string(1, lead) + "33333333", .screen = "patterns", .causes = causes});
      EXPECT_EQ(find(shown, "note:stop") != nullptr, (lead == '0' || lead == '1') && strong) << lead << causes;
    }
  }
  EXPECT_TRUE(
      text(view({.answers = "033333333", .screen = "patterns", .language = "nl", .causes = "4..."}), "note:stop")
          .starts_with("De leiding staat nog niet achter dit onderwerp"));
}

TEST(Mirror, NamesBehaviourOrNone) {
  const char* const lead = "Dit gaat over gedrag, niet over een persoon.";
  check("mirror",
        {{{.causes = "1110"}, "Geen gedrag springt eruit", lead},
         {{.causes = "????"}, "Te weinig antwoorden", lead},
         {{.causes = "1210"}, "Geen gedrag springt eruit", lead},
         {{.causes = "4?.."},
          "Terugdeinzen bij tegenslag zie je hier het vaakst",
          "Op basis van drie van de twaalf stellingen. Dit gaat over gedrag, niet over een persoon."},
         {{.causes = "3030"}, "Terugdeinzen bij tegenslag en niet naar buiten kijken zie je hier het vaakst", lead},
         {{.causes = "2222"}, "Geen gedrag springt eruit", lead},
         {{.language = "en", .causes = "0002"},
          "No behaviour stands out",
          "This is about behaviour, not about a person."},
         {{.language = "en", .causes = "0022"},
          "No behaviour stands out",
          "This is about behaviour, not about a person."}});
}

TEST(Mirror, RanksTheCausesAndGivesTheFirstAction) {
  const View shown = view({.screen = "mirror", .causes = "14.2"});
  const char* const rows[4][3] = {{"Kritiek afwijzen", "100", "bijna altijd"},
                                  {"Weinig ruimte geven", "50", "soms"},
                                  {"Terugdeinzen bij tegenslag", "25", "zelden"},
                                  {"Niet naar buiten kijken", "–", "te weinig antwoorden"}};
  for (int row = 0; row < 4; ++row) {
    for (int cell = 0; cell < 3; ++cell) {
      EXPECT_EQ(text(shown, "mirror.t." + std::to_string(row) + "." + std::to_string(cell)), rows[row][cell]);
    }
  }
  EXPECT_EQ(text(shown, "mirror.begin"),
            "Begin hier: laat elke maand één klant of collega vertellen wat er niet goed gaat. De leiding stelt alleen "
            "vragen.");
  EXPECT_EQ(text(shown, "mirror.seen.h"), "Je antwoorden bij kritiek afwijzen");
  EXPECT_EQ(text(shown, "mirror:arrogance1.a"), "Bijna altijd");
  EXPECT_EQ(text(shown, "mirror:arrogance3.a"), "Nooit") << "asked the other way round, shown as it was clicked";
  EXPECT_EQ(text(shown, "mirror.sure"), "Ingevuld: 9 van 12, over het afgelopen half jaar. Telt niet mee in de score.");
  EXPECT_FALSE(find(shown, "mirror:fear1")) << "only what the finding is about";
}

TEST(Mirror, ShowsLeadersTheirOwnWords) {
  Session session = sample::session({.screen = "mirror", .causes = "0400"});
  session.act("place.leadership");
  for (const ProfileItem& item : klantgedreven().profile.items) {
    if (klantgedreven().profile.causes[static_cast<std::size_t>(item.cause)].id != "arrogance") continue;
    EXPECT_EQ(text(build_view(session, {}), "mirror:" + item.id + ".t"), item.leader_text[0]);
  }
}

TEST(Share, WritesAComment) {
  const struct {
    Start start;
    const char *with, *without;
  } cases[] = {
      {{.answers = "033333333"},
       "Ik heb het Klantkompas ingevuld: wij staan in fase 2 (Verkennend). Onze eerste stap: laat één leider, "
       "misschien jijzelf, een dag meelopen met collega’s die klanten helpen. Bespreek daarna wat opviel. Hoe is dat "
       "bij jullie?",
       "Ik heb het Klantkompas ingevuld: wij staan in fase 2 (Verkennend). Hoe is dat bij jullie?"},
      {{.answers = "444444441", .language = "en"},
       "I filled in the Klantkompas: we are at stage 4 (Managing). Our first step: write down the question first. Only "
       "then choose a technique or tool. How about you?",
       "I filled in the Klantkompas: we are at stage 4 (Managing). How about you?"},
      {{.answers = "444444444"},
       "Ik heb het Klantkompas ingevuld: wij staan in fase 5 (Verankerd). Hoe is dat bij jullie?",
       ""},
      {{.answers = "2??222222"},
       "Ik heb een deel van het Klantkompas ingevuld en weet nog niet op alles een antwoord. Hoe is dat bij jullie?",
       ""},
  };
  for (auto [start, with, without] : cases) {
    start.screen = "share";
    Session session = sample::session(start);
    EXPECT_EQ(text(build_view(session, {}), "share.text"), with);
    const Node* step = find(build_view(session, {}), "share.step");
    EXPECT_EQ(step != nullptr, *without != 0) << "a switch only where there is a step";
    session.act("share.step");
    EXPECT_EQ(text(build_view(session, {}), "share.text"), *without ? without : with);
  }
}

TEST(Share, NamesNoOrganisationAndNothingElse) {
  // The comment holds words of the copy sheet and of one advice, and no answer of the reader's but the stage.
  sample::for_each_session([](const Session& session, const std::string& name) {
    if (session.place().screen != Screen::kShare) return;
    const View shown = build_view(session, {});
    const std::string comment = text(shown, "share.text");
    EXPECT_EQ(find(shown, "share.text")->described_by, "share.react.remark");
    EXPECT_LT(comment.size(), 400u) << name;
    for (const char* not_here : {"http", "www", "kk1", "/", "@"})
      EXPECT_EQ(comment.find(not_here), comment.npos) << name;
    EXPECT_EQ(comment.find(text(shown, "share.code.t")), comment.npos) << name << ": the code holds every answer";
  });
}

TEST(Share, OffersALinkOnlyWhereItMeansSomething) {
  const Session session = sample::session({"222222222", "share"});
  EXPECT_TRUE(find(build_view(session, {}), "copy.link"));
  EXPECT_TRUE(find(build_view(session, {}), "copy.invite"));
  const View offline = build_view(session, {.linkable = false});
  EXPECT_FALSE(find(offline, "copy.link"));
  EXPECT_FALSE(find(offline, "copy.invite"));
  EXPECT_TRUE(find(offline, "copy.code"));
}

}  // namespace
}  // namespace kk
