// An earlier result that the reader laid beside this one.
#pragma once

#include <string>

#include "model/answers.h"

namespace kk {

struct Then {
  std::string code;  ///< as it was given
  Answers answers;
  int version = -1;  ///< index into Questionnaire::earlier; -1: this one
};

}  // namespace kk
