#include "view/session/planning.h"

#include <algorithm>
#include <utility>

#include "base/day.h"
#include "base/phrase.h"
#include "exchange/plan_text.h"
#include "view/node_id.h"

namespace kk {
namespace {

bool is_step_of(const Task& task, const Step& step) { return task.question == step.question && task.from == step.from; }

Task task_for(const Step& step) {
  Task task;
  task.question = step.question;
  task.from = step.from;
  return task;
}

/// The number behind "name-", or -1.
int number_behind(std::string_view what, std::string_view name) {
  if (!what.starts_with(name) || what.size() <= name.size() || what[name.size()] != '-') return -1;
  return number_in(what.substr(name.size() + 1));
}

}  // namespace

int Planning::next_step(const Result& result) const {
  if (!has_room()) return -1;
  for (std::size_t i = 0; i < result.steps.size(); ++i) {
    const auto is_it = [&](const Task& task) { return is_step_of(task, result.steps[i]); };
    if (std::none_of(plan.tasks.begin(), plan.tasks.end(), is_it)) return static_cast<int>(i);
  }
  return -1;
}

std::size_t Planning::offered(const Result& result) const { return std::min(kMostOffered, result.steps.size()); }

bool Planning::close() {
  if (open < 0) return false;
  focus = cat("plan.task-", open + 1);
  const auto at = static_cast<std::size_t>(std::exchange(open, -1));
  // A step of the reader's own without a word is none.
  const Task& task = plan.tasks[at];
  const bool is_empty = task.question < 0 && task.text.empty() && task.action.empty() && task.who.empty() &&
                        task.learned.empty() && task.check.empty();
  if (is_empty) {
    plan.tasks.erase(plan.tasks.begin() + static_cast<std::ptrdiff_t>(at));
    focus = "plan.own";
  }
  return true;
}

void Planning::add(Task task) {
  close();
  if (!has_room()) return;
  plan.tasks.push_back(std::move(task));
  open = static_cast<int>(plan.tasks.size()) - 1;
  opened_aside = false;
}

bool Planning::change(Task& task, std::string_view what, std::string_view value) {
  const std::pair<std::string_view, std::string*> fields[] = {
      {"text", &task.text}, {"action", &task.action}, {"who", &task.who}, {"learned", &task.learned}};
  for (const auto& [name, field] : fields) {
    if (what == name) return *field = plan_field(value), true;
  }
  if (what == "check") {
    if (!value.empty() && !is_day(value)) return false;
    return task.check = value, true;
  }
  if (const int days = number_behind(what, "days"); days == 30 || days == 90 || days == 365) {
    if (today.empty()) return false;
    return task.check = day_after(today, days), true;
  }
  if (const int state = number_behind(what, "state"); state >= 1 && state <= 4) {
    return task.state = static_cast<TaskState>(state - 1), true;
  }
  if (const int effort = number_behind(what, "effort"); effort >= 1 && effort <= 3) {
    return task.effort = static_cast<Effort>(effort), true;
  }
  return false;
}

bool Planning::act(std::string_view what, std::string_view value, const Result& result, bool& made) {
  if (what == "promise") return plan.promise = plan_field(value), true;
  if (what == "close") return close();
  if (what == "own") {
    if (!has_room()) return false;
    made = plan.tasks.empty();
    add({});
    focus = cat("plan.", open + 1, ".text");
    return true;
  }
  if (what == "next") {
    const int step = next_step(result);
    if (step < 0) return false;
    add(task_for(result.steps[static_cast<std::size_t>(step)]));
    focus = cat("plan.task-", open + 1);
    return true;
  }
  if (what == "make") {
    if (!plan.tasks.empty()) return false;
    for (std::size_t i = 0; i < offered(result); ++i) {
      if (!(left_out >> i & 1)) plan.tasks.push_back(task_for(result.steps[i]));
    }
    return made = !plan.tasks.empty();
  }
  if (const int pick = number_behind(what, "pick"); pick >= 1) {
    if (static_cast<std::size_t>(pick) > offered(result)) return false;
    return left_out ^= 1U << (pick - 1), true;
  }
  const auto task_at = [&](int n) {
    return n >= 1 && static_cast<std::size_t>(n) <= plan.tasks.size() ? &plan.tasks[static_cast<std::size_t>(n) - 1]
                                                                      : nullptr;
  };
  if (const int n = number_behind(what, "task"); task_at(n)) {
    const int was_open = open;
    const std::size_t before = plan.tasks.size();
    close();
    if (was_open == n - 1) return true;
    // One without a word is gone; what stood behind it moved up.
    open = n - 1 - (was_open >= 0 && was_open < n - 1 ? static_cast<int>(before - plan.tasks.size()) : 0);
    opened_aside = plan.tasks[static_cast<std::size_t>(open)].state == TaskState::kAside;
    focus = cat("plan.task-", open + 1);
    return true;
  }
  const std::size_t dot = what.find('.');
  if (dot == what.npos) return false;
  Task* const task = task_at(number_in(what.substr(0, dot)));
  return task && change(*task, what.substr(dot + 1), value);
}

}  // namespace kk
