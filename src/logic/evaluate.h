// Evaluates compiled rules.
#pragma once

#include <span>

#include "logic/value.h"
#include "model/answers.h"
#include "model/logic.h"
#include "model/questionnaire.h"
#include "model/result.h"

namespace kk {

/// What the rules of a questionnaire look at. `result` is filled as far as scoring has come; what it does not hold
/// yet is null to a rule.
struct Facts {
  const Questionnaire& questionnaire;
  const Answers& answers;
  std::span<const Value> values;  ///< Result::values, in place of answers.questions
  const Result& result;
  Ticks ticks_per_point = questionnaire.ticks_per_point;  ///< of the scores in `result`
};

/// One evaluation: what it may look at and what it may use up.
struct LogicRun {
  const Facts* facts = nullptr;  ///< null: the rule was compiled without a questionnaire
  LogicValue data;               ///< what {"var": …} looks into
  Arena arena;                   ///< holds texts and arrays of the value
  int steps = 100'000;
  bool exhausted = false;  ///< set when arena or steps ran out; the value is then null
};

LogicValue evaluate(const Logic& logic, LogicRun& run);

// A questionnaire's rules, with memory and steps enough for any sensible one; a rule that needs more is null.
bool rule_holds(const Logic& logic, const Facts& facts);
/// NaN for null and for what is no number.
double rule_number(const Logic& logic, const Facts& facts);

}  // namespace kk
