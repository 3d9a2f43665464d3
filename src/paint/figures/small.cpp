// Progress, live range, marker and dots: the figures of one line.
#include <algorithm>
#include <cassert>
#include <span>

#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr std::size_t kMostSegments = 60;  // beyond, a segment of its own for each question would be a sliver
constexpr float kCell = 4;                 // px

using Part = ProgressFigure::Part;
using State = ProgressFigure::State;

void segment(Pen& pen, State state, const Box& box) {
  constexpr float kRadius = 4;
  if (state == State::kAnswered) {
    pen.fill(box, Ink::kAccent, kRadius);
  } else if (state == State::kSkipped) {
    pen.dashed_frame(box, Ink::kBorderStrong, kRadius);
  } else {
    pen.frame(box, Ink::kBorderStrong, Ink::kSurface, 1, kRadius);
  }
}

/// The questions of one section that is `width` wide at x, each with a segment of its own.
void segments(Pen& pen, std::span<const Part> parts, float x, float width) {
  assert(!parts.empty());
  const auto n = static_cast<float>(parts.size());
  const float gap = std::min(4.0f, width / (3 * n));
  const float each = (width - gap * (n - 1)) / n;
  for (const Part& part : parts) {
    segment(pen, part.state, {x, 0, each, 8});
    if (part.current) pen.fill({x, 11, each, 2}, Ink::kText);
    x += each + gap;
  }
}

/// The same for a long list, as one bar: cells of several questions are filled where most of these are answered. What
/// it costs to draw depends on its width, not on how many questions there are.
void cells(Pen& pen, std::span<const Part> parts, float x, float width) {
  assert(!parts.empty());
  const std::size_t count = std::clamp<std::size_t>(static_cast<std::size_t>(width / kCell), 1, parts.size());
  const float each = width / static_cast<float>(count);
  pen.fill({x, 0, width, 8}, Ink::kBorder);
  float run = 0;  // how wide the filled cells before this one are
  for (std::size_t cell = 0, begin = 0; cell < count; ++cell) {
    const std::size_t end = (cell + 1) * parts.size() / count;
    const auto in_cell = parts.subspan(begin, end - begin);
    const float left = x + static_cast<float>(cell) * each;
    if (std::any_of(in_cell.begin(), in_cell.end(), [](const Part& part) { return part.current; })) {
      pen.fill({left, 11, each, 2}, Ink::kText);
    }
    const auto answered =
        std::count_if(in_cell.begin(), in_cell.end(), [](const Part& part) { return part.state == State::kAnswered; });
    const bool filled = 2 * answered > static_cast<std::ptrdiff_t>(in_cell.size());
    if (!filled && run > 0) pen.fill({left - run, 0, run, 8}, Ink::kAccent);
    run = filled ? run + each : 0;
    begin = end;
  }
  if (run > 0) pen.fill({x + width - run, 0, run, 8}, Ink::kAccent);
}

constexpr float kTextLeft = 6;  // the box begins 6 px before the text around it

/// `value` is filled with `ink` and `next` ringed, where they are from 0 to `top`.
float dots(Pen& pen, int value, int top, Ink ink, int next) {
  assert(value <= top);
  const Stops stops = compose_stops(pen, 0, 0, pen.width(), top);
  if (value >= 0) pen.disc(stops.at(value), stops.middle, 7, ink);
  if (next >= 0 && next <= top) pen.ring(stops.at(next), stops.middle, 7, 2, Ink::kAccent, Ink::kSurface);
  return kStopsHeight;
}

}  // namespace

Stops compose_stops(Pen& pen, float x, float y, float width, int top) {
  assert(top >= 1);
  const Stops stops{x, y + kStopsHeight / 2, width / static_cast<float>(top + 1)};
  pen.fill({stops.at(0), stops.middle - 0.5f, width - stops.column, 1}, Ink::kBorderStrong);
  for (int i = 0; i <= top; ++i) pen.ring(stops.at(i), stops.middle, 3, 1, Ink::kBorderStrong, Ink::kSurface);
  return stops;
}

float compose(Pen& pen, const ProgressFigure& figure, const Fold& fold) {
  assert(!figure.parts.empty());
  const auto& parts = figure.parts;
  int groups = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) groups += i == 0 || parts[i].section != parts[i - 1].section;
  const auto count = static_cast<float>(groups);
  const float between = std::min(fold.narrow ? 8.0f : 16.0f, pen.width() / (3 * std::max(1.0f, count)));
  const float column = (pen.width() - between * (count - 1)) / count;
  float x = 0;
  for (std::size_t begin = 0; begin < parts.size();) {
    std::size_t end = begin;
    while (end < parts.size() && parts[end].section == parts[begin].section) ++end;
    const std::span group(parts.data() + begin, end - begin);
    parts.size() <= kMostSegments ? segments(pen, group, x, column) : cells(pen, group, x, column);
    x += column + between;
    begin = end;
  }
  return 8;
}

float compose(Pen& pen, const LiveFigure& figure, const Fold&) {
  assert(figure.low >= 0 && figure.low <= figure.high && figure.high <= 100);
  constexpr float kShortest = 8;  // a round bar
  const float width = pen.width();
  pen.frame({0, 0, width, 8}, Ink::kBorder, Ink::kSurface2, 1, 4);
  const float from = width * static_cast<float>(figure.low) / 100, to = width * static_cast<float>(figure.high) / 100;
  const float length = std::max(kShortest, to - from);
  pen.fill({std::clamp((from + to - length) / 2, 0.0f, width - length), 0, length, 8}, Ink::kMuted, 4);
  return 8;
}

float compose(Pen& pen, const KeyFigure& figure, const Fold&) {
  using Sign = KeyFigure::Sign;
  if (figure.sign == Sign::kNext) {
    pen.ring(7, 7, 7, 2, Ink::kAccent, Ink::kSurface);
  } else if (figure.sign == Sign::kDot) {
    pen.disc(7, 7, 4, Ink::kMuted);
  } else {
    pen.ring(7, 7, 7, 3, Ink::kText, figure.sign == Sign::kRing ? Ink::kSurface : Ink::kText);
  }
  return 14;
}

float compose(Pen& pen, const DotsFigure& figure, const Fold&) {
  if (figure.value >= 0) return dots(pen, figure.value, figure.top, figure.brake ? Ink::kCaution : Ink::kText, -1);
  pen.text(figure.words, kTextLeft, 0, kSmallType, Ink::kMuted);
  return kStopsHeight;
}

float compose(Pen& pen, const StepFigure& figure, const Fold&) {
  return dots(pen, figure.value, figure.top, Ink::kText, figure.value < 0 ? -1 : figure.value + 1);
}

}  // namespace kk
