// JsonLogic text -> Logic. Everything that can be wrong with a rule is found here, with its place.
#pragma once

#include <vector>

#include "author/form/reading.h"
#include "author/json/document.h"
#include "author/json/problems.h"
#include "model/logic.h"

namespace kk {

/// A rule over data, for the `logic` command.
Logic compile_data_rule(JsonValue rule, JsonProblems& problems);

/// A rule over a reader's answers. Its names are resolved now: questions, sections and modules must have been read.
/// `requires_list` may be absent; the values it names must be known before the rule is looked at.
Logic compile_rule(JsonValue rule, JsonValue requires_list, Reading& reading);

}  // namespace kk
