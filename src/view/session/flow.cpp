// The way through the screens: which comes next, which came before, which questions are asked.
#include <algorithm>

#include "view/session/session.h"

namespace kk {

bool Session::passed(int question) const { return result_seen_ || question < reached_; }

bool Session::asks(int question) const { return result_.values[static_cast<std::size_t>(question)] != kNotAsked; }

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
  return offers_more() && !more_offered_ ? Place{Screen::kModulesMore, 0} : Place{Screen::kResult, 0};
}

/// Where the flow goes when the open screen is done or skipped.
Place Session::after(const Place& place) const {
  const Place result{Screen::kResult, 0};
  const auto next = static_cast<std::size_t>(place.index) + 1;
  switch (place.screen) {
    case Screen::kIntro:
      return modules_.words && !words_offered_ ? Place{Screen::kModulesWords, 0} : question_after(-1);
    case Screen::kRole:
      return {Screen::kProfile, 0};
    case Screen::kClaim:
      if (next < questionnaire_->claims.questions.size()) return {Screen::kClaim, place.index + 1};
      return result_seen_ ? result : question_after(-1);
    case Screen::kQuestion:
      return result_seen_ ? result : question_after(place.index);
    case Screen::kModulesMore:
      if (modules_.mirror) return {asks_role() ? Screen::kRole : Screen::kProfile, 0};
      [[fallthrough]];
    case Screen::kProfile:
      if (place.screen == Screen::kProfile && next < questionnaire_->profile.items.size())
        return {Screen::kProfile, place.index + 1};
      if (modules_.excuses) return {Screen::kTicks, 0};
      [[fallthrough]];
    case Screen::kTicks:
      if (modules_.context) return {Screen::kContext, 0};
      [[fallthrough]];
    default:
      return result;
  }
}

Place Session::before(const Place& place) const {
  const Place more{Screen::kModulesMore, 0};
  const Place mirror{Screen::kProfile, static_cast<int>(questionnaire_->profile.items.size()) - 1};
  switch (place.screen) {
    case Screen::kRole:
      return more;
    case Screen::kClaim:
      if (place.index > 0) return {Screen::kClaim, place.index - 1};
      return {Screen::kModulesWords, 0};
    case Screen::kQuestion: {
      if (const int asked = asked_before(place.index); asked >= 0) return {Screen::kQuestion, asked};
      if (!modules_.words) return {Screen::kIntro, 0};
      const bool claimed = std::any_of(answers_.claims.begin(), answers_.claims.end(), known);
      return claimed ? Place{Screen::kClaim, static_cast<int>(answers_.claims.size()) - 1}
                     : Place{Screen::kModulesWords, 0};
    }
    case Screen::kModulesMore: {
      const int last = asked_before(static_cast<int>(questionnaire_->questions.size()));
      return last < 0 ? Place{} : Place{Screen::kQuestion, last};
    }
    case Screen::kProfile:
      if (place.index > 0) return {Screen::kProfile, place.index - 1};
      return asks_role() ? Place{Screen::kRole, 0} : more;
    case Screen::kTicks:
      return modules_.mirror ? mirror : more;
    case Screen::kContext:
      return modules_.excuses ? Place{Screen::kTicks, 0} : modules_.mirror ? mirror : more;
    case Screen::kAbout:
    case Screen::kEvidence:
    case Screen::kGlossary:
    case Screen::kPrivacy:
    case Screen::kCode:
    case Screen::kEmbed:
      return before_panel_;
    default:
      return {Screen::kIntro, 0};
  }
}

bool Session::leads_to_result() const { return after(place_).screen == Screen::kResult; }

}  // namespace kk
