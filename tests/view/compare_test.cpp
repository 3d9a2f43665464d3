// Toen en nu: what the page says of two sets of answers is what their two results say.
#include "score/compare.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "exchange/result_code.h"
#include "score/score.h"
#include "support/figure_texts.h"
#include "support/made.h"
#include "support/sample.h"
#include "support/support.h"
#include "support/view_properties.h"

namespace kk {
namespace {

using namespace std::string_literals;
using sample::find;
using sample::klantgedreven;

std::string code(const Answers& answers) { return result_code(klantgedreven(), answers); }

/// Both as patterns of answers.
Session beside(const std::string& before, const std::string& now, const std::string& language = "nl") {
  Session session = sample::session({.answers = now, .screen = "compare", .language = language});
  EXPECT_TRUE(session.act({"compare.open", code(sample::answers(klantgedreven(), before))}));
  EXPECT_NE(session.then(), nullptr);
  return session;
}

std::string text(const Session& session, const char* id) { return sample::text(build_view(session, {}), id); }

/// The cells of a table, row by row, its heads left out.
std::vector<std::vector<std::string>> rows(const View& view, std::string_view table) {
  std::vector<std::vector<std::string>> out;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const Node& row = view.nodes[i];
    if (row.kind != Kind::kRow || view.nodes[static_cast<std::size_t>(row.parent)].id != table) continue;
    out.emplace_back();
    for (const Node& cell : view.nodes) {
      if (cell.parent == static_cast<int>(i)) out.back().push_back(cell.text);
    }
  }
  if (!out.empty()) out.erase(out.begin());
  return out;
}

TEST(Compare, TheTitleSaysWhatBecameOfTheStage) {
  const struct {
    const char *before, *now, *title;
  } cases[] = {
      {"111111111", "222222222", "Van fase 2 naar fase 3"},
      {"222222222", "111111111", "Van fase 3 naar fase 2"},
      {"222222222", "222222222", "Nog steeds fase 3"},
      {"222222222", "222222223", "Nog steeds fase 3, 3 punten hoger"},
      {"222222223", "222222222", "Nog steeds fase 3, 3 punten lager"},
      {"22222222.", "222222222", "Nog steeds fase 3"},  // what is open may still move the score
      {".........", "222222222", "Toen en nu"},
  };
  for (const auto& [before, now, title] : cases) {
    EXPECT_EQ(text(beside(before, now), "compare.h"), title) << before << " " << now;
  }
}

TEST(Compare, TheLeadCountsWhatMovedAndNamesWhatHoldsBack) {
  const struct {
    const char *before, *now, *lead;
  } cases[] = {
      {"222222222", "333333222", "Zes antwoorden gingen omhoog."},
      {"222222222", "122222222", "Eén antwoord ging omlaag."},
      {"333333333", "033333333", "Eén antwoord ging omlaag. De leiding remt nu."},
      {"033333333", "144444323", "Zes antwoorden gingen omhoog, één omlaag. De leiding remt nog steeds."},
      {"033333333", "?33333333", "Geen antwoord veranderde."},  // an open question is no brake yet, nor is it gone
      {"133333333", "333333333", "Eén antwoord ging omhoog. Niets remt jullie fase meer."},
      {"222222222", "222222222", "Geen antwoord veranderde."},
      {"2222.....", ".....2222", "Geen enkele vraag is toen én nu beantwoord."},
  };
  for (const auto& [before, now, lead] : cases) {
    EXPECT_EQ(text(beside(before, now), "compare.lead"), lead) << before << " " << now;
  }
}

TEST(Compare, WhatCannotBeComparedIsSaidAndWhy) {
  const std::string said = text(beside("?.2222222", "22?.22222"), "compare.apart");
  EXPECT_TRUE(said.starts_with("Niet vergeleken. ")) << said;
  for (const char* each : {"1 Leiding: toen ‘weet ik niet’.", "2 Hele organisatie: toen niet beantwoord.",
                           "3 Cijfers en doelen: nu ‘weet ik niet’.", "4 Doelgroepen: nu niet beantwoord."}) {
    EXPECT_NE(said.find(each), said.npos) << said;
  }
  EXPECT_EQ(find(build_view(beside("222222222", "333333333"), {}), "compare.apart"), nullptr);
}

/// The numbers that stand there, against two results that are made here.
TEST(Compare, EveryNumberIsThatOfTheTwoResults) {
  const Questionnaire& q = klantgedreven();
  test::Random random(17);
  for (int i = 0; i < (kIsSanitized ? 60 : 1000); ++i) {
    Session session(q);
    session.restore(test::random_answers(q, random));
    const Answers then = test::random_answers(q, random);
    ASSERT_TRUE(session.act("go.compare"));
    ASSERT_TRUE(session.act({"compare.open", code(then)}));
    if (session.result().answered == 0) continue;
    const Result before = score(q, then), now = score(q, session.answers());
    for (const float width : {720.0f, 320.0f}) {
      const View view = build_view(session, {.width = width});
      test::require_record(view);
      const auto sections = rows(view, "compare.sections.t"), questions = rows(view, "compare.answers.t");
      const auto shown = [&](const std::optional<Ticks>& ticks) {
        return ticks ? std::to_string(display_points(q, *ticks)) : std::string("–");
      };
      ASSERT_EQ(sections.size(), q.sections.size());
      for (std::size_t s = 0; s < sections.size(); ++s) {
        const std::vector<std::string>& row = sections[s];
        ASSERT_EQ(row.size(), 4u);
        EXPECT_EQ(row[1], shown(before.sections[s]));
        EXPECT_EQ(row[2], shown(now.sections[s]));
        if (row[1] == "–" || row[2] == "–") {
          EXPECT_EQ(row[3], "–");
          continue;
        }
        const int difference = std::stoi(row[2]) - std::stoi(row[1]);
        EXPECT_EQ(row[3], difference == 0  ? "gelijk"
                          : difference > 0 ? std::to_string(difference) + " hoger"
                                           : std::to_string(-difference) + " lager");
      }
      ASSERT_EQ(questions.size(), q.questions.size());
      int up = 0, down = 0;
      for (std::size_t k = 0; k < questions.size(); ++k) {
        const std::vector<std::string>& row = questions[k];
        ASSERT_EQ(row.size(), 5u);
        const auto level = [](Value value) { return known(value) ? std::to_string(value.number) : std::string("–"); };
        EXPECT_EQ(row[1], level(before.values[k]));
        EXPECT_EQ(row[2], level(now.values[k]));
        const bool both = row[1] != "–" && row[2] != "–";
        EXPECT_EQ(row[4].empty(), both);
        const int difference = both ? std::stoi(row[2]) - std::stoi(row[1]) : 0;
        up += difference > 0;
        down += difference < 0;
        if (both) {
          EXPECT_EQ(row[3].starts_with(std::to_string(std::abs(difference))), difference != 0) << row[3];
        }
      }
      const std::string& lead = find(view, "compare.lead")->text;
      EXPECT_EQ(lead.find("omhoog") != lead.npos, up > 0) << lead;
      EXPECT_EQ(lead.find("omlaag") != lead.npos, down > 0) << lead;
      // What is drawn says the same.
      const auto* drawn = test::picture<ChangesFigure>(find(view, "compare.changes"));
      ASSERT_NE(drawn, nullptr);
      for (std::size_t s = 0; s < sections.size(); ++s) {
        const std::string both = sections[s][1] + " → " + sections[s][2];
        EXPECT_EQ(drawn->parts[s].value, both == "– → –" ? "–" : both);
      }
      EXPECT_EQ(find(view, "compare.stages") != nullptr, before.stage.has_value() && now.stage.has_value());
    }
  }
}

TEST(Compare, OnlyACodeOfThisQuestionnaireIsLaidBeside) {
  Session session = sample::session({.answers = "222222222", .screen = "compare"});
  EXPECT_EQ(find(build_view(session, {}), "compare.message"), nullptr);
  const std::string good = code(sample::answers(klantgedreven(), "111111111"));
  for (const std::string& bad : {""s, "no code"s, good.substr(1), good + " " + good}) {
    EXPECT_TRUE(session.act({"compare.open", bad}));
    const View view = build_view(session, {});
    EXPECT_EQ(session.then(), nullptr) << bad;
    ASSERT_NE(find(view, "compare.message"), nullptr) << bad;
    EXPECT_TRUE(find(view, "compare.text")->invalid);
    EXPECT_EQ(view.focus, "compare.text");
  }
  EXPECT_TRUE(session.act({"compare.open", good}));
  EXPECT_EQ(session.then()->code, good);
  EXPECT_EQ(sample::pattern_of(session.answers()), "222222222") << "those of now stay";
  EXPECT_TRUE(session.act("compare.clear"));
  EXPECT_EQ(session.then(), nullptr);
}

TEST(Compare, DaysAreKeptAsTheReaderGaveThem) {
  Session session = beside("111111111", "222222222");
  EXPECT_TRUE(session.act({"compare.then", "2026-03-05"}));
  EXPECT_TRUE(session.act({"compare.now", "2026-11-27"}));
  for (const std::string_view none : {"5 maart", "2026-3-5", "2026-03-05x", "2026-03-0", "20260-3-05", "<b>"}) {
    EXPECT_FALSE(session.act({"compare.then", none})) << none;
  }
  EXPECT_EQ(text(session, "compare.then"), "2026-03-05");
  EXPECT_EQ(text(session, "compare.now"), "2026-11-27");
  EXPECT_EQ(find(build_view(session, {}), "compare.then")->name, "Toen: score 25, datum");
  EXPECT_TRUE(session.act({"compare.then", ""}));
  EXPECT_EQ(text(session, "compare.then"), "");
  EXPECT_TRUE(session.act("nav.restart"));
  EXPECT_TRUE(session.act("nav.wipe"));
  EXPECT_EQ(session.then(), nullptr);
  EXPECT_EQ(session.date_now(), "");
}

/// The codes that the program of that time wrote.
TEST(Compare, ACodeOfAnEarlierVersionIsNoDeadEnd) {
  const auto kept = nlohmann::json::parse(sample::read_file(KK_TESTS_DIR "/cases/format1/results.json"));
  int tried = 0;
  for (const auto& one : kept.at("cases")) {
    const std::string old = one.at("code").get<std::string>();
    Session fresh(klantgedreven());
    EXPECT_TRUE(fresh.act({"code.open", old + "&at="}));
    EXPECT_EQ(fresh.code(), CodeStatus::kEarlier) << old;
    EXPECT_EQ(sample::where(fresh), "intro");
    ASSERT_NE(fresh.then(), nullptr);
    EXPECT_EQ(fresh.then()->code, old);
    EXPECT_TRUE(fresh.act("go.compare"));
    EXPECT_NE(find(build_view(fresh, {}), "nav.edit"), nullptr) << "first the questions";

    Session answered = sample::session({.answers = "222222222"});
    EXPECT_TRUE(answered.act({"code.open", old}));
    EXPECT_EQ(sample::where(answered), "compare");
    EXPECT_EQ(sample::pattern_of(answered.answers()), "222222222");
    const std::string said = text(answered, "compare.apart");
    EXPECT_NE(said.find("De code van toen hoort bij vragenlijst 1.0.0"), said.npos) << said;
    const auto& earlier = klantgedreven().earlier.front();
    for (const EarlierQuestion& question : earlier.questions) {
      if (!question.changed) continue;
      EXPECT_NE(said.find("de antwoorden zijn sinds toen anders omschreven"), said.npos) << said;
    }
    ++tried;
  }
  EXPECT_GE(tried, 50);
}

TEST(Compare, APageOfItsOwnOnPaperOnlyWhereSomethingLiesBeside) {
  Session session = beside("111111111", "222222222");
  ASSERT_TRUE(session.act("go.result"));
  EXPECT_NE(find(build_view(session, {}), "go.compare"), nullptr);
  EXPECT_EQ(find(build_paper(session, {}), "compare.changes"), nullptr) << "the report is of one result";
  ASSERT_TRUE(session.act("go.compare"));
  EXPECT_EQ(find(build_paper(session, {}), "compare")->look, Look::kScreen) << "on paper where it is open";
  ASSERT_TRUE(session.act("files.appendix") && session.act("go.result"));
  EXPECT_NE(find(build_paper(session, {}), "compare.changes"), nullptr);
  Session alone = sample::session({.answers = "222222222", .screen = "result"});
  EXPECT_EQ(find(build_view(alone, {}), "go.compare"), nullptr);
  ASSERT_TRUE(alone.act("files.appendix"));
  EXPECT_EQ(find(build_paper(alone, {}), "compare"), nullptr);
}

/// 1,000 questions that all moved would be more than a document takes.
TEST(Compare, OfALongListThoseThatMovedMost) {
  std::string questions;
  for (int i = 0; i < 999; ++i) questions += (i ? "," : "") + test::made_question("n" + std::to_string(i));
  const Questionnaire q = sample::checked(test::made_questionnaire(
      test::made_section("s", 1, questions) + "," + test::made_section("t", 1, test::made_question("z"))));
  Answers then = blank_answers(q), now = then;
  for (std::size_t i = 0; i < 999; ++i) {
    then.questions[i] = 0;
    now.questions[i] = i % 20 == 7 ? 2 : 1;  // 50 of them by two levels
  }
  Session session(q);
  session.restore(now);
  ASSERT_TRUE(session.act("go.compare"));
  ASSERT_TRUE(session.act({"compare.open", result_code(q, then)}));
  for (const float width : {720.0f, 320.0f}) {
    const View view = build_view(session, {.width = width});
    test::require_record(view);
    const auto table = rows(view, "compare.answers.t");
    ASSERT_EQ(table.size(), 60u);
    int most = 0;
    for (const auto& row : table) most += row[2] == "2";
    EXPECT_EQ(most, 50);
    EXPECT_NE(sample::text(view, "compare.apart").find("die het meest veranderden"), std::string::npos);
  }
}

}  // namespace
}  // namespace kk
