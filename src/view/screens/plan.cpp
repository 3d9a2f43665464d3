// Plan: the steps as tasks of the reader's own, with who does them, when they are checked and what was learned. One
// task is open at a time; on paper all are, as text.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

bool is_awaited(const Task& task) { return task.state == TaskState::kOpen || task.state == TaskState::kBusy; }

bool is_late(const Builder& b, const Task& task) {
  return is_awaited(task) && !task.check.empty() && task.check < b.session.planning().today;
}

/// The next thing to happen.
std::string title(const Builder& b) {
  const std::vector<Task>& tasks = b.session.plan().tasks;
  if (tasks.empty()) return std::string(b.words.plan_empty);
  const Task* first = nullptr;
  bool awaited = false, done = false;
  for (const Task& task : tasks) {
    awaited |= is_awaited(task);
    done |= task.state == TaskState::kDone;
    if (is_awaited(task) && !task.check.empty() && (!first || task.check < first->check)) first = &task;
  }
  if (first)
    return fill(is_late(b, *first) ? b.words.check_was : b.words.first_check, {{"day", day_words(b, first->check)}});
  return std::string(awaited || !done ? b.words.no_check : b.words.plan_done);
}

/// By TaskState, and by Effort from the first.
std::vector<std::string_view> states(const Builder& b) {
  return {b.words.task_open, b.words.task_busy, b.words.task_done, b.words.task_aside};
}
std::vector<std::string_view> efforts(const Builder& b) {
  return {b.words.effort_hard, b.words.effort_medium, b.words.effort_easy};
}

/// When its step is done; empty for the reader's own and for what is to be found out.
std::string done_words(const Builder& b, const Task& task) {
  return task.question < 0 ? std::string() : done_when(b, step_of(b, task));
}

/// A row for what is added to it, beside what it is called: "<id>.label".
int labelled(Builder& b, int parent, const std::string& id, std::string_view label) {
  const int row = b.add(parent, {id, ".row"}, Kind::kGroup, Look::kTarget);
  b.paragraph(row, {id, ".label"}, Look::kBarValue, label);
  return row;
}

/// What is typed.
void field(Builder& b, int parent, const std::string& id, std::string_view label, const std::string& value) {
  b.node(b.add(labelled(b, parent, id, label), id, Kind::kText, Look::kEntry, value)).labelled_by = id + ".label";
  // A field of the page takes no more, so that nothing of a plan is cut off behind it.
  static_assert(kMostLineLength <= static_cast<int>(kMostFieldLength));
  int length = 0;
  for (const char c : value) length += ((c & 0xC0) != 0x80) + ((c & 0xF8) == 0xF0);
  if (length >= kMostLineLength) b.paragraph(parent, {id, ".full"}, Look::kUnder, b.words.field_full);
}

/// One of a few. `values`: what stands behind the dash in their ids, one of them `chosen` or none.
void choice(Builder& b, int column, const std::string& id, std::span<const std::string_view> names,
            std::span<const int> values, int chosen) {
  const int group = b.add(column, id, Kind::kRadioGroup, Look::kTargets);
  b.node(group).labelled_by = id + ".label";
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int radio = b.add(group, cat(id, "-", values[i]), Kind::kRadio, Look::kTargetCell, names[i]);
    b.node(radio).checked = values[i] == chosen;
  }
}

/// On which day, counted from today or as it is picked.
void check(Builder& b, int parent, const std::string& id, const Task& task) {
  constexpr int kDays[] = {30, 90, 365};
  const std::string days = id + ".days";
  const int row = labelled(b, parent, days, b.words.task_check);
  const int column = b.add(row, {id, ".when"}, Kind::kGroup, Look::kColumn);
  const std::string& today = b.session.planning().today;
  std::string names[3];
  std::string_view shown[3];
  int chosen = 0;
  for (int i = 0; i < 3; ++i) {
    names[i] = fill(b.words.days, {{"n", kDays[i]}});
    shown[i] = names[i];
    if (!today.empty() && day_after(today, kDays[i]) == task.check) chosen = kDays[i];
  }
  if (!today.empty()) choice(b, column, days, shown, kDays, chosen);
  Node& day = b.node(b.add(column, id + ".check", Kind::kDate, Look::kEntry, task.check));
  day.name = fill(b.words.day, {{"label", b.words.task_check}});
}

