// Members' answers -> what a team agrees on (scoring.md 10).
#pragma once

#include <vector>

#include "model/answers.h"
#include "model/questionnaire.h"
#include "model/result.h"
#include "model/team.h"

namespace kk {

TeamCounts no_members(const Questionnaire& questionnaire);

/// Counts members one after another, with the same memory.
class TeamCounter {
 public:
  /// Both must outlive it; `counts` must be of this questionnaire.
  TeamCounter(const Questionnaire& questionnaire, TeamCounts& counts)
      : questionnaire_(questionnaire), counts_(counts) {}

  /// `answers` must come from blank_answers, read_answers or a code of this questionnaire; at most kMostMembers in all.
  void add(Role role, const Answers& answers);

 private:
  const Questionnaire& questionnaire_;
  TeamCounts& counts_;
  Result scratch_;  ///< for find_values
};

/// Adds the members of one team to another's: exact, in any order. Of two smallest groups the larger holds. Both of one
/// questionnaire, at most kMostMembers together.
void merge(const TeamCounts& more, TeamCounts& counts);

/// What a group may see of members that it saw in batches, the first alone, then with the second, and so on: what two
/// pictures differ by is the batch between them. So a batch must have at least `min_group` members, and roles stay
/// apart only where every batch has none or so many of each, and of each question's answers; elsewhere all are without
/// a role.
TeamCounts seen_counts(const std::vector<TeamCounts>& batches);

/// Cannot fail. Roles are held apart only where nobody's answer can be worked out from the difference with the whole:
/// every role that is there, none included, has at least `min_group` members, and so many answers to the question.
TeamResult team_result(const Questionnaire& questionnaire, const TeamCounts& counts);

/// What a group answers together (scoring.md 10): by question the level that it agreed on, kSkipped where it agreed on
/// none, and there the median of what it knows, of two middle values the lower; kUnknown where nobody knows. `agreed`:
/// a level for each question.
Answers agreed_answers(const Questionnaire& questionnaire, const TeamCounts& counts, const std::vector<Level>& agreed);

}  // namespace kk
