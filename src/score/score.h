// Answers -> what they mean.
#pragma once

#include "model/answers.h"
#include "model/questionnaire.h"
#include "model/result.h"

namespace kk {

/// Scores checked answers; cannot fail. `answers` must come from blank_answers/read_answers of this questionnaire.
Result score(const Questionnaire& questionnaire, const Answers& answers);

/// The same into `result`, whose memory is reused: for streams.
void score(const Questionnaire& questionnaire, const Answers& answers, Result& result);

/// The final stage if question `index` had `level`, as chosen (not reversed); 0 when there is no stage.
int final_stage_with(const Questionnaire& questionnaire, const Answers& answers, int index, Level level);

/// The section with the lowest score, of equal ones the first; -1 when none has a score.
int weakest_section(const Result& result);

/// The question that a gate is about; -1 when it is about the weakest section, or about nothing that was asked.
int gate_question(const Gate& gate, const Result& result);

/// Stage number, from 1, for a score.
int stage_of(const Questionnaire& questionnaire, Ticks score);

/// Whole points for display, half up, never a number of the next stage (scoring.md 2).
int display_points(const Questionnaire& questionnaire, Ticks ticks);

}  // namespace kk
