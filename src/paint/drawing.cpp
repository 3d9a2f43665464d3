// Where in a node's box its figure stands.
#include <algorithm>

#include "paint/layout.h"

namespace kk {

std::optional<Box> drawing_of(const Node& node, const Placed& placed, const Width& width) {
  if (!node.figure || !node.drawn) return std::nullopt;
  const Box& box = placed.box;
  switch (node.look) {
    case Look::kStrip:
      return std::nullopt;
    case Look::kLive:
      if (!width.roomy()) return std::nullopt;  // the sentence alone
      return Box{box.x, box.middle_y() - 4, 96, 8};
    case Look::kStripItem:
      return Box{box.x - 6, box.bottom() - 20, std::min(130.f, box.w + 6), 20};
    case Look::kStep: {
      const float top = box.y + placed.rule.top + (width.narrow() ? 4.f : 0.f);
      const float dots = width.tiny() ? 82.f : 106.f;
      return Box{box.right() - dots, top, dots + 4, 20};
    }
    case Look::kKeyItem:
      return Box{box.x, box.y + 3, 14, 14};
    case Look::kBarHead:
      return Box{box.x, box.bottom() - 12, box.w, 12};
    case Look::kProgress:
      return Box{box.x, box.bottom() - 8, box.w, 8};
    default:
      return box;
  }
}

}  // namespace kk
