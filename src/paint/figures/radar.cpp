// Section scores as a radar: a second view only, since its area says more than its numbers do (scoring.md 12).
#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/phrase.h"
#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr float kRadius = 110, kTop = 28, kTau = 6.2831853f;

struct Point {
  float x, y;
};

}  // namespace

float compose(Pen& pen, const RadarFigure& figure, const Fold&) {
  const std::size_t axes = figure.axes.size();
  assert(axes >= 3);
  const Point center{pen.width() / 2, kTop + kRadius};
  const auto at = [&](std::size_t axis, double points) -> Point {
    const float angle = kTau * static_cast<float>(axis) / static_cast<float>(axes);
    const float radius = kRadius * static_cast<float>(points) / 100;
    return {center.x + radius * std::sin(angle), center.y - radius * std::cos(angle)};
  };
  const auto polygon = [&](auto value, float width, Ink ink) {
    for (std::size_t i = 0; i < axes; ++i) {
      const Point a = at(i, value(i)), b = at((i + 1) % axes, value((i + 1) % axes));
      pen.line(a.x, a.y, b.x, b.y, width, ink);
    }
  };
  for (const int tick : figure.rings) polygon([&](std::size_t) { return static_cast<double>(tick); }, 1, Ink::kBorder);
  for (std::size_t i = 0; i < axes; ++i) {
    const Point end = at(i, 100);
    pen.line(center.x, center.y, end.x, end.y, 1, Ink::kBorderStrong);
  }
  polygon([&](std::size_t i) { return figure.axes[i].points * pen.appear(); }, 2, Ink::kText);
  float lowest = 0;
  for (std::size_t i = 0; i < axes; ++i) {
    const Bar& bar = figure.axes[i];
    const Point value = at(i, bar.points * pen.appear()), end = at(i, 112);
    pen.disc(value.x, value.y, 5, stage_ink(bar.stage));
    const std::string words = cat(bar.label, " ", bar.value);
    const bool middle = std::abs(end.x - center.x) < 1;
    const float y = middle ? end.y - (end.y < center.y ? 14.f : 6.f) : end.y - 10;
    const Align align = middle ? Align::kCenter : end.x > center.x ? Align::kLeft : Align::kRight;
    const float room = middle ? pen.width() : end.x > center.x ? pen.width() - end.x : end.x;
    lowest = std::max(lowest, y + pen.lines(words, end.x, y, room, kSmallType, Ink::kText, align));
  }
  return lowest + 4;
}

}  // namespace kk
