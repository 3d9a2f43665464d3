#include "view/builder.h"

namespace kk {

bool Builder::is_new(const Node& node) const {
  // The page's own ids begin with a name of the page's, an answer's with the author's.
  const std::string_view head = std::string_view(node.id).substr(0, node.id.find_first_of(".:"));
  const auto is_in = [&](const auto& list) {
    for (const auto& each : list) {
      if (each.id == head) return true;
    }
    return false;
  };
  const bool is_known = head.empty() || head.find('-') != head.npos || is_page_name(head) || head == view.screen ||
                        is_in(q.questions) || is_in(q.claims.questions) || is_in(q.profile.items) || is_in(q.ticks);
  int depth = 1;
  for (int at = node.parent; at >= 0; at = view.nodes[static_cast<std::size_t>(at)].parent) ++depth;
  for (const Node& other : view.nodes) {
    if (other.id == node.id) return false;
  }
  return is_node_id(node.id) && is_known && depth <= kMostDepth && node.text.size() <= kMostTextBytes &&
         view.nodes.size() < kMostNodes && node.parent < static_cast<int>(view.nodes.size());
}

}  // namespace kk
