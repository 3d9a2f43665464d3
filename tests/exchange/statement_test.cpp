// The xAPI statement: JSON of the documented form, exact numbers, no answers, and small enough to send.
#include "exchange/statement.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "score/score.h"
#include "support/support.h"

namespace kk {
namespace {

using test::klantgedreven;

constexpr std::size_t kMostBytes = 8192;

nlohmann::json statement_of(const Answers& answers) {
  const Result result = score(klantgedreven(), answers);
  std::string out;
  write_statement(klantgedreven(), result, {"id-1", "actor-2", "2026-11-21T20:00:00.000Z", 1}, out);
  EXPECT_LE(out.size(), kMostBytes);
  return nlohmann::json::parse(out);
}

Answers all(Level level) {
  Answers answers = blank_answers(klantgedreven());
  for (Level& each : answers.questions) each = level;
  return answers;
}

TEST(Xapi, ACompleteSetGivesAScoreAndItsSections) {
  const auto json = statement_of(all(2));
  EXPECT_EQ(json["id"], "id-1");
  EXPECT_EQ(json["timestamp"], "2026-11-21T20:00:00.000Z");
  EXPECT_EQ(json["actor"],
            (nlohmann::json{{"objectType", "Agent"},
                            {"account", {{"homePage", "https://klantkompas.invalid"}, {"name", "actor-2"}}}}));
  EXPECT_EQ(json["verb"]["id"], "http://adlnet.gov/expapi/verbs/completed");
  EXPECT_EQ(json["object"]["id"], "https://klantkompas.invalid/questionnaire/klantgedreven/2");
  EXPECT_EQ(json["object"]["definition"]["name"]["nl"], klantgedreven().title[0]);
  EXPECT_EQ(json["context"]["language"], "en");
  EXPECT_EQ(json["context"]["revision"], klantgedreven().version);
  const auto& result = json["result"];
  EXPECT_EQ(result["completion"], true);
  EXPECT_EQ(result["score"], (nlohmann::json{{"scaled", 0.5}, {"raw", 50}, {"min", 0}, {"max", 100}}));
  EXPECT_FALSE(result.contains("success")) << "nothing is passed or failed";
  EXPECT_EQ(result["extensions"]["https://klantkompas.invalid/xapi/section-scores"],
            (nlohmann::json{{"mindset", 0.5}, {"insight", 0.5}, {"means", 0.5}}));
}

TEST(Xapi, ScaledIsTheScoreDividedByAHundredForEveryLevelOfOneQuestion) {
  for (Level level = 0; level <= 4; ++level) {
    Answers answers = all(4);
    answers.questions[2] = level;
    const auto json = statement_of(answers);
    const double raw = json["result"]["score"]["raw"], scaled = json["result"]["score"]["scaled"];
    EXPECT_NEAR(scaled * 100, raw, 1e-9) << static_cast<int>(level);
    EXPECT_LE(scaled, 1);
  }
}

TEST(Xapi, WithoutAScoreThereIsNoneInIt) {
  const auto json = statement_of(blank_answers(klantgedreven()));
  EXPECT_EQ(json["result"]["completion"], false);
  EXPECT_FALSE(json["result"].contains("score"));
  EXPECT_TRUE(json["result"]["extensions"]["https://klantkompas.invalid/xapi/section-scores"].empty());
}

}  // namespace
}  // namespace kk
