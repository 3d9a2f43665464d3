// What a team's picture shows, as a table for spreadsheets.
#pragma once

#include <string>

#include "model/questionnaire.h"
#include "model/team.h"

namespace kk {

/// As csv_file() has it (view/files/files.h): a row a question. `seen` may be shown, `team` is what it comes to;
/// `then` is what lies beside it, null: nothing.
std::string team_csv(const Questionnaire& questionnaire, int language, const TeamCounts& seen, const TeamResult& team,
                     const TeamResult* then = nullptr);

}  // namespace kk
