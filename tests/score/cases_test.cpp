// Whole results, from tests/cases/*.json: adding a case touches no code.
#include <cmath>
#include <nlohmann/json.hpp>

#include "author/read/answers.h"
#include "author/read/questionnaire.h"
#include "exchange/result_json.h"
#include "model/problem.h"
#include "model/result.h"
#include "score/score.h"
#include "support/support.h"

namespace kk::test {
namespace {

using Json = nlohmann::ordered_json;

struct Case {
  std::string id;
  std::string questionnaire;
  std::string input;
  Json expected;
};

std::vector<Case> read_cases(const std::string& file) {
  std::vector<Case> cases;
  const Json json = Json::parse(read_file(KK_TESTS_DIR "/cases/" + file));
  for (const Json& one : json.at("cases")) {
    cases.push_back({one.at("id"), json.at("questionnaire"), one.at("input").dump(), one.at("expected")});
  }
  return cases;
}

/// Numbers may differ by 0.01; members that are not expected may hold anything.
void expect_like(const Json& actual, const Json& expected, const std::string& place) {
  if (expected.is_number()) {
    ASSERT_TRUE(actual.is_number()) << place << ": " << actual;
    EXPECT_NEAR(actual.get<double>(), expected.get<double>(), 0.01) << place;
  } else if (expected.is_object()) {
    ASSERT_TRUE(actual.is_object()) << place << ": " << actual;
    for (const auto& [key, value] : expected.items()) {
      ASSERT_TRUE(actual.contains(key)) << place << "/" << key << " is missing";
      expect_like(actual[key], value, place + "/" + key);
    }
  } else if (expected.is_array()) {
    ASSERT_TRUE(actual.is_array()) << place << ": " << actual;
    ASSERT_EQ(actual.size(), expected.size()) << place << ": " << actual;
    for (std::size_t i = 0; i < expected.size(); ++i)
      expect_like(actual[i], expected[i], place + "/" + std::to_string(i));
  } else {
    EXPECT_EQ(actual, expected) << place;
  }
}

class Cases : public testing::TestWithParam<Case> {};

TEST_P(Cases, ScoreAsExpected) {
  const ReadQuestionnaire read =
      read_questionnaire(read_file(KK_ASSETS_DIR "/questionnaires/" + GetParam().questionnaire + ".json"));
  ASSERT_TRUE(read.problems.empty()) << lines(read.problems);
  Answers answers;
  const Problems problems = read_answers(GetParam().input, read.questionnaire, answers);
  ASSERT_TRUE(problems.empty()) << lines(problems);
  std::string text;
  write_result(read.questionnaire, score(read.questionnaire, answers), text);
  expect_like(Json::parse(text), GetParam().expected, "");
}

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.id; }

INSTANTIATE_TEST_SUITE_P(Golden, Cases, testing::ValuesIn(read_cases("klantgedreven.json")), name_of);
INSTANTIATE_TEST_SUITE_P(Weerbaar, Cases, testing::ValuesIn(read_cases("weerbaar.json")), name_of);
INSTANTIATE_TEST_SUITE_P(Edge, Cases, testing::ValuesIn(read_cases("edge.json")), name_of);

std::string result_of(const std::string& answers_json) {
  Answers answers;
  EXPECT_TRUE(read_answers(answers_json, klantgedreven(), answers).empty());
  std::string text;
  write_result(klantgedreven(), score(klantgedreven(), answers), text);
  return text;
}

TEST(WriteResult, HasTheKeysOfTheContractInItsOrder) {
  const Json result = Json::parse(result_of(R"({"answers":{}})"));
  std::vector<std::string> keys;
  for (const auto& [key, value] : result.items()) keys.push_back(key);
  const std::vector<std::string> expected = {"questionnaire", "answered",    "coverage", "confidence",  "sections",
                                             "overall",       "range",       "stage",    "claims",      "balance",
                                             "patterns",      "strengths",   "steps",    "sensitivity", "profile",
                                             "profile_top",   "context_note"};
  EXPECT_EQ(keys, expected);
}

TEST(WriteResult, WritesNumbersWithoutTrailingZeros) {
  const std::string result = result_of(
      R"({"answers":{"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1,"q8":1,"q9":0},"claims":{"w1":4,"w2":3,"w3":3}})");
  EXPECT_NE(result.find(R"("sections":{"mindset":25,"insight":25,"means":16.67},"overall":22.22,"range":[22,22])"),
            std::string::npos)
      << result;
  EXPECT_NE(result.find(R"("coverage":1,)"), std::string::npos);
  EXPECT_NE(result.find(R"("priority":4.5,)"), std::string::npos);
}

TEST(WriteResult, ReusedMemoryLeavesNothingBehind) {
  Random random(3);
  Result reused;
  for (int i = 0; i < 2'000; ++i) {
    const Answers answers = random_answers(klantgedreven(), random);
    score(klantgedreven(), answers, reused);
    std::string again, fresh;
    write_result(klantgedreven(), reused, again);
    write_result(klantgedreven(), score(klantgedreven(), answers), fresh);
    ASSERT_EQ(again, fresh);
  }
}

}  // namespace
}  // namespace kk::test
