// The one owner of state: what was said, where the reader is, what is open. Everything a reader can do is an Action.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "exchange/result_code.h"
#include "model/answers.h"
#include "model/questionnaire.h"
#include "model/result.h"
#include "view/screens/table.h"
#include "view/session/given.h"
#include "view/session/page_state.h"
#include "view/session/planning.h"
#include "view/session/supplement.h"
#include "view/session/then.h"
#include "view/session/way.h"

namespace kk {

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
  /// All must outlive the session. `supplement` is what the screens behind kScreenRows show; null where there are none.
  explicit Session(const Questionnaire& questionnaire, ScreenRows screens = kScreenRows,
                   Supplement* supplement = nullptr);

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
  void set_today(std::string_view day) { planning_.today = day; }  ///< 2026-11-27, where the reader is
  void set_plan(Plan plan) { planning_ = {.plan = std::move(plan), .today = planning_.today}; }

  // What was said; see given.h.
  const Questionnaire& questionnaire() const { return given_.questionnaire(); }
  const Answers& answers() const { return given_.answers(); }
  const Result& result() const { return given_.result(); }
  const Then* then() const { return then_ ? &*then_ : nullptr; }  ///< null: none lies beside it
  Role role() const { return given_.role(); }
  bool context_answered() const { return given_.context_answered(); }
  bool asks(int question) const { return given_.asks(question); }
  int number_of(int question) const { return given_.number_of(question); }

  // Where the reader is; see way.h.
  const Place& place() const { return way_.place; }
  ScreenRows screens() const { return way_.screens; }
  const ScreenRow& row() const { return way_.row(); }
  const Modules& modules() const { return way_.modules; }
  bool result_seen() const { return way_.result_seen; }
  bool passed(int question) const;  ///< skipped by the reader, rather than not reached
  bool leads_to_result() const;     ///< leaving the open screen opens the result
  bool asks_role() const;           ///< before the mirror: its statements have words for leaders

  // What is open and marked; see page_state.h.
  int language() const { return page_.language; }
  CodeStatus code() const { return page_.code; }
  bool missing() const { return page_.missing; }
  bool confirming() const { return page_.confirming; }
  bool moved() const { return page_.moved; }
  /// A node's id, or empty.
  std::string_view focus() const { return page_.focus.empty() ? planning_.focus : page_.focus; }
  News news() const { return page_.news; }
  const EmbedChoice& embed() const { return page_.embed; }
  FileKind file() const { return page_.file; }
  const std::string& date_then() const { return page_.date_then; }  ///< 2026-11-27, or empty
  const std::string& date_now() const { return page_.date_now; }
  bool more(std::size_t fold = 0) const { return page_.more[fold]; }
  bool with_step() const { return page_.with_step; }
  bool with_code() const { return page_.with_code; }
  bool appendix() const { return page_.appendix; }
  bool for_team() const { return page_.for_team; }
  bool claims_late() const { return page_.claims_late; }
  int word() const { return page_.word; }
  int card() const { return page_.card; }
  int closed_word() const { return page_.closed_word; }
  int target() const { return page_.target; }
  const Supplement* supplement() const { return supplement_; }
  const Planning& planning() const { return planning_; }
  const Plan& plan() const { return planning_.plan; }

 private:
  void open(const Place& place);
  bool go(std::string_view name);
  void open_code(std::string_view value);
  bool compare_with(std::string_view what, std::string_view value);
  bool change_plan(std::string_view what, std::string_view value);
  bool next();
  bool back();
  bool skip();
  bool choose(std::string_view id);
  bool choose_language(std::string_view tag);
  void restart();

  PageState page_;
  Way way_;
  Given given_;
  std::optional<Then> then_;
  Planning planning_;
  Supplement* supplement_;
  Answers shown_;  ///< what the result pages last opened with
};

}  // namespace kk
