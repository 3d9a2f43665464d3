// JSON as the data of a rule.
#pragma once

#include "core/json_read.h"
#include "core/logic_value.h"

namespace kk {

/// Data as a rule over data sees it; borrows names and texts from the document. Null in place of what the arena has no
/// room for: it takes at most 48 bytes for each value.
LogicValue data_value(JsonValue json, Arena& arena);

}  // namespace kk
