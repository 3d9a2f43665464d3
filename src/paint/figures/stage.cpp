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

class Ladder {
 public:
  Ladder(Pen& pen, const LadderFigure& figure, const Fold& fold)
      : pen_(pen),
        figure_(figure),
        narrow_(fold.narrow),
        stairs_(plot(pen, figure, fold)),
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
    y += names(y) + 2;
    if (gate()) y += pen_.label(figure_.brake, stairs_.edge(final_), y, area(), bold(kSmallType), Ink::kCaution) + 2;
    return y;
  }

 private:
  static Stairs plot(const Pen& pen, const LadderFigure& figure, const Fold& fold) {
    const float left = fold.narrow ? 0 : kLabelColumn;
    return {left, pen.width() - left, fold.narrow ? 8.0f : 9.0f, static_cast<int>(figure.names.size())};
  }

  const std::string& name(int stage) const { return figure_.names[static_cast<std::size_t>(stage - 1)]; }
  bool emphasised(int stage) const { return stage == final_ || stage == score_; }
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

  /// In more lines where text is so large that one does not fit.
  void write(Pill& pill, std::string_view text) {
    const Pen::Block block = pen_.measure(text, stairs_.width - 2 * kPillPadding, bold(kSmallType));
    pill.text = text;
    pill.width = block.width + 2 * kPillPadding;
    pill.height = block.height + kPillHeight - kSmallType.line;
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
    write(you_, figure_.you);
    const float rest = std::max(stairs_.x, stairs_.edge(final_) - 8 - you_.width);
    put_you(rest);
    if (score_ == final_) return;
    const float at = score_x();
    for (const std::string_view text :
         {std::string_view(figure_.score_words), std::string_view(figure_.score_number)}) {
      write(sign_, text);
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

  /// The line from a block to its pill; it ends behind the pill.
  void tie(float x, int stage, const Pill& pill, Ink ink) {
    const float foot = stairs_.height(stage), head = pill.bottom + kPillHeight / 2;
    pen_.fill({x - 1, base_ - head, 2, head - foot}, ink);
  }

  void draw_pills() {
    const bool two = score_ != final_;
    if (two) tie(score_tie(), score_, sign_, stage_ink(score_));
    tie(stairs_.middle(final_), final_, you_, Ink::kText);
    const auto box = [&](const Pill& pill) { return Box{pill.x, base_ - pill.top(), pill.width, pill.height}; };
    const auto text = [&](const Pill& pill, Ink ink) {
      const float padding = (kPillHeight - kSmallType.line) / 2;
      pen_.lines(pill.text, pill.x + pill.width / 2, base_ - pill.top() + padding, stairs_.width - 2 * kPillPadding,
                 bold(kSmallType), ink, Align::kCenter);
    };
    pen_.fill(box(you_), Ink::kText, kPillHeight / 2);
    text(you_, Ink::kSurface);
    if (!two) return;
    pen_.frame(box(sign_), stage_ink(score_), Ink::kSurface, 2, kPillHeight / 2);
    text(sign_, Ink::kText);
  }

  /// All names where each fits under its block, else those of the final and the score stage.
  float names(float y) {
    float height = 0;
    bool all = !narrow_;
    for (int stage = 1; all && stage <= stairs_.count; ++stage) {
      const Pen::Block block = pen_.measure(name(stage), stairs_.column(), name_type(stage));
      height = std::max(height, block.height);
      all = !block.cuts_word && block.height <= 3 * kSmallType.line;
    }
    if (!all) return two_names(y);
    for (int stage = 1; stage <= stairs_.count; ++stage) {
      pen_.lines(name(stage), stairs_.middle(stage), y, stairs_.column(), name_type(stage),
                 emphasised(stage) ? Ink::kText : Ink::kMuted, Align::kCenter);
    }
    return height;
  }

  Type name_type(int stage) const { return emphasised(stage) ? bold(kSmallType) : kSmallType; }

  float two_names(float y) {
    const Type type = bold(kSmallType);
    const std::string_view first = name(final_), second = name(score_);
    if (score_ == final_) return pen_.label(first, stairs_.middle(final_), y, area(), type, Ink::kText);
    const float w1 = pen_.fonts().width(first, type), w2 = pen_.fonts().width(second, type);
    float x2 = std::clamp(stairs_.middle(score_) - w2 / 2, stairs_.x, std::max(stairs_.x, stairs_.end() - w2));
    const float x1 = std::max(stairs_.x, std::min(stairs_.middle(final_) - w1 / 2, x2 - kApart - w1));
    x2 = std::max(x2, x1 + w1 + kApart);
    if (x2 + w2 <= stairs_.end()) {
      pen_.text(first, x1, y, type, Ink::kText);
      pen_.text(second, x2, y, type, Ink::kText);
      return type.line;
    }
    const float height = pen_.label(first, stairs_.middle(final_), y, area(), type, Ink::kText);
    return height + pen_.label(second, stairs_.middle(score_), y + height, area(), type, Ink::kText);
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

}  // namespace kk
