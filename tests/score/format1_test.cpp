// A questionnaire from before the format's newer members: its results, codes and stored bytes stay what they were.
#include <nlohmann/json.hpp>

#include "author/read/answers.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "score/score.h"
#include "store/compact.h"
#include "support/support.h"

namespace kk::test {
namespace {

using Json = nlohmann::ordered_json;

struct Before {
  Questionnaire questionnaire;
  Json kept;  ///< written by the program of that time
};

const Before& before() {
  static const Before all = [] {
    const std::string folder = KK_TESTS_DIR "/cases/format1/";
    ReadQuestionnaire read = read_questionnaire(read_file(folder + "klantgedreven.json"));
    EXPECT_TRUE(read.problems.empty()) << lines(read.problems);
    return Before{std::move(read.questionnaire), Json::parse(read_file(folder + "results.json"))};
  }();
  return all;
}

TEST(Format1, KeepsItsResultsAndCodes) {
  ASSERT_GE(before().kept.at("cases").size(), 50u);
  for (const Json& one : before().kept.at("cases")) {
    Answers answers;
    ASSERT_TRUE(read_answers(one.at("input").dump(), before().questionnaire, answers).empty()) << one;
    std::string result;
    write_result(before().questionnaire, score(before().questionnaire, answers), result);
    EXPECT_EQ(result, one.at("result")) << one.at("input");
    EXPECT_EQ(result_code(before().questionnaire, answers), one.at("code"));
    const DecodedCode decoded = decode_result_code(before().questionnaire, one.at("code").get<std::string>());
    EXPECT_EQ(decoded.status, CodeStatus::kOk);
    EXPECT_FALSE(decoded.reworded);
    EXPECT_EQ(decoded.answers, answers);
  }
}

TEST(Format1, KeepsItsStoredBytes) {
  const std::string compact = to_compact(before().questionnaire);
  EXPECT_EQ(compact.size(), before().kept.at("compact").at("bytes"));
  std::string hash;
  append_hex(hash, fnv1a(compact), 16);
  EXPECT_EQ(hash, before().kept.at("compact").at("fnv1a"));
}

TEST(Format1, ACodeOfTheOldScoringIsToldAsSuchByTheNewAndComparedByQuestion) {
  for (const Json& one : before().kept.at("cases")) {
    const DecodedCode decoded = decode_result_code(klantgedreven(), one.at("code").get<std::string>());
    ASSERT_EQ(decoded.status, CodeStatus::kRescored) << one.at("code");
    ASSERT_EQ(decoded.earlier, 0);
    Answers then;
    ASSERT_TRUE(read_answers(one.at("input").dump(), before().questionnaire, then).empty());
    EXPECT_EQ(decoded.answers.questions, then.questions);
  }
}

}  // namespace
}  // namespace kk::test
