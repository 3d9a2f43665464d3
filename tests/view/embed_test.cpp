// Plaats deze test: the code that the options make, and the block for sending a result.
#include "view/embed.h"

#include <gtest/gtest.h>

#include "view/sample.h"
#include "view/view.h"

namespace kk {
namespace {

constexpr std::string_view kAddress = "https://site.example/quiz/page.html";

TEST(Embed, AFrameCarriesItsOptionsInTheFragmentAndAsksForNoMoreThanItNeeds) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  const std::string plain = embed_code(q, choice, kAddress);
  EXPECT_TRUE(plain.starts_with("<iframe src=\"https://site.example/quiz/page.html\" title=\"")) << plain;
  EXPECT_TRUE(plain.ends_with("</iframe>"));
  EXPECT_NE(
      plain.find("sandbox=\"allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox\" "
                 "allow=\"clipboard-write\""),
      plain.npos);
  EXPECT_EQ(plain.find("allow-same-origin"), plain.npos);
  for (const char* option : {"lang-en", "theme-dark", "module-mirror", "module-excuses"})
    EXPECT_TRUE(choose(q, choice, option)) << option;
  EXPECT_NE(embed_code(q, choice, kAddress).find("page.html#lang=en&amp;theme=dark&amp;modules=words,context\""),
            plain.npos);
}

TEST(Embed, TheScriptStandsBesideThePage) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  choose(q, choice, "way-script");
  const std::string code = embed_code(q, choice, kAddress);
  EXPECT_TRUE(
      code.starts_with("<script src=\"https://site.example/quiz/embed.js\" defer></script>\n<klant-kompas src=\""))
      << code;
  EXPECT_EQ(code.find(" result="), code.npos);
  choose(q, choice, "result");
  EXPECT_NE(embed_code(q, choice, kAddress).find(" result=\"share\""), code.npos);
}

TEST(Embed, WordPressTakesTheAddressAloneAndAFileHasNone) {
  const Questionnaire q = sample::klantgedreven();
  EmbedChoice choice;
  choose(q, choice, "way-wordpress");
  EXPECT_EQ(embed_code(q, choice, kAddress), kAddress);
  EXPECT_EQ(embed_code(q, choice, ""), "https://example.org/klantkompas.html");
}

TEST(Embed, WhatIsNoOptionChangesNothing) {
  const Questionnaire q = sample::klantgedreven();
  for (const char* option : {"", "way", "way-", "way-popup", "lang-xx", "theme-blue", "module-team", "other-x"}) {
    EmbedChoice choice;
    EXPECT_FALSE(choose(q, choice, option)) << option;
    EXPECT_EQ(embed_code(q, choice, kAddress), embed_code(q, EmbedChoice{}, kAddress)) << option;
  }
}

TEST(Embed, ATitleNeverBecomesMarkup) {
  Questionnaire q = sample::klantgedreven();
  for (std::string& title : q.title) title = "\"><script>alert('1')</script>";
  for (const char* way : {"way-iframe", "way-script"}) {
    EmbedChoice choice;
    choose(q, choice, way);
    EXPECT_NE(embed_code(q, choice, kAddress).find("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
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
  options.address = kAddress;
  const View frame = build_view(session, options);
  EXPECT_EQ(frame.screen, "embed");
  EXPECT_EQ(node_of(frame, "embed.result"), nullptr) << "only the script can ask for a result";
  EXPECT_TRUE(session.act("embed.way-script"));
  const View script = build_view(session, options);
  EXPECT_TRUE(node_of(script, "embed.way-script")->checked);
  EXPECT_EQ(node_of(script, "embed.text")->text, embed_code(q, session.embed(), kAddress));
  EXPECT_NE(node_of(script, "embed.result"), nullptr);
  EXPECT_TRUE(session.act("embed.way-wordpress"));
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
