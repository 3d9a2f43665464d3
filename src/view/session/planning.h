// The reader's plan, and what of it is open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/plan.h"
#include "model/result.h"

namespace kk {

struct Planning {
  /// The first steps of the result are offered while there is no plan.
  static constexpr std::size_t kMostOffered = 3;

  Plan plan = {};
  int open = -1;               ///< the task whose fields are shown, or -1
  bool opened_aside = false;   ///< it was aside then
  std::uint32_t left_out = 0;  ///< offered steps that are not to go in the plan, a bit each
  std::string today = {};      ///< 2026-11-27; empty: not known, then no day can be counted from it
  std::string focus = {};      ///< the control that takes focus after the last action, or empty

  /// An action on the plan, without the "plan." that its id begins with. False, and nothing changed, where there is no
  /// such action now. `made`: there is a plan where none was.
  bool act(std::string_view what, std::string_view value, const Result& result, bool& made);
  bool close();  ///< the open task; false when none is

  /// The next step of the result that is in no task; -1: all are, or there is no room.
  int next_step(const Result& result) const;
  std::size_t offered(const Result& result) const;  ///< how many steps
  /// Stands with what was put aside. A task that is open stays where it was opened.
  bool stands_aside(std::size_t task) const {
    return static_cast<int>(task) == open ? opened_aside : plan.tasks[task].state == TaskState::kAside;
  }
  bool has_room() const { return plan.tasks.size() < kMostTasks; }

 private:
  void add(Task task);
  bool change(Task& task, std::string_view what, std::string_view value);
};

}  // namespace kk
