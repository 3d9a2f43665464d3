// The parts of scoring, one function each. They fill one Result in the order in which they are declared.
#pragma once

#include <array>
#include <span>

#include "core/logic_eval.h"
#include "core/result.h"

namespace kk {

/// The numbers behind the section scores, kept to change one answer at a time.
struct SectionSums {
  std::array<Ticks, kMostSections> sum{};  ///< of the known levels' worth
  std::array<int, kMostSections> known{};
};

/// Fills answered, confidence, sections, overall and range.
SectionSums score_sections(const Questionnaire& questionnaire, const Answers& answers, Result& result);

/// Fills stage and sensitivity.
void score_stage(const Questionnaire& questionnaire, const Answers& answers, const SectionSums& sums, Result& result);

/// Fills claims, balance, profile, profile_top and context_note.
void score_modules(const Questionnaire& questionnaire, const Answers& answers, Result& result);

/// Fills patterns, strengths and steps.
void diagnose(const Questionnaire& questionnaire, const Answers& answers, Result& result);

}  // namespace kk
