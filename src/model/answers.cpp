#include "model/answers.h"

namespace kk {

Answers blank_answers(const Questionnaire& questionnaire) {
  Answers answers;
  answers.questions.assign(questionnaire.questions.size(), kSkipped);
  answers.claims.assign(questionnaire.claims.questions.size(), kSkipped);
  answers.profile.assign(questionnaire.profile.items.size(), kSkipped);
  answers.ticks.resize(questionnaire.ticks.size());
  answers.parameters.resize(questionnaire.parameters.size());
  return answers;
}

}  // namespace kk
