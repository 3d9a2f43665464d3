// What no text may hold, in every state, language and questionnaire of ours: keys, open braces, nothing where something
// was to be filled in, and "je" and "jullie" for each other. "Je" is who answers, "jullie" the organisation.
#include <regex>
#include <set>

#include "support/figure_texts.h"
#include "support/sample.h"

namespace kk {
namespace {

/// Names of the author's that are no words: those with a bar in them.
std::set<std::string> keys_of(const Questionnaire& q) {
  std::set<std::string> out;
  const auto add = [&](const auto& list) {
    for (const auto& each : list) {
      if (each.id.find('_') != std::string::npos) out.insert(each.id);
    }
  };
  add(q.gates), add(q.patterns), add(q.strengths), add(q.notes), add(q.evidence), add(q.questions);
  return out;
}

/// The first thing that is wrong with a text; empty when it is well.
std::string fault(const std::string& text, const std::string& language, const std::set<std::string>& keys) {
  static const std::regex everywhere(
      R"([{}]|  |\(\)|“”|‘’|[ ][.,;:)]|\( |\.\.|[.!?]\.|,\.|: \.|::|^[ .,:;·]|[ ,;]$|\bundefined\b|\bNaN\b|\bnull\b|\b(nav|go|tab|strip)\.[a-z])");
  // What is the organisation's, and what the reader's.
  static const std::regex dutch(
      R"(\b([Jj]e|[Jj]ouw) (fase|zwakste|sterkste|score|team|tools|organisatie|leiding|markt|afdeling|klanten|klantcijfer|doelgroep|bedrijf|netwerk|eerste stap)|)"
      R"(\b[Jj]ullie (antwoord|huidige antwoord|code|browser|link|uitslag|scherm)|\bu(w)?\b)");
  std::smatch found;
  if (std::regex_search(text, found, everywhere)) return found.str();
  if (language == "nl" && std::regex_search(text, found, dutch)) return found.str();
  for (const std::string& key : keys) {
    if (text.find(key) != text.npos) return key;
  }
  return {};
}

bool speaks(const Node& node) {
  switch (node.kind) {
    case Kind::kHeading:
    case Kind::kParagraph:
    case Kind::kButton:
    case Kind::kRadio:
    case Kind::kCheckbox:
    case Kind::kSwitch:
    case Kind::kAnchor:
    case Kind::kSpan:
      return node.id != "bar.brand";
    default:
      return false;
  }
}

class Lint {
 public:
  explicit Lint(const Questionnaire& questionnaire) : keys_(keys_of(questionnaire)) {}

  void read(const View& view) {
    look(view, view.title, "title"), look(view, view.say, "say");
    for (const Node& node : view.nodes) {
      if (node.look == Look::kCode || node.id == "embed.text" || node.id == "files.text") continue;
      EXPECT_TRUE(!speaks(node) || !node.text.empty() || !node.name.empty()) << node.id << " says nothing";
      look(view, node.text, node.id), look(view, node.name, node.id);
    }
    for (const Node& node : view.nodes) {
      for (const auto& [label, value] : test::figure_texts(node)) {
        look(view, label, "a label"), look(view, value, "a value");
      }
    }
  }
  std::size_t texts() const { return seen_.size(); }

 private:
  void look(const View& view, const std::string& text, const std::string& where) {
    if (text.empty() || !seen_.insert(view.language + text).second) return;
    const std::string wrong = fault(text, view.language, keys_);
    EXPECT_EQ(wrong, "") << view.screen << " " << where << ": " << text;
  }

  std::set<std::string> keys_, seen_;
};

TEST(Lint, FindsWhatItLooksFor) {
  const std::set<std::string> keys = {"brake_at_top"};
  for (const char* wrong :
       {"Fase {n}", "Twee  spaties", "Een punt .", "Te veel..", "Leeg ().", "Leeg “”", "nav.next", "Klaar als: .",
        "brake_at_top", "je fase stijgt", "Jullie antwoorden passen", "uw fase", " voor"}) {
    EXPECT_NE(fault(wrong, "nl", keys), "") << wrong;
  }
  for (const char* fine : {"Je antwoorden passen bij fase 4, Sturend.", "Jullie zitten hier, score 50", "A/B-test",
                           "Fase 3 van 5 · score 67–78", "Uitslag", "“Dat doen we toch al?”", "Lukt het? Kijk."}) {
    EXPECT_EQ(fault(fine, "nl", keys), "") << fine;
  }
}

TEST(Lint, EveryStateInEveryLanguage) {
  Lint lint(sample::klantgedreven());
  sample::for_each_session([&](const Session& session, const std::string& name) {
    SCOPED_TRACE(name);
    for (const float width : {340.f, 720.f}) lint.read(build_view(session, {.width = width}));
  });
  EXPECT_GT(lint.texts(), 1'000u);
}

TEST(Lint, EveryPageOfTheOtherQuestionnaires) {
  for (const char* name : {"weerbaar", "minimal"}) {
    const Questionnaire q =
        sample::checked(sample::read_file(std::string(KK_ASSETS_DIR) + "/questionnaires/" + name + ".json"));
    Lint lint(q);
    for (std::size_t language = 0; language < q.languages.size(); ++language) {
      for (int set = 0; set < 60; ++set) {
        Session session(q);
        session.set_language(q.languages[language]);
        Answers answers = blank_answers(q);
        for (std::size_t i = 0; i < answers.questions.size(); ++i) {
          const int choice = (set * 7 + static_cast<int>(i) * (set % 5 + 1)) % (q.questions[i].top() + 3);
          answers.questions[i] =
              choice > q.questions[i].top() ? (choice % 2 ? kUnknown : kSkipped) : static_cast<Level>(choice);
          if (set < 4) answers.questions[i] = static_cast<Level>(std::min(set, q.questions[i].top()));
        }
        session.restore(answers);
        for (const char* screen : {"intro", "result", "steps", "patterns", "share", "about", "privacy", "code"}) {
          ASSERT_TRUE(session.act("go." + std::string(screen))) << screen;
          lint.read(build_view(session, {.width = 720}));
          if (session.act("nav.more")) lint.read(build_view(session, {.width = 340}));
        }
        for (std::size_t i = 1; i <= q.questions.size(); ++i) {
          if (session.act("go.question-" + std::to_string(i))) lint.read(build_view(session, {.width = 720}));
        }
      }
    }
    EXPECT_GT(lint.texts(), 80u) << name;
  }
}

}  // namespace
}  // namespace kk
