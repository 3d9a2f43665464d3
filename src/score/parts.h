// The parts of scoring, one function each. They fill one Result in the order in which they are declared.
#pragma once

#include <array>
#include <span>

#include "logic/evaluate.h"
#include "model/result.h"

namespace kk {

/// The numbers behind the section scores, kept to change one answer at a time.
struct SectionSums {
  std::array<Ticks, kMostSections> sum{};  ///< of the known values' worth, times their shares
  std::array<int, kMostSections> known{};  ///< shares of the known questions; 0: the section has no score
  int shares = 0;                          ///< of the sections that have a score
};

/// Fills values: works out which questions are asked, in asking order, and turns reversed levels round.
void find_values(const Questionnaire& questionnaire, const Answers& answers, Result& result);

/// Fills asked, answered, confidence, sections and overall.
SectionSums score_sections(const Questionnaire& questionnaire, Result& result);

/// Fills stage and sensitivity.
void score_stage(const Questionnaire& questionnaire, const Answers& answers, const SectionSums& sums, Result& result);

/// The stage that a gate allows: 1 to the number of stages.
int gate_cap(const Questionnaire& questionnaire, const Gate& gate, const Facts& facts);

/// Fills claims, balance, profile, profile_top and context_note.
void score_modules(const Questionnaire& questionnaire, const Answers& answers, Result& result);

/// Fills patterns, strengths and steps.
void diagnose(const Questionnaire& questionnaire, const Answers& answers, Result& result);

/// The question of the step that diagnose() puts first, or -1 without any. Uses the memory of result.steps.
int first_step(const Questionnaire& questionnaire, const Answers& answers, Result& result);

}  // namespace kk