void fields(Builder& b, int parent, int n, const Task& task) {
  constexpr int kNumbers[] = {1, 2, 3, 4};
  const std::string id = cat("plan.", n);
  const int box = b.add(parent, {id, ".fields"}, Kind::kGroup, Look::kFields);
  if (const std::string done = done_words(b, task); !done.empty()) {
    const int row = labelled(b, box, id + ".done", b.words.done_when);
    b.paragraph(row, {id, ".done"}, Look::kStepDone, upper_first(done));
  }
  if (task.question < 0) field(b, box, id + ".text", b.words.task_step, task.text);
  field(b, box, id + ".action", b.words.task_action, task.action);
  field(b, box, id + ".who", b.words.task_who, task.who);
  check(b, box, id, task);
  const auto pick = [&](const std::string& group, std::string_view label, const std::vector<std::string_view>& names,
                        int chosen) {
    choice(b, labelled(b, box, group, label), group, names, std::span(kNumbers).first(names.size()), chosen);
  };
  pick(id + ".state", b.words.task_state, states(b), static_cast<int>(task.state) + 1);
  pick(id + ".effort", b.words.task_effort, efforts(b), static_cast<int>(task.effort));
  field(b, box, id + ".learned", b.words.task_learned, task.learned);
}

/// To write on.
constexpr std::string_view kLine = "…………………………………………";

/// On paper: what was typed, and a line to write on where nothing was.
void line(Builder& b, int parent, Id id, std::string_view label, std::string_view value) {
  const std::string head = cat(label, label.ends_with('?') ? "" : ":");
  b.node(b.paragraph(parent, id, Look::kStepDone, cat(head, " ", value.empty() ? kLine : value))).bold =
      static_cast<int>(head.size());
}

void as_text(Builder& b, int parent, int n, const Task& task) {
  const std::string id = cat("plan.", n);
  if (const std::string done = done_words(b, task); !done.empty()) {
    b.node(b.paragraph(parent, {id, ".done"}, Look::kStepDone, cat(b.words.done_when, " ", done))).bold =
        static_cast<int>(b.words.done_when.size());
  }
  const int row = b.add(parent, {id, ".row"}, Kind::kGroup, Look::kActs);
  line(b, row, {id, ".action"}, b.words.task_action, task.action);
  line(b, row, {id, ".learned"}, b.words.task_learned, task.learned);
}

/// "Vraag 5: Kanalen · bezig · directiesecretaris · 26 december".
std::string summary(const Builder& b, const Task& task, bool brief) {
  std::vector<std::string> parts;
  const bool is_asked = task.question >= 0 && b.session.asks(task.question);
  if (task.question < 0 && !task.text.empty()) {
    parts.emplace_back(b.words.own_step);
  } else if (is_asked && !brief) {
    parts.push_back(
        fill(b.words.step_meta, {{"n", b.number_of(task.question)},
                                 {"topic", b.topic(b.q.questions[static_cast<std::size_t>(task.question)])}}));
  }
  parts.emplace_back(states(b)[static_cast<std::size_t>(task.state)]);
  if (task.effort != Effort::kNone && !brief) parts.emplace_back(efforts(b)[static_cast<std::size_t>(task.effort) - 1]);
  if (!task.who.empty()) parts.push_back(task.who);
  if (!task.check.empty()) parts.push_back(day_words(b, task.check));
  if (task.who.empty() && task.check.empty() && is_awaited(task) && !brief) parts.emplace_back(b.words.no_who);
  return dotted(parts);
}

/// A row that opens its task. Where it is narrow and another is open, it says no more than it must.
void row(Builder& b, int list, int n, const Task& task) {
  const bool open = b.session.planning().open == n - 1;
  const bool brief = b.narrow() && b.session.planning().open >= 0 && !open && !b.options.paper;
  const std::string id = cat("plan.task-", n);
  const int item = b.add(list, {id, ".item"}, Kind::kItem, Look::kTask);
  std::string what = task_text(b, task);
  if (what.empty()) what = b.words.own_step;
  if (brief && task.question >= 0) what = b.topic(b.q.questions[static_cast<std::size_t>(task.question)]);
  const std::string bold = cat(n, ". ", what);
  std::string text = cat(bold, " ", summary(b, task, brief));
  const bool late = is_late(b, task);
  if (late) text += cat(" · ", b.words.late);
  const int head =
      b.options.paper ? b.paragraph(item, id, Look::kPlain, text) : b.button(item, id, Look::kFoldRow, text);
  b.node(head).bold = static_cast<int>(bold.size());
  if (late) b.node(head).tail = static_cast<int>(b.words.late.size());
  if (b.options.paper) return as_text(b, item, n, task);
  b.node(head).expanded = open ? 1 : 0;
  if (open) fields(b, item, n, task);
}

