// Whether a stored questionnaire holds together.
#pragma once

#include "model/questionnaire.h"

namespace kk {

/// True when every index and count is in range, so that scoring and views cannot go wrong. read_questionnaire makes
/// sure of it by itself; a stored questionnaire may be damaged.
bool is_consistent(const Questionnaire& questionnaire);

}  // namespace kk
