// What figures are composed with. One walk over a figure gives its height, the texts in it and its drawing, so that
// these cannot differ.
#pragma once

#include <cassert>
#include <span>
#include <string_view>
#include <vector>

#include "paint/figures/figures.h"

namespace kk {

class Pen {
 public:
  /// Places are relative to the top left of `box`. Without a canvas nothing is drawn, without `shapes` none is noted.
  Pen(const Fonts& fonts, const Box& box, float appear, Canvas* canvas, std::vector<Shape>* shapes)
      : fonts_(fonts), box_(box), appear_(appear), canvas_(canvas), shapes_(shapes) {}

  float width() const { return box_.w; }
  float appear() const { return appear_; }  ///< 0 to 1: how much of its length a bar has
  const Fonts& fonts() const { return fonts_; }

  void fill(const Box& box, Ink ink, float radius = 0, Corners corners = {}) {
    if (canvas_) canvas_->fill(moved(box), ink, radius, corners);
    note({.box = moved(box), .radius = radius, .corners = corners, .fill = ink});
  }
  void frame(const Box& box, Ink border, Ink inside, float width, float radius, Corners corners = {}) {
    if (canvas_) canvas_->frame(moved(box), border, inside, width, radius, corners);
    note({.box = moved(box), .radius = radius, .corners = corners, .fill = inside, .stroke = border, .width = width});
  }
  void dashed_frame(const Box& box, Ink border, float radius, Corners corners = {}) {
    if (canvas_) canvas_->dashed_frame(moved(box), border, radius, corners);
    note({.box = moved(box), .radius = radius, .corners = corners, .stroke = border, .width = 1, .dashed = true});
  }
  void dashed_line(float x0, float y0, float x1, float y1, Ink ink) {
    if (canvas_) canvas_->dashed_line(box_.x + x0, box_.y + y0, box_.x + x1, box_.y + y1, ink);
    note({.kind = Shape::Kind::kLine,
          .box = moved({x0, y0, x1 - x0, y1 - y0}),
          .stroke = ink,
          .width = 1,
          .dashed = true});
  }
  void line(float x0, float y0, float x1, float y1, float width, Ink ink) {
    if (canvas_) canvas_->line(box_.x + x0, box_.y + y0, box_.x + x1, box_.y + y1, width, ink);
    note({.kind = Shape::Kind::kLine, .box = moved({x0, y0, x1 - x0, y1 - y0}), .stroke = ink, .width = width});
  }
  void disc(float x, float y, float radius, Ink ink) {
    if (canvas_) canvas_->disc(box_.x + x, box_.y + y, radius, ink);
    note({.kind = Shape::Kind::kCircle, .box = square(x, y, radius), .fill = ink});
  }
  void ring(float x, float y, float radius, float width, Ink ink, Ink inside) {
    if (canvas_) canvas_->ring(box_.x + x, box_.y + y, radius, width, ink, inside);
    note({.kind = Shape::Kind::kCircle, .box = square(x, y, radius), .fill = inside, .stroke = ink, .width = width});
  }
  void icon(Icon icon, float x, float y, float size, Ink ink) {
    if (canvas_) canvas_->icon(icon, box_.x + x, box_.y + y, size, ink);
    note({.kind = Shape::Kind::kIcon, .box = moved({x, y, size, size}), .stroke = ink, .icon = icon});
  }

  /// One line whose line box starts at y; x is its left end, middle or right end.
  void text(std::string_view text, float x, float y, const Type& type, Ink ink, Align align = Align::kLeft);

  /// Text broken into lines in `width`, all aligned to x. Returns their height.
  float lines(std::string_view text, float x, float y, float width, const Type& type, Ink ink,
              Align align = Align::kLeft);

  /// Text broken into lines in `area`, centred on x as far as it stays inside. Returns its height.
  float label(std::string_view text, float x, float y, const Box& area, const Type& type, Ink ink);

  /// Height and greatest width of text broken into lines in `width`; `cuts_word`: a line ends inside a word.
  struct Block {
    float width = 0, height = 0;
    bool cuts_word = false;
  };
  Block measure(std::string_view text, float width, const Type& type);

  /// Width of the widest part between spaces: in a column that wide no word is cut.
  float longest_word(std::string_view text, const Type& type) const;

 private:
  Box moved(const Box& box) const { return {box_.x + box.x, box_.y + box.y, box.w, box.h}; }
  Box square(float x, float y, float radius) const { return moved({x - radius, y - radius, 2 * radius, 2 * radius}); }
  void note(const Shape& shape) {
    assert(shape.width >= 0 && shape.radius >= 0);
    if (shapes_) shapes_->push_back(shape);
  }

  const Fonts& fonts_;
  Box box_;
  float appear_;
  Canvas* canvas_;
  std::vector<Shape>* shapes_;
  std::vector<Line> scratch_;
};

// Each composes one figure into the pen's width and returns the height.
float compose(Pen& pen, const StairsFigure& figure, const Fold& fold);
float compose(Pen& pen, const LadderFigure& figure, const Fold& fold);
float compose(Pen& pen, const BarsFigure& figure, const Fold& fold);
float compose(Pen& pen, const TrackFigure& figure, const Fold& fold);
float compose(Pen& pen, const RadarFigure& figure, const Fold& fold);
float compose(Pen& pen, const DumbbellFigure& figure, const Fold& fold);
float compose(Pen& pen, const CausesFigure& figure, const Fold& fold);
float compose(Pen& pen, const SharesFigure& figure, const Fold& fold);
float compose(Pen& pen, const MirrorFigure& figure, const Fold& fold);
float compose(Pen& pen, const OrderFigure& figure, const Fold& fold);
float compose(Pen& pen, const CellsFigure& figure, const Fold& fold);
float compose(Pen& pen, const ProgressFigure& figure, const Fold& fold);
float compose(Pen& pen, const LiveFigure& figure, const Fold& fold);
float compose(Pen& pen, const KeyFigure& figure, const Fold& fold);
float compose(Pen& pen, const DotsFigure& figure, const Fold& fold);
float compose(Pen& pen, const StepFigure& figure, const Fold& fold);
float compose(Pen& pen, const StagesFigure& figure, const Fold& fold);
float compose(Pen& pen, const ChangesFigure& figure, const Fold& fold);

/// Two numbers on one line `width` wide, 16 high: a filled dot for one, a ring for the other, at most 100 points.
/// Closer than two points they become one mark.
void compose_dumbbell(Pen& pen, double filled, double ring, float x, float middle, float width);
/// A stop for each value from 0 to `top`, in a row kStopsHeight high.
inline constexpr float kStopsHeight = 20;
struct Stops {
  float x = 0, middle = 0, column = 0;
  float at(int value) const { return x + column * (static_cast<float>(value) + 0.5f); }
};
Stops compose_stops(Pen& pen, float x, float y, float width, int top);
/// Every second stage is a band behind the rows of `plot`.
void compose_bands(Pen& pen, std::span<const int> ticks, const Box& plot);
/// Tick numbers under a line; those that would touch the one before, or the last, are left out.
void compose_axis(Pen& pen, std::span<const int> ticks, float x, float y, float width);

}  // namespace kk
