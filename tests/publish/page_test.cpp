// The markup a bundled page starts with: complete without the WASM, and no text of a questionnaire is ever more than
// text.
#include "publish/page.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "model/fill.h"
#include "publish/markup.h"
#include "store/compact.h"
#include "support/sample.h"

namespace kk {
namespace {

constexpr std::string_view kShell =
    R"(<html lang="@@LANG@@"@@THEME@@ data-version="@@VERSION@@"><title>@@TITLE@@</title><meta content="@@DESCRIPTION@@">@@LINKS@@)"
    R"(<main>@@SCREENS@@</main><p@@WORDS@@></p><script type="text/plain">@@DATA@@</script></html>)";

struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;
  bool has(const std::string& attribute) const { return attributes.count(attribute) != 0; }
  std::string operator[](const std::string& attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? "" : found->second;
  }
};

/// Every start tag; what is not written as this product writes it is a failure.
std::vector<Tag> tags(std::string_view html) {
  std::vector<Tag> out;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    ++at;
    if (html[at] == '/') continue;
    const auto name_end = html.find_first_of(" >", at);
    out.push_back({std::string(html.substr(at, name_end - at)), {}});
    at = name_end;
    while (at < html.size() && html[at] == ' ') {
      const auto end = html.find_first_of(" =>", ++at);
      const std::string name(html.substr(at, end - at));
      std::string value;
      at = end;
      if (html[at] == '=') {
        EXPECT_EQ(html[at + 1], '"') << name;
        const auto close = html.find('"', at + 2);
        value = html.substr(at + 2, close - at - 2);
        at = close + 1;
      }
      EXPECT_TRUE(out.back().attributes.emplace(name, value).second) << name << " stands twice";
    }
    EXPECT_EQ(html[at], '>') << html.substr(at, 60);
  }
  return out;
}

std::string page_at(const std::string& url) { return page_with(sample::klantgedreven(), kShell, url); }

/// What stands in <main>.
std::string page() {
  const std::string html = page_at("");
  const auto begin = html.find("<main>") + 6;
  return html.substr(begin, html.find("</main>") - begin);
}

