// Word against deed, where it pinches, and the mirror: rows on one scale of 0 to 100.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <string_view>

#include "base/phrase.h"
#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr float kLabelWidth = 200, kMirrorLabelWidth = 272, kLabelGap = 16, kWordWidth = 80;
constexpr float kTrack = 12;
constexpr float kInset = 10;  // so that a dot at 0 or 100 stays inside

float on(float width, double at) { return width * static_cast<float>(std::clamp(at, 0.0, 100.0)) / 100; }

/// A filled dot for the deed, a ring for the word.
void bell(Pen& pen, const DumbbellFigure::Row& row, float x, float middle, float width) {
  if (!row.open) return compose_dumbbell(pen, row.deed, row.word, x, middle, width);
  pen.fill({x, middle - 0.5f, width, 1}, Ink::kBorder);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "daad 92, woord 100" from x on: its numbers stand out. Returns its width; without `drawn` it is only measured.
float value_text(Pen& pen, std::string_view text, float x, float y, bool drawn = true) {
  const float from = x;
  while (!text.empty()) {
    const bool number = is_digit(text.front());
    std::size_t end = 1;
    while (end < text.size() && is_digit(text[end]) == number) ++end;
    const Type type = number ? bold(kSmallType) : kSmallType;
    if (drawn) pen.text(text.substr(0, end), x, y, type, number ? Ink::kText : Ink::kMuted);
    x += pen.fonts().width(text.substr(0, end), type);
    text.remove_prefix(end);
  }
  return x - from;
}

/// Label left and value right above a row, as narrow screens have it; under each other where a word would be cut.
/// Returns their height.
float caption(Pen& pen, std::string_view name, std::string_view words, float y, const Type& label) {
  const float value = value_text(pen, words, 0, y, false);
  const float room = pen.width() - value - 8;
  if (room < pen.longest_word(name, label)) {
    const float height = pen.lines(name, 0, y, pen.width(), label, Ink::kText);
    value_text(pen, words, 0, y + height);
    return height + kSmallType.line;
  }
  value_text(pen, words, pen.width() - value, y);
  return pen.lines(name, 0, y, room, label, Ink::kText);
}

}  // namespace

void compose_dumbbell(Pen& pen, double filled, double ring, float x, float middle, float width) {
  pen.fill({x, middle - 0.5f, width, 1}, Ink::kBorder);
  const float disc = x + on(width, filled), other = x + on(width, filled + (ring - filled) * pen.appear());
  if (std::abs(filled - ring) < 2) {
    pen.ring(disc, middle, 10, 3, Ink::kText, Ink::kSurface);
    pen.disc(disc, middle, 5, Ink::kText);
    return;
  }
  pen.fill({std::min(disc, other), middle - 2, std::abs(other - disc), 4}, Ink::kBorderStrong);
  pen.disc(disc, middle, 8, Ink::kText);
  pen.ring(other, middle, 8, 3, Ink::kText, Ink::kSurface);
}

float compose(Pen& pen, const DumbbellFigure& figure, const Fold& fold) {
  assert(!figure.rows.empty() && !figure.ticks.empty());
  float y = 0;
  if (fold.narrow) {
    const float width = pen.width() - 2 * kInset;
    for (const auto& row : figure.rows) {
      y += caption(pen, row.label, row.value, y, kSmallType) + 2;
      bell(pen, row, kInset, y + 8, width);
      y += 23;
    }
    return std::max(0.f, y - 4);  // each has its numbers beside it: no axis
  }
  const float x = kLabelWidth + kLabelGap, width = pen.width() - x - kInset;
  using Row = DumbbellFigure::Row;
  const auto label_height = [&](const Row& row) { return pen.measure(row.label, kLabelWidth, kSmallType).height; };
  const auto row_height = [&](const Row& row) { return std::max(44.f, label_height(row) + 24); };
  float height = 12;
  for (const auto& row : figure.rows) height += row_height(row);
  compose_bands(pen, figure.ticks, {x, 0, width, height});
  y = 6;
  for (const auto& row : figure.rows) {
    pen.lines(row.label, 0, y + 2, kLabelWidth, kSmallType, Ink::kText);
    value_text(pen, row.value, 0, y + 2 + label_height(row));
    bell(pen, row, x, y + row_height(row) / 2, width);
    y += row_height(row);
  }
  compose_axis(pen, figure.ticks, x, height, width);
  return height + 24;
}

float compose(Pen& pen, const CausesFigure& figure, const Fold& fold) {
  assert(!figure.bars.empty() && figure.limit >= 0 && figure.limit <= 100);
  const float x = fold.narrow ? 0 : kLabelWidth + kLabelGap, width = pen.width() - x;
  const Type value = bold(kSmallType);
  float y = fold.narrow ? 0 : 6;
  const float top = y;
  for (const Bar& bar : figure.bars) {
    const float length = on(width, bar.points) * pen.appear();
    if (fold.narrow) {
      y += caption(pen, bar.label, bar.value, y, kSmallType) + 2;
      pen.frame({0, y, width, kTrack}, Ink::kBorder, Ink::kSurface, 1, 0);
      pen.fill({0, y, std::max(2.f, length), kTrack}, Ink::kCaution, 3, kRightCorners);
      y += kTrack + 7;
    } else {
      const float room = kLabelWidth - 8 - pen.fonts().width(bar.value, value);
      const float label = pen.measure(bar.label, room, kSmallType).height;
      const float height = std::max(28.f, label);
      pen.lines(bar.label, 0, y + (height - label) / 2, room, kSmallType, Ink::kText);
      pen.text(bar.value, kLabelWidth, y + height / 2 - 10, value, Ink::kText, Align::kRight);
      pen.fill({x, y + height / 2 - 6, std::max(2.f, length), kTrack}, Ink::kCaution, 3, kRightCorners);
      y += height;
    }
  }
  if (!fold.narrow) y += 6;
  // The axis has three places in words: both ends, and where it begins to pinch.
  const Type type{kSmallType.size, 24, 400};
  const float limit = x + on(width, figure.limit);
  if (!fold.narrow) pen.fill({limit, top - 6, 1, y - top + 6}, Ink::kBorderStrong);
  pen.fill({x, y, width, 1}, Ink::kBorderStrong);
  pen.fill({limit, y - 4, 1, 9}, Ink::kText);
  const float half = pen.fonts().width(figure.limit_words, type) / 2 + 8;
  pen.label(figure.limit_words, limit, y, {x, y, width, 24}, type, Ink::kMuted);
  if (limit - half > x + pen.fonts().width("0", type)) pen.text("0", x, y, type, Ink::kMuted);
  if (limit + half < x + width - pen.fonts().width("100", type))
    pen.text("100", x + width, y, type, Ink::kMuted, Align::kRight);
  return y + 24;
}

