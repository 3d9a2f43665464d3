// Mutated questionnaires: each gives problems, or a questionnaire that nothing can go wrong with. `scripts/fuzz` tries
// a million of them, with time and memory.
#include "support/mutants.h"

#include "author/read/questionnaire.h"
#include "model/problem.h"
#include "support/support.h"
#include "support/view_properties.h"

namespace kk::test {
namespace {

TEST(Mutants, GiveProblemsOrAcceptance) {
  const MutantSeeds seeds = mutant_seeds();
  int accepted = 0;
  const int count = kIsSanitized ? 700 : 20'000;
  for (int i = 0; i < count; ++i) {
    const ReadQuestionnaire read = read_questionnaire(mutant(seeds, static_cast<std::uint64_t>(i)));
    for (const Problem& problem : read.problems) ASSERT_FALSE(problem.code.empty());
    if (has_errors(read.problems)) continue;
    ++accepted;
    require_sound(read.questionnaire, static_cast<std::uint64_t>(i));
    Chance chance(static_cast<std::uint64_t>(i));
    require_views(read.questionnaire, any_answers(read.questionnaire, chance));
  }
  EXPECT_GT(accepted, count / 100);
  EXPECT_LT(accepted, count / 2);
}

}  // namespace
}  // namespace kk::test
