// What figures draw: one struct a picture. Screens fill them, paint/figures draws them, and neither knows more.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace kk {

// Points run from 0 to 100, stages from 1. Ticks are points in rising order. Lists have at least one element.

/// The stages that can be reached, as stairs.
struct StairsFigure {
  int stages = 1;
  std::string first, last;  ///< their names
};

/// Where the organisation stands, and where its score alone would have it.
struct LadderFigure {
  std::vector<std::string> names;  ///< of the stages
  std::vector<int> ticks;          ///< where each stage begins, and 100
  int final_stage = 1;             ///< at most score_stage
  int score_stage = 1;
  double score = 0;
  std::string you;           ///< on the pill at the final stage
  std::string score_words;   ///< on the pill at the score; drawn where that is another stage
  std::string score_number;  ///< instead of these where there is little room
  std::string brake;         ///< at the gate; may be empty
  std::string head;          ///< names the row
};

/// A section's score, or another number on the scale of points.
struct Bar {
  std::string label;
  std::string value;  ///< its number, or when it is open the words in its place
  double points = 0;
  int stage = 0;  ///< gives the colour; 0: neutral
  bool open = false;
  bool marked = false;  ///< it is what the page is about
};

struct BarsFigure {
  std::vector<Bar> bars;
  std::vector<int> ticks;
  double line = -1;  ///< points at which a line crosses all bars; negative: none
};

/// One bar, under a name that is text.
struct TrackFigure {
  Bar bar;
  std::vector<int> ticks;
};

struct RadarFigure {
  std::vector<Bar> axes;  ///< 3 to 8, none open
  std::vector<int> rings;
};

/// Word against deed.
struct DumbbellFigure {
  struct Row {
    std::string label, value;
    double deed = 0, word = 0;
    bool open = false;
  };
  std::vector<Row> rows;
  std::vector<int> ticks;
};

/// Where it pinches.
struct CausesFigure {
  std::vector<Bar> bars;
  int limit = 0;            ///< points from which it pinches
  std::string limit_words;  ///< on the axis
};

/// What the leader does, by cause.
struct MirrorFigure {
  std::vector<Bar> bars;
  std::vector<std::string> bands;  ///< names of equally wide parts of the scale
};

/// Percentages: on one scale, or parts of a whole.
struct SharesFigure {
  struct Row {
    std::string label, value;
    int percent = 0;
  };
  std::vector<Row> rows;
  bool whole = false;
};

/// The links of the chain in the order in which they build on each other.
struct OrderFigure {
  struct Link {
    std::string label;
    std::string value;  ///< its level, or when it is open the words in its place
    int level = -1;     ///< negative: open
    bool weak = false;  ///< the one to begin with
  };
  std::vector<Link> links;
};

inline constexpr int kMostCells = 60;

/// Questions, and which of them lift the stage. At most kMostCells.
struct CellsFigure {
  struct Cell {
    int number = 1;
    bool lifts = false;
  };
  std::vector<Cell> cells;
};

/// The questions on the way.
struct ProgressFigure {
  enum class State : std::uint8_t { kOpen, kSkipped, kAnswered };
  struct Part {
    int section = 0;
    State state = State::kOpen;
    bool current = false;
  };
  std::vector<Part> parts;  ///< those of a section in a row
};

/// Between which points the score lies.
struct LiveFigure {
  int low = 0, high = 100;
};

/// A marker whose meaning stands beside it.
struct KeyFigure {
  enum class Sign : std::uint8_t { kDisc, kRing, kNext, kDot };
  Sign sign = Sign::kDisc;
};

/// The stages then and now.
struct StagesFigure {
  std::vector<std::string> names;  ///< of the stages
  int before = 1, now = 1;
  std::string before_words, now_words;  ///< on the pills
  std::string both_words;               ///< on the one pill where it is the same stage
  std::string head;                     ///< names the row
};

/// Sections and the answers in them, then and now.
struct ChangesFigure {
  struct Change {
    int difference = 0;  ///< the arrow goes up or down
    std::string words;   ///< its size; without a difference what is said in its place
  };
  struct Answer {
    std::string label;
    int before = -1, now = -1;  ///< what they count for; negative: no answer
    int top = 1;                ///< the highest value, at least 1
    Change change;
  };
  struct Part {
    std::string label;
    std::string value;  ///< its two numbers
    Change change;
    double before = 0, now = 0;   ///< points
    bool open = false;            ///< not both are there
    std::vector<Answer> answers;  ///< may be empty
  };
  std::vector<Part> parts;
  std::vector<int> ticks;
};

/// What an answer counts for, among all it could.
struct DotsFigure {
  int value = -1;  ///< negative: no answer
  int top = 1;     ///< the highest value, at least 1
  bool brake = false;
  std::string words;  ///< instead of the dots where there is no answer
};

/// The same for a step: where it starts from and leads to.
struct StepFigure {
  int number = 1;  ///< in the circle, 1 to 9
  int value = -1;  ///< negative: first to be found out
  int top = 1;
};

class Pen;
struct Fold;

/// A picture of a screen that not every page carries: it brings its own drawing, in the words of paint/figures/pen.h.
class Picture {
 public:
  virtual ~Picture() = default;
  virtual float compose(Pen& pen, const Fold& fold) const = 0;
};
struct OwnFigure {
  std::unique_ptr<const Picture> picture;  ///< not null
};

using Figure = std::variant<StairsFigure, LadderFigure, BarsFigure, TrackFigure, RadarFigure, DumbbellFigure,
                            CausesFigure, MirrorFigure, SharesFigure, OrderFigure, CellsFigure, ProgressFigure,
                            LiveFigure, KeyFigure, DotsFigure, StepFigure, StagesFigure, ChangesFigure, OwnFigure>;

}  // namespace kk
