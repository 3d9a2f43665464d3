// What a team's answers come to, as JSON.
#pragma once

#include <string>

#include "model/questionnaire.h"
#include "model/team.h"

namespace kk {

/// Appends one JSON object: contract 6. Of roles it holds nothing but what `team` holds apart.
void write_team(const Questionnaire& questionnaire, const TeamResult& team, std::string& out);

/// Appends one JSON object: the counts, for `klantkompas team FILE merge`. It holds every role's, also of small groups.
void write_partial(const Questionnaire& questionnaire, const TeamCounts& counts, std::string& out);

/// "role" of a member without one, in a partial aggregate.
inline constexpr std::string_view kNoRoleId = "none";
inline constexpr int kPartialFormat = 1;

/// The name under which a partial aggregate holds a role's counts.
constexpr std::string_view role_name(std::size_t role) { return role + 1 == kTeamRoles ? kNoRoleId : kRoleIds[role]; }

}  // namespace kk
