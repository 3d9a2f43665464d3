// What the members of a team answered, and what that means: contract 6 as a value. Counted and filled by score/team.h,
// written by exchange/team_json.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/level.h"
#include "model/questionnaire.h"
#include "model/role.h"

namespace kk {

inline constexpr int kTeamRoles = 4;  ///< those of kRoleIds, and none
/// Where a role's counts stand: leadership, middle, front line, none.
constexpr std::size_t role_index(Role role) {
  return role == Role::kNone || role == Role::kPrivate ? kTeamRoles - 1 : static_cast<std::size_t>(role);
}

/// Groups of fewer are not shown apart; a team may ask for more, never for less.
inline constexpr int kLeastGroup = 3;
inline constexpr int kMostGroup = 1'000'000;
inline constexpr std::int64_t kMostMembers = 1'000'000'000'000;

/// The known answers to one question: how often each value was given, by role.
using AnswerCounts = std::array<std::array<std::int64_t, kMostLevels>, kTeamRoles>;

/// Members as counts: of one size however many they are, and the same in whatever order they come or are put together.
struct TeamCounts {
  int min_group = kLeastGroup;
  std::array<std::int64_t, kTeamRoles> members{};
  std::vector<AnswerCounts> answers;  ///< by question
  std::vector<std::int64_t> asked;    ///< by question: members to whom it is asked; others have no known answer

  std::int64_t size() const { return members[0] + members[1] + members[2] + members[3]; }
  bool operator==(const TeamCounts&) const = default;
};

/// A mean, a difference or an agreement in billionths of a thousandth: rounded half away from zero, which is far below
/// what any threshold or picture can tell.
using Parts = std::int64_t;
inline constexpr Parts kPartsOfOne = 1'000'000'000'000;

/// From this difference on leaders and front line do not see the same (scoring.md 10).
inline constexpr Parts kLeastGap = kPartsOfOne * 75 / 100;

/// Scores of a team are in ticks of their own, in which the means of up to 28 members are whole.
inline constexpr Ticks kTeamTicksPerPoint = kRoundedTicksPerPoint;

enum class AgreementLabel : std::uint8_t { kUnited, kFair, kDivided };
enum class RoleGapLabel : std::uint8_t { kLeadersRosier, kLeadersStricter, kSimilar };

/// All values are what answers count for (Question::value_of), so that more is better.
struct TeamQuestion {
  std::int64_t n = 0;              ///< known answers
  int lowest = 0, highest = 0;     ///< of them; 0 without any
  std::optional<Parts> mean;       ///< from two answers on
  std::optional<Parts> deviation;  ///< standard deviation of a sample (n - 1); from two answers on
  std::optional<Parts> agreement;  ///< from three answers on; 0 to one
  std::optional<AgreementLabel> label;
  std::optional<Parts> gap;  ///< mean of leadership minus that of the front line; empty where a group is too small
};

struct TeamStage {
  int score = 0, final = 0;  ///< stage numbers from 1
  std::vector<int> caps;     ///< by gate
  std::vector<int> binding;  ///< gate indexes
};

struct TeamResult {
  std::int64_t n = 0;  ///< members
  std::vector<TeamQuestion> questions;
  std::vector<std::optional<Ticks>> sections;  ///< in kTeamTicksPerPoint, as is:
  std::optional<Ticks> overall;
  std::optional<TeamStage> stage;
  std::optional<Parts> agreement;  ///< mean of the questions'
  std::optional<Parts> gap;        ///< mean of the questions'
  std::optional<RoleGapLabel> gap_label;
  std::vector<int> talk_first;  ///< question indexes, at most three
};

}  // namespace kk
