// Plaats deze test: for authors. Options by clicking, and the code that comes of them.
#include "view/embed.h"

#include <algorithm>
#include <iterator>

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/words/words.h"

namespace kk {
namespace {

/// A choice in one row; ids are "embed.<name>-<option>".
int choices(Builder& b, int list, const char* name, const std::string_view& title) {
  const std::string id = cat("embed.", name);
  const int body = titled_set(b, list, id, title);
  const int group = b.add(body, {id, ".g"}, Kind::kRadioGroup, Look::kPills);
  b.node(group).labelled_by = cat(id, ".h");
  return group;
}

void choice(Builder& b, int group, const char* name, std::string_view option, const std::string_view& text,
            bool chosen) {
  const int radio = b.add(group, cat("embed.", name, "-", option), Kind::kRadio, Look::kUnknown, text);
  b.node(radio).checked = chosen;
}

void toggle(Builder& b, int parent, Id id, const std::string_view& text, bool on) {
  const int node = b.add(parent, id, Kind::kSwitch, Look::kSwitch, text);
  b.node(node).checked = on;
}

void options(Builder& b, int sets, const EmbedChoice& chosen) {
  const int languages = choices(b, sets, "lang", b.words.languages);
  // Only the script can ask the page; a plain frame starts in the first language.
  const bool script = chosen.way == EmbedWay::kScript;
  const int language = script ? chosen.language : std::max(chosen.language, 0);
  if (script) choice(b, languages, "lang", "auto", b.words.as_page, language < 0);
  for (std::size_t i = 0; i < b.q.languages.size(); ++i) {
    choice(b, languages, "lang", language_id(b.q, i), language_label(b.q.languages[i]),
           static_cast<int>(i) == language);
  }
  const int themes = choices(b, sets, "theme", b.words.theme);
  const std::string_view names[] = {script ? b.words.as_page : b.words.as_reader, b.words.light, b.words.dark};
  for (int i = 0; i < 3; ++i) choice(b, themes, "theme", kEmbedThemes[i], names[i], i == chosen.theme);
  b.paragraph(b.node(themes).parent, "embed.theme.remark", Look::kUnder, b.words.theme_shown);

  const int parts = titled_set(b, sets, "embed.parts", b.words.parts);
  const int fold = b.button(parts, "nav.more", Look::kFold, b.words.choose_parts);
  b.node(fold).expanded = b.session.more() ? 1 : 0;
  if (!b.session.more()) return;
  const int folded = b.add(parts, "embed.modules", Kind::kGroup, Look::kFolded);
  const std::string_view modules[] = {b.words.word_and_deed, b.words.mirror, b.words.excuses,
                                      b.text_or(b.q.context.title, b.words.context)};
  const bool there[] = {!b.q.claims.questions.empty(), !b.q.profile.items.empty(), !b.q.ticks.empty(),
                        !b.q.context.choices.empty()};
  for (std::size_t i = 0; i < chosen.modules.size(); ++i) {
    if (there[i]) toggle(b, folded, cat("embed.module-", kEmbedModules[i]), modules[i], chosen.modules[i]);
  }
}

void content(Builder& b, int screen) {
  const EmbedChoice& chosen = b.session.embed();
  const EmbedPage& page = b.options.page;
  if (chosen.theme > 0) b.view.theme = kEmbedThemes[chosen.theme];
  const int sets = b.add(screen, "embed.sets", Kind::kGroup, Look::kSets);
  const int ways = choices(b, sets, "way", b.words.embed_way);
  const std::string_view names[] = {"iframe", "Script", "WordPress"};
  const std::string_view remarks[] = {b.words.embed_frame, b.words.embed_script,
                                      page.oembed ? b.words.embed_wordpress : b.words.embed_block};
  const auto way = static_cast<std::size_t>(chosen.way);
  for (std::size_t i = 0; i < std::size(names); ++i) choice(b, ways, "way", kEmbedWays[i], names[i], i == way);
  const int body = b.node(ways).parent;
  b.paragraph(body, "embed.way.remark", Look::kUnder, remarks[way]);
  if (chosen.way == EmbedWay::kScript) toggle(b, body, "embed.result", b.words.ask_result, chosen.result);
  if (takes_options(chosen, page)) options(b, sets, chosen);

  const int code = titled_set(b, sets, "embed.code", b.words.embed_code);
  const int field = b.add(code, "embed.text", Kind::kTextarea, Look::kField, embed_code(b.q, chosen, page));
  b.node(field).labelled_by = "embed.code.h";
  const int acts = b.add(code, "embed.acts", Kind::kGroup, Look::kActs);
  b.node(b.button(acts, "copy.embed", Look::kPrimaryPlain, b.words.copy_embed)).goes_with = "embed.text";
  const std::string link = embed_link(b.q, chosen, page);
  if (!link.empty()) b.anchor(acts, "embed.link", Look::kTextButton, b.words.embed_look, link);
}

}  // namespace

void embed_screen(Builder& b) { panel(b, content); }

}  // namespace kk