/// The tasks that are put aside, or the others; in the order in which they were added.
void tasks(Builder& b, int parent, const char* id, bool aside) {
  const int list = b.add(parent, id, Kind::kList, aside ? Look::kColumn : Look::kSets);
  const std::vector<Task>& all = b.session.plan().tasks;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (b.session.planning().stands_aside(i) == aside) row(b, list, static_cast<int>(i) + 1, all[i]);
  }
}

/// What a step gains, as the order of steps counts it when nothing blocks it (scoring.md 7).
int gain(const Builder& b, const Task& task) {
  const Question& question = b.q.questions[static_cast<std::size_t>(task.question)];
  return question.priority *
         (known(task.from) ? 2 * (question.top() - question.value_of(task.from).number) : question.top());
}

/// "Stap 1 levert het meest op. Stap 3 is het makkelijkst.": of the steps that are still to be done, where one stands
/// out and of all of them is known what is compared.
std::string weighed(const Builder& b) {
  struct Best {
    int task = 0, value = 0, compared = 0;
    bool alone = false;
    void offer(int n, int offered) {
      ++compared;
      alone = offered > value || (alone && offered < value);
      if (offered > value) task = n, value = offered;
    }
  } gains, easy;
  int n = 0, awaited = 0;
  for (const Task& task : b.session.plan().tasks) {
    ++n;
    if (!is_awaited(task)) continue;
    ++awaited;
    if (task.question >= 0) gains.offer(n, gain(b, task));
    if (task.effort != Effort::kNone) easy.offer(n, static_cast<int>(task.effort));
  }
  std::string out;
  if (awaited < 2) return out;
  if (gains.alone && gains.compared == awaited) out = fill(b.words.most_gain, {{"n", gains.task}});
  if (easy.alone && easy.compared == awaited)
    out += cat(out.empty() ? "" : " ", fill(b.words.easiest, {{"n", easy.task}}));
  return out;
}

void more_tasks(Builder& b, int screen) {
  const Planning& planning = b.session.planning();
  if (!planning.has_room()) {
    b.paragraph(screen, "plan.full", Look::kUnder, fill(b.words.plan_full, {{"n", static_cast<int>(kMostTasks)}}));
    return;
  }
  const int acts = b.add(screen, "plan.acts", Kind::kGroup, Look::kActs);
  b.button(acts, "plan.own", Look::kTextButton, b.words.plan_own);
  if (!planning.plan.tasks.empty() && planning.next_step(b.result) >= 0) {
    b.button(acts, "plan.next", Look::kTextButton, b.words.plan_next);
  }
}

}  // namespace

void step_promises(Builder& b, int item, const Step& step) {
  const std::string id = b.node(item).id;
  const std::vector<Task>& all = b.session.plan().tasks;
  const auto task = std::find_if(all.begin(), all.end(), [&](const Task& each) {
    return each.question == step.question && step_of(b, each).find_out == step.find_out;
  });
  const bool any = task != all.end();
  const int row = b.add(item, {id, ".row"}, Kind::kGroup, Look::kActs);
  line(b, row, {id, ".who"}, b.words.task_who, any ? task->who : "");
  line(b, row, {id, ".check"}, b.words.task_check, any && !task->check.empty() ? day_words(b, task->check) : "");
}

void plan_on_paper(Builder& b, int parent) {
  tasks(b, parent, "plan.list", false);
  const std::string& promise = b.session.plan().promise;
  if (promise.empty()) return;
  const std::string head = cat(b.words.our_promise, ":");
  b.node(b.paragraph(parent, "plan.promise", Look::kUnder, cat(head, " ", promise))).bold =
      static_cast<int>(head.size());
}

