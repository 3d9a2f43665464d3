// How each look is laid out: the canvas twin of the component rules in web/widget/css. Lengths in layout px.
#pragma once

#include <algorithm>

#include "paint/canvas.h"
#include "paint/figures/figures.h"
#include "view/node.h"
#include "view/widths.h"

namespace kk {

enum class Flow : std::uint8_t {
  kStack,    ///< children under each other, full width
  kRow,      ///< children beside each other, middles aligned
  kBetween,  ///< a row whose spare space goes between the children
  kColumns,  ///< equal columns
  kText,     ///< a leaf with text
};

struct Rule {
  Flow flow = Flow::kStack;
  float above = 0;                                 ///< space before it in a stack
  float gap = 0;                                   ///< between children
  float left = 0, top = 0, right = 0, bottom = 0;  ///< padding, borders included
  float min_height = 0;
  float max_height = 1e9F;  ///< of a text; a longer one scrolls inside
  int columns = 1;
  bool bleed = false;    ///< reaches over the screen's side padding to the widget's edge
  bool shrink = false;   ///< in a stack: as wide as its content instead of the full width
  bool grow = false;     ///< in a row: takes the spare space
  bool push = false;     ///< last in a row: at its far end, after the spare space
  bool balance = false;  ///< lines of even length
  Type type = kBodyType;
  Ink ink = Ink::kText;
  Align align = Align::kLeft;
  Icon icon = Icon::kCompass;
  float icon_before = 0, icon_after = 0;  ///< size of the icon beside the text, 0: none
  float icon_gap = 8;
};

/// Screen classes of the design, from the widget's width.
struct Width {
  float width = 720;
  bool narrow() const { return width < kNarrowWidth; }
  bool small() const { return width < kSmallWidth; }
  bool tiny() const { return width < kTinyWidth; }
  bool single() const { return width < kSingleWidth; }
  bool board() const { return width >= kBoardWidth; }
  bool roomy() const { return width >= kMediumWidth; }
  float padding() const { return small() ? 16 : roomy() ? 32 : 24; }
  /// Sections of the strip beside each other: in a narrow widget each has the width for its own answers.
  int strip_columns(int wanted) const { return narrow() ? 1 : std::min(wanted, 4); }
  Fold fold() const { return {narrow(), tiny()}; }
};

Rule rule_for(Look look, const Width& width);

/// The rule of a node in its place: the same look may differ by its parent, its state or what stands beside it.
Rule rule_of(const View& view, std::size_t index, const Width& width);

}  // namespace kk
