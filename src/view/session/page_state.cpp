#include "view/session/page_state.h"

#include <algorithm>

namespace kk {

bool PageState::choose_target(int stage, const Questionnaire& questionnaire) {
  if (stage < 1 || stage > static_cast<int>(questionnaire.stages.size()) || questionnaire.target.question.empty())
    return false;
  target = stage == target ? 0 : stage;
  return true;
}

bool PageState::choose_date(std::string_view day, std::string& date) {
  constexpr std::string_view kShape = "0000-00-00";
  const bool fits = day.size() == kShape.size() &&
                    std::equal(day.begin(), day.end(), kShape.begin(),
                               [](char c, char as) { return as == '0' ? c >= '0' && c <= '9' : c == as; });
  if (!fits && !day.empty()) return false;
  date = day;
  return true;
}

}  // namespace kk
