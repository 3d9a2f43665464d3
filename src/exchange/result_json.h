// A result as JSON.
#pragma once

#include <string>

#include "model/questionnaire.h"
#include "model/result.h"

namespace kk {

/// Appends contract 5 as JSON: keys in the contract's order, numbers rounded half away from zero to 2 decimals.
void write_result(const Questionnaire& questionnaire, const Result& result, std::string& out);

}  // namespace kk
