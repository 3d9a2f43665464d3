// Stages: the stairs of the intro, and the ladder that shows where a score and an organisation stand.
#include <algorithm>
#include <cassert>

#include "base/phrase.h"
#include "paint/figures/pen.h"

namespace kk {
namespace {

constexpr float kBaseLine = 2, kBlockGap = 2;
constexpr float kPillHeight = 24, kPillPadding = 8, kApart = 8;

/// Blocks on one base line, each a step higher. Heights count from that line, stages from 1.
struct Stairs {
  float x = 0, width = 0, rise = 0;
  int count = 1;

  /// `rise` holds up to five stages; more share the same total.
  Stairs(float left, float plot, float step, int stages) : x(left), width(plot), rise(step), count(stages) {
    assert(stages >= 1);
    if (count > 5) rise = step * 4 / static_cast<float>(count - 1);
  }
  float column() const {
    return std::max(1.0f, (width - kBlockGap * static_cast<float>(count - 1)) / static_cast<float>(count));
  }
  float left(int stage) const { return x + static_cast<float>(stage - 1) * (column() + kBlockGap); }
  float right(int stage) const { return left(stage) + column(); }
  float middle(int stage) const { return left(stage) + column() / 2; }
  float height(int stage) const { return 24 + rise * static_cast<float>(stage - 1); }
  float edge(int stage) const { return x + width * static_cast<float>(stage) / static_cast<float>(count); }
  float end() const { return x + width; }

  /// Where a block is drawn; it reaches under the base line, so that no border shows there.
  Box block(int stage, float base, float appear) const {
    const float high = height(stage) * appear;
    return {left(stage), base - high, column(), high + kBaseLine};
  }
};

void numeral(Pen& pen, const Stairs& stairs, int stage, float base, int weight, Ink ink) {
  const Type type{kSmallType.size, kSmallType.line, weight};
  pen.text(number(stage), stairs.middle(stage), base - 22, type, ink, Align::kCenter);
}

/// Right of the words that head the row, where there is room for these.
Stairs beside_words(const Pen& pen, const Fold& fold, std::size_t stages) {
  const float left = fold.narrow ? 0 : kLabelColumn;
  return {left, pen.width() - left, fold.narrow ? 8.0f : 9.0f, static_cast<int>(stages)};
}

struct Pill {
  std::string_view text;
  float x = 0, width = 0, height = kPillHeight;
  float bottom = 0;  ///< height above the base line
  float end() const { return x + width; }
  float top() const { return bottom + height; }
};

bool apart(const Pill& a, const Pill& b) {
  return a.end() + kApart <= b.x || b.end() + kApart <= a.x || a.top() + kApart <= b.bottom ||
         b.top() + kApart <= a.bottom;
}

/// Under the stairs: all names where each fits under its block, else those of the two stages that the figure is about,
/// which stand out. Returns their height.
class Names {
 public:
  /// `first` and `second` are stages, the lower one first; they may be the same.
  Names(Pen& pen, const Stairs& stairs, const std::vector<std::string>& names, int first, int second)
      : pen_(pen), stairs_(stairs), names_(names), first_(first), second_(second) {
    assert(1 <= first && first <= second && second <= stairs.count);
  }

  float compose(float y, bool all) {
    float height = 0;
    for (int stage = 1; all && stage <= stairs_.count; ++stage) {
      const Pen::Block block = pen_.measure(name(stage), stairs_.column(), type(stage));
      height = std::max(height, block.height);
      all = !block.cuts_word && block.height <= 3 * kSmallType.line;
    }
    if (!all) return two(y);
    for (int stage = 1; stage <= stairs_.count; ++stage) {
      pen_.lines(name(stage), stairs_.middle(stage), y, stairs_.column(), type(stage),
                 emphasised(stage) ? Ink::kText : Ink::kMuted, Align::kCenter);
    }
    return height;
  }

 private:
  const std::string& name(int stage) const { return names_[static_cast<std::size_t>(stage - 1)]; }
  bool emphasised(int stage) const { return stage == first_ || stage == second_; }
  Type type(int stage) const { return emphasised(stage) ? bold(kSmallType) : kSmallType; }