TEST(Escape, CoversTextAndAttributes) {
  EXPECT_EQ(escape_html(R"(<a href='x' title="y">&amp;)"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;");
  EXPECT_EQ(escape_html("één 😀"), "één 😀");
}

TEST(Page, HoldsIntroOfferAndAllQuestionsOnce) {
  std::vector<std::string> screens, visible;
  int bars = 0;
  for (const Tag& tag : tags(page())) {
    bars += tag.name == "header";
    if (tag["class"] != "k k-screen") continue;
    screens.push_back(tag["id"]);
    if (!tag.has("hidden")) visible.push_back(tag["id"]);
  }
  EXPECT_EQ(screens, (std::vector<std::string>{"kk-intro", "kk-modules-words", "kk-question-1", "kk-question-2",
                                               "kk-question-3", "kk-question-4", "kk-question-5", "kk-question-6",
                                               "kk-question-7", "kk-question-8", "kk-question-9"}));
  EXPECT_EQ(visible, std::vector<std::string>{"kk-intro"});
  EXPECT_EQ(bars, 1);
}

TEST(Page, HasEveryIdOnce) {
  std::map<std::string, int> ids;
  for (const Tag& tag : tags(page())) {
    if (tag.has("id")) ++ids[tag["id"]];
  }
  for (const auto& [id, count] : ids) EXPECT_EQ(count, 1) << id;
  for (const Tag& tag : tags(page())) {
    for (const char* reference : {"aria-labelledby", "aria-describedby"}) {
      EXPECT_TRUE(!tag.has(reference) || ids.count(tag[reference])) << tag[reference];
    }
  }
}

TEST(Page, HasNativeRadiosWithNamesAndValues) {
  std::map<std::string, std::vector<std::string>> values;
  for (const Tag& tag : tags(page())) {
    if (tag.name != "input") continue;
    EXPECT_EQ(tag["type"], "radio");
    EXPECT_FALSE(tag.has("checked"));
    EXPECT_EQ(tag["autocomplete"], "off") << "a browser would bring back what was wiped";
    values[tag["name"]].push_back(tag["value"]);
  }
  EXPECT_EQ(values.size(), 9u);
  EXPECT_EQ(values["kk-q4"], (std::vector<std::string>{"q4.l0", "q4.l1", "q4.l2", "q4.l3", "q4.l4", "q4.unknown"}));
}

TEST(Page, HidesTheMessagesItMayNeed) {
  int messages = 0;
  for (const Tag& tag : tags(page())) {
    if (tag["class"] != "k k-message") continue;
    EXPECT_EQ(tag["id"], "kk-question-" + std::to_string(++messages) + ".message");
    EXPECT_TRUE(tag.has("hidden"));
  }
  EXPECT_EQ(messages, 9);
}

TEST(Page, NamesButtonsByValue) {
  std::map<std::string, int> values;
  for (const Tag& tag : tags(page())) {
    if (tag.name != "button") continue;
    EXPECT_EQ(tag["type"], "button");
    EXPECT_FALSE(tag.has("id"));
    EXPECT_TRUE(tag.has("hidden")) << "until a script runs it would answer nothing";
    ++values[tag["value"]];
  }
  const std::map<std::string, int> expected = {{"view.text", 1},  {"lang.nl", 1},   {"lang.en", 1},   {"nav.start", 1},
                                               {"go.privacy", 1}, {"nav.skip", 10}, {"nav.begin", 1}, {"nav.more", 8},
                                               {"nav.back", 9},   {"nav.next", 9},  {"go.code", 1}};
  EXPECT_EQ(values, expected);
}

TEST(Page, ClosesWhatItOpens) {
  const std::string html = page();
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const bool closing = html[at + 1] == '/';
    const std::size_t begin = at + (closing ? 2 : 1);
    const std::string name = html.substr(begin, html.find_first_of(" >", begin) - begin);
    if (closing) {
      ASSERT_FALSE(open.empty());
      ASSERT_EQ(open.back(), name);
      open.pop_back();
    } else if (name != "input") {
      open.push_back(name);
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST(Page, FillsEverySlotOfTheShell) {
  const std::string html = page_at("https://example.org/kompas.html");
  EXPECT_EQ(html.find("@@"), html.npos);
  EXPECT_NE(html.find("<html lang=\"nl\" data-id=\"klantgedreven\" data-languages=\"nl en\" data-version=\"" KK_VERSION
                      "\">"),
            html.npos);
  EXPECT_NE(html.find("<title>Klantkompas: Hoe klantgedreven zijn jullie echt?</title>"), html.npos);
  EXPECT_NE(html.find(R"(type="application/json+oembed" href="https://example.org/kompas.oembed.json")"), html.npos);
  EXPECT_NE(html.find("data-no-wasm-nl="), html.npos);
  EXPECT_NE(html.find("data-no-wasm-en="), html.npos);
  EXPECT_EQ(page_at("").find("oembed"), html.npos) << "without an address there is no oEmbed answer to link to";
}

TEST(Page, NeedsEverySlot) {
  for (const std::string slot :
       {"LANG", "THEME", "TITLE", "DESCRIPTION", "LINKS", "SCREENS", "WORDS", "DATA", "VERSION"}) {
    std::string shell(kShell);
    shell.replace(shell.find("@@" + slot + "@@"), slot.size() + 4, "");
    EXPECT_EQ(page_with(sample::klantgedreven(), shell, ""), "") << slot;
  }
  EXPECT_EQ(page_with(sample::klantgedreven(), "", ""), "");
}

TEST(Page, LeavesOtherAtSignsAlone) {
  for (const char* text : {"@@", "@", "@@NOPE@@", "@@TITLE", "@@title@@", "@@@@", "x@@@"}) {
    const std::string html = page_with(sample::klantgedreven(), text + std::string(kShell) + text, "");
    EXPECT_TRUE(html.starts_with(text) && html.ends_with(text)) << text;
  }
}

/// The questionnaire with every text replaced, in every language.
Questionnaire with_text(const std::string& text) {
  nlohmann::json json = nlohmann::json::parse(sample::klantgedreven_json());
  const auto replace = [&](const auto& self, nlohmann::json& value) -> void {
    if (value.is_object() && value.contains("nl") && value.contains("en")) {
      value["nl"] = value["en"] = text;
    } else if (value.is_structured()) {
      for (auto& item : value) self(self, item);
    }
  };
  replace(replace, json);
  return sample::checked(json.dump());
}

TEST(Page, KeepsHostileTextsText) {
  const Questionnaire hostile = with_text(R"(<img src=x onerror=alert(1)>"'&)");
  const std::string html = page_with(hostile, kShell, R"(https://example.org/"><img src=y>.html)");
  EXPECT_EQ(html.find("<img"), html.npos);
  EXPECT_NE(html.find("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"), html.npos);
  const std::map<std::string, int> allowed = {
      {"html", 0},   {"title", 0},      {"meta", 0},  {"link", 0},     {"main", 0},   {"p", 0},
      {"script", 0}, {"header", 0},     {"span", 0},  {"div", 0},      {"button", 0}, {"h1", 0},
      {"figure", 0}, {"figcaption", 0}, {"table", 0}, {"tbody", 0},    {"tr", 0},     {"th", 0},
      {"td", 0},     {"ul", 0},         {"li", 0},    {"fieldset", 0}, {"label", 0},  {"input", 0}};
  for (const Tag& tag : tags(html)) {
    EXPECT_TRUE(allowed.count(tag.name)) << tag.name;
    for (const auto& [name, value] : tag.attributes) EXPECT_FALSE(name.starts_with("on")) << tag.name << " " << name;
  }
}

TEST(Page, DoesNotExpandSlotsInTexts) {
  const std::string html = page_with(with_text("@@DATA@@ @@NOPE@@"), kShell, "");
  EXPECT_NE(html.find("<title>Klantkompas: @@DATA@@ @@NOPE@@</title>"), html.npos);
}

TEST(Markup, EscapesEveryViewOfAHostileQuestionnaire) {
  const Questionnaire hostile = with_text(R"(<img src=x onerror=alert(1)>"'&)");
  for (const std::string& screen : sample::kScreens) {
    for (const char* answers : {"22?22?22.", "133444444", "........."}) {
      Session session(hostile);  // of the same shape as the questionnaire it was made from
      session.restore(sample::answers(sample::with_modules(answers, screen, "nl", 1)));
      session.act("go." + screen);
      session.act("nav.more");
      const std::string html = markup(build_view(session, {}));
      ASSERT_EQ(html.find("<img"), html.npos) << screen;
      ASSERT_EQ(html.find("\"'"), html.npos) << screen;
    }
  }
}

TEST(Page, TellsOtherSitesWhatTheQuestionnaireSays) {
  const Questionnaire q = sample::checked(sample::read_file(KK_TESTS_DIR "/cases/every_field.json"));
  std::string shell;
  for (const char* slot : {"LANG", "THEME", "TITLE", "DESCRIPTION", "LINKS", "SCREENS", "WORDS", "DATA", "VERSION"}) {
    shell += "[@@" + std::string(slot) + "@@]";
  }
  const std::string page = page_with(q, shell, "https://example.org/a.html");
  for (const char* part : {"[nl]", " data-theme=\"dark\" data-own-theme=\"dark\" data-own-accent=\"0b6e4f\"",
                           "<meta property=\"og:title\" content=\"Hoe werkt jullie winkel?\">",
                           "<meta property=\"og:url\" content=\"https://example.org/a.html\">",
                           "<meta name=\"author\" content=\"A. Auteur\">", "https://example.org/a.oembed.json"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(page_with(q, shell, "").find("og:url"), std::string::npos);
  // The stored questionnaire keeps its placeholder: another value may come with the address.
  EXPECT_NE(page.find("Hoe werkt jullie {sector}?"), std::string::npos);
}

TEST(Page, NamesTheLanguageOfATextThatStandsIn) {
  Questionnaire q;
  ASSERT_TRUE(open_compact(to_compact(sample::checked(sample::read_file(KK_TESTS_DIR "/cases/every_field.json"))), q));
  Session session(q);
  session.act("go.question-1");
  for (const char* language : {"nl", "en", "de"}) {
    session.set_language(language);
    const View view = build_view(session, {});
    const bool german = language == std::string("de");
    EXPECT_EQ(view.language, german ? "en" : language) << "that of our own words";
    for (const Node& node : view.nodes) {
      const bool ours = node.text.empty() || node.text.find("(de)") == std::string::npos;
      const char* const own = node.id == "a.l0" ? "nl" : ours ? "" : "de";
      if (node.text.find(": ") != std::string::npos) continue;  // half ours, half the author's
      EXPECT_EQ(node.language, german ? own : "") << language << " " << node.id << " " << node.text;
    }
    EXPECT_EQ(markup(view).find("lang=\"nl\"") != std::string::npos, german);
  }
}

TEST(Page, LeadsOutOfTheFrameWithoutTellingFromWhere) {
  const Questionnaire q = sample::checked(sample::read_file(KK_TESTS_DIR "/cases/every_field.json"));
  Session session(q);
  ASSERT_TRUE(session.act("go.result"));
  const std::string html = markup(build_view(session, {}));
  EXPECT_NE(
      html.find("rel=\"noopener noreferrer\" dir=\"auto\" href=\"https://example.org/afspraak?van=test#nu\">Maak een "
                "afspraak</a>"),
      std::string::npos);
  EXPECT_NE(html.find("Hoe anderen scoorden"), std::string::npos);
  EXPECT_NE(html.find("Bron: Onderzoek onder 40 winkels (2024)."), std::string::npos);
}

TEST(Parameters, StandInTextsAsTheirDeclaredWords) {
  const Questionnaire q = sample::checked(sample::read_file(KK_TESTS_DIR "/cases/every_field.json"));
  EXPECT_EQ(filled(q, {0}).title[0], "Hoe werkt jullie winkel?");
  EXPECT_EQ(filled(q, {1}).title[0], "Hoe werkt jullie zorg?");
  EXPECT_EQ(filled(q, {1}).title[2], "Hoe werkt jullie zorg?") << "Dutch stands in for German";
  EXPECT_EQ(filled(q, {1}).hash, q.hash);
  EXPECT_EQ(filled(q, {1}).gates[0].brake[0], q.gates[0].brake[0]) << "{section} is filled in later";
}

}  // namespace
}  // namespace kk
