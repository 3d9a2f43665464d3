// JSON as the data of a rule.
#pragma once

#include "author/json/document.h"
#include "logic/value.h"

namespace kk {

/// Data as a rule over data sees it; borrows names and texts from the document. Null in place of what the arena has no
/// room for: it takes at most 48 bytes for each value.
LogicValue data_value(JsonValue json, Arena& arena);

}  // namespace kk
