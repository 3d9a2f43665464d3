// Section bars, the order strip and the cells of single steps.
#include <algorithm>
#include <cmath>

#include "base/phrase.h"
#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr float kLabelGap = 16, kLabelWidth = kLabelColumn - kLabelGap, kWordGap = 8;
constexpr float kTrack = 12;

void bar(Pen& pen, const Mark& mark, float x, float y, float width) {
  const float length = width * static_cast<float>(std::clamp(mark.at, 0.0, 100.0)) / 100 * pen.appear();
  pen.fill({x, y, std::max(2.0f, length), kTrack}, stage_ink(mark.tone), 3, kRightCorners);
}

// Order strip.

constexpr float kLink = 32;

void link(Pen& pen, const Mark& mark, const Box& box) {
  if (mark.state == MarkState::kUnknown) {
    pen.dashed_frame(box, Ink::kBorderStrong, 4);
    pen.text(mark.value, box.middle_x(), box.y + 6, kSmallType, Ink::kMuted, Align::kCenter);
    return;
  }
  if (mark.state == MarkState::kWeak) pen.frame(box.inset(-4), Ink::kText, Ink::kNone, 2, 8);
  pen.fill(box, stage_ink(mark.tone), 4);
  pen.text(mark.value, box.middle_x(), box.y + 6, bold(kSmallType), stage_on_ink(mark.tone), Align::kCenter);
}

Type name_type(const Mark& mark) { return mark.state == MarkState::kWeak ? bold(kSmallType) : kSmallType; }
Ink name_ink(const Mark& mark) { return mark.state == MarkState::kWeak ? Ink::kText : Ink::kMuted; }

/// Columns as drawn for the four links of the design, else equal. Where a word does not fit, the others give way.
/// Empty: the links do not fit beside each other.
std::vector<float> link_columns(Pen& pen, const Figure& figure, bool narrow, float room) {
  const std::size_t count = figure.marks.size();
  std::vector<float> columns(count, room / static_cast<float>(count));
  if (count == 4 && narrow) {
    columns = {72, room - 196, 76, 48};
  } else if (count == 4) {
    columns = {room * 1.1f / 4.7f, room * 1.8f / 4.7f, room * 1.1f / 4.7f, room * 0.7f / 4.7f};
  }
  std::vector<float> least(count);
  float missing = 0, spare = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Mark& mark = figure.marks[i];
    const float value = pen.fonts().width(mark.value, bold(kSmallType)) + kWordGap;
    least[i] = std::ceil(std::max({kLink, value, pen.longest_word(mark.label, name_type(mark))}));
    missing += std::max(0.0f, least[i] - columns[i]);
    spare += std::max(0.0f, columns[i] - least[i]);
  }
  if (missing > spare) return {};
  if (missing == 0) return columns;
  for (std::size_t i = 0; i < count; ++i) {
    columns[i] = std::max(columns[i], least[i]) - std::max(0.0f, columns[i] - least[i]) * missing / spare;
  }
  return columns;
}

}  // namespace

void compose_bands(Pen& pen, const Figure& figure, const Box& plot) {
  for (std::size_t i = 1; i + 1 < figure.ticks.size(); i += 2) {
    const float from = plot.w * static_cast<float>(figure.ticks[i]) / 100;
    const float to = plot.w * static_cast<float>(figure.ticks[i + 1]) / 100;
    pen.fill({plot.x + from, plot.y, to - from, plot.h}, Ink::kSurface2);
  }
}

void compose_axis(Pen& pen, const Figure& figure, float x, float y, float width) {
  pen.fill({x, y, width, 1}, Ink::kBorderStrong);
  const Type type{kSmallType.size, 24, 400};
  const std::size_t count = figure.ticks.size();
  if (count == 0) return;
  const auto wide = [&](std::size_t i) { return pen.fonts().width(number(figure.ticks[i]), type); };
  const float last = x + width - wide(count - 1);
  float free = x;
  for (std::size_t i = 0; i < count; ++i) {
    const float w = wide(i);
    const float at = x + width * static_cast<float>(figure.ticks[i]) / 100;
    const float left = i + 1 == count ? last : std::max(x, at - w / 2);
    if (left < free || (i + 1 < count && left + w + kWordGap > last)) continue;
    pen.text(number(figure.ticks[i]), left, y, type, Ink::kMuted);
    free = left + w + kWordGap;
  }
}

float compose_bars(Pen& pen, const Figure& figure) {
  const float x = kLabelWidth + kLabelGap, width = pen.width() - x;
  struct Row {
    float label = 0, height = 0;  ///< height of the label's text, and of the row
  };
  std::vector<Row> rows;
  float height = 12;
  const auto room = [&](const Mark& mark) {
    return mark.state == MarkState::kUnknown ? kLabelWidth
                                             : kLabelWidth - kWordGap - pen.fonts().width(mark.value, bold(kSmallType));
  };
  for (const Mark& mark : figure.marks) {
    const float label = pen.measure(mark.label, room(mark), kSmallType).height;
    rows.push_back({label, std::max(28.0f, label)});
    height += rows.back().height;
  }
  compose_bands(pen, figure, {x, 0, width, height});
  if (figure.at >= 0) {
    const float at = x + width * static_cast<float>(figure.at) / 100;
    pen.dashed_line(at, 0, at, height, Ink::kMuted);
  }
  float y = 6;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Mark& mark = figure.marks[i];
    const float middle = y + rows[i].height / 2;
    pen.lines(mark.label, 0, middle - rows[i].label / 2, room(mark), kSmallType, Ink::kText);
    if (mark.state == MarkState::kUnknown) {
      pen.text(mark.value, x + kWordGap, middle - 10, kSmallType, Ink::kMuted);
    } else {
      pen.text(mark.value, kLabelWidth, middle - 10, bold(kSmallType), Ink::kText, Align::kRight);
      bar(pen, mark, x, middle - kTrack / 2, width);
    }
    y += rows[i].height;
  }
  compose_axis(pen, figure, x, height, width);
  return height + 24;
}

