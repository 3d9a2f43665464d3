// What the modules say beside the numbers: which statements contradict one another, which reply the ticks get.
#include "author/read/answers.h"
#include "score/score.h"
#include "support/support.h"

namespace kk::test {
namespace {

Result scored(const std::string& json) {
  Answers answers;
  EXPECT_TRUE(read_answers(json, klantgedreven(), answers).empty()) << json;
  return score(klantgedreven(), answers);
}

/// The first cause, fear: two statements as they stand, the third reversed.
CauseResult fear(int first, int second, int third) {
  return scored(R"({"answers":{},"profile":{"fear1":)" + std::to_string(first) + R"(,"fear2":)" +
                std::to_string(second) + R"(,"fear3":)" + std::to_string(third) + "}}")
      .profile[0];
}

TEST(Profile, StatementsAnsweredAlikeBothWaysContradict) {
  EXPECT_TRUE(fear(4, 4, 4).contradicts);
  EXPECT_TRUE(fear(3, 3, 3).contradicts);
  EXPECT_TRUE(fear(0, 0, 0).contradicts);
  EXPECT_TRUE(fear(1, 1, 1).contradicts);
  EXPECT_FALSE(fear(2, 2, 2).contradicts);  // in the middle either way
  EXPECT_FALSE(fear(4, 4, 0).contradicts);
  EXPECT_FALSE(fear(3, 2, 3).contradicts);
}

TEST(Profile, CountsTheStatementsItRestsOn) {
  EXPECT_EQ(fear(4, 4, 4).known, 3);
  const Result two = scored(R"({"answers":{},"profile":{"fear1":4,"fear2":"unknown","fear3":0,"arrogance1":1}})");
  EXPECT_EQ(two.profile[0].known, 2);
  EXPECT_EQ(two.profile[1].known, 1);
  EXPECT_FALSE(two.profile[1].score);
}

int reply_to(const char* ticks) {
  return scored(std::string(R"({"answers":{},"ticks":{"figures":)") + ticks + "}}").replies[1];
}

TEST(TickReplies, TheFirstThatHoldsIsSaid) {
  EXPECT_EQ(reply_to(R"(["measured","discussed","annoyance"])"), 0);
  EXPECT_EQ(reply_to(R"(["measured"])"), 1);
  EXPECT_EQ(reply_to(R"(["discussed","annoyance"])"), 1);
  EXPECT_EQ(reply_to(R"(["annoyance"])"), 2);  // what annoys customers is no figure
  EXPECT_EQ(reply_to("[]"), 2);
  EXPECT_EQ(scored(R"({"answers":{}})").replies[0], -1);  // the phrases have counter-questions instead
}

}  // namespace
}  // namespace kk::test