  float two(float y) {
    const Type type = bold(kSmallType);
    const Box area{stairs_.x, 0, stairs_.width, 0};
    const std::string_view first = name(first_), second = name(second_);
    if (second_ == first_) return pen_.label(first, stairs_.middle(first_), y, area, type, Ink::kText);
    const float w1 = pen_.fonts().width(first, type), w2 = pen_.fonts().width(second, type);
    float x2 = std::clamp(stairs_.middle(second_) - w2 / 2, stairs_.x, std::max(stairs_.x, stairs_.end() - w2));
    const float x1 = std::max(stairs_.x, std::min(stairs_.middle(first_) - w1 / 2, x2 - kApart - w1));
    x2 = std::max(x2, x1 + w1 + kApart);
    if (x2 + w2 <= stairs_.end()) {
      pen_.text(first, x1, y, type, Ink::kText);
      pen_.text(second, x2, y, type, Ink::kText);
      return type.line;
    }
    const float height = pen_.label(first, stairs_.middle(first_), y, area, type, Ink::kText);
    return height + pen_.label(second, stairs_.middle(second_), y + height, area, type, Ink::kText);
  }

  Pen& pen_;
  const Stairs& stairs_;
  const std::vector<std::string>& names_;
  int first_, second_;
};

/// In more lines where text is so large that one does not fit.
void write(Pen& pen, const Stairs& stairs, std::string_view text, Pill& pill) {
  const Pen::Block block = pen.measure(text, stairs.width - 2 * kPillPadding, bold(kSmallType));
  pill.text = text;
  pill.width = block.width + 2 * kPillPadding;
  pill.height = block.height + kPillHeight - kSmallType.line;
}

/// Filled, or with an edge of that colour.
void draw(Pen& pen, const Stairs& stairs, const Pill& pill, float base, Ink edge) {
  const Box box{pill.x, base - pill.top(), pill.width, pill.height};
  const bool filled = edge == Ink::kNone;
  if (filled) {
    pen.fill(box, Ink::kText, kPillHeight / 2);
  } else {
    pen.frame(box, edge, Ink::kSurface, 2, kPillHeight / 2);
  }
  pen.lines(pill.text, pill.x + pill.width / 2, box.y + (kPillHeight - kSmallType.line) / 2,
            stairs.width - 2 * kPillPadding, bold(kSmallType), filled ? Ink::kSurface : Ink::kText, Align::kCenter);
}

/// The line from a block to its pill; it ends behind the pill.
void tie(Pen& pen, const Stairs& stairs, float x, int stage, const Pill& pill, float base, Ink ink) {
  const float foot = stairs.height(stage), head = pill.bottom + kPillHeight / 2;
  pen.fill({x - 1, base - head, 2, head - foot}, ink);
}

class Ladder {
 public:
  Ladder(Pen& pen, const LadderFigure& figure, const Fold& fold)
      : pen_(pen),
        figure_(figure),
        narrow_(fold.narrow),
        stairs_(beside_words(pen, fold, figure.names.size())),
        final_(figure.final_stage),
        score_(figure.score_stage) {
    assert(final_ >= 1 && final_ <= score_ && score_ <= stairs_.count);
    assert(figure.ticks.size() == figure.names.size() + 1);
  }

  float compose() {
    place_pills();
    // Room for the pills; the least the design has, so that the ladder stays put from one result to the next.
    base_ = std::max(stairs_.height(stairs_.count) + (narrow_ ? 29 : 28), std::max(you_.top(), sign_.top()) + 1);
    if (!narrow_) pen_.text(figure_.head, 0, base_ - 21, bold(kSmallType), Ink::kText);
    for (int stage = 1; stage <= stairs_.count; ++stage) block(stage);
    draw_pills();
    pen_.fill({stairs_.x, base_, stairs_.width, kBaseLine}, Ink::kText);
    if (gate()) pen_.fill({stairs_.edge(final_) - 2, base_ - gate_top(), 4, gate_top() + 8}, Ink::kCaution, 2);
    float y = base_ + kBaseLine + 6;
    y += Names(pen_, stairs_, figure_.names, final_, score_).compose(y, !narrow_) + 2;
    if (gate()) y += pen_.label(figure_.brake, stairs_.edge(final_), y, area(), bold(kSmallType), Ink::kCaution) + 2;
    return y;
  }

 private:
  bool gate() const { return !figure_.brake.empty() && final_ < stairs_.count; }
  float gate_top() const { return stairs_.height(final_) + stairs_.rise + 8; }
  Box area() const { return {stairs_.x, 0, stairs_.width, 0}; }

