#include "model/answers.h"

namespace kk {

Answers blank_answers(const Questionnaire& questionnaire) {
  Answers answers;
  answers.questions.assign(questionnaire.questions.size(), kSkipped);
  answers.claims.assign(questionnaire.claims.questions.size(), kSkipped);
  answers.profile.assign(questionnaire.profile.items.size(), kSkipped);
  answers.ticks.assign(questionnaire.ticks.size(), 0);
  answers.parameters.assign(questionnaire.parameters.size(), 0);
  return answers;
}

}  // namespace kk
