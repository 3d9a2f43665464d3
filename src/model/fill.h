// What the page around a questionnaire says, put into its texts.
#pragma once

#include <cstdint>
#include <vector>

#include "model/questionnaire.h"

namespace kk {

/// The questionnaire with the texts of chosen parameters in place of {id} (see Answers::parameters). The hashes stay.
Questionnaire filled(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters);

}  // namespace kk
