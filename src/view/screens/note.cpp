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
constexpr std::string_view kPlaced[] = {"about", "privacy", "evidence", "claim", "example"};

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

}  // namespace

std::string method(const Builder& b) {
  const double worth = points_of_a_level(b);
  const bool depends = std::any_of(b.q.questions.begin(), b.q.questions.end(),
                                   [](const Question& question) { return !question.when.nodes.empty(); });
  if (worth == 0 || depends) return {};
  const int tenths = static_cast<int>(worth * 10 + 0.5);
  std::string said = number(tenths / 10);
  if (tenths % 10) said += cat(b.words.decimal, tenths % 10);
  return fill(b.words.worth, {{"n", said}});
}

void version(Builder& b, int parent, Id id) {
  b.paragraph(parent, id, Look::kUnder,
              fill(b.words.version, {{"version", KK_VERSION}, {"questionnaire", b.q.id}, {"content", b.q.version}}));
}

namespace {

void about(Builder& b, int screen) {
  notes(b, screen, "about");
  b.paragraph(screen, "about.limits", Look::kBody, b.text(b.q.limits));
  if (const std::string said = method(b); !said.empty()) b.paragraph(screen, "about.method", Look::kBody, said);
  // Beside the ladder there is no room for it on a wide page.
  if (!b.q.target.note.empty()) b.paragraph(screen, "about.target", Look::kBody, b.text(b.q.target.note));
  notes_that(b, screen, [](const Note& note) {
    return note.when.nodes.empty() && std::none_of(std::begin(kPlaced), std::end(kPlaced),
                                                   [&](std::string_view place) { return is_of(note, place); });
  });
  const auto credit = [&](const std::string& id, std::string_view pattern, const Credit& given) {
    if (given.text.empty()) return;
    const int row = b.add(screen, id, Kind::kGroup, Look::kLinks);
    b.anchor(row, {id, ".a"}, given.link.empty() ? Look::kBody : Look::kLink,
             fill(pattern, {{"text", b.text(given.text)}}), given.link);
  };
  credit("about.author", b.words.made_by, b.q.author);
  credit("about.source", b.words.made_from, b.q.source);
  version(b, screen, "about.version");
  b.paragraph(screen, "about.licences", Look::kUnder, b.words.licences);
}

void privacy(Builder& b, int screen) {
  b.paragraph(screen, "privacy.promise", Look::kBody, b.words.promise);
  notes(b, screen, "privacy");
}

/// Where the clause ends that has the first number of a finding, or its first clause when there is none: that is bold.
int first_clause(std::string_view text) {
  const std::size_t number = std::min(text.find_first_of("0123456789"), text.size());
  const std::size_t end = text.find_first_of(",:.", number < text.size() ? number : 0);
  return static_cast<int>(end < text.size() ? end + 1 : text.size());
}

/// Numbers that count the same, drawn: the words beside them hold them all.
void shares(Builder& b, int parent, const std::string& id, const Card& card) {
  if (card.shares.empty() || b.tiny()) return;
  SharesFigure& figure = b.draw<SharesFigure>(b.add(parent, {id, ".p"}, Kind::kGroup, Look::kShares));
  int all = 0;
  for (const Share& share : card.shares) {
    all += share.percent;
    figure.rows.push_back({std::string(b.text(share.label)), cat(share.percent, "%"), share.percent});
  }
  figure.whole = all == 100;
}

/// One card a figure, of which one at a time tells its status; then claims and examples that are nobody's figure.
void evidence(Builder& b, int screen) {
  for (const Note& note : b.q.notes) {
    if (is_of(note, "evidence")) b.paragraph(screen, id_in("panel.note", note.id), Look::kPageLead, b.text(note.text));
  }
  const int list = b.add(screen, "evidence.list", Kind::kList, Look::kPatterns);
  int n = 0;
  for (const Card& card : b.q.evidence) {
    const std::string id = id_in("evidence", card.id);
    const int item = b.add(list, id, Kind::kItem, Look::kPattern);
    const int head = b.add(item, {id, ".head"}, Kind::kGroup, Look::kSetHead);
    b.heading(head, {id, ".h"}, 2, Look::kSectionTitle, b.text(card.title));
    if (!card.who.empty()) b.add(head, {id, ".w"}, Kind::kSpan, Look::kSure, b.text(card.who));
    const bool open = b.session.card() == n || b.options.paper;
    const std::string_view status = card.confirmed ? b.words.confirmed : b.words.not_confirmed;
    const int button = b.button(head, cat("panel.", ++n), Look::kStatus, status);
    b.node(button).expanded = open ? 1 : 0;
    b.node(button).name = cat(status, ": ", b.text(card.title));
    std::string figure(b.text(card.figure));
    if (!figure.ends_with('.')) figure += '.';
    if (card.ratio_to > 0 && card.ratio_of % card.ratio_to == 0) {
      figure += cat(" ", upper_first(fill(b.words.times, {{"n", in_words(b, card.ratio_of / card.ratio_to)}})));
    }
    const int finding = b.paragraph(item, {id, ".f"}, Look::kPatternText, figure);
    b.node(finding).bold = first_clause(figure);
    shares(b, item, id, card);
    if (open) b.paragraph(item, {id, ".s"}, Look::kUnder, b.text(card.status));
  }
  const bool claims =
      std::any_of(b.q.notes.begin(), b.q.notes.end(), [](const Note& note) { return is_of(note, "claim"); });
  if (claims) {
    b.fold_row(screen, b.words.claims, b.words.claims_text);
    if (b.session.more()) notes(b, b.add(screen, "evidence.claims", Kind::kGroup, Look::kFolded), "claim");
  }
  notes(b, screen, "example");
}

std::string title_of_evidence(const Builder& b) {
  const auto confirmed =
      std::count_if(b.q.evidence.begin(), b.q.evidence.end(), [](const Card& card) { return card.confirmed; });
  return fill(confirmed == 0 ? b.words.none_confirmed : b.words.some_confirmed,
              {{"n", static_cast<int>(confirmed)}, {"of", static_cast<int>(b.q.evidence.size())}});
}

void glossary(Builder& b, int screen) {
  const int list = b.add(screen, "glossary.list", Kind::kList, Look::kPatterns);
  int n = 0;
  for (const Term& term : b.q.glossary) {
    const std::string id = cat("glossary.", ++n);
    const int item = b.add(list, id, Kind::kItem, Look::kPattern);
    b.heading(item, {id, ".h"}, 2, Look::kSectionTitle, b.text(term.word));
    b.paragraph(item, {id, ".t"}, Look::kPatternText, b.text(term.meaning));
  }
}

void links_to_others(Builder& b, int screen) {
  const int others = b.add(screen, {b.view.screen, ".others"}, Kind::kGroup, Look::kLinks);
  for (const ScreenRow& row : b.session.screens()) {
    const bool is_open = &row == &b.session.row();
    if ((row.link != Link::kSource && row.link != Link::kPanel) || is_open || count_of(b.q, row) == 0) continue;
    b.button(others, cat("go.", row.name), Look::kLink, b.words.*row.word);
  }
}

}  // namespace

