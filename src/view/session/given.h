// What the reader said, and the score of it.
#pragma once

#include <cassert>
#include <vector>

#include "model/answers.h"
#include "model/questionnaire.h"
#include "model/result.h"
#include "model/role.h"
#include "view/screens/table.h"

namespace kk {

class Given {
 public:
  /// `questionnaire` must outlive it.
  explicit Given(const Questionnaire& questionnaire);

  const Questionnaire& questionnaire() const { return *questionnaire_; }
  /// Without those to questions that are not asked now.
  const Answers& answers() const { return answers_; }
  const Result& result() const { return result_; }
  Role role() const { return role_; }
  bool context_answered() const { return context_answered_; }

  bool asks(int question) const {  ///< its condition holds
    assert(question >= 0 && static_cast<std::size_t>(question) < result_.values.size());
    return result_.values[static_cast<std::size_t>(question)] != kNotAsked;
  }
  /// Its number among the questions that are asked, from 1.
  int number_of(int question) const {
    assert(question >= 0 && static_cast<std::size_t>(question) < numbers_.size());
    return numbers_[static_cast<std::size_t>(question)];
  }
  int next_asked(int question) const;    ///< the first one after it that is asked, or -1
  int asked_before(int question) const;  ///< the last one before it that is asked, or -1
  int last_asked() const { return asked_before(static_cast<int>(questionnaire_->questions.size())); }
  bool done() const;  ///< the last question was answered

  /// Whether a screen asks for something, and has it. Ticks need none.
  enum class Asked : std::uint8_t { kNothing, kOpen, kAnswered };
  Asked asked_on(const Place& place) const;

  /// What a choice was about.
  enum class Choice : std::uint8_t { kNone, kSameAnswer, kNewAnswer, kClaim, kOther };
  /// "ID.l3", "ID.unknown" of a question, "place.middle", "market.unique", "excuses.e1". kNone, and nothing changed,
  /// where there is no such choice.
  Choice choose(std::string_view id);
  /// Skipping withdraws an answer: what the reader does not stand for must not count. False where nothing is asked.
  bool withdraw(const Place& place);
  void take(Answers answers);                     ///< all that a code has, for all that was said
  void forget();                                  ///< everything but parameters, which are the page's
  bool set_parameter(std::string_view declared);  ///< "id=value"; false for what was not declared

 private:
  Level* level_on(const Place& place);
  void score_again();

  const Questionnaire* questionnaire_;
  Answers said_;     ///< all: an answer comes back with its question
  Answers answers_;  ///< of these, what counts
  std::vector<int> numbers_;
  Result result_;
  Role role_ = Role::kNone;
  bool context_answered_ = false, role_answered_ = false;
};

}  // namespace kk
