// Result codes: short, readable, and never silently wrong.
#include "exchange/result_code.h"

#include <cstring>

#include "author/read/questionnaire.h"
#include "model/problem.h"
#include "support/support.h"

namespace kk::test {
namespace {

bool equal(const Answers& a, const Answers& b) {
  return a.questions == b.questions && a.claims == b.claims && a.profile == b.profile && a.ticks == b.ticks &&
         a.context == b.context;
}

/// Any bytes: refused, or the same answers.
bool is_safe(const std::string& changed, const Answers& answers) {
  const DecodedCode decoded = decode_result_code(klantgedreven(), changed);
  return decoded.status != CodeStatus::kOk || equal(decoded.answers, answers);
}

TEST(ResultCode, ShowsTheLevelsAsDigits) {
  Answers answers = blank_answers(klantgedreven());
  const Level levels[] = {3, 2, kUnknown, 0, 1, 4, kSkipped, 2, 1};
  answers.questions.assign(std::begin(levels), std::end(levels));
  const std::string code = result_code(klantgedreven(), answers);
  EXPECT_NE(code.find(".32x014-21."), std::string::npos) << code;
  EXPECT_LE(code.size(), 24u) << code;
}

TEST(ResultCode, IsShortWithEveryModule) {
  Answers answers = blank_answers(klantgedreven());
  answers.claims.assign(3, 4);
  answers.profile.assign(12, kUnknown);
  answers.ticks[0] = (1u << klantgedreven().ticks[0].items.size()) - 1;
  answers.context = 1;
  const std::string code = result_code(klantgedreven(), answers);
  EXPECT_LE(code.size(), 64u) << code;
  EXPECT_EQ(code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-"),
            std::string::npos);
}

TEST(ResultCode, DecodesToTheSameAnswers) {
  Random random(31);
  for (int i = 0; i < (kIsSanitized ? 20'000 : 1'000'000); ++i) {
    const Answers answers = random_answers(klantgedreven(), random);
    const std::string code = result_code(klantgedreven(), answers);
    const DecodedCode decoded = decode_result_code(klantgedreven(), code);
    ASSERT_EQ(decoded.status, CodeStatus::kOk) << code;
    ASSERT_TRUE(equal(decoded.answers, answers)) << code;
  }
}

TEST(ResultCode, NoSmallMistakeGoesUnseen) {
  const std::string alphabet = "ABCXYZabcdefghijklmnopqrstuvwxyz0123456789._~- !";
  Random random(37);
  for (int i = 0; i < (kIsSanitized ? 200 : 10'000); ++i) {
    const Answers answers = random_answers(klantgedreven(), random);
    const std::string code = result_code(klantgedreven(), answers);
    for (std::size_t at = 0; at < code.size(); ++at) {
      std::string changed = code;
      for (const char c : alphabet) {
        changed[at] = c;
        ASSERT_TRUE(is_safe(changed, answers)) << code << " " << changed;
      }
      changed = code;
      changed.erase(at, 1);
      ASSERT_TRUE(is_safe(changed, answers)) << code << " " << changed;
      changed = code;
      if (at + 1 < code.size()) std::swap(changed[at], changed[at + 1]);
      ASSERT_TRUE(is_safe(changed, answers)) << code << " " << changed;
      changed = code;
      changed.insert(at, 1, alphabet[static_cast<std::size_t>(random.below(static_cast<int>(alphabet.size())))]);
      ASSERT_TRUE(is_safe(changed, answers)) << code << " " << changed;
    }
  }
}

TEST(ResultCode, CapitalsAreTheSameCode) {
  Answers answers = blank_answers(klantgedreven());
  answers.questions.assign(9, kUnknown);
  std::string code = result_code(klantgedreven(), answers);
  for (char& c : code) c = static_cast<char>(std::toupper(c));
  const DecodedCode decoded = decode_result_code(klantgedreven(), code);
  EXPECT_EQ(decoded.status, CodeStatus::kOk);
  EXPECT_TRUE(equal(decoded.answers, answers));
}

TEST(ResultCode, SurvivesAnyBytes) {
  Random random(41);
  for (int i = 0; i < (kIsSanitized ? 20'000 : 500'000); ++i) {
    std::string bytes(static_cast<std::size_t>(random.below(60)), '\0');
    for (char& c : bytes) c = static_cast<char>(random.below(256));
    ASSERT_NE(decode_result_code(klantgedreven(), bytes).status, CodeStatus::kOk);
  }
  EXPECT_EQ(decode_result_code(klantgedreven(), "").status, CodeStatus::kDamaged);
  EXPECT_EQ(decode_result_code(klantgedreven(), std::string(1 << 20, '1')).status, CodeStatus::kDamaged);
}

CodeStatus status_in(const char* from, const char* to) {
  const ReadQuestionnaire other = read_questionnaire(with(klantgedreven_json(), from, to));
  EXPECT_EQ(lines(other.problems), "");
  return decode_result_code(other.questionnaire, result_code(klantgedreven(), blank_answers(klantgedreven()))).status;
}

TEST(ResultCode, OutlivesAChangedWordingAndSaysSo) {
  Answers answers = blank_answers(klantgedreven());
  answers.questions.assign(9, 3);
  const std::string code = result_code(klantgedreven(), answers);
  EXPECT_FALSE(decode_result_code(klantgedreven(), code).reworded);
  std::string text = klantgedreven_json();
  const std::string word = "Wie voelt zich bij jullie verantwoordelijk";
  ASSERT_NE(text.find(word), std::string::npos);
  text.replace(text.find(word), word.size(), "Wie is er bij jullie verantwoordelijk");
  const ReadQuestionnaire corrected = read_questionnaire(text);
  ASSERT_FALSE(has_errors(corrected.problems));
  const DecodedCode decoded = decode_result_code(corrected.questionnaire, code);
  EXPECT_EQ(decoded.status, CodeStatus::kOk);
  EXPECT_TRUE(decoded.reworded);
  EXPECT_TRUE(equal(decoded.answers, answers));
}

TEST(ResultCode, KnowsWhereItComesFrom) {
  EXPECT_EQ(status_in(R"("id": "klantgedreven")", R"("id": "anders")"), CodeStatus::kOtherQuestionnaire);
  EXPECT_EQ(status_in(R"("from": 80)", R"("from": 85)"), CodeStatus::kRescored);
  EXPECT_EQ(status_in("Hoe klantgedreven zijn jullie echt?", "Hoe klantgedreven zijn jullie nu echt?"),
            CodeStatus::kOk);
}

}  // namespace
}  // namespace kk::test
