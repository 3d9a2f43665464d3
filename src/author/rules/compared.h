// What a rule compares with a literal: a text that is never chosen, or that stands where a number was meant.
#pragma once

#include <vector>

#include "author/form/reading.h"
#include "author/json/document.h"
#include "model/logic.h"

namespace kk {

/// A literal argument list: one argument may stand alone.
std::vector<JsonValue> arguments_of(JsonValue value);

/// For each operator with the number of arguments that it takes, in a rule over a reader's answers; others than
/// comparisons have nothing to tell.
void check_compared(Reading& reading, LogicOp op, const std::vector<JsonValue>& arguments);

}  // namespace kk
