// The one owner of state. Everything a reader can do is an Action; an Action is named by the id of the node it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/answers.h"
#include "core/questionnaire.h"
#include "core/result.h"

namespace kk {

enum class Screen : std::uint8_t {
  kIntro, kQuestion, kResult, kSteps, kAbout, kPrivacy,
};

/// A screen and, where there are several of a kind, which (from 0).
struct Place {
  Screen screen = Screen::kIntro;
  int index = 0;
  bool operator==(const Place&) const = default;
};

/// Contract 8 names: "question-4" is {kQuestion, 3}. Nothing for a name this questionnaire does not have.
std::optional<Place> place_named(const Questionnaire& questionnaire, std::string_view name);
std::string name_of(const Place& place);

class Session {
 public:
  /// `questionnaire` must outlive the session.
  explicit Session(const Questionnaire& questionnaire);

  /// Applies the action of the control with this node id ("nav.next", "q4.l3", "go.question-4", "lang.en", …).
  /// False, and nothing changed, when there is no such action here.
  bool act(std::string_view node_id);

  /// Takes over answers from a result code. The open screen stays unless it no longer makes sense.
  void restore(Answers answers);

  void set_language(std::string_view tag);  ///< unknown tags: the default language

  const Questionnaire& questionnaire() const { return *questionnaire_; }
  const Answers& answers() const { return answers_; }
  const Result& result() const { return result_; }
  const Place& place() const { return place_; }
  int language() const { return language_; }

  bool missing() const { return missing_; }            ///< Volgende was pressed without a choice
  bool result_seen() const { return result_seen_; }    ///< from then on questions lead back to the result
  bool confirming() const { return confirming_; }      ///< Opnieuw was pressed once
  bool moved() const { return moved_; }                ///< the last action opened another screen
  bool asked(int question) const;                      ///< skipped by the reader, rather than not reached

 private:
  void open(const Place& place);
  void leave_question();
  bool next();
  bool back();
  bool choose_language(std::string_view tag);
  bool choose(std::string_view id);
  bool skip();
  void restart();

  const Questionnaire* questionnaire_;
  Answers answers_;
  Result result_;
  Place place_, before_panel_;
  int language_ = 0;
  int reached_ = -1;  ///< highest question opened
  bool missing_ = false, result_seen_ = false, confirming_ = false, moved_ = false;
};

}  // namespace kk
