#include "view/session/way.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace kk {
namespace {

constexpr Place kToResult{Screen::kResult, 0};

}  // namespace

void Way::offer(const Modules& wanted, const Questionnaire& questionnaire) {
  modules.words = wanted.words && !questionnaire.claims.questions.empty();
  modules.mirror = wanted.mirror && !questionnaire.profile.items.empty();
  modules.excuses = wanted.excuses && !questionnaire.ticks.empty();
  modules.context = wanted.context && !questionnaire.context.choices.empty();
}

Place Way::question_after(int question, const Given& given) const {
  const int next = given.next_asked(question);
  if (next >= 0) return {Screen::kQuestion, next};
  const bool offers_more = modules.mirror || modules.excuses || modules.context;
  return offers_more && !more_offered ? Place{Screen::kModulesMore, 0} : kToResult;
}

bool Way::leads_to(const ScreenRow& next, const ScreenRow& from, const Questionnaire& questionnaire) const {
  return (!next.module || next.module == from.module || modules.*next.module) && count_of(questionnaire, next) > 0;
}

Place Way::after(const Place& at, const Given& given) const {
  assert(at.index >= 0 && static_cast<std::size_t>(at.screen) < screens.size());
  const Questionnaire& q = given.questionnaire();
  const ScreenRow& row = row_of(at.screen, screens);
  if (at.screen == Screen::kQuestion) return result_seen ? kToResult : question_after(at.index, given);
  if (at.index + 1 < count_of(q, row)) return {at.screen, at.index + 1};
  for (std::size_t i = static_cast<std::size_t>(at.screen) + 1; i < screens.size(); ++i) {
    const ScreenRow& next = screens[i];
    if (next.part == Part::kQuestions) {
      return row.part == Part::kBefore && result_seen ? kToResult : question_after(-1, given);
    }
    if (next.part == Part::kResult) break;
    if (next.part == Part::kBefore && row.part == Part::kIntro && words_offered) continue;
    if (leads_to(next, row, q)) return {static_cast<Screen>(i), 0};
  }
  return kToResult;
}

Place Way::before(const Place& at, const Given& given) const {
  assert(at.index >= 0 && static_cast<std::size_t>(at.screen) < screens.size());
  const ScreenRow& row = row_of(at.screen, screens);
  if (row.part == Part::kPanel) return before_panel;
  const bool is_question = at.screen == Screen::kQuestion;
  if (const int asked = is_question ? given.asked_before(at.index) : at.index - 1; asked >= 0) {
    return {at.screen, asked};
  }
  // Back from the questions, only a reader who gave them meets the word questions again.
  const auto& claims = given.answers().claims;
  const bool past_claims =
      is_question && std::none_of(claims.begin(), claims.end(), [](Level level) { return known(level); });
  for (auto i = static_cast<std::size_t>(at.screen); i-- > 1;) {
    const ScreenRow& last = screens[i];
    if (last.part == Part::kQuestions) {
      const int asked = given.last_asked();
      return asked < 0 ? Place{} : Place{Screen::kQuestion, asked};
    }
    const auto screen = static_cast<Screen>(i);
    if (last.part > Part::kAfter || (past_claims && screen == Screen::kClaim)) continue;
    if (leads_to(last, row, given.questionnaire())) return {screen, count_of(given.questionnaire(), last) - 1};
  }
  return {};
}

void Way::open(const Place& to) {
  assert(to.index >= 0 && static_cast<std::size_t>(to.screen) < screens.size());
  if (row_of(to.screen, screens).part == Part::kPanel && row().part != Part::kPanel) before_panel = place;
  place = to;
  if (place.screen == Screen::kQuestion) reached = std::max(reached, place.index);
  words_offered |= place.screen == Screen::kModulesWords;
  more_offered |= place.screen == Screen::kModulesMore;
  result_seen |= row().part == Part::kResult;
}

void Way::resume(const Given& given) {
  if (place.screen == Screen::kQuestion && !given.asks(place.index)) {
    const int before = given.asked_before(place.index);
    place = before < 0 ? Place{} : Place{Screen::kQuestion, before};
  }
  reached = place.screen == Screen::kQuestion ? place.index : -1;
  const std::vector<Level>& questions = given.answers().questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (questions[i] != kSkipped) reached = std::max(reached, static_cast<int>(i));
  }
  result_seen = row().part == Part::kResult || given.done();
  words_offered = reached >= 0;
  more_offered = result_seen;
}

}  // namespace kk
