#include "view/terms.h"

#include "base/phrase.h"

namespace kk {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_word(char c) { return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9'); }

/// The first place of `form` in `text`, not before `from`, as a word of its own, letters of any case.
std::size_t find_word(std::string_view text, std::string_view form, std::size_t from) {
  for (std::size_t at = from; at + form.size() <= text.size(); ++at) {
    const std::size_t after = at + form.size();
    if ((at > 0 && is_word(text[at - 1])) || (after < text.size() && is_word(text[after]))) continue;
    std::size_t same = 0;
    while (same < form.size() && small(text[at + same]) == small(form[same])) ++same;
    if (same == form.size()) return at;
  }
  return kNowhere;
}

bool may_hold_terms(const Node& node) {
  return node.look == Look::kQuestionTitle || node.look == Look::kWhy || node.look == Look::kOption;
}

/// A term in a text, as bytes.
struct Stretch {
  std::size_t from = kNowhere, size = 0;
};

/// The first place of any of its forms from `from` on, of those the longest.
Stretch place_of(const Builder& b, const Term& term, std::string_view text, std::size_t from) {
  Stretch out;
  const auto look_for = [&](const Text& written) {
    std::string_view form = b.text(written);
    form = form.substr(0, form.find(" ("));  // an abbreviation behind it stands in the glossary only
    const std::size_t at = form.empty() ? kNowhere : find_word(text, form, from);
    if (at < out.from || (at == out.from && form.size() > out.size)) out = {at, form.size()};
  };
  look_for(term.word);
  for (const Text& form : term.forms) look_for(form);
  return out;
}

void term_node(Builder& b, int group, int over, int index, const Stretch& place) {
  const Term& term = b.q.glossary[static_cast<std::size_t>(index)];
  const std::string id = cat("word.", index + 1);
  const bool open = b.session.word() == index;
  const int button = b.button(group, id, Look::kTerm, kNoText);
  Node& node = b.node(button);
  node.text = b.node(over).text.substr(place.from, place.size);
  node.language = b.node(over).language;
  node.over = over;
  node.from = static_cast<int>(place.from);
  node.to = static_cast<int>(place.from + place.size);
  node.expanded = open ? 1 : 0;
  if (b.session.closed_word() == index) b.view.focus = id;
  if (!open && !b.options.paper) return;
  const int meaning = b.add(group, {id, ".meaning"}, Kind::kGroup, Look::kMeaning);
  b.node(meaning).over = over;
  b.paragraph(meaning, {id, ".w"}, Look::kBarValue, b.text(term.word));
  b.paragraph(meaning, {id, ".t"}, Look::kStepDone, b.text(term.meaning));
  if (!open) return;
  const int cross = b.button(meaning, "word.close", Look::kCross, kNoText);
  b.node(cross).name = b.words.close;
  b.view.say = b.text(term.meaning);
}

}  // namespace

void term_nodes(Builder& b, int parent, const std::string& screen, const std::vector<int>& terms) {
  if (!b.options.panels) return;
  int group = -1;
  std::vector<int> left = terms;
  const int texts = static_cast<int>(b.view.nodes.size());
  for (int over = 0; over < texts; ++over) {
    if (!may_hold_terms(b.node(over))) continue;
    for (std::size_t from = 0; from != kNowhere;) {
      Stretch first;
      std::size_t which = 0;
      for (std::size_t i = 0; i < left.size(); ++i) {
        const Term& term = b.q.glossary[static_cast<std::size_t>(left[i])];
        const Stretch place = place_of(b, term, b.node(over).text, from);
        if (place.from < first.from || (place.from == first.from && place.size > first.size)) first = place, which = i;
      }
      from = first.from == kNowhere ? kNowhere : first.from + first.size;
      if (from == kNowhere) continue;
      if (group < 0) {
        group = b.add(parent, {screen, ".words"}, Kind::kGroup, Look::kTerms);
        b.node(group).name = b.words.glossary;
      }
      term_node(b, group, over, left[which], first);
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(which));
    }
  }
}

}  // namespace kk
