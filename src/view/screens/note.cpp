// Panels beside the questionnaire: privacy, about this compass, where its figures come from, and the words it uses.
#include <algorithm>
#include <iterator>

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"
#include "view/words/words.h"

namespace kk {
namespace {

/// Notes with a place of their own. All others stand under "about", unless a condition puts them with the patterns.
constexpr std::string_view kPlaced[] = {"about", "privacy", "claim", "example"};

/// Whether its id is `prefix`, or begins with it and an underscore.
bool is_of(const Note& note, std::string_view prefix) {
  const std::string_view id = note.id;
  return id.starts_with(prefix) && (id.size() == prefix.size() || id[prefix.size()] == '_');
}

template <typename Fits>
void notes_that(Builder& b, int parent, const Fits& fits) {
  for (const Note& note : b.q.notes) {
    if (fits(note)) b.paragraph(parent, id_in("panel.note", note.id), Look::kBody, b.text(note.text));
  }
}

void notes(Builder& b, int parent, std::string_view prefix) {
  notes_that(b, parent, [&](const Note& note) { return is_of(note, prefix); });
}

/// What one level is worth in points, where that is the same for every question; else 0.
double points_of_a_level(const Builder& b) {
  double worth = 0;
  int shares = 0;
  for (const Section& section : b.q.sections) shares += section.share;
  for (const Section& section : b.q.sections) {
    int inside = 0;
    for (const int i : section.questions) inside += b.q.questions[static_cast<std::size_t>(i)].share;
    for (const int i : section.questions) {
      const Question& question = b.q.questions[static_cast<std::size_t>(i)];
      const double each = 100.0 * section.share / shares * question.share / inside / question.top();
      if (worth != 0 && (each > worth + 1e-9 || each < worth - 1e-9)) return 0;
      worth = each;
    }
  }
  return worth;
}

/// How the score comes about, where the questionnaire is one of which it can be said in a sentence.
void method(Builder& b, int screen) {
  const double worth = points_of_a_level(b);
  const bool depends = std::any_of(b.q.questions.begin(), b.q.questions.end(),
                                   [](const Question& question) { return !question.when.nodes.empty(); });
  if (worth == 0 || depends) return;
  const int tenths = static_cast<int>(worth * 10 + 0.5);
  const std::string said =
      number(tenths / 10) + (tenths % 10 ? std::string(b.words.decimal) + number(tenths % 10) : "");
  b.paragraph(screen, "about.method", Look::kBody, fill(b.words.worth, {{"n", said}}));
}

void about(Builder& b, int screen) {
  notes(b, screen, "about");
  b.paragraph(screen, "about.limits", Look::kBody, b.text(b.q.limits));
  method(b, screen);
  notes_that(b, screen, [](const Note& note) {
    return note.when.nodes.empty() && std::none_of(std::begin(kPlaced), std::end(kPlaced),
                                                   [&](std::string_view place) { return is_of(note, place); });
  });
  const auto credit = [&](std::string_view id, std::string_view pattern, const Credit& given) {
    if (given.text.empty()) return;
    const int row = b.add(screen, std::string(id), Kind::kGroup, Look::kLinks);
    b.anchor(row, std::string(id) + ".a", given.link.empty() ? Look::kBody : Look::kLink,
             fill(pattern, {{"text", b.text(given.text)}}), given.link);
  };
  credit("about.author", b.words.made_by, b.q.author);
  credit("about.source", b.words.made_from, b.q.source);
  b.paragraph(screen, "about.version", Look::kUnder,
              fill(b.words.version, {{"version", KK_VERSION}, {"questionnaire", b.q.id}, {"content", b.q.version}}));
  b.paragraph(screen, "about.licences", Look::kUnder, b.words.licences);
}

void privacy(Builder& b, int screen) {
  b.paragraph(screen, "privacy.promise", Look::kBody, b.words.promise);
  notes(b, screen, "privacy");
}

/// One card a figure, with its status; then claims and examples that are nobody's figure.
void evidence(Builder& b, int screen) {
  const int list = b.add(screen, "evidence.list", Kind::kList, Look::kPatterns);
  for (const Card& card : b.q.evidence) {
    const std::string id = id_in("evidence", card.id);
    const int item = b.add(list, id, Kind::kItem, Look::kPattern);
    b.heading(item, id + ".h", 2, Look::kSectionTitle, b.text(card.title));
    std::string figure(b.text(card.figure));
    if (card.ratio_to > 0 && card.ratio_of % card.ratio_to == 0) {
      if (!figure.ends_with('.')) figure += '.';
      figure += " " + upper_first(fill(b.words.times, {{"n", in_words(b, card.ratio_of / card.ratio_to)}}));
    }
    b.paragraph(item, id + ".f", Look::kPatternText, figure);
    b.paragraph(item, id + ".s", Look::kSmallMuted, b.text(card.status));
  }
  notes(b, screen, "claim");
  notes(b, screen, "example");
}

void glossary(Builder& b, int screen) {
  const int list = b.add(screen, "glossary.list", Kind::kList, Look::kPatterns);
  int n = 0;
  for (const Term& term : b.q.glossary) {
    const std::string id = "glossary." + number(++n);
    const int item = b.add(list, id, Kind::kItem, Look::kPattern);
    b.heading(item, id + ".h", 2, Look::kSectionTitle, b.text(term.word));
    b.paragraph(item, id + ".t", Look::kPatternText, b.text(term.meaning));
  }
}

struct Panel {
  Screen screen;
  std::string_view Words::*title;
  void (*content)(Builder& b, int screen);
};
constexpr Panel kPanels[] = {{Screen::kAbout, &Words::about, about},
                             {Screen::kEvidence, &Words::evidence, evidence},
                             {Screen::kGlossary, &Words::glossary, glossary},
                             {Screen::kPrivacy, &Words::privacy, privacy},
                             {Screen::kEmbed, &Words::embed, embed_panel}};

bool empty(const Builder& b, Screen screen) {
  return (screen == Screen::kEvidence && b.q.evidence.empty()) || (screen == Screen::kGlossary && b.q.glossary.empty());
}

/// On a narrow page the whole name is for screen readers.
void link_to(Builder& b, int parent, const Panel& panel) {
  const int link = b.button(parent, "go." + name_of({panel.screen, 0}), Look::kLink,
                            panel.screen == Screen::kEvidence && b.narrow() ? b.words.sources : b.words.*panel.title);
  if (b.node(link).text != b.words.*panel.title) b.node(link).name = b.words.*panel.title;
}

void links_to_others(Builder& b, int screen) {
  const Screen open = b.session.place().screen;
  const int others = b.add(screen, name_of({open, 0}) + ".others", Kind::kGroup, Look::kLinks);
  for (const Panel& panel : kPanels) {
    if (panel.screen == open || empty(b, panel.screen)) continue;
    b.button(others, "go." + name_of({panel.screen, 0}), Look::kLink, b.words.*panel.title);
  }
}

}  // namespace

void sources(Builder& b, int parent) {
  if (!b.options.panels) return;
  const int row = b.add(parent, b.view.screen + ".sources", Kind::kGroup, Look::kSureRow);
  for (const Panel& panel : kPanels) {
    if (panel.screen != Screen::kEmbed && !empty(b, panel.screen)) link_to(b, row, panel);
  }
}

void note_screen(Builder& b) {
  const Screen open = b.session.place().screen;
  const std::string name = name_of(b.session.place());
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  for (const Panel& panel : kPanels) {
    if (panel.screen != open) continue;
    const int head = b.add(screen, name + ".head", Kind::kGroup, Look::kHead);
    b.heading(head, name + ".h", 1, Look::kPageTitle, b.words.*panel.title);
    panel.content(b, screen);
  }
  // What an author comes for needs the room itself.
  if (open != Screen::kEmbed) links_to_others(b, screen);
  const int foot = b.add(screen, name + ".foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.back", Look::kSecondary, b.words.back);
}

}  // namespace kk
