// Any bytes as a questionnaire: problems with places in the text, or a questionnaire that nothing can go wrong with.
#include "author/read/questionnaire.h"

#include "model/problem.h"
#include "support/properties.h"
#include "support/view_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string json(reinterpret_cast<const char*>(data), size);
  const kk::ReadQuestionnaire read = kk::read_questionnaire(json);
  int line = 1;
  for (const kk::Problem& problem : read.problems) {
    kk::test::require(problem.line >= line && problem.column >= 1, "problems stand in the order of the text");
    kk::test::require(!problem.code.empty() && !problem.sentence.empty(), "a problem says what it is");
    line = problem.line;
  }
  if (!kk::has_errors(read.problems)) {
    kk::test::require_sound(read.questionnaire, size);
    kk::test::Chance chance(size);
    kk::test::require_views(read.questionnaire, kk::test::any_answers(read.questionnaire, chance));
  }
  return 0;
}
