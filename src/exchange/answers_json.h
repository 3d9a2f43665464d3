// Answers as JSON.
#pragma once

#include <string>

#include "model/answers.h"
#include "model/questionnaire.h"

namespace kk {

/// Appends contract 4 answers as JSON; modules without any answer are left out, skipped questions are null.
void write_answers(const Questionnaire& questionnaire, const Answers& answers, std::string& out);

}  // namespace kk
