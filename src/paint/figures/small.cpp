// Progress, live range, marker and dots: the figures of one line.
#include <algorithm>
#include <span>

#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr std::size_t kMostSegments = 60;  // beyond, a segment of its own for each question would be a sliver
constexpr float kCell = 4;                 // px

void segment(Pen& pen, const Mark& mark, const Box& box) {
  constexpr float kRadius = 4;
  if (mark.state == MarkState::kOn) {
    pen.fill(box, Ink::kAccent, kRadius);
  } else if (mark.state == MarkState::kSkipped) {
    pen.dashed_frame(box, Ink::kBorderStrong, kRadius);
  } else {
    pen.frame(box, Ink::kBorderStrong, Ink::kSurface, 1, kRadius);
  }
}

/// The marks of one section that is `width` wide at x, each with a segment of its own.
void segments(Pen& pen, std::span<const Mark> marks, float x, float width) {
  const auto n = static_cast<float>(marks.size());
  const float gap = std::min(4.0f, width / (3 * n));
  const float each = (width - gap * (n - 1)) / n;
  for (const Mark& mark : marks) {
    segment(pen, mark, {x, 0, each, 8});
    if (mark.current) pen.fill({x, 11, each, 2}, Ink::kText);
    x += each + gap;
  }
}

/// The same for a long list, as one bar: cells of several questions are filled where most of these are answered. What
/// it costs to draw depends on its width, not on how many questions there are.
void cells(Pen& pen, std::span<const Mark> marks, float x, float width) {
  const std::size_t count = std::clamp<std::size_t>(static_cast<std::size_t>(width / kCell), 1, marks.size());
  const float each = width / static_cast<float>(count);
  pen.fill({x, 0, width, 8}, Ink::kBorder);
  float run = 0;  // how wide the filled cells before this one are
  for (std::size_t cell = 0, begin = 0; cell < count; ++cell) {
    const std::size_t end = (cell + 1) * marks.size() / count;
    const auto part = marks.subspan(begin, end - begin);
    const float left = x + static_cast<float>(cell) * each;
    if (std::any_of(part.begin(), part.end(), [](const Mark& mark) { return mark.current; })) {
      pen.fill({left, 11, each, 2}, Ink::kText);
    }
    const auto on = std::count_if(part.begin(), part.end(), [](const Mark& m) { return m.state == MarkState::kOn; });
    const bool filled = 2 * on > static_cast<std::ptrdiff_t>(part.size());
    if (!filled && run > 0) pen.fill({left - run, 0, run, 8}, Ink::kAccent);
    run = filled ? run + each : 0;
    begin = end;
  }
  if (run > 0) pen.fill({x + width - run, 0, run, 8}, Ink::kAccent);
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
    const std::span part(marks.data() + begin, end - begin);
    marks.size() <= kMostSegments ? segments(pen, part, x, column) : cells(pen, part, x, column);
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
