#include "view/session/page_state.h"

namespace kk {

bool PageState::choose_word(int number, const Questionnaire& questionnaire) {
  if (number < 1 || number > static_cast<int>(questionnaire.glossary.size())) return false;
  word = number - 1 == word ? -1 : number - 1;
  return true;
}

bool PageState::choose_target(int stage, const Questionnaire& questionnaire) {
  if (stage < 1 || stage > static_cast<int>(questionnaire.stages.size()) || questionnaire.target.question.empty())
    return false;
  target = stage == target ? 0 : stage;
  return true;
}

}  // namespace kk
