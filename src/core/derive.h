// What follows from a questionnaire's stored fields.
#pragma once

#include "core/questionnaire.h"

namespace kk {

// In this order. The other fields must be complete and checked.

/// Fills the shares of questions and sections.
void derive_shares(Questionnaire& questionnaire);

/// Fills ticks_per_point, hash and text_hash, which the stored form holds.
void derive_scale(Questionnaire& questionnaire);

/// Fills the worth of a level, what opens questions, and what gates depend on. False when sums of scores would not fit
/// their type, which derive_scale rules out.
bool derive_links(Questionnaire& questionnaire);

/// True when every index and count is in range, so that scoring and views cannot go wrong. read_questionnaire makes
/// sure of it by itself; a stored questionnaire may be damaged.
bool is_consistent(const Questionnaire& questionnaire);

}  // namespace kk