float compose(Pen& pen, const SharesFigure& figure, const Fold&) {
  constexpr float kBar = 14, kRow = 24, kGap = 2;
  float label = 0;
  for (const auto& row : figure.rows)
    label = std::max(label, pen.fonts().width(cat(row.label, ", ", row.value), kSmallType) + 16);
  float x = 0, y = 0;
  int nth = 0;
  for (const auto& row : figure.rows) {
    const float length = on(figure.whole ? pen.width() : pen.width() - label, row.percent);
    if (!figure.whole) {
      pen.text(cat(row.label, ", ", row.value), 0, y + 2, kSmallType, Ink::kText);
      pen.fill({label, y + 5, length, kBar}, Ink::kBorderStrong, 3, kRightCorners);
      y += kRow;
      continue;
    }
    // Told apart by fill, hatch and outline.
    const bool last = &row == &figure.rows.back();
    const Box part{x, 4, last ? pen.width() - x : length - kGap, kBar};
    const int kind = nth++ % 3;
    pen.frame(part, Ink::kBorderStrong, kind == 0 ? Ink::kBorderStrong : Ink::kSurface2, 1, 0);
    for (float at = 8 - kBar; kind == 1 && at < part.w; at += 8) {
      const float from = std::max(at, 0.f), to = std::min(at + kBar, part.w);
      pen.line(x + from, 4 + kBar - (from - at), x + to, 4 + kBar - (to - at), 2, Ink::kBorderStrong);
    }
    const std::string words = cat(row.value, " ", row.label);
    pen.text(pen.fonts().width(words, kSmallType) < length - 8 ? words : row.value, x, 4 + kBar + 2, kSmallType,
             Ink::kText);
    x += length;
  }
  return figure.whole ? 4 + kBar + 2 + kSmallType.line : y;
}

float compose(Pen& pen, const MirrorFigure& figure, const Fold& fold) {
  const float x = fold.narrow ? 0 : kMirrorLabelWidth + kLabelGap, width = pen.width() - x;
  const auto bands = figure.bands.size();
  assert(bands > 0);
  const float band = width / static_cast<float>(bands);
  const auto stripes = [&](float y, float height) {
    for (std::size_t i = 1; i < bands; i += 2)
      pen.fill({x + band * static_cast<float>(i), y, band, height}, Ink::kSurface2);
  };
  const auto type_of = [](const Bar& bar) { return bar.marked ? bold(kSmallType) : kSmallType; };
  const float room = kMirrorLabelWidth - kWordWidth - 8;
  const auto label_height = [&](const Bar& bar) { return pen.measure(bar.label, room, type_of(bar)).height; };
  const auto row_height = [&](const Bar& bar) { return std::max(36.f, label_height(bar) + 8); };
  float height = 12;
  for (const Bar& bar : figure.bars) height += row_height(bar);
  if (!fold.narrow) stripes(0, height);
  float y = fold.narrow ? 0 : 6;
  for (const Bar& bar : figure.bars) {
    const float length = std::max(2.f, on(width, bar.points) * pen.appear());
    const Ink ink = bar.marked ? Ink::kCaution : Ink::kBorderStrong;
    if (fold.narrow) {
      y += caption(pen, bar.label, bar.value, y, type_of(bar)) + 2;
      pen.frame({0, y, width, kTrack}, Ink::kBorder, Ink::kSurface, 1, 0);
      if (!bar.open) stripes(y + 1, kTrack - 2);
      if (!bar.open) pen.fill({0, y, length, kTrack}, ink, 3, kRightCorners);
      y += kTrack + 7;
    } else {
      const float middle = y + row_height(bar) / 2;
      pen.lines(bar.label, 0, middle - label_height(bar) / 2, room, type_of(bar), Ink::kText);
      value_text(pen, bar.value, kMirrorLabelWidth - kWordWidth, middle - 10);
      if (!bar.open) pen.fill({x, middle - kTrack / 2, length, kTrack}, ink, 3, kRightCorners);
      y += row_height(bar);
    }
  }
  y = fold.narrow ? y - 4 : height;
  pen.fill({x, y, width, 1}, Ink::kBorderStrong);
  const Type type{kSmallType.size, 24, 400};
  const bool all = std::all_of(figure.bands.begin(), figure.bands.end(),
                               [&](const std::string& label) { return pen.fonts().width(label, type) < band; });
  for (std::size_t i = 0; i < bands; ++i) {
    // Where they would touch, only the two ends.
    if (all || i == 0 || i + 1 == bands)
      pen.label(figure.bands[i], x + band * (static_cast<float>(i) + 0.5f), y, {x, y, width, 24}, type, Ink::kMuted);
  }
  return y + 24;
}

}  // namespace kk
