// The members of a team as people hand them over: an object, a list of codes, or a text with codes in it.
#pragma once

#include <string>
#include <string_view>

#include "model/answers.h"
#include "model/problem.h"
#include "model/questionnaire.h"
#include "model/team.h"

namespace kk {

/// Adds them to `counts`. A list has a code or a link on each line, after a role and a tab if it is known: each is a
/// member, and each that cannot be read an error. Any other text is searched for codes: one that comes again is a
/// quotation, and left out like one of another questionnaire, with a warning.
Problems read_team(std::string_view text, const Questionnaire& questionnaire, TeamCounts& counts);

/// The role and answers of one line of a list.
Problems read_code_line(std::string_view line, const Questionnaire& questionnaire, Role& role, Answers& answers);

}  // namespace kk