namespace {

void filled_plan(Builder& b, int screen) {
  if (b.options.paper) return plan_on_paper(b, screen);
  const Planning& planning = b.session.planning();
  const Plan& plan = planning.plan;
  tasks(b, screen, "plan.list", false);
  int aside = 0;
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) aside += planning.stands_aside(i);
  if (const std::string words = weighed(b); !words.empty() && planning.open < 0)
    b.paragraph(screen, "plan.weighed", Look::kUnder, words);
  more_tasks(b, screen);
  if (aside > 0) {
    // Not in a group of its own: a task is as deep as a document may be.
    b.fold_row(screen, b.words.set_aside,
               aside == 1 ? std::string(b.words.one_step) : fill(b.words.more_steps, {{"n", in_words(b, aside)}}));
    if (b.session.more()) tasks(b, screen, "plan.aside", true);
  }
  field(b, b.add(screen, "plan.count", Kind::kGroup, Look::kFields), "plan.promise", b.words.our_promise, plan.promise);
  b.paragraph(screen, "plan.private", Look::kUnder, b.words.plan_private);
  const int foot = b.add(screen, "plan.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "go.files", Look::kSecondary, b.words.files);
  const int on = b.button(foot, "go.share", Look::kPrimary, b.narrow() ? b.words.share : b.words.share_long);
  if (b.narrow()) b.node(on).name = b.words.share_long;
}

void empty_plan(Builder& b, int screen) {
  const Planning& planning = b.session.planning();
  // On paper it stands with the result.
  if (!b.options.paper) target(b, b.add(screen, "plan.target", Kind::kGroup, Look::kSection));
  const std::size_t offered = planning.offered(b.result);
  int chosen = 0;
  if (offered > 0) {
    b.heading(screen, "plan.offer.h", 2, Look::kSetTitle, b.words.plan_what);
    const int group = b.add(screen, "plan.offer", Kind::kGroup, Look::kOptions);
    b.node(group).name = b.words.plan_what;
    for (std::size_t i = 0; i < offered; ++i) {
      const Step& step = b.result.steps[i];
      const Question& question = b.q.questions[static_cast<std::size_t>(step.question)];
      const std::string what = step_text(b, step);
      const std::string meta =
          fill(b.words.step_meta, {{"n", b.number_of(step.question)}, {"topic", b.topic(question)}});
      const int box = b.add(group, cat("plan.pick-", static_cast<int>(i) + 1), Kind::kCheckbox, Look::kOption,
                            cat(what, " ", meta));
      b.node(box).bold = static_cast<int>(what.size());
      b.node(box).checked = !(planning.left_out >> i & 1);
      chosen += b.node(box).checked;
    }
  }
  more_tasks(b, screen);
  b.paragraph(screen, "plan.private", Look::kUnder, b.words.plan_private);
  if (offered == 0) return;
  if (chosen == 0) b.paragraph(screen, "plan.none", Look::kMessage, b.words.plan_none);
  const int foot = b.add(screen, "plan.foot", Kind::kGroup, Look::kFoot);
  const std::string steps =
      chosen == 1 ? std::string(b.words.one_step) : fill(b.words.more_steps, {{"n", in_words(b, chosen)}});
  Node& make =
      b.node(b.button(foot, "plan.make", Look::kPrimary,
                      chosen == 0 ? std::string(b.words.plan_make_none) : fill(b.words.plan_make, {{"steps", steps}})));
  make.disabled = chosen == 0;
}

}  // namespace

void plan_screen(Builder& b) {
  const int screen = b.add(-1, "plan", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const int top = b.add(screen, "plan.top", Kind::kGroup, Look::kBackRow);
  b.button(top, "go.steps", Look::kBack, b.words.steps);
  const bool is_empty = b.session.plan().tasks.empty();
  if (!is_empty && b.session.target() > 0) {
    b.button(top, "go.result", Look::kLink, fill(b.words.your_target, {{"n", b.session.target()}}));
  }
  const int head = b.add(screen, "plan.head", Kind::kGroup, Look::kHead);
  b.heading(head, "plan.h", 1, Look::kPageTitle, title(b));
  if (is_empty) b.paragraph(head, "plan.lead", Look::kPageLead, b.words.plan_lead);
  is_empty ? empty_plan(b, screen) : filled_plan(b, screen);
}

}  // namespace kk
