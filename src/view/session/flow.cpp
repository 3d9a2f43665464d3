// The way through the screens: which comes next, which came before, which questions are asked.
#include <algorithm>
#include <cassert>

#include "view/session/session.h"

namespace kk {
namespace {

constexpr Place kToResult{Screen::kResult, 0};

}  // namespace

bool Session::passed(int question) const { return result_seen_ || question < reached_; }

bool Session::asks(int question) const {
  assert(question >= 0 && static_cast<std::size_t>(question) < result_.values.size());
  return result_.values[static_cast<std::size_t>(question)] != kNotAsked;
}

int Session::next_asked(int question) const {
  const int count = static_cast<int>(questionnaire_->questions.size());
  for (int next = question + 1; next < count; ++next) {
    if (asks(next)) return next;
  }
  return -1;
}

int Session::asked_before(int question) const {
  while (--question >= 0 && !asks(question)) continue;
  return question;
}

bool Session::done() const {
  const int last = asked_before(static_cast<int>(questionnaire_->questions.size()));
  return last >= 0 && answers_.questions[static_cast<std::size_t>(last)] != kSkipped;
}

Place Session::question_after(int question) const {
  const int next = next_asked(question);
  if (next >= 0) return {Screen::kQuestion, next};
  return offers_more() && !more_offered_ ? Place{Screen::kModulesMore, 0} : kToResult;
}

bool Session::leads_to(const ScreenRow& row, const ScreenRow& from) const {
  return (!row.module || row.module == from.module || modules_.*row.module) && count_of(*questionnaire_, row) > 0;
}

/// Where the flow goes when a screen is done or skipped.
Place Session::after(const Place& place) const {
  const ScreenRow& row = row_of(place.screen, screens_);
  if (place.screen == Screen::kQuestion) return result_seen_ ? kToResult : question_after(place.index);
  if (place.index + 1 < count_of(*questionnaire_, row)) return {place.screen, place.index + 1};
  for (std::size_t i = static_cast<std::size_t>(place.screen) + 1; i < screens_.size(); ++i) {
    const ScreenRow& next = screens_[i];
    if (next.part == Part::kQuestions) {
      return row.part == Part::kBefore && result_seen_ ? kToResult : question_after(-1);
    }
    if (next.part == Part::kResult) break;
    if (next.part == Part::kBefore && row.part == Part::kIntro && words_offered_) continue;
    if (leads_to(next, row)) return {static_cast<Screen>(i), 0};
  }
  return kToResult;
}

/// What came before a screen on the way; panels lead back to where they were opened.
Place Session::before(const Place& place) const {
  const ScreenRow& row = row_of(place.screen, screens_);
  if (row.part == Part::kPanel) return before_panel_;
  const bool is_question = place.screen == Screen::kQuestion;
  if (const int asked = is_question ? asked_before(place.index) : place.index - 1; asked >= 0) {
    return {place.screen, asked};
  }
  // Back from the questions, only a reader who gave them meets the word questions again.
  const auto& claims = answers_.claims;
  const bool past_claims = is_question && std::none_of(claims.begin(), claims.end(), known);
  for (auto i = static_cast<std::size_t>(place.screen); i-- > 1;) {
    const ScreenRow& last = screens_[i];
    if (last.part == Part::kQuestions) {
      const int asked = asked_before(static_cast<int>(questionnaire_->questions.size()));
      return asked < 0 ? Place{} : Place{Screen::kQuestion, asked};
    }
    const auto screen = static_cast<Screen>(i);
    if (last.part > Part::kAfter || !leads_to(last, row) || (past_claims && screen == Screen::kClaim)) continue;
    return {screen, count_of(*questionnaire_, last) - 1};
  }
  return {};
}

bool Session::asks_role() const { return count_of(*questionnaire_, row_of(Screen::kRole)) > 0; }

bool Session::leads_to_result() const { return after(place_).screen == Screen::kResult; }

}  // namespace kk
