// Then and now side by side: every difference is that of two results, of one version and across two.
#include "score/compare.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "exchange/comparison_json.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "score/score.h"
#include "store/compact.h"
#include "support/small_questionnaire.h"
#include "support/support.h"

namespace kk::test {
namespace {

Json result_of(const Questionnaire& q, const Answers& answers) {
  std::string text;
  write_result(q, score(q, answers), text);
  return Json::parse(text);
}

Json compared(const Questionnaire& q, const Answers& before, const Answers& now, int earlier = -1) {
  std::string text;
  write_comparison(q, compare(q, before, now, earlier), earlier, text);
  return Json::parse(text);
}

/// In hundredths, as a person would subtract the two numbers that stand there.
void expect_difference(const Json& before, const Json& now, const Json& difference) {
  if (before.is_null() || now.is_null()) {
    EXPECT_TRUE(difference.is_null());
    return;
  }
  const auto hundredths = [](const Json& number) { return std::llround(number.get<double>() * 100); };
  EXPECT_EQ(hundredths(difference), hundredths(now) - hundredths(before));
}

/// Against the two results, each made by itself.
void expect_true(const Questionnaire& q, const Answers& before, const Answers& now, const Json& json) {
  const Json was = result_of(q, before), is = result_of(q, now);
  for (const auto& [side, result] : {std::pair{&json["before"], &was}, std::pair{&json["now"], &is}}) {
    EXPECT_EQ((*side)["answered"], (*result)["answered"]);
    EXPECT_EQ((*side)["overall"], (*result)["overall"]);
    EXPECT_EQ((*side)["range"], (*result)["range"]);
    EXPECT_EQ((*side)["stage"].is_null(), (*result)["stage"].is_null());
    if ((*result)["stage"].is_null()) continue;
    for (const char* name : {"score", "final", "binding"}) EXPECT_EQ((*side)["stage"][name], (*result)["stage"][name]);
  }
  expect_difference(was["overall"], is["overall"], json["difference"]["overall"]);
  const bool both = !was["stage"].is_null() && !is["stage"].is_null();
  ASSERT_EQ(json["difference"]["stage"].is_null(), !both);
  if (both) {
    EXPECT_EQ(json["difference"]["stage"].get<int>(),
              is["stage"]["final"].get<int>() - was["stage"]["final"].get<int>());
  }
  for (const auto& [id, section] : json["sections"].items()) {
    EXPECT_EQ(section["before"], was["sections"][id]);
    EXPECT_EQ(section["now"], is["sections"][id]);
    expect_difference(was["sections"][id], is["sections"][id], section["difference"]);
  }
}

TEST(Compare, DifferencesAreThoseOfTwoResults) {
  const Questionnaire& q = klantgedreven();
  Random random(71);
  for (int i = 0; i < (kIsSanitized ? 300 : 5000); ++i) {
    const Answers before = random_answers(q, random), now = random_answers(q, random);
    const Json json = compared(q, before, now);
    expect_true(q, before, now, json);
    int up = 0, down = 0, equal = 0;
    std::size_t apart = 0;
    for (std::size_t k = 0; k < q.questions.size(); ++k) {
      const Level was = before.questions[k], is = now.questions[k];
      const Json& said = json["questions"][q.questions[k].id]["difference"];
      if (was < 0 || is < 0) {
        EXPECT_TRUE(said.is_null());
        const char* const why = was == kSkipped   ? "skipped_before"
                                : was == kUnknown ? "unknown_before"
                                : is == kSkipped  ? "skipped_now"
                                                  : "unknown_now";
        EXPECT_EQ(json["not_compared"][apart++], (Json{{"question", q.questions[k].id}, {"why", why}}));
        continue;
      }
      EXPECT_EQ(said, is - was);
      ++(is > was ? up : is < was ? down : equal);
    }
    EXPECT_EQ(json["not_compared"].size(), apart);
    EXPECT_EQ((std::vector<int>{json["up"], json["down"], json["equal"]}), (std::vector<int>{up, down, equal}));
    ASSERT_FALSE(HasFailure()) << json;
  }
}

TEST(Compare, WithItselfNothingMoves) {
  Random random(73);
  for (int i = 0; i < 200; ++i) {
    const Answers answers = random_answers(klantgedreven(), random);
    const Comparison same = compare(klantgedreven(), answers, answers);
    EXPECT_EQ(same.moves.up + same.moves.down, 0);
    EXPECT_EQ(same.moves.equal, same.now.answered);
  }
}

/// A reversed question that falls from level 2 to 0 has become better by two.
TEST(Compare, UpIsBetterWhicheverWayTheLevelsRun) {
  Json json = small_json();
  json["sections"][0]["questions"][1]["reverse"] = true;
  const Questionnaire q = questionnaire_of(json);
  Answers before = blank_answers(q), now = before;
  before.questions = {0, 2, 1, 1};
  now.questions = {0, 0, 1, 0};
  const Comparison moved = compare(q, before, now);
  EXPECT_EQ(moved.questions[1].difference, 2);
  EXPECT_EQ(moved.questions[3].difference, -1);
  EXPECT_EQ((std::vector<int>{moved.moves.up, moved.moves.down, moved.moves.equal}), (std::vector<int>{1, 1, 2}));
}

TEST(Compare, AQuestionThatIsNotAskedIsSaidToBe) {
  Json json = small_json();
  json["sections"][1]["questions"][1]["when"] = Json::parse(R"({">=": [{"var": "a1"}, 1]})");
  const Questionnaire q = questionnaire_of(json);
  Answers asked = blank_answers(q);
  asked.questions = {1, 1, 1, 2};
  Answers not_asked = asked;
  not_asked.questions[0] = 0;
  EXPECT_EQ(compare(q, not_asked, asked).questions[3].apart, Apart::kNotAskedBefore);
  EXPECT_EQ(compare(q, asked, not_asked).questions[3].apart, Apart::kNotAskedNow);
}

/// The same questionnaire some versions later: one question gone, one added, one with other words for its levels, one
/// with more levels, one elsewhere, other scoring.
class CompareVersions : public testing::Test {
 protected:
  CompareVersions() {
    Json old_json = small_json();
    old_json["version"] = "1.4.0";
    old_json["sections"][1]["questions"].push_back(small_question("gone"));
    old_ = questionnaire_of(old_json);
    Json json = small_json();
    json["sections"][0]["questions"].push_back(small_question("fresh"));
    std::swap(json["sections"][0]["questions"][0], json["sections"][0]["questions"][1]);
    json["sections"][0]["questions"][1]["weight"] = 2;
    Json& wider = json["sections"][1]["questions"][1];
    wider["levels"].push_back(text_of("Altijd en overal"));
    wider["steps"].push_back(text_of("Nog verder."));
    Json entry{{"version", "1.4.0"}, {"hash", ""}, {"questions", Json::array()}};
    std::string hash;
    for (int digit = 15; digit >= 0; --digit) hash += "0123456789abcdef"[old_.hash >> (4 * digit) & 15];
    entry["hash"] = hash;
    for (const Question& question : old_.questions) entry["questions"].push_back({{"id", question.id}});
    entry["questions"][2]["changed"] = true;  // b1
    json["earlier"] = Json::array({entry});
    read_ = questionnaire_of(json);
  }

