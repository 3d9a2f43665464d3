#include "team/workshop.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "base/day.h"
#include "base/phrase.h"
#include "exchange/plan_text.h"
#include "score/team.h"
#include "view/node_id.h"
#include "view/session/session.h"

namespace kk {
namespace {

/// When what was agreed is looked at again; the plan can change it.
constexpr int kDaysToCheck = 30;
/// Beyond it no phone reads a code from a wall.
constexpr int kMostModules = 177;

/// The questions with the lowest answers; behind them those that too few answered.
std::vector<int> lowest(const TeamResult& team) {
  std::vector<int> out(team.questions.size());
  std::iota(out.begin(), out.end(), 0);
  const auto mean = [&](int i) {
    return team.questions[static_cast<std::size_t>(i)].mean.value_or(kMostLevels * kPartsOfOne);
  };
  std::stable_sort(out.begin(), out.end(), [&](int a, int b) { return mean(a) < mean(b); });
  out.resize(std::min(out.size(), kUsualTopics));
  return out;
}

}  // namespace

void Workshop::start(const TeamCounts& seen) {
  const TeamResult team = team_result(*questionnaire_, seen);
  std::vector<int> topics = team.talk_first.empty() ? lowest(team) : team.talk_first;
  planned_ = topics.size();
  const int open = is_over() ? -1 : topics_[at_];
  for (const int question : topics_) {
    if (agreement(question).any() && std::find(topics.begin(), topics.end(), question) == topics.end())
      topics.push_back(question);
  }
  const bool was_over = !topics_.empty() && is_over();
  topics_ = std::move(topics);
  const auto there = std::find(topics_.begin(), topics_.end(), open);
  at_ = was_over ? topics_.size() : there == topics_.end() ? 0 : static_cast<std::size_t>(there - topics_.begin());
  turn();
}

void Workshop::turn() {
  shown_ = asking_ = false;
  head_ = cat("workshop.h-", ++heads_);
}

bool Workshop::open(int question) {
  if (question < 0 || static_cast<std::size_t>(question) >= agreed_.size()) return false;
  const auto there = std::find(topics_.begin(), topics_.end(), question);
  at_ = static_cast<std::size_t>(there - topics_.begin());
  if (there == topics_.end()) topics_.push_back(question);
  turn();
  return true;
}

bool Workshop::take(std::string_view invitation) {
  const std::size_t first = invitation.find('\n'), second = invitation.find('\n', first + 1);
  if (first == invitation.npos || second == invitation.npos) return false;
  const int size = number_in(invitation.substr(first + 1, second - first - 1));
  const std::string_view modules = invitation.substr(second + 1);
  if (size < 1 || size > kMostModules ||
      modules.size() != static_cast<std::size_t>(size) * static_cast<std::size_t>(size))
    return false;
  invitation_ = {std::string(invitation.substr(0, first)), size, std::string(modules)};
  return true;
}

Answers Workshop::answers(const TeamCounts& seen) const {
  std::vector<Level> levels;
  for (const Agreement& each : agreed_) levels.push_back(each.level);
  return agreed_answers(*questionnaire_, seen, levels);
}

Plan Workshop::plan(const Session& session, const Answers& answers) const {
  const std::string& today = session.planning().today;
  Plan plan;
  for (const int question : topics_) {
    const Agreement& agreed = agreement(question);
    if (agreed.action.empty() || plan.tasks.size() == kMostTasks) continue;
    const auto at = static_cast<std::size_t>(question);
    Task task;
    // At the top there is no step to take: what is to be done is the group's own.
    const Question& asked = questionnaire_->questions[at];
    const bool at_top = known(answers.questions[at]) && asked.value_of(answers.questions[at]).number == asked.top();
    if (at_top) {
      task.text = agreed.action;
    } else {
      task.question = question;
      task.from = answers.questions[at];
      task.action = agreed.action;
    }
    task.who = agreed.who;
    if (!today.empty()) task.check = day_after(today, kDaysToCheck);
    plan.tasks.push_back(std::move(task));
  }
  return plan;
}

void Workshop::hand_over(Session& session, const TeamCounts& seen) const {
  Answers agreed = answers(seen);
  Plan made = plan(session, agreed);
  session.restore(std::move(agreed));
  session.set_plan(std::move(made));
  session.act("go.plan");
}

bool Workshop::act(Session& session, std::string_view what, std::string_view value, const TeamCounts& seen,
                   std::string_view& focus) {
  if (what == "minute") {
    const int minutes = number_in(value);
    return minutes > 0 && (minutes_ = minutes, true);
  }
  if (what == "here") return take(value);
  if (topics_.empty()) return false;  // it did not begin
  if (what.starts_with("topic-")) {
    if (!open(number_in(what.substr(6)) - 1)) return false;
    focus = head_;
    return true;
  }
  if (what == "plan") {
    const Answers& own = session.answers();
    asking_ = own != blank_answers(*questionnaire_) && own != answers(seen);
    if (!asking_) return hand_over(session, seen), true;
    focus = "workshop.plan-no";
    return true;
  }
  if (what == "plan-yes" && asking_) return asking_ = false, hand_over(session, seen), true;
  if (what == "plan-no" && asking_) {
    asking_ = false;
    focus = "workshop.plan";
    return true;
  }
  if (what == "back" && at_ > 0) {
    --at_;
    turn();
    focus = head_;
    return true;
  }
  if (is_over()) return false;
  Agreement& agreed = agreed_[static_cast<std::size_t>(topics_[at_])];
  if (what == "next") {
    ++at_;
    turn();
    focus = head_;
  } else if ((what == "show" && !shown_) || (what == "hide" && shown_)) {
    turn();
    shown_ = what == "show";
    focus = head_;
  } else if (what == "action" && shown_) {
    agreed.action = plan_field(value);
  } else if (what == "who" && shown_) {
    agreed.who = plan_field(value);
  } else if (what.starts_with("level-") && shown_) {
    const int level = number_in(what.substr(6)) - 1;
    if (level < 0 || level > questionnaire_->questions[static_cast<std::size_t>(topics_[at_])].top()) return false;
    agreed.level = static_cast<Level>(level);
  } else {
    return false;
  }
  return true;
}

}  // namespace kk
