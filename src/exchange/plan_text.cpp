#include "exchange/plan_text.h"

#include <algorithm>
#include <utility>

#include "base/day.h"
#include "base/phrase.h"
#include "base/utf8.h"

namespace kk {
namespace {

constexpr std::string_view kMake = "1";
constexpr std::string_view kToFindOut = "?";

/// Takes what stands before the mark, and the mark.
std::string_view take(std::string_view& text, char mark) {
  const std::size_t at = std::min(text.find(mark), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

/// One digit under `below`; -1 for anything else.
int digit(std::string_view text, int below) {
  if (text.size() != 1 || text[0] < '0' || text[0] >= '0' + below) return -1;
  return text[0] - '0';
}

/// False for a step that the questionnaire does not have.
bool read_step(const Questionnaire& questionnaire, std::string_view id, std::string_view from, Task& task) {
  if (id.empty()) return true;
  task.question = questionnaire.question_index(id);
  if (task.question < 0) return false;
  if (from == kToFindOut) return true;
  const Question& question = questionnaire.questions[static_cast<std::size_t>(task.question)];
  const int level = from == "10" ? 10 : digit(from, 10);
  if (level < 0 || level > question.top()) return false;
  task.from = static_cast<Level>(level);
  return question.value_of(task.from).number < question.top();
}

}  // namespace

std::string plan_field(std::string_view typed) {
  std::string out;
  for (std::size_t count = 0; !typed.empty() && count < kMostFieldLength; ++count) {
    const std::size_t size = utf8_size(typed);
    const bool stays = size > 0 && !is_control(utf8_char(typed)) && !is_bidi_control(utf8_char(typed));
    out += stays ? typed.substr(0, size) : " ";
    typed.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out;
}

std::string plan_text(const Questionnaire& questionnaire, const Plan& plan) {
  if (plan.tasks.empty() && plan.promise.empty()) return {};
  std::string out = cat(kMake, "\t", plan.promise);
  for (const Task& task : plan.tasks) {
    out += '\n';
    if (task.question >= 0) {
      out += questionnaire.questions[static_cast<std::size_t>(task.question)].id;
      out += cat("\t", known(task.from) ? number(task.from) : std::string(kToFindOut));
    } else {
      out += '\t';
    }
    out += cat("\t", static_cast<int>(task.state), "\t", static_cast<int>(task.effort));
    for (const std::string* field : {&task.check, &task.text, &task.action, &task.who, &task.learned}) {
      out += cat("\t", *field);
    }
  }
  return out;
}

Plan read_plan(const Questionnaire& questionnaire, std::string_view text) {
  Plan plan;
  std::string_view first = take(text, '\n');
  if (take(first, '\t') != kMake) return plan;
  plan.promise = plan_field(first);
  while (!text.empty() && plan.tasks.size() < kMostTasks) {
    std::string_view line = take(text, '\n');
    const auto member = [&] { return take(line, '\t'); };
    Task task;
    const std::string_view id = member(), from = member();
    const int state = digit(member(), 4), effort = digit(member(), 4);
    if (state < 0 || effort < 0 || !read_step(questionnaire, id, from, task)) continue;
    task.state = static_cast<TaskState>(state);
    task.effort = static_cast<Effort>(effort);
    const std::string_view check = member();
    if (is_day(check)) task.check = check;
    for (std::string* field : {&task.text, &task.action, &task.who, &task.learned}) *field = plan_field(member());
    plan.tasks.push_back(std::move(task));
  }
  return plan;
}

}  // namespace kk