int link_to(Builder& b, int parent, std::string_view action, const ScreenRow& row, Look look) {
  const std::string_view word = b.words.*row.word;
  const std::string_view shown = b.tiny() && row.tiny_word      ? b.words.*row.tiny_word
                                 : b.narrow() && row.short_word ? b.words.*row.short_word
                                                                : word;
  const int button = b.button(parent, cat(action, row.name), look, shown);
  if (shown != word) b.node(button).name = word;
  return button;
}

void sources(Builder& b, int parent, std::string_view said) {
  if (!b.options.panels && said.empty()) return;
  const int list = b.add(parent, {b.view.screen, ".sources"}, Kind::kGroup, Look::kSources);
  if (!said.empty()) b.paragraph(list, {b.view.screen, ".sure"}, Look::kSure, said);
  if (!b.options.panels) return;
  for (const ScreenRow& row : b.session.screens()) {
    if (row.link == Link::kSource && count_of(b.q, row) > 0) link_to(b, list, "go.", row, Look::kLink);
  }
}

void panel(Builder& b, void (*content)(Builder& b, int screen)) {
  const std::string name(b.session.row().name);
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  const int head = b.add(screen, {name, ".head"}, Kind::kGroup, Look::kHead);
  const bool is_evidence = b.session.place().screen == Screen::kEvidence;
  b.heading(head, {name, ".h"}, 1, Look::kPageTitle,
            is_evidence ? title_of_evidence(b) : std::string(b.words.*b.session.row().word));
  content(b, screen);
  // What an author comes for needs the room itself.
  if (b.session.row().link == Link::kSource) links_to_others(b, screen);
  const int foot = b.add(screen, {name, ".foot"}, Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.back", Look::kSecondary, b.words.back);
}

void about_screen(Builder& b) { panel(b, about); }
void evidence_screen(Builder& b) { panel(b, evidence); }
void glossary_screen(Builder& b) { panel(b, glossary); }
void privacy_screen(Builder& b) { panel(b, privacy); }

}  // namespace kk
