#include "publish/page.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <vector>

#include "base/escape.h"
#include "model/fill.h"
#include "publish/markup.h"
#include "store/compact.h"
#include "view/view.h"
#include "view/words/words.h"

namespace kk {
namespace {

// Wide enough for the order of nodes that the style sheet expects; narrow pages reorder by style alone.
constexpr float kStaticWidth = 720;
constexpr std::size_t kMostScreensInPage = 20;

/// The line for a page whose scripts do not run, bar and screens in the language that the page starts in, and the two
/// lines that only the page fills.
std::string screens(const Questionnaire& q, std::size_t language) {
  Session session(q);
  session.set_language(q.languages[language]);
  std::string out = "<p id=\"kk-off\">" + escape_html(words_for(q.languages[language]).no_script) + "</p>";
  ViewOptions options{.width = kStaticWidth};
  options.panels = false;
  out += markup(build_view(session, options));
  const auto screen = [&](const std::string& name) {
    session.act("go." + name);
    const std::string all = markup(build_view(session, options));
    out += all.substr(all.find("</header>") + 9);  // the bar is there already
  };
  if (session.modules().words) screen(name_of({Screen::kModulesWords, 0}));
  // Only the core knows which questions follow once one depends on an answer or on the page around this one.
  // Nor does anyone pass more than a few before it is there, while every one of them delays the first control.
  const std::size_t count = std::min(q.questions.size(), kMostScreensInPage);
  for (std::size_t i = 0; i < count && q.questions[i].when.nodes.empty(); ++i) {
    screen(name_of({Screen::kQuestion, static_cast<int>(i)}));
  }
  return out;
}

/// " data-no-wasm-nl="…" …": what the page itself may have to say, in the languages of our words that the
/// questionnaire's languages get.
std::string page_words(const Questionnaire& q) {
  std::string out;
  const auto say = [&](std::string_view key, std::string_view tag, std::string_view text) {
    out += " data-" + std::string(key) + "-" + std::string(tag) + "=\"" + escape_html(text) + "\"";
  };
  std::vector<std::string_view> said;
  for (const std::string& language : q.languages) {
    const Words& words = words_for(language);
    const std::string_view tag = words.tag;
    if (std::find(said.begin(), said.end(), tag) != said.end()) continue;
    said.push_back(tag);
    say("no-wasm", tag, words.no_wasm);
    say("no-webgl", tag, words.no_webgl);
    say("trap", tag, words.trapped);
    say("view-on", tag, words.view_on);
    say("view-off", tag, words.view_off);
    say("copied", tag, words.copied);
    say("invite", tag, words.invite);
    say("saved", tag, words.saved);
    say("keep-failed", tag, words.keep_failed);
    say("kept-elsewhere", tag, words.kept_elsewhere);
    say("copy-by-hand", tag, words.copy_by_hand);
    say("print-by-hand", tag, words.print_by_hand);
    say("code-1", tag, words.bad_code);
    say("code-2", tag, words.other_code);
    say("code-3", tag, words.newer_code);
    say("code-4", tag, words.old_scoring);
    say("code-5", tag, words.reworded);
    say("code-6", tag, words.several_codes);
    say("code-7", tag, words.earlier_code);
    say("restart", tag, words.restart);
  }
  return out;
}

/// Attributes of <html> for head.js and look.js: which questionnaire, the languages to choose from, how the page looks
/// when its address says nothing, and its direction.
std::string theme_of(const Questionnaire& q, std::size_t language) {
  std::string out = " data-id=\"" + q.id + "\" data-languages=\"";
  for (std::size_t i = 0; i < q.languages.size(); ++i) out += (i == 0 ? "" : " ") + q.languages[i];
  out += '"';
  const char* const mode = q.theme.mode == ThemeMode::kDark ? "dark" : q.theme.mode == ThemeMode::kLight ? "light" : "";
  if (*mode) out += " data-theme=\"" + std::string(mode) + "\" data-own-theme=\"" + mode + "\"";
  constexpr std::string_view kRightToLeft[] = {"ar", "arc", "ckb", "dv", "fa", "he", "iw",
                                               "ps", "sd",  "syr", "ug", "ur", "yi"};
  const std::string_view tag = q.languages[language];
  if (std::find(std::begin(kRightToLeft), std::end(kRightToLeft), tag.substr(0, tag.find('-'))) !=
      std::end(kRightToLeft)) {
    out += " dir=\"rtl\"";
  }
  if (!q.theme.accent.empty()) out += " data-own-accent=\"" + escape_html(q.theme.accent) + "\"";
  return out;
}

/// What other sites show of a link to this page, and where WordPress finds how to embed it. A preview without a
/// picture: the page is one file.
std::string links_of(const Questionnaire& q, std::size_t language, const std::string& title, std::string_view url) {
  std::string out;
  const auto meta = [&](std::string_view property, std::string_view content) {
    if (content.empty()) return;
    out += "<meta property=\"og:" + std::string(property) + "\" content=\"" + escape_html(content) + "\">";
  };
  std::string locale = q.languages[language];
  std::replace(locale.begin(), locale.end(), '-', '_');
  meta("type", "website");
  meta("site_name", "Klantkompas");
  meta("title", q.title[language]);
  meta("description", q.lead[language]);
  meta("locale", locale);
  meta("url", url);
  out += "<meta name=\"twitter:card\" content=\"summary\">";
  if (!q.author.text.empty()) out += "<meta name=\"author\" content=\"" + escape_html(q.author.text[language]) + "\">";
  if (url.empty()) return out;
  return out + "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"" +
         escape_html(std::string(url.substr(0, url.substr(0, url.find('?')).rfind('.'))) + ".oembed.json") +
         "\" title=\"" + escape_html(title) + "\">";
}

}  // namespace

std::string page_with(const Questionnaire& questionnaire, std::string_view shell, std::string_view url, int language) {
  assert(language >= 0 && static_cast<std::size_t>(language) < questionnaire.languages.size());
  const auto at = static_cast<std::size_t>(language);
  const Questionnaire q = filled(questionnaire, blank_answers(questionnaire).parameters);
  const std::string title = "Klantkompas: " + q.title[at];
  const std::pair<std::string_view, std::string> slots[] = {
      {"LANG", q.languages[at]},
      {"THEME", theme_of(q, at)},
      {"TITLE", escape_html(title)},
      {"DESCRIPTION", escape_html(q.lead[at])},
      {"LINKS", links_of(q, at, title, url)},
      {"SCREENS", screens(q, at)},
      {"WORDS", page_words(q)},
      {"DATA", to_compact(questionnaire)},
      {"VERSION", KK_VERSION},
  };
  // The WASM in the shell may hold "@@" too: only the name of a slot between two of them makes a slot.
  std::string out;
  std::size_t filled = 0;
  while (true) {
    const auto open = shell.find("@@");
    out += shell.substr(0, open);
    if (open == shell.npos) break;
    shell.remove_prefix(open);
    const auto slot = std::find_if(std::begin(slots), std::end(slots), [&](const auto& each) {
      return shell.substr(2).starts_with(each.first) && shell.substr(2 + each.first.size()).starts_with("@@");
    });
    if (slot == std::end(slots)) {
      out += shell.front();
      shell.remove_prefix(1);
    } else {
      out += slot->second;
      ++filled;
      shell.remove_prefix(slot->first.size() + 4);
    }
  }
  return filled < std::size(slots) ? std::string() : out;
}

}  // namespace kk