  /// On the scale of the score, which may not be the same for each stage, within the block it belongs to.
  float score_x() const {
    const auto s = static_cast<std::size_t>(score_);
    const auto low = static_cast<float>(figure_.ticks[s - 1]), high = static_cast<float>(figure_.ticks[s]);
    const float part = high > low ? (static_cast<float>(figure_.score) - low) / (high - low) : 0;
    const float from = stairs_.edge(score_ - 1);
    return from + std::clamp(part, 0.0f, 1.0f) * (stairs_.edge(score_) - from);
  }

  /// Lifts a pill over every block and over the gate, where it lies across them.
  float clear_of(const Pill& pill, float bottom) const {
    for (int stage = 1; stage <= stairs_.count; ++stage) {
      if (stairs_.left(stage) < pill.end() && stairs_.right(stage) > pill.x)
        bottom = std::max(bottom, stairs_.height(stage) + 3);
    }
    const float edge = stairs_.edge(final_);
    if (gate() && edge - 2 < pill.end() && edge + 2 > pill.x) bottom = std::max(bottom, gate_top() + 2);
    return bottom;
  }

  void put_you(float x) {
    you_.x = x;
    you_.bottom = clear_of(you_, stairs_.height(final_) + (narrow_ ? 18 : 12));
  }

  void put_score(float x) {
    sign_.x = std::max(stairs_.x, std::min(x, stairs_.end() - sign_.width));
    sign_.bottom = clear_of(sign_, stairs_.height(score_) + 12);
  }

  void place_pills() {
    write(pen_, stairs_, figure_.you, you_);
    const float rest = std::max(stairs_.x, stairs_.edge(final_) - 8 - you_.width);
    put_you(rest);
    if (score_ == final_) return;
    const float at = score_x();
    for (const std::string_view text :
         {std::string_view(figure_.score_words), std::string_view(figure_.score_number)}) {
      write(pen_, stairs_, text, sign_);
      put_score(at - sign_.width / 2);
      if (apart(you_, sign_)) return;
    }
    // Still too close: both give way, as long as each stays over the line that ties it to its place.
    constexpr float kHold = 6;
    put_you(std::max(
        {stairs_.x, stairs_.middle(final_) + kHold - you_.width, std::min(rest, sign_.x - kApart - you_.width)}));
    put_score(std::max(sign_.x, you_.end() + kApart));
    if (apart(you_, sign_) && sign_.x + kHold <= at) return;
    put_you(rest);
    put_score(at - sign_.width / 2);
    sign_.bottom = std::max(sign_.bottom, you_.top() + 4);
  }

  void block(int stage) {
    const Box box = stairs_.block(stage, base_, pen_.appear());
    if (stage <= final_) {
      pen_.fill(box, stage_ink(stage), 3, kTopCorners);
      numeral(pen_, stairs_, stage, base_, 600, stage_on_ink(stage));
    } else if (stage < score_) {
      pen_.dashed_frame(box, Ink::kBorderStrong, 3, kTopCorners);
      numeral(pen_, stairs_, stage, base_, 600, Ink::kMuted);
    } else if (stage == score_) {
      pen_.frame(box, stage_ink(stage), Ink::kSurface, 2, 3, kTopCorners);
      numeral(pen_, stairs_, stage, base_, 600, Ink::kText);
    } else {
      pen_.frame(box, Ink::kBorder, Ink::kSurface, 1, 3, kTopCorners);
      numeral(pen_, stairs_, stage, base_, 400, Ink::kMuted);
    }
  }

  /// At the score, but off the round ends of the pill and the edges of the block.
  float score_tie() const {
    const float x = std::max(sign_.x + 10, std::min(score_x(), sign_.end() - 10));
    return std::max(stairs_.left(score_) + 3, std::min(x, stairs_.right(score_) - 3));
  }

  void draw_pills() {
    const bool two = score_ != final_;
    if (two) tie(pen_, stairs_, score_tie(), score_, sign_, base_, stage_ink(score_));
    tie(pen_, stairs_, stairs_.middle(final_), final_, you_, base_, Ink::kText);
    draw(pen_, stairs_, you_, base_, Ink::kNone);
    if (two) draw(pen_, stairs_, sign_, base_, stage_ink(score_));
  }

