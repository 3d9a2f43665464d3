#include "team/lanes.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/phrase.h"
#include "base/rounding.h"
#include "paint/figures/pen.h"
#include "paint/theme.h"

namespace kk {
namespace {

constexpr float kDot = 6, kPitch = 15;  // radius; from one to the next
constexpr float kLabel = 216, kGap = 16, kRow = 40, kTallRow = 52, kInset = 40;
constexpr std::int64_t kMostCounted = 99;  // where there are more all are bars

struct Plot {
  float x = 0, width = 0;
  float at(int value, int top) const { return x + width * static_cast<float>(value) / static_cast<float>(top); }
};

/// What an answer is drawn as: others than those with a lane are small, which the key says.
enum class Mark { kDisc, kRing, kSmall };

void draw(Pen& pen, Mark mark, float x, float y) {
  if (mark == Mark::kRing) {
    pen.ring(x, y, kDot, 2, Ink::kText, Ink::kSurface);
  } else {
    pen.disc(x, y, mark == Mark::kSmall ? kDot - 2 : kDot, mark == Mark::kSmall ? Ink::kMuted : Ink::kText);
  }
}

/// So many dots at one value, side by side; where they do not fit one with their number.
void stack(Pen& pen, Mark mark, std::int64_t count, float x, float y, float room) {
  const float wide = static_cast<float>(count) * kPitch - 3;
  if (wide <= room) {
    for (std::int64_t i = 0; i < count; ++i) draw(pen, mark, x - wide / 2 + kDot + static_cast<float>(i) * kPitch, y);
    return;
  }
  const std::string times = cat("×", number(count));
  const float width = 2 * kDot + 2 + pen.fonts().width(times, kSmallType);
  if (mark == Mark::kSmall) pen.fill({x - width / 2, y - 1, width, 2}, Ink::kSurface);  // else the line goes through it
  draw(pen, mark, x - width / 2 + kDot, y);
  pen.text(times, x + width / 2, y - kSmallType.line / 2, kSmallType, Ink::kText, Align::kRight);
}

/// Leaders above, the front line below and others on the line.
bool has_three(const LanesFigure::Row& row) {
  const auto& others = row.counts[LanesFigure::kOthers];
  return row.apart && std::any_of(others.begin(), others.end(), [](std::int64_t count) { return count > 0; });
}

void lanes(Pen& pen, const LanesFigure::Row& row, const Plot& plot, float y) {
  pen.line(plot.x, y, plot.x + plot.width, y, 1, Ink::kBorderStrong);
  std::int64_t most = 0;
  for (const auto& lane : row.counts) most = std::max(most, *std::max_element(lane.begin(), lane.end()));
  const float apart = has_three(row) ? 16 : 9, room = plot.width / static_cast<float>(row.top) - 3;
  for (std::size_t lane = 0; lane < LanesFigure::kLanes; ++lane) {
    const bool other = lane == LanesFigure::kOthers;
    const Mark mark = lane == LanesFigure::kFront ? Mark::kRing : other && row.small ? Mark::kSmall : Mark::kDisc;
    const float middle = y + (other && !row.small ? -1 : static_cast<float>(lane) - 1) * apart;
    for (int value = 0; value <= row.top; ++value) {
      const std::int64_t count = row.counts[lane][static_cast<std::size_t>(value)];
      if (count == 0) continue;
      const float x = plot.at(value, row.top);
      if (most <= kMostCounted) {
        stack(pen, mark, count, x, middle, room);
        continue;
      }
      const float width = std::min(24.f, room * 0.6f), full = row.small ? 12.f : 30.f;
      const float share = static_cast<float>(count) / static_cast<float>(most);
      const float height = std::max(1.5f, share * full) * pen.appear();
      const float foot = row.small ? middle + full / 2 : y + full / 2;
      if (mark == Mark::kRing) {
        pen.frame({x - width / 2, middle - full / 2, width, height}, Ink::kText, Ink::kSurface, 1.5f, 0);
      } else {
        pen.fill({x - width / 2, foot - height, width, height}, mark == Mark::kSmall ? Ink::kMuted : Ink::kText);
      }
    }
  }
}

}  // namespace

RoleMeans role_means(const AnswerCounts& counts, const TeamQuestion& question) {
  if (!question.gap) return {};
  const auto mean = [&](Role role) {
    std::int64_t n = 0, sum = 0;
    for (int value = 0; value < kMostLevels; ++value) {
      const std::int64_t times = counts[role_index(role)][static_cast<std::size_t>(value)];
      n += times;
      sum += times * value;
    }
    assert(n > 0 && n <= kMostMembers);
    return sum / n * kPartsOfOne + divide_rounded(sum % n * (kPartsOfOne / 1'000'000), n) * 1'000'000;
  };
  return {mean(Role::kLeadership), mean(Role::kFrontline)};
}

LanesFigure::Lane lane_of(bool apart, std::size_t role) {
  if (apart && role == role_index(Role::kLeadership)) return LanesFigure::kLeaders;
  return apart && role == role_index(Role::kFrontline) ? LanesFigure::kFront : LanesFigure::kOthers;
}

float LanesFigure::compose(Pen& pen, const Fold& fold) const {
  assert(!rows.empty());
  float words = 0;
  for (const std::string& each : labels) words = std::max(words, pen.fonts().width(each, bold(kSmallType)));
  words = std::min(words, pen.width() * 0.45f);
  const Plot plot =
      fold.narrow ? Plot{kInset, pen.width() - 2 * kInset} : Plot{kLabel, pen.width() - kLabel - words - 3 * kGap};
  float y = 0;
  for (const Row& row : rows) {
    assert(row.top >= 1 && row.top < kMostLevels);
    pen.line(0, y, pen.width(), y, 1, Ink::kBorder);
    const Type name_type = row.first ? bold(kSmallType) : kSmallType, end = row.divided ? bold(kSmallType) : kSmallType;
    const Ink ink = row.divided ? Ink::kCaution : Ink::kMuted;
    if (fold.narrow) {
      const float left = pen.width() - words - kGap;
      const float high =
          std::max(pen.measure(row.label, left, name_type).height, pen.measure(row.words, words, end).height);
      pen.lines(row.label, 0, y + 4, left, name_type, Ink::kText);
      pen.lines(row.words, pen.width(), y + 4, words, end, ink, Align::kRight);
      y += 4 + high;
      const float lane = has_three(row) ? kTallRow : kRow;
      lanes(pen, row, plot, y + lane / 2);
      y += lane;
      continue;
    }
    const float room = kLabel - 2 * kGap;
    const float name = pen.measure(row.label, room, name_type).height;
    const float under = row.under.empty() ? 0 : pen.measure(row.under, room, kSmallType).height;
    const float high = std::max(row.under.empty() && !has_three(row) ? kRow : kTallRow, name + under + 12);
    const float top = y + (high - name - under) / 2;
    pen.lines(row.label, 0, top, room, name_type, Ink::kText);
    if (under > 0) pen.lines(row.under, 0, top + name, room, kSmallType, Ink::kMuted);
    lanes(pen, row, plot, y + high / 2);
    const float said = pen.measure(row.words, words, end).height;
    pen.lines(row.words, plot.x + plot.width + 3 * kGap, y + (high - said) / 2, words, end, ink);
    y += high;
  }
  if (ends) pen.line(0, y, pen.width(), y, 1, axis.empty() ? Ink::kBorder : Ink::kBorderStrong);
  if (axis.empty()) return y + 1;
  if (!fold.narrow) pen.text(axis, 0, y + 6, kSmallType, Ink::kMuted);
  const int top = rows.front().top;
  for (int value = 0; value <= top; ++value) {
    pen.text(number(value), plot.at(value, top), y + 6, kSmallType, Ink::kMuted, Align::kCenter);
  }
  return y + 6 + kSmallType.line;
}

}  // namespace kk
