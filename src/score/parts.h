// The parts of scoring, one function each. They fill one Result in the order in which they are declared.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <span>

#include "logic/evaluate.h"
#include "model/result.h"
#include "score/score.h"

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

/// Fills all of a stage but what it takes from `stage` as memory: what the score alone gives, and what is left of it
/// after each gate. `cap_of(i)` is the stage that gate i allows.
template <class CapOf>
void find_stage(const Questionnaire& questionnaire, Ticks overall, const CapOf& cap_of, StageResult& stage) {
  stage.score = stage.final = stage_of(questionnaire, overall);
  stage.caps.clear();
  stage.binding.clear();
  for (std::size_t i = 0; i < questionnaire.gates.size(); ++i) {
    const int cap = cap_of(i);
    assert(cap >= 1 && static_cast<std::size_t>(cap) <= questionnaire.stages.size());
    stage.caps.push_back(cap);
    stage.final = std::min(stage.final, cap);
    if (cap < stage.score) stage.binding.push_back(static_cast<int>(i));
  }
}

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
