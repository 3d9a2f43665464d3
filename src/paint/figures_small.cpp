// Progress, live range, marker and dots: the figures of one line.
#include <algorithm>

#include "paint/figure_pen.h"

namespace kk {
namespace {

constexpr std::size_t kFramedSegments =
    60;  // beyond, segments are plain: neither shape nor drawing time is lost on slivers

void segment(Pen& pen, const Mark& mark, const Box& box, bool framed) {
  const float radius = framed ? 4 : 0;
  if (mark.state == MarkState::kOn) {
    pen.fill(box, Ink::kAccent, radius);
  } else if (!framed) {
    pen.fill(box, Ink::kBorder);
  } else if (mark.state == MarkState::kSkipped) {
    pen.dashed_frame(box, Ink::kBorderStrong, radius);
  } else {
    pen.frame(box, Ink::kBorderStrong, Ink::kSurface, 1, radius);
  }
  if (mark.current) pen.fill({box.x, box.y + 11, box.w, 2}, Ink::kText);
}

}  // namespace

float compose_progress(Pen& pen, const Figure& figure, const Fold& fold) {
  const auto& marks = figure.marks;
  int groups = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) groups += i == 0 || marks[i].tone != marks[i - 1].tone;
  const auto count = static_cast<float>(groups);
  const float between = std::min(fold.narrow ? 8.0f : 16.0f, pen.width() / (3 * std::max(1.0f, count)));
  const float column = (pen.width() - between * (count - 1)) / count;
  float x = 0;
  for (std::size_t begin = 0; begin < marks.size();) {
    std::size_t end = begin;
    while (end < marks.size() && marks[end].tone == marks[begin].tone) ++end;
    const auto n = static_cast<float>(end - begin);
    const float gap = std::min(4.0f, column / (3 * n));
    const float width = (column - gap * (n - 1)) / n;
    for (std::size_t i = begin; i < end; ++i) {
      segment(pen, marks[i], {x + static_cast<float>(i - begin) * (width + gap), 0, width, 8},
              marks.size() <= kFramedSegments);
    }
    x += column + between;
    begin = end;
  }
  return 8;
}

float compose_live(Pen& pen, const Figure& figure) {
  constexpr float kShortest = 8;  // a round bar
  const float width = pen.width();
  pen.frame({0, 0, width, 8}, Ink::kBorder, Ink::kSurface2, 1, 4);
  const float from = width * static_cast<float>(figure.first) / 100,
              to = width * static_cast<float>(figure.second) / 100;
  const float length = std::max(kShortest, to - from);
  pen.fill({std::clamp((from + to - length) / 2, 0.0f, width - length), 0, length, 8}, Ink::kMuted, 4);
  return 8;
}

float compose_key(Pen& pen, const Figure& figure) {
  const MarkState state = figure.marks.empty() ? MarkState::kOn : figure.marks.front().state;
  if (state == MarkState::kNext) {
    pen.ring(7, 7, 7, 2, Ink::kAccent, Ink::kSurface);
  } else {
    pen.ring(7, 7, 7, 3, Ink::kText, state == MarkState::kOpen ? Ink::kSurface : Ink::kText);
  }
  return 14;
}

float compose_dots(Pen& pen, const Figure& figure) {
  constexpr float kHeight = 20, kMiddle = kHeight / 2, kTextLeft = 6;  // the box begins 6 px before the text around it
  const MarkState state = figure.marks.empty() ? MarkState::kNone : figure.marks.front().state;
  if (figure.first < 0 && !figure.marks.empty() && !figure.marks.front().value.empty()) {
    pen.text(figure.marks.front().value, kTextLeft, 0, kSmallType, Ink::kMuted);
    return kHeight;
  }
  const int stops = std::max(2, figure.second + 1);
  const float column = pen.width() / static_cast<float>(stops);
  pen.fill({column / 2, kMiddle - 0.5f, pen.width() - column, 1}, Ink::kBorderStrong);
  for (int i = 0; i < stops; ++i) {
    const float x = column * (static_cast<float>(i) + 0.5f);
    if (i == figure.first) {
      pen.disc(x, kMiddle, 7, state == MarkState::kBrake ? Ink::kCaution : Ink::kText);
    } else if (i == figure.first + 1 && state == MarkState::kNext) {
      pen.ring(x, kMiddle, 7, 2, Ink::kAccent, Ink::kSurface);
    } else {
      pen.ring(x, kMiddle, 3, 1, Ink::kBorderStrong, Ink::kSurface);
    }
  }
  return kHeight;
}

}  // namespace kk
