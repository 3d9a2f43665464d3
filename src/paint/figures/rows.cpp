// Section bars, the order strip and the cells of single steps.
#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/phrase.h"
#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr float kLabelGap = 16, kLabelWidth = kLabelColumn - kLabelGap, kWordGap = 8;
constexpr float kTrack = 12;

void fill_bar(Pen& pen, const Bar& bar, float x, float y, float width) {
  const float length = width * static_cast<float>(std::clamp(bar.points, 0.0, 100.0)) / 100 * pen.appear();
  pen.fill({x, y, std::max(2.0f, length), kTrack}, stage_ink(bar.stage), 3, kRightCorners);
}

// Order strip.

using Link = OrderFigure::Link;
constexpr float kLink = 32;

void draw_link(Pen& pen, const Link& link, const Box& box) {
  if (link.level < 0) {
    pen.dashed_frame(box, Ink::kBorderStrong, 4);
    pen.text(link.value, box.middle_x(), box.y + 6, kSmallType, Ink::kMuted, Align::kCenter);
    return;
  }
  if (link.weak) pen.frame(box.inset(-4), Ink::kText, Ink::kNone, 2, 8);
  pen.fill(box, stage_ink(link.level + 1), 4);
  pen.text(link.value, box.middle_x(), box.y + 6, bold(kSmallType), stage_on_ink(link.level + 1), Align::kCenter);
}

Type name_type(const Link& link) { return link.weak ? bold(kSmallType) : kSmallType; }
Ink name_ink(const Link& link) { return link.weak ? Ink::kText : Ink::kMuted; }

/// Columns as drawn for the four links of the design, else equal. Where a word does not fit, the others give way.
/// Empty: the links do not fit beside each other.
std::vector<float> link_columns(Pen& pen, const std::vector<Link>& links, bool narrow, float room) {
  const std::size_t count = links.size();
  std::vector<float> columns(count, room / static_cast<float>(count));
  if (count == 4) {
    const float share = room / 4.7f;
    const float four[][4] = {{share * 1.1f, share * 1.8f, share * 1.1f, share * 0.7f}, {72, room - 196, 76, 48}};
    std::copy_n(four[narrow], count, columns.begin());
  }
  std::vector<float> least(count);
  float missing = 0, spare = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Link& link = links[i];
    const float value = pen.fonts().width(link.value, bold(kSmallType)) + kWordGap;
    least[i] = std::ceil(std::max({kLink, value, pen.longest_word(link.label, name_type(link))}));
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

void compose_bands(Pen& pen, std::span<const int> ticks, const Box& plot) {
  assert(std::is_sorted(ticks.begin(), ticks.end()));
  for (std::size_t i = 1; i + 1 < ticks.size(); i += 2) {
    const float from = plot.w * static_cast<float>(ticks[i]) / 100;
    const float to = plot.w * static_cast<float>(ticks[i + 1]) / 100;
    pen.fill({plot.x + from, plot.y, to - from, plot.h}, Ink::kSurface2);
  }
}

void compose_axis(Pen& pen, std::span<const int> ticks, float x, float y, float width) {
  pen.fill({x, y, width, 1}, Ink::kBorderStrong);
  const Type type{kSmallType.size, 24, 400};
  const std::size_t count = ticks.size();
  assert(count > 0 && std::is_sorted(ticks.begin(), ticks.end()));
  const auto wide = [&](std::size_t i) { return pen.fonts().width(number(ticks[i]), type); };
  const float last = x + width - wide(count - 1);
  float free = x;
  for (std::size_t i = 0; i < count; ++i) {
    const float w = wide(i);
    const float at = x + width * static_cast<float>(ticks[i]) / 100;
    const float left = i + 1 == count ? last : std::max(x, at - w / 2);
    if (left < free || (i + 1 < count && left + w + kWordGap > last)) continue;
    pen.text(number(ticks[i]), left, y, type, Ink::kMuted);
    free = left + w + kWordGap;
  }
}

float compose(Pen& pen, const BarsFigure& figure, const Fold&) {
  assert(!figure.bars.empty());
  const float x = kLabelWidth + kLabelGap, width = pen.width() - x;
  struct Row {
    float label = 0, height = 0;  ///< height of the label's text, and of the row
  };
  std::vector<Row> rows;
  float height = 12;
  const auto room = [&](const Bar& bar) {
    return bar.open ? kLabelWidth : kLabelWidth - kWordGap - pen.fonts().width(bar.value, bold(kSmallType));
  };
  for (const Bar& bar : figure.bars) {
    const float label = pen.measure(bar.label, room(bar), kSmallType).height;
    rows.push_back({label, std::max(28.0f, label)});
    height += rows.back().height;
  }
  compose_bands(pen, figure.ticks, {x, 0, width, height});
  if (figure.line >= 0) {
    const float at = x + width * static_cast<float>(figure.line) / 100;
    pen.dashed_line(at, 0, at, height, Ink::kMuted);
  }
  float y = 6;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Bar& bar = figure.bars[i];
    const float middle = y + rows[i].height / 2;
    pen.lines(bar.label, 0, middle - rows[i].label / 2, room(bar), kSmallType, Ink::kText);
    if (bar.open) {
      pen.text(bar.value, x + kWordGap, middle - 10, kSmallType, Ink::kMuted);
    } else {
      pen.text(bar.value, kLabelWidth, middle - 10, bold(kSmallType), Ink::kText, Align::kRight);
      fill_bar(pen, bar, x, middle - kTrack / 2, width);
    }
    y += rows[i].height;
  }
  compose_axis(pen, figure.ticks, x, height, width);
  return height + 24;
}

