// Two results side by side: what moved between then and now. Filled by compare() (score/compare.h), written by
// write_comparison() (exchange/comparison_json.h).
#pragma once

#include <cstdint>
#include <vector>

#include "model/result.h"

namespace kk {

/// Why a question cannot be compared. Of several reasons the first of this list holds.
enum class Apart : std::uint8_t {
  kNo,       ///< it can
  kAdded,    ///< the earlier version did not ask it
  kChanged,  ///< its levels said something else in the earlier version
  kNotAskedBefore,
  kNotAskedNow,  ///< its condition does not hold
  kSkippedBefore,
  kUnknownBefore,
  kSkippedNow,
  kUnknownNow,
};

struct QuestionChange {
  Level before = kSkipped, now = kSkipped;  ///< as chosen
  Apart apart = Apart::kNo;
  int difference =
      0;  ///< in levels, more is better, whichever way the question's levels run; 0 where it cannot be told
};

/// How often a question's answer counts for more, less and the same as then.
struct Moves {
  int up = 0, down = 0, equal = 0;
};

struct Comparison {
  Result before, now;  ///< both by the rules of this questionnaire
  std::vector<QuestionChange> questions;
  std::vector<int> removed;  ///< questions of the earlier version that are asked no more: indexes into its list
  Moves moves;
};

}  // namespace kk
