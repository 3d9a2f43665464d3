// Files: the page of them, and what cannot be shown there.
#include "view/files/files.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "support/sample.h"
#include "support/small_questionnaire.h"
#include "view/view.h"

namespace kk {
namespace {

using sample::find;

const FileFacts kFacts{"00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002",
                       "2026-11-27T12:00:00.000Z"};

TEST(Files, ThePageShowsWhatItSaves) {
  for (const char* language : {"nl", "en"}) {
    for (const std::string& answers : sample::kAnswers) {
      Session session = sample::session({.answers = answers, .screen = "files", .language = language});
      for (const std::string_view kind : kFileKinds) {
        ASSERT_TRUE(session.act("file." + std::string(kind)));
        const View view = build_view(session, {.facts = kFacts});
        std::string file = file_of(session, *file_kind_named(kind), kFacts);
        EXPECT_TRUE(file.ends_with('\n'));
        std::erase(file, '\r');
        const std::size_t mark = file.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        EXPECT_EQ(mark != 0, kind == "csv");
        EXPECT_EQ(find(view, "files.text")->text, file.substr(mark));
      }
    }
  }
  Session session = sample::session({.screen = "files"});
  EXPECT_FALSE(session.act("file.pdf"));
  EXPECT_FALSE(session.act("file."));
}

TEST(Files, TheTextHoldsEveryPageOfTheResultFromWhereverAndHoweverItIsPrinted) {
  for (const char* language : {"nl", "en"}) {
    std::set<std::string> texts, titles;
    for (const char* screen : {"result", "steps", "patterns", "share", "files", "about"}) {
      Session session = sample::session({.answers = "012340123", .screen = screen, .language = language});
      texts.insert(markdown_file(session));
      ASSERT_TRUE(session.act("files.appendix"));
      texts.insert(markdown_file(session));
      if (std::string_view(screen) == "share" || std::string_view(screen) == "files" ||
          std::string_view(screen) == "about")
        continue;
      for (const Node& node : build_view(session, {}).nodes) {
        if (node.kind == Kind::kHeading) titles.insert(node.text);
      }
    }
    ASSERT_EQ(texts.size(), 1u);
    EXPECT_GT(titles.size(), 8u);
    for (const std::string& title : titles)
      EXPECT_NE(texts.begin()->find(title), std::string::npos) << language << ": " << title;
  }
}

TEST(Files, TheTableHasHeads) {
  EXPECT_TRUE(csv_file(sample::session({.language = "nl"}))
                  .starts_with("\xEF\xBB\xBF\"Nr\";\"Deel\";\"Onderwerp\";\"Vraag\";\"Niveau\";\"Hoogste niveau\";"
                               "\"Punten van 100\";\"Antwoord\"\r\n1;\"Overtuiging\";"));
  EXPECT_TRUE(csv_file(sample::session({.language = "en"}))
                  .starts_with("\xEF\xBB\xBF\"No.\",\"Part\",\"Topic\",\"Question\",\"Level\",\"Highest level\","
                               "\"Points of 100\",\"Answer\"\r\n1,\"Mindset\","));
}

TEST(Files, TheDeviceIsOfferedWhereTheBrowserStoresAndSaysWhatItKeeps) {
  const Session session = sample::session({.answers = "222222222", .screen = "files"});
  EXPECT_EQ(find(build_view(session, {}), "page.keep"), nullptr);
  for (const Keeping keeping : {Keeping::kOff, Keeping::kOn, Keeping::kOther}) {
    const View view = build_view(session, {.keeping = keeping});
    const Node* const control = find(view, "page.keep");
    ASSERT_NE(control, nullptr);
    EXPECT_EQ(control->checked, keeping == Keeping::kOn);
    EXPECT_EQ(control->described_by, "files.keep.what");
    const bool others = sample::text(view, "files.keep.what").starts_with("Hier staan al andere antwoorden");
    EXPECT_EQ(others, keeping == Keeping::kOther);
  }
}

/// The document would refuse a text of more than kMostTextBytes, and the page with it.
TEST(Files, WhatIsTooLongToShowCanStillBeSaved) {
  test::Json json = test::small_json();
  test::Json& questions = json["sections"][0]["questions"];
  for (int i = 0; i < 500; ++i) {
    test::Json question = test::small_question("long" + std::to_string(i));
    for (const char* member : {"text", "why"}) question[member] = test::text_of(std::string(290, 'e'));
    questions.push_back(question);
  }
  const Questionnaire q = test::questionnaire_of(json);
  Session session(q);
  Answers answers = blank_answers(q);
  for (Level& level : answers.questions) level = 1;
  session.restore(answers);
  ASSERT_TRUE(session.act("go.files"));
  const View view = build_view(session, {});
  EXPECT_GT(csv_file(session).size(), static_cast<std::size_t>(kMostTextBytes));
  EXPECT_EQ(find(view, "files.text"), nullptr);
  EXPECT_EQ(find(view, "copy.file"), nullptr);
  ASSERT_NE(find(view, "files.long"), nullptr);
  EXPECT_EQ(find(view, "files.long")->text, "De inhoud is te lang om te tonen. Sla het bestand op.");
  ASSERT_NE(find(view, "page.save"), nullptr);
}

}  // namespace
}  // namespace kk
