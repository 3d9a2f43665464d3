#include "view/session/page_state.h"

#include "base/day.h"

namespace kk {

bool PageState::choose_target(int stage, const Questionnaire& questionnaire) {
  if (stage < 1 || stage > static_cast<int>(questionnaire.stages.size()) || questionnaire.target.question.empty())
    return false;
  target = stage == target ? 0 : stage;
  return true;
}

bool PageState::choose_date(std::string_view day, std::string& date) {
  if (!day.empty() && !is_day(day)) return false;
  date = day;
  return true;
}

}  // namespace kk
