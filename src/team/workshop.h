// A meeting about the picture: topic by topic, what people answered stays hidden until it is shown, and what they agree
// on is kept. In memory alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/answers.h"
#include "model/plan.h"
#include "model/questionnaire.h"
#include "model/team.h"

namespace kk {

class Session;

/// How long the meeting is, in minutes: its opening, its topics together, and what was agreed.
inline constexpr int kOpening = 5, kTopics = 45, kClosing = 10;
inline constexpr int kMeeting = kOpening + kTopics + kClosing;
/// So many topics are on the agenda where people differ on none: those with the lowest answers.
inline constexpr std::size_t kUsualTopics = 3;

/// What was agreed on one question.
struct Agreement {
  Level level = kSkipped;   ///< kSkipped: no level
  std::string action, who;  ///< as the fields of a Task; may be empty
  bool any() const { return level != kSkipped || !action.empty(); }
};

/// The address to which colleagues are invited, as modules of a QR code: row after row, 1 is dark.
struct Invitation {
  std::string address;
  int size = 0;  ///< modules on a side
  std::string modules;
};

class Workshop {
 public:
  /// `questionnaire` must outlive it.
  explicit Workshop(const Questionnaire& questionnaire, Invitation invitation = {})
      : questionnaire_(&questionnaire), agreed_(questionnaire.questions.size()), invitation_(std::move(invitation)) {}

  /// Begins, or goes on, with the picture of now: topics that nothing was agreed on give way to what is to be talked
  /// about first.
  void start(const TeamCounts& seen);

  /// "next", "back", "show", "hide" and "topic-N" (question N, from 1) lead through it; "level-N" (level N - 1, once
  /// more takes it back), "action" and "who" are what is agreed on the topic; "minute" has how long it takes so far,
  /// "here" an Invitation as address, size and modules with a line end between; "plan" hands all over to the session,
  /// after "plan-yes" where that has answers of its own, "plan-no" leaves it.
  bool act(Session& session, std::string_view what, std::string_view value, const TeamCounts& seen,
           std::string_view& focus);

  const std::vector<int>& topics() const { return topics_; }  ///< question indexes
  bool is_over() const { return at_ >= topics_.size(); }      ///< what was agreed is on the screen
  std::size_t at() const { return at_; }                      ///< index into topics(), where it is not over
  std::size_t planned() const { return planned_; }            ///< so many of the topics are on the agenda
  bool shown() const { return shown_; }
  const std::string& head() const { return head_; }  ///< node id: a new heading for what is new on the screen
  bool asking() const { return asking_; }            ///< whether the session's own answers may go
  int minutes() const { return minutes_; }
  const Agreement& agreement(int question) const { return agreed_[static_cast<std::size_t>(question)]; }
  const Invitation& invitation() const { return invitation_; }

  /// The agreed set.
  Answers answers(const TeamCounts& seen) const;

 private:
  Plan plan(const Session& session, const Answers& answers) const;
  void hand_over(Session& session, const TeamCounts& seen) const;
  bool open(int question);
  bool take(std::string_view invitation);
  void turn();

  const Questionnaire* questionnaire_;
  std::vector<int> topics_;
  std::size_t planned_ = 0, at_ = 0;
  bool shown_ = false, asking_ = false;
  int minutes_ = 0, heads_ = 0;
  std::string head_;
  std::vector<Agreement> agreed_;  ///< by question
  Invitation invitation_;
};

}  // namespace kk
