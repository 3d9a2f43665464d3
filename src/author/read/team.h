// JSON text -> the members of a team, all at once or one after another, and counts of earlier ones.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/problem.h"
#include "model/questionnaire.h"
#include "model/team.h"

namespace kk {

inline constexpr std::size_t kMaxTeamBytes = 32u << 20;

/// Reads contract 6: {"min_group": 3, "members": [{"role": "leadership", "answers": {…}}, …]}; a member is an answers
/// object (see read_answers) that may have a role. Every problem is told; with errors `counts` is unspecified. More
/// than kMaxTeamBytes, or a million values, is a problem: such teams come as lines.
Problems read_members(std::string_view json, const Questionnaire& questionnaire, TeamCounts& counts);

/// Reads what write_partial (exchange/team_json.h) writes and adds it to `counts`, which with errors are unspecified.
Problems read_partial(std::string_view json, const Questionnaire& questionnaire, TeamCounts& counts);

}  // namespace kk
