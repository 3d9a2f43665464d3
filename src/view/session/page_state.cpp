// Part of session.h: what the reader opened or marked on the page; no answer, so nothing is scored anew.
#include "view/session/session.h"

namespace kk {

bool Session::choose_word(int number) {
  const int word = number - 1;
  if (word < 0 || word >= static_cast<int>(questionnaire_->glossary.size())) return false;
  word_ = word == word_ ? -1 : word;
  return true;
}

bool Session::choose_target(int chosen) {
  if (chosen < 1 || chosen > static_cast<int>(questionnaire_->stages.size()) || questionnaire_->target.question.empty())
    return false;
  target_ = chosen == target_ ? 0 : chosen;  // choosing it again takes it back
  return true;
}

}  // namespace kk
