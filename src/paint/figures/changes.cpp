// Then and now: sections on one scale, and their answers below.
#include <algorithm>
#include <cassert>

#include "paint/figures/pen.h"

namespace kk {
namespace {

using Answer = ChangesFigure::Answer;
using Change = ChangesFigure::Change;
using Part = ChangesFigure::Part;

constexpr float kArrow = 16, kArrowGap = 2, kGap = 8;
constexpr float kInset = 10;  // so that a dot at 0 or 100 stays inside
constexpr float kMostStops = 130;

Type change_type(const Change& change) { return change.difference ? bold(kSmallType) : kSmallType; }

float change_width(const Pen& pen, const Change& change) {
  return pen.fonts().width(change.words, change_type(change)) + (change.difference ? kArrow + kArrowGap : 0);
}

/// On one line from x on. Up and down have one colour: the arrow says which.
void draw_change(Pen& pen, const Change& change, float x, float y) {
  if (change.difference) {
    pen.icon(change.difference > 0 ? Icon::kArrowUp : Icon::kArrowDown, x, y + 2, kArrow, Ink::kText);
    x += kArrow + kArrowGap;
  }
  pen.text(change.words, x, y, change_type(change), change.difference ? Ink::kText : Ink::kMuted);
}

/// Then a ring, now filled, and the way between them.
void draw_answer(Pen& pen, const Answer& answer, float x, float y, float width) {
  assert(answer.before <= answer.top && answer.now <= answer.top);
  const Stops stops = compose_stops(pen, x - 6, y, std::min(kMostStops, width + 6), answer.top);
  const int before = answer.before, now = answer.now;
  if (before >= 0 && now >= 0 && before != now) {
    pen.line(stops.at(before), stops.middle, stops.at(now), stops.middle, 4, Ink::kBorderStrong);
  }
  if (before >= 0) pen.ring(stops.at(before), stops.middle, 7, 3, Ink::kText, Ink::kSurface);
  if (now >= 0) pen.disc(stops.at(now), stops.middle, 7, Ink::kText);
}

/// As many columns, at most `most`, as hold every label without cutting a word; `beside` stands right of it.
template <typename Beside>
std::size_t columns_for(const Pen& pen, const ChangesFigure& figure, std::size_t most, float gap,
                        const Beside& beside) {
  for (std::size_t columns = most; columns > 1; --columns) {
    const float width = (pen.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    bool fits = true;
    for (const Part& part : figure.parts) {
      for (const Answer& answer : part.answers) {
        fits = fits && pen.longest_word(answer.label, kSmallType) <= width - beside(answer);
      }
    }
    if (fits) return columns;
  }
  return 1;
}

void draw_scale(Pen& pen, const Part& part, float x, float middle, float width) {
  if (part.open) {
    pen.fill({x, middle - 0.5f, width, 1}, Ink::kBorder);
  } else {
    compose_dumbbell(pen, part.now, part.before, x, middle, width);
  }
}

/// The two numbers and what lies between them.
float draw_value(Pen& pen, const Part& part, float x, float y) {
  const Type type = bold(kSmallType);
  constexpr float kBetween = 12;
  const float width = pen.fonts().width(part.value, type);
  pen.text(part.value, x, y, type, Ink::kText);
  draw_change(pen, part.change, x + width + kBetween, y);
  return width + kBetween + change_width(pen, part.change);
}

/// Sections above each other, each with its answers below it.
float compose_narrow(Pen& pen, const ChangesFigure& figure) {
  constexpr float kColumnGap = 12, kChangeHeight = 20;
  const std::size_t columns = columns_for(pen, figure, 3, kColumnGap, [](const Answer&) { return 0.0f; });
  const float width = (pen.width() - kColumnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float y = 0;
  for (const Part& part : figure.parts) {
    if (&part != &figure.parts.front()) {
      pen.fill({0, y + 8, pen.width(), 1}, Ink::kBorder);
      y += 17;
    }
    const Type type = bold(kSmallType);
    const float value = pen.fonts().width(part.value, type) + 12 + change_width(pen, part.change);
    const bool beside = pen.width() - value - kGap >= pen.longest_word(part.label, type);
    const float room = beside ? pen.width() - value - kGap : pen.width();
    const float label = pen.lines(part.label, 0, y, room, type, Ink::kText);
    draw_value(pen, part, beside ? pen.width() - value : 0, beside ? y : y + label);
    y += beside ? label : label + kSmallType.line;
    draw_scale(pen, part, kInset, y + 10, pen.width() - 2 * kInset);
    y += 22;
    for (std::size_t row = 0; row < part.answers.size(); row += columns) {
      const std::size_t end = std::min(row + columns, part.answers.size());
      float labels = 0;
      for (std::size_t i = row; i < end; ++i) {
        labels = std::max(labels, pen.measure(part.answers[i].label, width, kSmallType).height);
      }
      for (std::size_t i = row; i < end; ++i) {
        const Answer& answer = part.answers[i];
        const float x = static_cast<float>(i - row) * (width + kColumnGap);
        pen.lines(answer.label, x, y, width, kSmallType, Ink::kText);
        draw_answer(pen, answer, x, y + labels, width);
        draw_change(pen, answer.change, x, y + labels + kStopsHeight);
      }
      y += labels + kStopsHeight + kChangeHeight + 4;
    }
  }
  return y;
}

/// The scales under the stages, on one line with the ladder above; below them the answers in columns.
float compose_wide(Pen& pen, const ChangesFigure& figure) {
  constexpr float kColumnGap = 24, kLabelWidth = kLabelColumn - 16, kRow = 44;
  const float plot = pen.width() - kLabelColumn;
  const auto label_height = [&](const Part& part) { return pen.measure(part.label, kLabelWidth, kSmallType).height; };
  const auto row_height = [&](const Part& part) { return std::max(kRow, label_height(part) + kSmallType.line + 4); };
  float height = 0;
  for (const Part& part : figure.parts) height += row_height(part);
  compose_bands(pen, figure.ticks, {kLabelColumn, 0, plot, height});
  float y = 0;
  for (const Part& part : figure.parts) {
    const float label = pen.lines(part.label, 0, y + 2, kLabelWidth, kSmallType, Ink::kText);
    draw_value(pen, part, 0, y + 2 + label);
    draw_scale(pen, part, kLabelColumn + kInset, y + row_height(part) / 2, plot - 2 * kInset);
    y += row_height(part);
  }

  if (std::all_of(figure.parts.begin(), figure.parts.end(), [](const Part& part) { return part.answers.empty(); }))
    return y;
  const std::size_t most = std::min<std::size_t>(figure.parts.size(), 3);
  const std::size_t columns = columns_for(
      pen, figure, most, kColumnGap, [&](const Answer& answer) { return kGap + change_width(pen, answer.change); });
  const float width = (pen.width() - kColumnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const auto room = [&](const Answer& answer) { return width - kGap - change_width(pen, answer.change); };
  for (std::size_t row = 0; row < figure.parts.size(); row += columns) {
    const std::size_t end = std::min(row + columns, figure.parts.size());
    y += 16;
    float heads = 0, lowest = 0;
    for (std::size_t i = row; i < end; ++i) {
      heads = std::max(heads, pen.measure(figure.parts[i].label, width, bold(kSmallType)).height);
    }
    for (std::size_t i = row; i < end; ++i) {
      const Part& part = figure.parts[i];
      const float x = static_cast<float>(i - row) * (width + kColumnGap);
      pen.lines(part.label, x, y, width, bold(kSmallType), Ink::kText);
      float at = y + heads + 7;
      pen.fill({x, at, width, 1}, Ink::kBorder);
      at += 5;
      for (const Answer& answer : part.answers) {
        const float label = pen.lines(answer.label, x, at, room(answer), kSmallType, Ink::kText);
        draw_change(pen, answer.change, x + width - change_width(pen, answer.change), at);
        draw_answer(pen, answer, x, at + label, width);
        at += label + kStopsHeight + 4;
      }
      lowest = std::max(lowest, at);
    }
    y = lowest;
  }
  return y;
}

}  // namespace

float compose(Pen& pen, const ChangesFigure& figure, const Fold& fold) {
  assert(!figure.parts.empty() && !figure.ticks.empty());
  return fold.narrow ? compose_narrow(pen, figure) : compose_wide(pen, figure);
}

}  // namespace kk
