// What the Team page is put together from.
#pragma once

#include <string>

#include "model/team.h"
#include "team/table.h"
#include "team/words.h"
#include "view/builder.h"

namespace kk {

/// What one view of the page needs.
struct Team {
  Builder& b;
  const TeamTable& table;
  const TeamWords& w;
  TeamResult result;  ///< of what may be seen
};

/// Whether somebody in it has a role.
inline bool has_roles(const TeamCounts& counts) { return counts.members[role_index(Role::kNone)] < counts.size(); }

/// "2,67": so many digits behind the sign, 1 or 2.
std::string decimals(const Builder& b, Parts parts, int digits);

/// What people can ask each other about their answers to question `index`; with `by_role` leaders and front line, where
/// they differ.
std::string talk_question(const Team& t, int index, bool by_role);

/// What the signs stand for: roles are `apart`, and where some questions have them `together` those have small dots.
void key(const Team& t, int parent, bool apart, bool together);

/// "6 mensen: 3 leiding, 3 uitvoering".
std::string people(const Team& t, const TeamCounts& counts);

/// What waits, and what for; nothing where nothing does.
void waiting(const Team& t, int parent);

/// The field for codes, and what became of the last ones.
void collect(const Team& t, int screen);

/// A team's score as it is written: never a number of the next stage, as scoring.md 2 has it for one person.
int whole_score(const Questionnaire& q, Ticks score);

/// The picture that was kept beside the one of now; nothing where none was.
void before(const Team& t, int screen);

/// What may be seen; there is something.
void picture(const Team& t, int screen);

/// A topic of the meeting, or what was agreed.
void workshop(const Team& t, int screen);

}  // namespace kk
