#pragma once

#include <utility>
#include <vector>

namespace kk {

/// Puts `items` in order and leaves alike ones as they stood. For the few that a screen shows: its time grows with the
/// square of their number, but the page carries 0.2 KB for it where each std::stable_sort adds 4.
template <typename Item, typename Before>
void sort_few(std::vector<Item>& items, Before before) {
  for (auto end = items.begin(); end != items.end(); ++end) {
    for (auto at = end; at != items.begin() && before(*at, *(at - 1)); --at) std::swap(*at, *(at - 1));
  }
}

}  // namespace kk
