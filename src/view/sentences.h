// Sentences computed from a result: only what the answers hold (scoring.md 4, design.md "The gate sentence").
#pragma once

#include <string>
#include <vector>

#include "view/builder.h"

namespace kk {

/// True when at least one of the questions is asked.
bool is_asked(const Builder& b, const std::vector<int>& questions);

/// The final stage when this answer, which is not the best yet, counts for one more.
int stage_after(const Builder& b, int question);

/// A gate's text with {section} (the weakest section) and {topic} (the gate's question) filled in.
std::string gate_text(const Builder& b, const Gate& gate, const Text& text);

/// "a", "a en b", "a, b en c"; of a long list the beginning and "…".
std::string join(const Builder& b, const std::vector<std::string>& parts);

/// The line under the stage: what holds it back, or the stage's own text when nothing does.
std::string stage_sentence(const Builder& b);

/// Every question is answered, at its highest level. Without next steps this may still be false: what is skipped gives
/// none.
bool all_at_top(const Builder& b);

/// "Fase 2 van 5 · 67 van 100", or how many questions are answered while there is no stage.
std::string over_line(const Builder& b);

/// Why a code could not be opened; empty when none was refused.
std::string refusal(const Builder& b);

/// The text of a next step: advice for exactly this level, or how to find out.
std::string step_text(const Builder& b, const Step& step);

/// "Eén niveau hoger bij … brengt jullie in fase n." — which single step lifts the stage; empty when it needs no
/// saying.
std::string lift_sentence(const Builder& b);

/// "Waarom eerst: …": the reason for the step at this place in the result's list.
std::string because(const Builder& b, std::size_t at);

/// "Vraag 2 en 3 wachten op vraag 1.": the steps that wait for the first one; empty when none does.
std::string waiting(const Builder& b);

/// The lowest known level in each link of the order strip; -1 where none is known.
std::vector<int> link_levels(const Builder& b);

/// The first link with level 0 or 1, else the first that is lower than a later one; -1: none.
int weak_link(const std::vector<int>& links);
std::string weak_link_title(const Builder& b, int weak);

/// Which questions change the stage when their answer goes up one level.
std::string lift_title(const Builder& b);

double points(const Questionnaire& q, Ticks ticks);

/// Whole points as text; with `in_stage` never a number of the next stage.
std::string shown(const Questionnaire& q, Ticks ticks);

/// Up to the first full stop.
std::string_view first_sentence(std::string_view text);

/// "Volledig ingevuld (9 van 9). Dit is een zelfbeeld, …": with the range while answers are missing, and with the first
/// sentence of the questionnaire's limits.
std::string completeness(const Builder& b);

/// "1 Leiding, 3 Cijfers en doelen": open questions of sections with too few answers.
std::string still_needed(const Builder& b);

}  // namespace kk
