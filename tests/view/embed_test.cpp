// Plaats deze test: the code that the options make, and the block for sending a result.
#include "view/embed.h"

#include <gtest/gtest.h>

#include "support/sample.h"
#include "view/view.h"

namespace kk {
namespace {

const std::string kAddress = "https://site.example/quiz/page.html";
const EmbedPage kPage{kAddress, false}, kKnown{kAddress, true};

TEST(Embed, AFrameCarriesItsOptionsInTheFragmentAndAsksForNoMoreThanItNeeds) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  const std::string plain = embed_code(q, choice, kPage);
  EXPECT_TRUE(plain.starts_with("<div><iframe src=\"https://site.example/quiz/page.html\" title=\"")) << plain;
  EXPECT_TRUE(plain.ends_with("</iframe></div>"));
  EXPECT_NE(
      plain.find("sandbox=\"allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox\" "
                 "allow=\"clipboard-write\""),
      plain.npos);
  EXPECT_EQ(plain.find("allow-same-origin"), plain.npos);
  EXPECT_NE(
      plain.find(" width=\"100%\" height=\"1220\" frameborder=\"0\" style=\"display:block;width:100%;height:1220px;"),
      plain.npos)
      << "a policy without inline styles leaves the attributes";
  for (const char* option : {"lang-en", "theme-dark", "module-mirror", "module-excuses"})
    EXPECT_TRUE(choose(q, choice, option)) << option;
  EXPECT_NE(embed_code(q, choice, kPage).find("page.html#lang=en&amp;theme=dark&amp;modules=words,context\""),
            plain.npos);
}

TEST(Embed, TheScriptStandsBesideThePage) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  choose(q, choice, "way-script");
  const std::string code = embed_code(q, choice, kPage);
  EXPECT_TRUE(
      code.starts_with("<script src=\"https://site.example/quiz/embed.js\" defer></script>\n<klant-kompas src=\""))
      << code;
  EXPECT_EQ(code.find(" result="), code.npos);
  choose(q, choice, "result");
  EXPECT_NE(embed_code(q, choice, kPage).find(" result=\"share\""), code.npos);
}

TEST(Embed, WordPressTakesTheAddressWhereThatHasAnOembedAnswerAndElseABlock) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  choose(q, choice, "way-wordpress");
  choose(q, choice, "theme-dark");
  EXPECT_EQ(embed_code(q, choice, kKnown), kAddress);
  EXPECT_FALSE(takes_options(choice, kKnown));
  EXPECT_EQ(embed_link(q, choice, kKnown), kAddress);

  const std::string block = embed_code(q, choice, kPage);
  EXPECT_TRUE(
      block.starts_with("<!-- wp:html -->\n<div><iframe src=\"https://site.example/quiz/page.html#theme=dark\""))
      << block;
  EXPECT_TRUE(block.ends_with("></iframe></div>\n<!-- /wp:html -->"));
  EXPECT_TRUE(takes_options(choice, kPage));
}

TEST(Embed, AnExampleIsNamedWhereThePageHasNoAddressAndNothingIsLinkedTo) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  EXPECT_TRUE(embed_code(q, choice, {}).starts_with("<div><iframe src=\"https://example.org/klantkompas.html\""));
  EXPECT_EQ(embed_link(q, choice, {}), "");
  EXPECT_EQ(embed_link(q, choice, {"https://site.example/?" + std::string(2000, 'x'), false}), "");
  choose(q, choice, "lang-en");
  choose(q, choice, "module-context");
  EXPECT_EQ(embed_link(q, choice, kPage), kAddress + "#lang=en&modules=words,mirror,excuses");
}

TEST(Embed, WhatIsNoOptionChangesNothing) {
  const Questionnaire q = sample::klantgedreven();
  for (const char* option : {"", "way", "way-", "way-popup", "lang-xx", "theme-blue", "module-team", "other-x"}) {
    EmbedChoice choice;
    EXPECT_FALSE(choose(q, choice, option)) << option;
    EXPECT_EQ(embed_code(q, choice, kPage), embed_code(q, EmbedChoice{}, kPage)) << option;
  }
}

TEST(Embed, ATitleNeverBecomesMarkup) {
  Questionnaire q = sample::klantgedreven();
  for (std::string& title : q.title) title = "\"><script>alert('1')</script>";
  for (const char* way : {"way-iframe", "way-script"}) {
    EmbedChoice choice;
    choose(q, choice, way);
    EXPECT_NE(embed_code(q, choice, kPage).find("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
              std::string::npos);
  }
}

const Node* node_of(const View& view, std::string_view id) {
  for (const Node& node : view.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

TEST(Embed, ThePanelFollowsTheChoicesAndLeadsBack) {
  const Questionnaire q = sample::klantgedreven();
  Session session(q);
  session.act("go.about");
  ASSERT_NE(node_of(build_view(session, {}), "go.embed"), nullptr) << "reached from Over dit kompas";
  ASSERT_TRUE(session.act("go.embed"));
  ViewOptions options;
  options.page = kPage;
  const View frame = build_view(session, options);
  EXPECT_EQ(frame.screen, "embed");
  EXPECT_EQ(node_of(frame, "embed.module-words"), nullptr) << "folded";
  EXPECT_EQ(node_of(frame, "nav.more")->expanded, 0);
  EXPECT_TRUE(session.act("nav.more"));
  const View open = build_view(session, options);
  EXPECT_EQ(node_of(open, "nav.more")->expanded, 1);
  EXPECT_TRUE(node_of(open, "embed.module-words")->checked);
  EXPECT_EQ(node_of(open, "embed.result"), nullptr) << "only the script can ask for a result";
  EXPECT_TRUE(session.act("embed.way-script"));
  const View script = build_view(session, options);
  EXPECT_TRUE(node_of(script, "embed.way-script")->checked);
  EXPECT_EQ(node_of(script, "embed.text")->text, embed_code(q, session.embed(), kPage));
  EXPECT_NE(node_of(script, "embed.result"), nullptr);
  EXPECT_TRUE(session.act("embed.way-wordpress"));
  EXPECT_NE(node_of(build_view(session, options), "embed.theme.g"), nullptr);
  options.page = kKnown;
  EXPECT_EQ(node_of(build_view(session, options), "embed.theme.g"), nullptr) << "its options would not apply";
  EXPECT_TRUE(session.act("nav.back"));
  EXPECT_EQ(session.place().screen, Screen::kIntro);
}

TEST(Embed, TheBlockForSendingIsThereOnlyWhenTheSiteAsks) {
  const Questionnaire q = sample::klantgedreven();
  Session session(q);
  session.act("go.share");
  ViewOptions options;
  EXPECT_EQ(node_of(build_view(session, options), "share.site"), nullptr);
  options.sending = Sending::kAsked;
  const View asked = build_view(session, options);
  ASSERT_NE(node_of(asked, "site.send"), nullptr);
  EXPECT_EQ(asked.nodes.back().id, "site.send") << "below everything else, after its sentence";
  EXPECT_EQ(node_of(asked, "site.send")->look, Look::kSecondary);
  options.sending = Sending::kSent;
  EXPECT_EQ(node_of(build_view(session, options), "site.send"), nullptr);
}

}  // namespace
}  // namespace kk
