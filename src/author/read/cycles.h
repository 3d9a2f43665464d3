// Circles among questions: needs and conditions may have none.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/form/reading.h"
#include "author/json/describe.h"

namespace kk {

/// Finds circles in a graph of questions. `Edges` gives the questions that one leads to.
template <class Edges>
class CycleFinder {
 public:
  CycleFinder(std::size_t count, const Edges& edges) : edges_(edges), states_(count) {}

  /// The questions of a circle, the first one again at the end; empty when `from` leads into none not found before.
  std::vector<int> find(int from) {
    path_.clear();
    return visit(from) ? path_ : std::vector<int>();
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };

  bool visit(int index) {
    State& state = states_[static_cast<std::size_t>(index)];
    path_.push_back(index);
    if (state == State::kOpen) {
      path_.erase(path_.begin(), std::find(path_.begin(), path_.end(), index));
      return true;
    }
    if (state == State::kNew) {
      state = State::kOpen;
      for (const int next : edges_(index)) {
        if (visit(next)) {
          state = State::kDone;
          return true;
        }
      }
      state = State::kDone;
    }
    path_.pop_back();
    return false;
  }

  const Edges& edges_;
  std::vector<State> states_;
  std::vector<int> path_;
};

/// Calls `use` with each circle: its questions in order, the first one again at the end.
template <class Edges, class Use>
void each_cycle(std::size_t count, const Edges& edges, const Use& use) {
  CycleFinder<Edges> finder(count, edges);
  for (std::size_t i = 0; i < count; ++i) {
    const std::vector<int> cycle = finder.find(static_cast<int>(i));
    if (!cycle.empty()) use(cycle);
  }
}

/// The ids of the questions in quotes, with words between them; of a long way only its start and its end.
inline std::string path_text(const Reading& reading, const std::vector<int>& path, std::string_view between) {
  constexpr std::size_t kMostShown = 8;
  std::string text;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path.size() > kMostShown && i == kMostShown - 2) {
      text += " …";
      i = path.size() - 1;
    }
    if (i > 0) text += between;
    text += quoted(reading.questionnaire.questions[static_cast<std::size_t>(path[i])].id);
  }
  return text;
}

}  // namespace kk
