// What a room looks at: the levels of a question with everybody's answers behind them, how far the meeting is, and the
// code that leads a phone to the questions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "team/lanes.h"
#include "view/figure.h"

namespace kk {

/// A row for each level, the lowest first.
class LevelsFigure final : public Picture {
 public:
  struct Row {
    int value = 0;  ///< what it counts for, from 0
    std::string text;
    bool agreed = false;
    std::array<std::int64_t, LanesFigure::kLanes> counts = {};  ///< nothing while it is `hidden`
  };
  std::vector<Row> rows;
  bool hidden = true;  ///< a dashed frame stands where the answers will
  bool apart = false;  ///< roles have signs of their own, as in LanesFigure; else all are kOthers

  float compose(Pen& pen, const Fold& fold) const override;
};

/// Stretches as wide as their minutes.
class AgendaFigure final : public Picture {
 public:
  struct Stretch {
    std::string name;
    int minutes = 1;
  };
  std::vector<Stretch> stretches;
  std::size_t present = 0;
  int passed = 0;    ///< minutes of the present one; may be more than it has
  std::string left;  ///< how much of it is left, in words

  float compose(Pen& pen, const Fold& fold) const override;
};

/// Dark on light in both themes, with a quiet zone of four modules, as ISO/IEC 18004 has it.
class QrFigure final : public Picture {
 public:
  int size = 21;        ///< modules on a side
  std::string modules;  ///< row after row, '1' is dark

  float compose(Pen& pen, const Fold& fold) const override;
};

}  // namespace kk