  Pen& pen_;
  const LadderFigure& figure_;
  bool narrow_;
  Stairs stairs_;
  int final_, score_;
  Pill you_, sign_;  ///< where the organisation stands; what the score is, when that is another stage
  float base_ = 0;   ///< top of the base line
};

}  // namespace

float compose(Pen& pen, const StairsFigure& figure, const Fold& fold) {
  assert(figure.stages >= 1);
  const Stairs stairs(0, pen.width(), fold.narrow ? 12 : 24, figure.stages);
  const float base = stairs.height(stairs.count);
  for (int stage = 1; stage <= stairs.count; ++stage) {
    pen.fill(stairs.block(stage, base, pen.appear()), stage_ink(stage), 3, kTopCorners);
    numeral(pen, stairs, stage, base, 600, stage_on_ink(stage));
  }
  pen.fill({0, base, pen.width(), kBaseLine}, Ink::kText);
  float y = base + kBaseLine + 6;
  const std::string &first = figure.first, &last = figure.last;
  const float width = pen.width();
  if (pen.fonts().width(first, kSmallType) + kApart + pen.fonts().width(last, kSmallType) <= width) {
    pen.text(first, 0, y, kSmallType, Ink::kMuted);
    pen.text(last, width, y, kSmallType, Ink::kMuted, Align::kRight);
    return y + kSmallType.line;
  }
  y += pen.lines(first, 0, y, width, kSmallType, Ink::kMuted);
  return y + pen.lines(last, width, y, width, kSmallType, Ink::kMuted, Align::kRight);
}

float compose(Pen& pen, const LadderFigure& figure, const Fold& fold) { return Ladder(pen, figure, fold).compose(); }

float compose(Pen& pen, const StagesFigure& figure, const Fold& fold) {
  const Stairs stairs = beside_words(pen, fold, figure.names.size());
  const int before = figure.before, now = figure.now;
  assert(before >= 1 && before <= stairs.count && now >= 1 && now <= stairs.count);
  const bool same = before == now;
  // Each over the middle of its block; the one of then gives way upwards, for the other is what counts.
  const auto over = [&](int stage, const std::string& words) {
    Pill pill;
    write(pen, stairs, words, pill);
    pill.x = std::clamp(stairs.middle(stage) - pill.width / 2, stairs.x, std::max(stairs.x, stairs.end() - pill.width));
    pill.bottom = stairs.height(stage) + 12;
    for (int each = 1; each <= stairs.count; ++each) {
      if (stairs.left(each) < pill.end() && stairs.right(each) > pill.x)
        pill.bottom = std::max(pill.bottom, stairs.height(each) + 3);
    }
    return pill;
  };
  const Pill mine = over(now, same ? figure.both_words : figure.now_words);
  Pill then = over(before, same ? figure.both_words : figure.before_words);
  if (!same && !apart(mine, then)) then.bottom = mine.top() + 4;
  const float base =
      std::max(stairs.height(stairs.count) + (fold.narrow ? 29 : 28), std::max(mine.top(), then.top()) + 1);
  if (!fold.narrow) pen.text(figure.head, 0, base - 21, bold(kSmallType), Ink::kText);
  for (int stage = 1; stage <= stairs.count; ++stage) {
    const Box box = stairs.block(stage, base, pen.appear());
    if (stage <= now) {
      pen.fill(box, stage_ink(stage), 3, kTopCorners);
      numeral(pen, stairs, stage, base, 600, stage_on_ink(stage));
    } else {
      pen.frame(box, stage == before ? stage_ink(stage) : Ink::kBorder, Ink::kSurface, stage == before ? 2 : 1, 3,
                kTopCorners);
      numeral(pen, stairs, stage, base, stage == before ? 600 : 400, stage == before ? Ink::kText : Ink::kMuted);
    }
  }
  if (!same) tie(pen, stairs, stairs.middle(before), before, then, base, Ink::kText);
  tie(pen, stairs, stairs.middle(now), now, mine, base, Ink::kText);
  if (!same) draw(pen, stairs, then, base, Ink::kBorderStrong);
  draw(pen, stairs, mine, base, Ink::kNone);
  pen.fill({stairs.x, base, stairs.width, kBaseLine}, Ink::kText);
  const float y = base + kBaseLine + 6;
  return y + Names(pen, stairs, figure.names, std::min(before, now), std::max(before, now)).compose(y, !fold.narrow) +
         2;
}

}  // namespace kk
