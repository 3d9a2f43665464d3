// What moved between two sets of answers, as JSON.
#pragma once

#include <string>

#include "model/comparison.h"
#include "model/questionnaire.h"

namespace kk {

/// Appends one JSON object. Scores are those of contract 5; a difference is that of the two numbers written beside it,
/// now minus before, null where one of them is. `earlier`: as given to compare().
void write_comparison(const Questionnaire& questionnaire, const Comparison& comparison, int earlier, std::string& out);

}  // namespace kk
