#include "view/choice.h"

#include <cassert>

#include "base/phrase.h"
#include "view/terms.h"

namespace kk {
namespace {

void radio(Builder& b, int parent, Id id, Look look, const std::string_view& text, bool on) {
  const int radio = b.add(parent, id, Kind::kRadio, look, text);
  b.node(radio).checked = on;
}

}  // namespace

std::vector<Choice::Option> level_options(const Builder& b, const std::vector<Text>& levels, Level chosen) {
  std::vector<Choice::Option> out;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    out.push_back({cat("l", static_cast<int>(i)), b.text(levels[i]), chosen == static_cast<Level>(i)});
  }
  return out;
}

void choice_nodes(Builder& b, int parent, const Choice& choice) {
  assert(!choice.options.empty() && is_node_id(choice.group));
  b.paragraph(parent, {choice.screen, ".hint"}, Look::kHint, choice.hint);
  if (b.session.missing()) b.paragraph(parent, {choice.screen, ".message"}, Look::kMessage, b.words.missing);
  const int group = b.add(parent, choice.group, Kind::kRadioGroup, Look::kAnswers);
  b.node(group).labelled_by = cat(choice.screen, ".h");
  b.node(group).described_by = cat(choice.screen, b.session.missing() ? ".message" : ".hint");
  b.node(group).invalid = b.session.missing();
  const int list = b.add(group, {choice.group, ":list"}, Kind::kGroup, Look::kOptions);
  for (const auto& [id, text, on] : choice.options) radio(b, list, cat(choice.group, ".", id), Look::kOption, text, on);
  if (!choice.doubt.empty()) b.paragraph(group, {choice.group, ":doubt"}, Look::kDoubt, choice.doubt);
  if (choice.terms && !choice.terms->empty()) term_nodes(b, group, choice.screen, *choice.terms);
  if (choice.unknown) {
    const int none = b.add(group, {choice.group, ":none"}, Kind::kGroup, Look::kNone);
    radio(b, none, {choice.group, ".unknown"}, Look::kUnknown, b.words.unknown, *choice.unknown);
  }
  b.button(parent, "nav.skip", choice.unknown ? Look::kSkip : Look::kSkipAlone, b.words.skip);
}

}  // namespace kk
