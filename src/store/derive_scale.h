// The scale of scores and the hashes, which only the reader of JSON works out and the stored form then holds.
#pragma once

#include "model/questionnaire.h"

namespace kk {

/// After derive_shares. Fills ticks_per_point, hash and text_hash.
void derive_scale(Questionnaire& questionnaire);

}  // namespace kk
