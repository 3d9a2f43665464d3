// What a page carries beside the assessment: one definition for each page that is made.
#pragma once

#include <memory>

#include "model/questionnaire.h"
#include "view/screens/table.h"
#include "view/session/supplement.h"

namespace kk {

struct Carried {
  ScreenRows screens;
  std::unique_ptr<Supplement> supplement;  ///< may be null
};

/// `questionnaire` must outlive it.
Carried carried(const Questionnaire& questionnaire);

}  // namespace kk