  Questionnaire old_, read_;
};

TEST_F(CompareVersions, ACodeOfBeforeIsReadById) {
  Questionnaire stored;
  ASSERT_TRUE(open_compact(to_compact(read_), stored));
  for (const Questionnaire* now : {&read_, &stored}) {
    Random random(79);
    for (int i = 0; i < 300; ++i) {
      Answers then = blank_answers(old_);
      for (Level& level : then.questions) level = static_cast<Level>(random.below(5) - 2);
      const DecodedCode decoded = decode_result_code(*now, result_code(old_, then));
      ASSERT_EQ(decoded.status, CodeStatus::kRescored);
      ASSERT_EQ(decoded.earlier, 0);
      Answers today = blank_answers(*now);
      for (Level& level : today.questions) level = static_cast<Level>(random.below(5) - 2);
      const auto& was = then.questions;                                               // a1 a2 b1 b2 gone
      const std::vector<Level> by_id = {was[1], was[0], kSkipped, kSkipped, was[3]};  // a2 a1 fresh b1 b2
      ASSERT_EQ(decoded.answers.questions, by_id);
      const Json json = compared(*now, decoded.answers, today, decoded.earlier);
      expect_true(*now, decoded.answers, today, json);
      EXPECT_EQ(json["before"]["version"], "1.4.0");
      EXPECT_EQ(json["not_compared"].back(), (Json{{"question", "gone"}, {"why", "removed"}}));
      const auto why = [&](const std::string& id) {
        for (const Json& each : json["not_compared"]) {
          if (each["question"] == id) return each["why"].get<std::string>();
        }
        return std::string();
      };
      EXPECT_EQ(why("fresh"), "added");
      EXPECT_EQ(why("b1"), "changed");
      ASSERT_FALSE(HasFailure()) << json;
    }
  }
}

TEST_F(CompareVersions, AnUnknownVersionAndADamagedCodeAreToldApart) {
  Answers then = blank_answers(old_);
  then.questions = {1, 2, 0, kUnknown, 2};
  const std::string code = result_code(old_, then);
  Questionnaire without = read_;
  without.earlier.clear();
  const DecodedCode unknown = decode_result_code(without, code);
  EXPECT_EQ(unknown.status, CodeStatus::kRescored);
  EXPECT_EQ(unknown.earlier, -1);
  EXPECT_TRUE(unknown.answers.questions.empty());
  for (std::size_t at = 0; at < code.size(); ++at) {
    std::string changed = code;
    changed[at] = changed[at] == '1' ? '2' : '1';
    const DecodedCode damaged = decode_result_code(read_, changed);
    EXPECT_TRUE(damaged.status != CodeStatus::kOk && damaged.earlier < 0) << changed;
  }
  Questionnaire shorter = read_;
  shorter.earlier[0].questions.pop_back();  // an entry that the author wrote by hand, with too few questions
  EXPECT_EQ(decode_result_code(shorter, code).status, CodeStatus::kDamaged);
}

/// What earlier versions were decides neither what answers mean nor what readers read.
TEST_F(CompareVersions, TheListIsInNoHash) {
  Questionnaire without = read_;
  without.earlier.clear();
  std::string stored = to_compact(without);
  Questionnaire opened;
  ASSERT_TRUE(open_compact(stored, opened));
  EXPECT_EQ(opened.hash, read_.hash);
  Answers answers = blank_answers(read_);
  EXPECT_EQ(result_code(without, answers), result_code(read_, answers));
}

}  // namespace
}  // namespace kk::test
