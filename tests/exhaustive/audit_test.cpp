// The audit of all complete sets of the first questionnaire, against the counts of the specification.
#include "author/audit/audit.h"

#include <gtest/gtest.h>

#include "score/score.h"
#include "support/support.h"

namespace kk::test {
namespace {

TEST(Audit, OfEveryCompleteSetOfKlantgedreven) {
  const Audit found = audit(klantgedreven());
  EXPECT_TRUE(found.findings.empty());
  EXPECT_EQ(found.sets, 1'953'125u);
  EXPECT_EQ(found.capped, 351'926u);  // 18.0 %, as scoring.md has it
  EXPECT_EQ(found.stages[4].final, 4'234u);
  EXPECT_EQ(found.distinct_scores, 37u);
  ASSERT_EQ(found.thresholds.size(), 4u);
  const AuditThreshold& third = found.thresholds[2];
  ASSERT_TRUE(third.below && third.from);
  Answers example = blank_answers(klantgedreven());
  example.questions = third.below->example;
  EXPECT_EQ(score(klantgedreven(), example).overall, third.below->score);
  EXPECT_LT(third.below->score, 60 * klantgedreven().ticks_per_point);
}

}  // namespace
}  // namespace kk::test