float compose(Pen& pen, const TrackFigure& figure, const Fold&) {
  assert(figure.bar.points >= 0 && figure.bar.points <= 100);
  pen.frame({0, 0, pen.width(), kTrack}, Ink::kBorder, Ink::kSurface, 1, 0);
  if (figure.bar.open) return kTrack;
  compose_bands(pen, figure.ticks, {0, 1, pen.width(), kTrack - 2});
  fill_bar(pen, figure.bar, 0, 0, pen.width());
  return kTrack;
}

float compose(Pen& pen, const OrderFigure& figure, const Fold& fold) {
  const std::size_t count = figure.links.size();
  assert(count > 0);
  const float arrow = fold.narrow ? 12 : 16, gap = fold.narrow ? 4 : 8;
  const float room = pen.width() - static_cast<float>(count - 1) * (arrow + 2 * gap);
  const std::vector<float> columns = link_columns(pen, figure.links, fold.narrow, room);
  if (columns.empty()) {  // under each other
    float y = 0, value = kLink;
    for (const Link& link : figure.links)
      value = std::max(value, pen.fonts().width(link.value, bold(kSmallType)) + 2 * kWordGap);
    for (const Link& link : figure.links) {
      if (y > 0) y += 12;
      const float x = value + 12, label = pen.measure(link.label, pen.width() - x, name_type(link)).height;
      const float height = std::max(kLink, label);
      draw_link(pen, link, {0, y + (height - kLink) / 2, value, kLink});
      pen.lines(link.label, x, y + (height - label) / 2, pen.width() - x, name_type(link), name_ink(link));
      y += height;
    }
    return y;
  }
  const float below = kLink + (fold.narrow ? 6 : 8);
  float x = 0, labels = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Link& link = figure.links[i];
    draw_link(pen, link, {x, 0, columns[i], kLink});
    labels = std::max(labels, pen.lines(link.label, x + columns[i] / 2, below, columns[i], name_type(link),
                                        name_ink(link), Align::kCenter));
    x += columns[i] + gap;
    if (i + 1 < count) pen.icon(Icon::kArrowRight, x, 8, 16, Ink::kMuted);
    x += arrow + gap;
  }
  return below + labels;
}

float compose(Pen& pen, const CellsFigure& figure, const Fold& fold) {
  constexpr float kGap = 4, kArrow = 16, kArrowGap = 2;
  constexpr std::size_t kLongest = 15;
  if (fold.tiny) return 0;
  const auto& cells = figure.cells;
  assert(!cells.empty() && cells.size() <= kMostCells);
  const auto width_of = [&](const CellsFigure::Cell& cell) {
    return pen.fonts().width(number(cell.number), cell.lifts ? bold(kBodyType) : kBodyType);
  };
  float least = 0;
  for (const auto& cell : cells) least = std::max(least, width_of(cell) + 4 + (cell.lifts ? kArrow + kArrowGap : 0));
  const auto fit = static_cast<std::size_t>(std::max(1.0f, (pen.width() + kGap) / (least + kGap)));
  const std::size_t most = std::min({fit, kLongest, cells.size()});
  const std::size_t rows = (cells.size() + most - 1) / most;
  const std::size_t columns = (cells.size() + rows - 1) / rows;
  const float width = (pen.width() - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = fold.narrow ? 36 : 40;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Box box{static_cast<float>(i % columns) * (width + kGap), static_cast<float>(i / columns) * (height + kGap),
                  width, height};
    const float top = box.middle_y() - kBodyType.line / 2;
    if (cells[i].lifts) {
      pen.frame(box, Ink::kAccent, Ink::kAccentTint, 2, 4);
      const float x = box.middle_x() - (width_of(cells[i]) + kArrowGap + kArrow) / 2;
      pen.text(number(cells[i].number), x, top, bold(kBodyType), Ink::kText);
      pen.icon(Icon::kArrowUp, box.right() - (x - box.x) - kArrow, box.middle_y() - kArrow / 2, kArrow, Ink::kText);
    } else {
      pen.frame(box, Ink::kBorder, Ink::kSurface, 1, 4);
      pen.text(number(cells[i].number), box.middle_x(), top, kBodyType, Ink::kMuted, Align::kCenter);
    }
  }
  return static_cast<float>(rows) * (height + kGap) - kGap;
}

}  // namespace kk
