// The one owner of state. Everything a reader can do is an Action.
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/result_code.h"
#include "model/answers.h"
#include "model/questionnaire.h"
#include "model/result.h"
#include "view/embed.h"
#include "view/screens/table.h"

namespace kk {

/// What the last action brought about that is worth saying aloud.
enum class News : std::uint8_t { kNone, kResultReady, kResultChanged, kWiped };

/// The reader's own place, asked so that the mirror speaks to leaders in their own voice. Never part of a code or a
/// score.
enum class Role : std::int8_t { kNone = -1, kLeadership, kMiddle, kFrontline, kPrivate };
inline constexpr std::string_view kRoleIds[] = {"leadership", "middle", "frontline", "private"};

/// A control was used.
struct Action {
  /// Implicit: most say all with their id.
  template <std::convertible_to<std::string_view> Id>
  Action(const Id& id, std::string_view value = {}) : id(id), value(value) {}

  std::string_view id;     ///< of its node: "nav.next", "ID.l3", "go.question-4", "lang.en", …
  std::string_view value;  ///< of the field that goes with it, as the reader left it; else empty
};

class Session {
 public:
  /// `questionnaire` and `screens` must outlive the session.
  explicit Session(const Questionnaire& questionnaire, ScreenRows screens = kScreenRows);

  /// False, and nothing changed, when there is no such action here. "code.open" has a result code as its value, with
  /// "&at=SCREEN" behind it where another screen than the result is to be opened; a code that cannot be taken over
  /// changes nothing, and code() says why.
  bool act(const Action& action);

  /// Takes over answers from a result code. The open screen stays unless it no longer makes sense.
  void restore(Answers answers);
  void set_language(std::string_view tag);   ///< unknown tags: the default language
  void set_modules(const Modules& modules);  ///< modules the questionnaire does not have stay off
  /// What the page around the questionnaire says, as "id=value". False for what was not declared.
  bool set_parameter(std::string_view declared);

  const Questionnaire& questionnaire() const { return *questionnaire_; }
  /// Without those to questions that are not asked now.
  const Answers& answers() const { return answers_; }
  const Result& result() const { return result_; }
  const Place& place() const { return place_; }
  ScreenRows screens() const { return screens_; }
  const ScreenRow& row() const { return row_of(place_.screen, screens_); }  ///< of the open screen
  int language() const { return language_; }
  const Modules& modules() const { return modules_; }
  Role role() const { return role_; }

  CodeStatus code() const { return code_; }          ///< what became of the code of the last action; else kOk
  bool missing() const { return missing_; }          ///< Volgende was pressed without a choice
  bool result_seen() const { return result_seen_; }  ///< from then on questions lead back to the result
  bool confirming() const { return confirming_; }    ///< Opnieuw was pressed once
  bool moved() const { return moved_; }              ///< the last action opened another screen
  News news() const { return news_; }
  const EmbedChoice& embed() const { return embed_; }
  bool more() const { return more_; }            ///< "meer" is open on this page
  bool with_step() const { return with_step_; }  ///< the comment on Delen names the first step
  bool passed(int question) const;               ///< skipped by the reader, rather than not reached
  bool asks(int question) const;                 ///< its condition holds
  /// Its number among the questions that are asked, from 1.
  int number_of(int question) const {
    assert(question >= 0 && static_cast<std::size_t>(question) < numbers_.size());
    return numbers_[static_cast<std::size_t>(question)];
  }
  bool asks_role() const;        ///< before the mirror: its statements have words for leaders
  bool leads_to_result() const;  ///< leaving the open screen opens the result
  bool context_answered() const { return context_answered_; }
  bool claims_late() const { return claims_late_; }  ///< a word question was answered with the result known
  int word() const { return word_; }                 ///< the glossary word whose meaning is open, or -1
  int target() const { return target_; }             ///< the stage aimed for, from 1; 0: none. In no code and no number

 private:
  void open(const Place& place);
  bool go(std::string_view name);
  void open_code(std::string_view value);
  bool next();
  bool back();
  bool skip();
  bool choose(std::string_view id);
  bool choose_language(std::string_view tag);
  bool choose_word(int number);  ///< from 1; the open one closes
  bool choose_target(int chosen);
  void restart();
  Level* open_level();
  void score_again();
  int next_asked(int question) const;        ///< the first one after it that is asked, or -1
  int asked_before(int question) const;      ///< the last one before it that is asked, or -1
  Place question_after(int question) const;  ///< or what comes when all questions are done
  bool done() const;                         ///< the last question was answered
  bool leads_to(const ScreenRow& row, const ScreenRow& from) const;
  Place after(const Place& place) const;
  Place before(const Place& place) const;
  bool offers_more() const { return modules_.mirror || modules_.excuses || modules_.context; }

  const Questionnaire* questionnaire_;
  ScreenRows screens_;
  Answers given_;    ///< all the reader chose: an answer comes back with its question
  Answers answers_;  ///< of these, what counts
  std::vector<int> numbers_;
  Result result_;
  EmbedChoice embed_;
  Place place_, before_panel_;
  int language_ = 0;
  int reached_ = -1;  ///< highest question opened
  Modules modules_;
  Role role_ = Role::kNone;
  bool context_answered_ = false, role_answered_ = false;
  bool words_offered_ = false, more_offered_ = false;
  News news_ = News::kNone;
  CodeStatus code_ = CodeStatus::kOk;
  Answers shown_;  ///< what the result pages last opened with
  int word_ = -1, target_ = 0;
  bool claims_late_ = false;
  bool missing_ = false, result_seen_ = false, confirming_ = false, moved_ = false, more_ = false, with_step_ = true;
};

}  // namespace kk
