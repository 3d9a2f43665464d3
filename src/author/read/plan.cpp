#include "author/read/plan.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/read/answers.h"
#include "base/day.h"
#include "base/phrase.h"
#include "exchange/plan_text.h"

namespace kk {
namespace {

class PlanReading {
 public:
  PlanReading(const Questionnaire& questionnaire, JsonProblems& problems)
      : questionnaire_(questionnaire), problems_(problems) {}

  void read(JsonValue object, Plan& plan) {
    if (!object.is(JsonKind::kObject)) return wrong_type(problems_, object, "an object that holds \"tasks\"");
    plan.promise = field(object, "promise");
    const JsonValue tasks = object.member("tasks");
    if (!tasks) return;
    if (!tasks.is(JsonKind::kArray)) return wrong_type(problems_, tasks, "a list of tasks");
    for (const JsonValue task : tasks) {
      if (plan.tasks.size() == kMostTasks)
        return wrong_type(problems_, task,
                          cat("the end of the list: a plan has at most ", static_cast<int>(kMostTasks), " tasks"));
      if (!task.is(JsonKind::kObject)) {
        wrong_type(problems_, task, "an object with a task");
        continue;
      }
      plan.tasks.push_back(this->task(task));
    }
  }

 private:
  Task task(JsonValue object) {
    Task task;
    step(object, task);
    task.action = field(object, "action");
    task.who = field(object, "who");
    task.learned = field(object, "learned");
    task.state = static_cast<TaskState>(one_of(object, "state", kTaskStates));
    task.effort = static_cast<Effort>(one_of(object, "effort", kEfforts));
    const JsonValue check = object.member("check");
    const bool is_text = check && check.is(JsonKind::kString);
    if (check && !(is_text && is_day(check.text()))) wrong_type(problems_, check, "a day, such as 2026-11-27");
    if (is_text) task.check = check.text();
    return task;
  }

  /// What it is a task of: a step of a question, or the reader's own words.
  void step(JsonValue object, Task& task) {
    const JsonValue question = object.member("question");
    if (!question) {
      task.text = field(object, "step");
      return;
    }
    task.question = question.is(JsonKind::kString) ? questionnaire_.question_index(question.text()) : -1;
    if (task.question < 0)
      return problems_.at(question, "unknown_id", cat("found ", describe(question), ", expected the id of a question"));
    const JsonValue from = object.member("from");
    if (!from) return;
    const Question& of = questionnaire_.questions[static_cast<std::size_t>(task.question)];
    const int level = from.is(JsonKind::kNumber) && from.number() >= 0 && from.number() <= of.top()
                          ? static_cast<int>(from.number())
                          : -1;
    const bool leads_on =
        level >= 0 && level == from.number() && of.value_of(static_cast<Level>(level)).number < of.top();
    if (!leads_on) return wrong_type(problems_, from, "a level of this question that has a next one");
    task.from = static_cast<Level>(level);
  }

  std::string field(JsonValue object, std::string_view name) {
    const JsonValue value = object.member(name);
    if (!value) return {};
    if (value.is(JsonKind::kString)) return plan_field(value.text());
    wrong_type(problems_, value, "a text");
    return {};
  }

  /// Its place among the names; 0 where it is absent.
  int one_of(JsonValue object, std::string_view name, std::span<const std::string_view> names) {
    const JsonValue value = object.member(name);
    if (!value) return 0;
    if (value.is(JsonKind::kString)) {
      const auto at = std::find(names.begin(), names.end(), value.text());
      if (at != names.end() && !at->empty()) return static_cast<int>(at - names.begin());
    }
    std::string expected;
    for (const std::string_view each : names) {
      if (!each.empty()) expected += cat(expected.empty() ? "" : ", ", each);
    }
    wrong_type(problems_, value, cat("one of ", expected));
    return 0;
  }

  const Questionnaire& questionnaire_;
  JsonProblems& problems_;
};

}  // namespace

Problems read_plan_file(std::string_view json, const Questionnaire& questionnaire, Plan& plan) {
  plan = {};
  JsonProblems problems(json);
  JsonDocument document;
  if (read_json(json, {.bytes = kMaxAnswersBytes}, document, problems)) {
    const JsonValue object = JsonValue(document, 0).member("plan");
    if (object) PlanReading(questionnaire, problems).read(object, plan);
  }
  return problems.take();
}

}  // namespace kk
