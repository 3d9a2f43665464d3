// The plan in a file of the page -> tasks.
#pragma once

#include <string_view>

#include "model/plan.h"
#include "model/problem.h"
#include "model/questionnaire.h"

namespace kk {

/// "plan" of what answers_file wrote: {"promise", "tasks": [{"question", "from", "step", "action", "who", "check",
/// "state", "effort", "learned"}]}. All of it may be absent: then the plan is empty. `json` must be what read_answers
/// takes. Problems are wrong_type and unknown_id; then `plan` is unspecified.
Problems read_plan_file(std::string_view json, const Questionnaire& questionnaire, Plan& plan);

}  // namespace kk
