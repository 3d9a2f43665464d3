// What follows from a questionnaire's stored fields.
#pragma once

#include "core/questionnaire.h"

namespace kk {

/// Fills ticks_per_point, hash and what gates depend on. The other fields must be complete and checked.
void derive(Questionnaire& questionnaire);

/// True when every index and count is in range, so that scoring and views cannot go wrong. read_questionnaire makes
/// sure of it by itself; a stored questionnaire may be damaged.
bool is_consistent(const Questionnaire& questionnaire);

}  // namespace kk
