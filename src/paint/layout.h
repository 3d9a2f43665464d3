// Nodes -> rectangles: a small box layout, pure apart from asking the fonts for widths.
#pragma once

#include <optional>
#include <vector>

#include "paint/rules/rules.h"
#include "view/node.h"

namespace kk {

/// Where one node is, and where its text starts inside it. Layout px, relative to the widget.
struct Placed {
  Box box;
  float text_x = 0, text_y = 0;  ///< from the box's top left to the first line box
  std::vector<Line> lines;       ///< empty: no text drawn
  Rule rule;
};

struct Layout {
  std::vector<Placed> nodes;  ///< one a View node; nodes that are not drawn keep an empty box
  float width = 0, height = 0;
};

/// Where the figure of a node is drawn, if it has one that is drawn by itself.
std::optional<Box> drawing_of(const Node& node, const Placed& placed, const Width& width);

Layout lay_out(const View& view, float width, const Fonts& fonts);

}  // namespace kk
