// Sentences computed from a result: only what the answers hold (scoring.md 4, design.md "The gate sentence").
#pragma once

#include <string>
#include <vector>

#include "view/builder.h"

namespace kk {

/// A gate's text with {section} (the weakest section) and {topic} (the gate's question) filled in.
std::string gate_text(const Builder& b, const Gate& gate, const Text& text);

/// "a", "a en b", "a, b en c".
std::string join(const Builder& b, const std::vector<std::string>& parts);

/// The line under the stage: what holds it back, or the stage's own text when nothing does.
std::string stage_sentence(const Builder& b);

/// Every question is answered, at its highest level. Without next steps this may still be false: what is skipped gives none.
bool all_at_top(const Builder& b);

/// "Fase 2 van 5 · 67 van 100", or how many questions are answered while there is no stage.
std::string over_line(const Builder& b);

/// The text of a next step: advice for exactly this level, or how to find out.
std::string step_text(const Builder& b, const Step& step);

/// "Eén niveau hoger bij … brengt jullie in fase n." — which single step lifts the stage; empty when it needs no saying.
std::string lift_sentence(const Builder& b);

double points(const Questionnaire& q, Ticks ticks);

/// Whole points as text; with `in_stage` never a number of the next stage.
std::string shown(const Questionnaire& q, Ticks ticks);

/// "Volledig ingevuld (9 van 9). Een zelfbeeld, …", with the range while answers are missing.
std::string completeness(const Builder& b);

/// "1 Leiding, 3 Cijfers en doelen": open questions of sections with too few answers.
std::string still_needed(const Builder& b);

}  // namespace kk
