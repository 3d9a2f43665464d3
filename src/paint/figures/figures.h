// Charts: how high each is in a given width, and how it is drawn.
#pragma once

#include <string>
#include <vector>

#include "paint/canvas.h"
#include "view/figure.h"

namespace kk {

/// Width of the words left of a plot, its gap included: the plots of a page begin on one line.
inline constexpr float kLabelColumn = 184;

/// Widths the design folds at, in CSS px of the widget (not of the figure).
struct Fold {
  bool narrow = false;  ///< under 600
  bool tiny = false;    ///< under 360
};

/// One thing a figure draws, for those who draw elsewhere than on a Canvas: the text view, paper, tests.
struct Shape {
  enum class Kind : std::uint8_t { kRect, kCircle, kLine, kText, kIcon };
  Kind kind = Kind::kRect;
  Box box = {};      ///< circles: their square; lines: start, and end as w and h from there; texts: the line box
  float radius = 0;  ///< of round corners
  Corners corners = {};
  Ink fill = Ink::kNone, stroke = Ink::kNone;
  float width = 0;  ///< of the stroke, which lies inside the box
  bool dashed = false;
  std::string text = {};
  Type type = {};
  Align align = Align::kLeft;
  Icon icon = Icon::kInfo;
};

/// A line of text that a figure draws, and the box of that line.
struct DrawnText {
  std::string text;
  Box box;
  Type type;
  Align align = Align::kLeft;
};

/// Height in layout px of the figure `width` wide.
float figure_height(const Figure& figure, float width, const Fold& fold, const Fonts& fonts);

/// Everything it draws in `box`, in drawing order: the same walk that draws it on a canvas.
void figure_shapes(const Figure& figure, const Box& box, const Fold& fold, const Fonts& fonts,
                   std::vector<Shape>& shapes);

/// Every text it draws in `box`, in drawing order: the same walk that draws them.
void figure_texts(const Figure& figure, const Box& box, const Fold& fold, const Fonts& fonts,
                  std::vector<DrawnText>& texts);

/// Draws it into `box`; `appear` runs from 0 to 1 once, on first view (bars grow), and is 1 without motion.
void draw_figure(Canvas& canvas, const Figure& figure, const Box& box, const Fold& fold, float appear);

}  // namespace kk
