// What the page around a questionnaire says, put into its texts.
#pragma once

#include <cstdint>
#include <vector>

#include "model/questionnaire.h"

namespace kk {

/// Puts the texts of chosen parameters in place of {id}. `parameters`: as Answers::parameters. The hashes stay.
void fill_in(Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters);

/// A copy that is filled in.
Questionnaire filled(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters);

}  // namespace kk
