// What follows from a questionnaire's stored fields.
#pragma once

#include "model/questionnaire.h"

namespace kk {

// In this order, with derive_scale (store/derive_scale.h) in between where JSON is read. The other fields must be
// complete and checked.

/// Fills the shares of questions and sections.
void derive_shares(Questionnaire& questionnaire);

/// Fills the worth of a level, what opens questions, and what gates depend on. False when sums of scores would not fit
/// their type, which derive_scale rules out.
bool derive_links(Questionnaire& questionnaire);

}  // namespace kk