float compose_bar(Pen& pen, const Figure& figure) {
  const Mark& mark = figure.marks.front();
  pen.frame({0, 0, pen.width(), kTrack}, Ink::kBorder, Ink::kSurface, 1, 0);
  if (mark.state == MarkState::kUnknown) return kTrack;
  compose_bands(pen, figure, {0, 1, pen.width(), kTrack - 2});
  bar(pen, mark, 0, 0, pen.width());
  return kTrack;
}

float compose_order(Pen& pen, const Figure& figure, const Fold& fold) {
  const std::size_t count = figure.marks.size();
  if (count == 0) return 0;
  const float arrow = fold.narrow ? 12 : 16, gap = fold.narrow ? 4 : 8;
  const float room = pen.width() - static_cast<float>(count - 1) * (arrow + 2 * gap);
  const std::vector<float> columns = link_columns(pen, figure, fold.narrow, room);
  if (columns.empty()) {  // under each other
    float y = 0, value = kLink;
    for (const Mark& mark : figure.marks)
      value = std::max(value, pen.fonts().width(mark.value, bold(kSmallType)) + 2 * kWordGap);
    for (const Mark& mark : figure.marks) {
      if (y > 0) y += 12;
      const float x = value + 12, label = pen.measure(mark.label, pen.width() - x, name_type(mark)).height;
      const float height = std::max(kLink, label);
      link(pen, mark, {0, y + (height - kLink) / 2, value, kLink});
      pen.lines(mark.label, x, y + (height - label) / 2, pen.width() - x, name_type(mark), name_ink(mark));
      y += height;
    }
    return y;
  }
  const float below = kLink + (fold.narrow ? 6 : 8);
  float x = 0, labels = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Mark& mark = figure.marks[i];
    link(pen, mark, {x, 0, columns[i], kLink});
    labels = std::max(labels, pen.lines(mark.label, x + columns[i] / 2, below, columns[i], name_type(mark),
                                        name_ink(mark), Align::kCenter));
    x += columns[i] + gap;
    if (i + 1 < count) pen.icon(Icon::kArrowRight, x, 8, 16, Ink::kMuted);
    x += arrow + gap;
  }
  return below + labels;
}

float compose_cells(Pen& pen, const Figure& figure, const Fold& fold) {
  constexpr float kGap = 4, kArrow = 16, kArrowGap = 2;
  constexpr std::size_t kLongest = 15, kMost = 60;
  if (fold.tiny) return 0;
  // Of a very long list only the cells that have something to say.
  std::vector<const Mark*> marks;
  for (const Mark& mark : figure.marks) {
    if (marks.size() < kMost && (figure.marks.size() <= kMost || mark.state == MarkState::kOn)) marks.push_back(&mark);
  }
  if (marks.empty()) return 0;
  float least = 0;
  for (const Mark* mark : marks) {
    const bool on = mark->state == MarkState::kOn;
    least = std::max(
        least, pen.fonts().width(mark->label, on ? bold(kBodyType) : kBodyType) + 4 + (on ? kArrow + kArrowGap : 0));
  }
  const auto fit = static_cast<std::size_t>(std::max(1.0f, (pen.width() + kGap) / (least + kGap)));
  const std::size_t most = std::min({fit, kLongest, marks.size()});
  const std::size_t rows = (marks.size() + most - 1) / most;
  const std::size_t columns = (marks.size() + rows - 1) / rows;
  const float width = (pen.width() - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = fold.narrow ? 36 : 40;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Box box{static_cast<float>(i % columns) * (width + kGap), static_cast<float>(i / columns) * (height + kGap),
                  width, height};
    const float top = box.middle_y() - kBodyType.line / 2;
    if (marks[i]->state == MarkState::kOn) {
      pen.frame(box, Ink::kAccent, Ink::kAccentTint, 2, 4);
      const float x = box.middle_x() - (pen.fonts().width(marks[i]->label, bold(kBodyType)) + kArrowGap + kArrow) / 2;
      pen.text(marks[i]->label, x, top, bold(kBodyType), Ink::kText);
      pen.icon(Icon::kArrowUp, box.right() - (x - box.x) - kArrow, box.middle_y() - kArrow / 2, kArrow, Ink::kText);
    } else {
      pen.frame(box, Ink::kBorder, Ink::kSurface, 1, 4);
      pen.text(marks[i]->label, box.middle_x(), top, kBodyType, Ink::kMuted, Align::kCenter);
    }
  }
  return static_cast<float>(rows) * (height + kGap) - kGap;
}

}  // namespace kk
