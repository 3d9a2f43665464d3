#include "team/board.h"

#include <algorithm>
#include <cassert>

#include "base/phrase.h"
#include "paint/figures/pen.h"
#include "paint/theme.h"

namespace kk {
namespace {

constexpr float kSide = 11;                      // radius of a dot
constexpr float kStep = 2 * kSide + 5;           // from one dot to the next
constexpr int kMostDots = 4;                     // more are one dot and their number
constexpr float kPlace = kMostDots * kStep + 4;  // for the answers of a level
constexpr float kLevel = 44;                     // for its number
constexpr float kAgreed = 28;                    // for the sign of what was agreed
constexpr float kLeastHeight = 60, kSmallHeight = 44, kAround = 10;
constexpr float kQr = 168, kQuiet = 4;
constexpr float kTrack = 4, kUnder = 8, kBetween = 4;

void dot(Pen& pen, std::size_t lane, bool apart, float x, float y) {
  if (apart && lane == LanesFigure::kFront) {
    pen.ring(x, y, kSide, 3, Ink::kText, Ink::kSurface);
  } else {
    const bool small = apart && lane == LanesFigure::kOthers;
    pen.disc(x, y, small ? kSide - 4 : kSide, small ? Ink::kMuted : Ink::kText);
  }
}

/// Leaders first, then others, then the front line; where there are many, one of each with its number.
void answers(Pen& pen, const LevelsFigure::Row& row, bool apart, float x, float y) {
  std::int64_t all = 0;
  for (const std::int64_t count : row.counts) all += count;
  for (std::size_t lane = 0; lane < LanesFigure::kLanes; ++lane) {
    const std::int64_t count = row.counts[lane];
    if (count == 0) continue;
    if (all <= kMostDots) {
      for (std::int64_t i = 0; i < count; ++i, x += kStep) dot(pen, lane, apart, x + kSide, y);
      continue;
    }
    dot(pen, lane, apart, x + kSide, y);
    const std::string times = cat("×", number(count));
    pen.text(times, x + 2 * kSide + 4, y - kSmallType.line / 2, bold(kSmallType), Ink::kText);
    x += 2 * kSide + 8 + pen.fonts().width(times, bold(kSmallType));
  }
}

float width_of(const Pen& pen, const LevelsFigure::Row& row) {
  std::int64_t all = 0;
  float wide = 0;
  for (const std::int64_t count : row.counts) {
    all += count;
    if (count > 0) wide += 2 * kSide + 8 + pen.fonts().width(cat("×", number(count)), bold(kSmallType));
  }
  return all <= kMostDots ? kPlace : wide;
}

}  // namespace

float LevelsFigure::compose(Pen& pen, const Fold& fold) const {
  assert(!rows.empty());
  float place = kPlace, y = 0;
  for (const Row& row : rows) place = std::max(place, width_of(pen, row));
  // Where the answers have no room beside the words they stand below them.
  const bool below = fold.narrow;
  const float left = below ? 28 : kLevel;
  const float right = pen.width() - (below ? 0 : place + kAgreed);
  for (const Row& row : rows) {
    const float room = std::max(1.f, right - left - (below ? kAgreed : 16));
    const float words = pen.measure(row.text, room, kBodyType).height;
    const float dots = below ? 2 * kSide + 6 : 0;
    const float high = std::max(below ? kSmallHeight : kLeastHeight, words + dots + 2 * kAround);
    const Box box = {0, y, pen.width(), high};
    if (row.agreed) {
      pen.fill(box, Ink::kAccentTint);
      pen.fill({0, y, 4, high}, Ink::kAccent);
    }
    pen.line(0, y, pen.width(), y, 1, Ink::kBorder);
    const float top = below ? y + kAround : y + (high - words) / 2;
    const float first = below ? top : y + (high - kBodyType.line) / 2;
    pen.text(number(row.value), below ? 10 : 12, first, bold(kBodyType), Ink::kText);
    pen.lines(row.text, left, top, room, kBodyType, Ink::kText);
    const float x = below ? left : right, middle = below ? top + words + 6 + kSide : y + high / 2;
    if (hidden) {
      pen.dashed_frame({x, middle - kSide - 2, kPlace, 2 * kSide + 4}, Ink::kBorder, 8);
    } else {
      answers(pen, row, apart, x, middle);
    }
    if (row.agreed) pen.icon(Icon::kDiamond, pen.width() - 24, y + high / 2 - 8, 16, Ink::kAccent);
    y += high;
  }
  pen.line(0, y, pen.width(), y, 1, Ink::kBorder);
  return y + 1;
}

float AgendaFigure::compose(Pen& pen, const Fold& fold) const {
  assert(!stretches.empty() && present < stretches.size());
  int all = 0;
  for (const Stretch& each : stretches) all += each.minutes;
  const float clock = fold.narrow ? 0 : pen.fonts().width(left, kSmallType) + 24;
  const float room = pen.width() - clock - kBetween * static_cast<float>(stretches.size() - 1);
  float x = 0, high = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& each = stretches[i];
    assert(each.minutes > 0);
    const float width = room * static_cast<float>(each.minutes) / static_cast<float>(all);
    pen.fill({x, 0, width, kTrack}, i < present ? Ink::kBorderStrong : Ink::kBorder);
    if (i == present && passed > 0)
      pen.fill(
          {x, 0, width * static_cast<float>(std::min(passed, each.minutes)) / static_cast<float>(each.minutes), kTrack},
          Ink::kAccent);
    if (!fold.narrow) {
      const Type type = i == present ? bold(kSmallType) : kSmallType;
      high = std::max(high, pen.lines(each.name, x, kTrack + kUnder, std::max(1.f, width - 8), type,
                                      i == present ? Ink::kText : Ink::kMuted));
    }
    x += width + kBetween;
  }
  if (!fold.narrow) {
    pen.text(left, pen.width(), kTrack + kUnder, kSmallType, Ink::kMuted, Align::kRight);
    return kTrack + kUnder + std::max(high, kSmallType.line);
  }
  // There is room for one name, beside the clock.
  const float end = pen.fonts().width(left, kSmallType);
  const float name = pen.lines(stretches[present].name, 0, kTrack + kUnder, std::max(1.f, pen.width() - end - 16),
                               bold(kSmallType), Ink::kText);
  pen.text(left, pen.width(), kTrack + kUnder, kSmallType, Ink::kMuted, Align::kRight);
  return kTrack + kUnder + std::max(name, kSmallType.line);
}

float QrFigure::compose(Pen& pen, const Fold&) const {
  assert(size > 0 && modules.size() == static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
  const float side = std::min(kQr, pen.width());
  const float module = side / (static_cast<float>(size) + 2 * kQuiet);
  pen.frame({0, 0, side, side}, Ink::kBorder, Ink::kScanOn, 1, 8);
  for (int row = 0; row < size; ++row) {
    const std::size_t begin = static_cast<std::size_t>(row) * static_cast<std::size_t>(size);
    // Dark ones beside each other are one: no seam, and a third of the shapes.
    for (int from = 0, to; from < size; from = to) {
      const char kind = modules[begin + static_cast<std::size_t>(from)];
      for (to = from + 1; to < size && modules[begin + static_cast<std::size_t>(to)] == kind;) ++to;
      if (kind != '1') continue;
      pen.fill({(static_cast<float>(from) + kQuiet) * module, (static_cast<float>(row) + kQuiet) * module,
                static_cast<float>(to - from) * module, module},
               Ink::kScan);
    }
  }
  return side;
}

}  // namespace kk
