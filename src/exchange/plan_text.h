// A plan as the page keeps it: in the tab's history, and where the reader wants it on the device.
#pragma once

#include <string>
#include <string_view>

#include "model/plan.h"
#include "model/questionnaire.h"

namespace kk {

/// A line of the reader's, as a field of a plan may be: control characters are spaces, and what is too long is cut off
/// between characters.
std::string plan_field(std::string_view typed);

/// "1" and the promise, then a line a task; members are parted by tabs, so that neither is in a field. Empty: there is
/// no plan.
std::string plan_text(const Questionnaire& questionnaire, const Plan& plan);

/// The inverse. Of another make, or of questions that are not there, what fits: a line that does not is left out.
Plan read_plan(const Questionnaire& questionnaire, std::string_view text);

}  // namespace kk
