// Everybody's answers to a question as dots on one line: leaders above it, the front line below, others on it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/team.h"
#include "view/figure.h"

namespace kk {

/// Means of two roles, where a question has both apart.
struct RoleMeans {
  std::optional<Parts> leaders, front;
};
RoleMeans role_means(const AnswerCounts& counts, const TeamQuestion& question);

class LanesFigure final : public Picture {
 public:
  enum Lane : std::size_t { kLeaders, kOthers, kFront, kLanes };
  struct Row {
    std::string label;
    std::string under;     ///< a second line; may be empty
    std::string words;     ///< at the end of the row
    bool first = false;    ///< one of those to talk about first
    bool divided = false;  ///< its words warn
    int top = 1;           ///< the highest value, at least 1
    bool apart = false;    ///< roles have lanes of their own; else all are kOthers
    bool small = false;    ///< kOthers are small dots on the line: on this page a disc is a leader
    std::array<std::array<std::int64_t, kMostLevels>, kLanes> counts = {};
  };
  std::vector<Row> rows;
  std::vector<std::string> labels;  ///< all that may stand at the end of a row: the plots of a page are of one width
  std::string axis;                 ///< what the numbers below count; empty: none are drawn
  bool ends = true;                 ///< with a line below

  float compose(Pen& pen, const Fold& fold) const override;
};

/// Where answers of a role stand.
LanesFigure::Lane lane_of(bool apart, std::size_t role);

}  // namespace kk
