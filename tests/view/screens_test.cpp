// What each screen asks and offers: its options, its buttons, what it says aloud, and that every control does
// something.
#include "support/sample.h"

namespace kk {
namespace {

using sample::find;
using sample::for_each_view;
using sample::inside;

/// The options an open screen must have, by id, in order, and the id of the one that must be on.
struct Asked {
  std::string group;
  std::vector<std::pair<std::string, std::string>> options;
  std::string on;
};

Asked levels(const Session& session, const std::string& id, const std::vector<Text>& texts, Level chosen) {
  Asked out{id,
            {},
            chosen == kSkipped   ? ""
            : chosen == kUnknown ? id + ".unknown"
                                 : id + ".l" + std::to_string(chosen)};
  const auto language = static_cast<std::size_t>(session.language());
  for (std::size_t l = 0; l < texts.size(); ++l) {
    out.options.emplace_back(id + ".l" + std::to_string(l), texts[l][language]);
  }
  out.options.emplace_back(id + ".unknown", language == 0 ? "Weet ik niet" : "I don’t know");
  return out;
}

Asked asked_by(const Session& session) {
  const Questionnaire& q = session.questionnaire();
  const auto at = static_cast<std::size_t>(session.place().index),
             language = static_cast<std::size_t>(session.language());
  switch (session.place().screen) {
    case Screen::kQuestion:
      return levels(session, q.questions[at].id, q.questions[at].levels, session.answers().questions[at]);
    case Screen::kClaim:
      return levels(session, q.claims.questions[at].id, q.claims.questions[at].levels, session.answers().claims[at]);
    case Screen::kProfile:
      return levels(session, q.profile.items[at].id, q.profile.levels, session.answers().profile[at]);
    case Screen::kRole: {
      const char* const texts[][2] = {{"Leiding", "Leadership"},
                                      {"Middenkader", "Middle management"},
                                      {"Uitvoering", "Front line"},
                                      {"Zeg ik liever niet", "I’d rather not say"}};
      Asked out{"place", {}, ""};
      for (std::size_t i = 0; i < 4; ++i) {
        out.options.emplace_back("place." + std::string(kRoleIds[i]), texts[i][language]);
        if (session.role() == static_cast<Role>(i)) out.on = out.options.back().first;
      }
      return out;
    }
    case Screen::kContext: {
      const int context = session.answers().context;
      std::vector<std::pair<std::string, std::string>> choices;
      for (const ContextChoice& choice : q.context.choices) {
        choices.emplace_back("market." + choice.id, choice.text[language]);
      }
      choices.emplace_back("market.neither", q.context.neither[language]);
      return {"market", choices,
              !session.context_answered() ? ""
              : context < 0               ? "market.neither"
                                          : "market." + q.context.choices[static_cast<std::size_t>(context)].id};
    }
    default:
      return {};
  }
}

TEST(Screens, AsksForOneChoiceInOneRadioGroup) {
  for_each_view([](const Session& session, const View& view) {
    const Asked asked = asked_by(session);
    std::vector<std::pair<std::string, std::string>> options;
    std::string on;
    int groups = 0, group = -1;
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
      const Node& node = view.nodes[i];
      // Beside the ladder, and what a file holds: no questions of the way.
      if (node.id.starts_with("target") || node.id.starts_with("file")) continue;
      if (node.kind == Kind::kRadioGroup) ++groups, group = static_cast<int>(i);
      if (node.kind != Kind::kRadio) continue;
      options.emplace_back(node.id, node.text);
      if (node.checked) on += node.id;
      EXPECT_TRUE(inside(view, static_cast<int>(i), group)) << node.id;
    }
    EXPECT_EQ(options, asked.options);
    EXPECT_EQ(on, asked.on);
    ASSERT_EQ(groups, asked.options.empty() ? 0 : 1);
    if (groups == 0) return;
    const Node& node = view.nodes[static_cast<std::size_t>(group)];
    EXPECT_EQ(node.id, asked.group);
    EXPECT_EQ(node.labelled_by, view.screen + ".h");
    EXPECT_EQ(node.described_by, view.screen + (session.missing() ? ".message" : ".hint"));
    EXPECT_EQ(node.invalid, session.missing());
  });
}

TEST(Screens, OffersTheExcusesAsCheckboxes) {
  for_each_view([](const Session& session, const View& view) {
    std::vector<std::string> ids, expected;
    std::uint32_t ticked = 0;
    for (const Node& node : view.nodes) {
      if (node.kind != Kind::kCheckbox || !node.id.starts_with("excuses.")) continue;
      ticked |= (node.checked ? 1u : 0u) << ids.size();
      ids.push_back(node.id);
      EXPECT_EQ(view.nodes[static_cast<std::size_t>(node.parent)].name, sample::text(view, "ticks.h")) << node.id;
    }
    if (session.place().screen == Screen::kTicks) {
      for (int i = 1; i <= 9; ++i) expected.push_back("excuses.e" + std::to_string(i));
      EXPECT_EQ(ticked, session.answers().ticks[0]);
    }
    EXPECT_EQ(ids, expected);
  });
}

TEST(Screens, SpeaksToLeadersInTheirOwnVoice) {
  const Questionnaire& q = sample::klantgedreven();
  for (std::size_t i = 0; i < q.profile.items.size(); ++i) {
    Session session = sample::session({.screen = "profile-" + std::to_string(i + 1)});
    const std::string heading = "profile-" + std::to_string(i + 1) + ".h";
    for (const char* place : {"place.middle", "place.frontline", "place.private", "place.leadership"}) {
      session.act(place);
      const bool leader = std::string_view(place).ends_with("leadership");
      EXPECT_EQ(sample::text(build_view(session, {}), heading),
                (leader ? q.profile.items[i].leader_text : q.profile.items[i].text)[0]);
    }
  }
}

TEST(Screens, HasTheButtonsOfTheContract) {
  const struct {
    const char *screen, *id, *nl, *en;
  } kButtons[] = {
      {"intro", "nav.start", "Start", "Start"},
      {"question-4", "nav.back", "Terug", "Back"},
      {"question-4", "nav.next", "Volgende", "Next"},
      {"question-4", "nav.skip", "Overslaan", "Skip"},
      {"question-9", "nav.next", "Naar je uitslag", "To your result"},
      {"modules-words", "nav.begin", "Beginnen", "Begin"},
      {"modules-more", "nav.skip", "Overslaan", "Skip"},
      {"claims-3", "nav.next", "Volgende", "Next"},
      {"profile-12", "nav.next", "Volgende", "Next"},
      {"context", "nav.next", "Naar je uitslag", "To your result"},
      {"result", "go.steps", "Naar de stappen", "To the steps"},
      {"steps", "go.patterns", "Naar de patronen", "To the patterns"},
      {"patterns", "go.share", "Delen en bewaren", "Share and keep"},
      {"patterns", "go.role", "Naar de spiegel", "To the mirror"},
      {"mirror", "go.role", "Spiegel aanpassen", "Change the mirror"},
      {"share", "copy.text", "Kopieer reactie", "Copy comment"},
      {"share", "go.files", "Bewaren", "Keep"},
      {"files", "page.save", "Sla op", "Save"},
      {"files", "copy.file", "Kopieer tekst", "Copy text"},
      {"share", "copy.code", "Kopieer code", "Copy code"},
      {"share", "copy.link", "Kopieer link", "Copy link"},
      {"share", "copy.invite", "Vraag een collega", "Ask a colleague"},
      {"share", "page.print", "Afdrukken", "Print"},
      {"share", "nav.restart", "Wis alles", "Delete everything"},
      {"result", "nav.edit", "Antwoorden aanpassen", "Change answers"},
      {"result", "tab.result", "Uitslag", "Result"},
      {"result", "tab.steps", "Stappen", "Steps"},
      {"result", "tab.patterns", "Patronen", "Patterns"},
      {"result", "tab.share", "Delen en bewaren", "Share and keep"},
      {"question-4", "q4.unknown", "Weet ik niet", "I don’t know"},
      {"question-4", "question-4.n", "Vraag 4 van 9", "Question 4 of 9"},
  };
  for (const auto& [screen, id, nl, en] : kButtons) {
    EXPECT_EQ(sample::text(sample::view({"222222...", screen, "nl"}), id), nl);
    EXPECT_EQ(sample::text(sample::view({"222222...", screen, "en"}), id), en);
  }
  EXPECT_EQ(sample::text(sample::view({"222222222", "question-4"}), "nav.next"), "Naar je uitslag")
      << "once a result exists";
}

TEST(Screens, MarksTheOpenTabAndTheLanguage) {
  for (const std::string& screen : sample::kResultScreens) {
    const View view = sample::view({"222222222", screen, "en"});
    for (const std::string tab : {"result", "steps", "patterns", "share"}) {
      const bool open =
          tab == screen || (tab == "patterns" && screen == "mirror") || (tab == "share" && screen == "files");
      EXPECT_EQ(find(view, "tab." + tab)->current, open) << screen;
    }
    EXPECT_TRUE(find(view, "lang.en")->current);
    EXPECT_FALSE(find(view, "lang.nl")->current);
  }
}

TEST(Screens, ShowsAndSaysTheMessage) {
  Session session = sample::session({.screen = "question-3"});
  EXPECT_FALSE(find(build_view(session, {}), "question-3.message"));
  session.act("nav.next");
  const View view = build_view(session, {});
  EXPECT_EQ(sample::text(view, "question-3.message"), "Kies een antwoord, of sla de vraag over.");
  EXPECT_EQ(view.say, "Kies een antwoord, of sla de vraag over.");
  EXPECT_EQ(find(view, "q3")->described_by, "question-3.message");
  EXPECT_TRUE(find(view, "q3")->invalid);
}

TEST(Screens, MovesFocusToTheHeadingOfANewScreenOnly) {
  Session session(sample::klantgedreven());
  EXPECT_EQ(build_view(session, {}).focus, "") << "the reader did nothing yet";
  session.act("nav.start");
  EXPECT_EQ(build_view(session, {}).focus, "modules-words.h");
  session.act("nav.skip");
  EXPECT_EQ(build_view(session, {}).focus, "question-1.h");
  session.act("q1.l2");
  EXPECT_EQ(build_view(session, {}).focus, "");
}

TEST(Screens, AsksBeforeWiping) {
  for (const char* screen : {"result", "share"}) {
    Session session = sample::session({"222222222", screen});
    EXPECT_FALSE(find(build_view(session, {}), "nav.wipe"));
    session.act("nav.restart");
    const View view = build_view(session, {});
    EXPECT_EQ(sample::text(view, "nav.wipe"), "Ja, wis alles");
    EXPECT_EQ(sample::text(view, "nav.cancel"), "Nee, ga terug");
    EXPECT_FALSE(find(view, "nav.restart"));
    EXPECT_EQ(view.focus, "nav.cancel") << "which is described by the question";
    session.act("nav.cancel");
    EXPECT_EQ(build_view(session, {}).focus, screen == std::string("share") ? "nav.restart" : "");
    session.act("nav.restart");
    session.act("nav.wipe");
    EXPECT_EQ(build_view(session, {}).say, "Alles is gewist.");
  }
}

TEST(Screens, SaysWhatChanged) {
  Session session = sample::session({"222222222", "question-1"});
  session.act("q1.l3");
  EXPECT_EQ(build_view(session, {}).say, "Je uitslag is bijgewerkt: fase 3 van 5 · score 53 van 100.");
  EXPECT_EQ(sample::text(build_view(session, {}), "question-1.live"), "Fase 3 van 5 · score 53 van 100");
  session.act("q1.l3");
  EXPECT_EQ(build_view(session, {}).say, "") << "nothing changed";
  session.act("nav.next");
  EXPECT_EQ(build_view(session, {}).say, "Je uitslag is bijgewerkt: fase 3 van 5 · score 53 van 100.");
  session.act("tab.steps");
  EXPECT_EQ(build_view(session, {}).say, "");
}

/// Every control of a view can be used: nothing on the screen is dead.
TEST(Screens, AnswersToEveryControl) {
  sample::for_each_session([](const Session& session, const std::string& name) {
    for (const Node& node : build_view(session, {}).nodes) {
      const bool control = node.kind == Kind::kButton || node.kind == Kind::kRadio || node.kind == Kind::kCheckbox ||
                           node.kind == Kind::kSwitch;
      // What the page does itself: the text view, copying, printing.
      const bool of_page = node.id == "view.text" || node.id.starts_with("copy.") || node.id.starts_with("page.");
      if (!control || of_page) continue;
      Session other = session;
      EXPECT_TRUE(other.act(node.id)) << name << ": " << node.id;
    }
  });
}

}  // namespace
}  // namespace kk
