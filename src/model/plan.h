// What a reader makes of the steps: tasks in their own words. In no code and no link.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/level.h"

namespace kk {

inline constexpr std::size_t kMostTasks = 40;
/// Characters of what the reader types in one field.
inline constexpr std::size_t kMostFieldLength = 200;

enum class TaskState : std::uint8_t { kOpen, kBusy, kDone, kAside };
enum class Effort : std::uint8_t { kNone, kHard, kMedium, kEasy };
/// In files, by these; of no effort none stands there.
inline constexpr std::string_view kTaskStates[] = {"open", "busy", "done", "aside"};
inline constexpr std::string_view kEfforts[] = {"", "hard", "medium", "easy"};

/// One line each of what the reader typed, at most kMostFieldLength characters, without control characters; all may be
/// empty.
struct Task {
  int question = -1;      ///< index into Questionnaire::questions, whose step it is; -1: the reader's own
  Level from = kUnknown;  ///< of the step: the level that was chosen, below the top; kUnknown: to find out
  std::string text;       ///< of the reader's own
  std::string action, who, learned;
  std::string check;  ///< a day, 2026-11-27
  TaskState state = TaskState::kOpen;
  Effort effort = Effort::kNone;
};

struct Plan {
  std::vector<Task> tasks;  ///< at most kMostTasks, in the order in which they were added
  std::string promise;      ///< what others may count on; as the fields of a task
};

}  // namespace kk
