// Which questionnaire a file is of.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "model/questionnaire.h"

namespace kk {

/// Questionnaire::hash as files have it: sixteen small hexadecimal digits.
std::string hash_text(const Questionnaire& questionnaire);

/// Writes {"id": …, "version": …, "hash": …}.
void write_identity(const Questionnaire& questionnaire, JsonWriter& json);

}  // namespace kk
