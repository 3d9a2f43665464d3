#include "view/session/page_state.h"

namespace kk {

bool PageState::choose_target(int stage, const Questionnaire& questionnaire) {
  if (stage < 1 || stage > static_cast<int>(questionnaire.stages.size()) || questionnaire.target.question.empty())
    return false;
  target = stage == target ? 0 : stage;
  return true;
}

}  // namespace kk
