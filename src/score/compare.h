// Two sets of answers to one questionnaire -> what moved.
#pragma once

#include "model/answers.h"
#include "model/comparison.h"
#include "model/questionnaire.h"

namespace kk {

/// `earlier`: index into Questionnaire::earlier, where `before` comes from a code of that version; else -1. Cannot
/// fail; both must come from blank_answers, read_answers or a code of this questionnaire.
Comparison compare(const Questionnaire& questionnaire, const Answers& before, const Answers& now, int earlier = -1);

}  // namespace kk
