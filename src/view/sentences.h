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

/// Numbers up to here are written in words.
inline constexpr int kWordedNumbers = 20;
std::string in_words(const Builder& b, int n);

/// "26 december", and with its year where that is not this one. `day` is one.
std::string day_words(const Builder& b, std::string_view day);

/// "a · b": names of sections, which are no words of a sentence.
std::string dotted(const std::vector<std::string>& parts);

/// The question is open, and the best answer to it would raise the final stage.
bool can_rise(const Builder& b, int question);

/// Binding gates, each question once: two gates on one question are one thing. Of this session's result or another one
/// of the same questionnaire, that has a stage.
std::vector<const Gate*> brakes_of(const Builder& b, const Result& result);

/// The only binding gate, when what it waits for is an answer; else null.
const Gate* open_brake(const Builder& b);

/// On the ladder, beside the edge that the reader cannot pass; empty when nothing brakes.
std::string ladder_brake(const Builder& b);

/// "Sterkst: …. Zwakst: ….", or that all are equal, or that there is too little to say.
std::string section_finding(const Builder& b);

/// What a binding gate is about, and while its question is open that it is.
std::string gate_sentence(const Builder& b, const Gate& gate);

/// When a step is done: the words of the level that it leads to, as after a colon; empty for finding out.
std::string done_when(const Builder& b, const Step& step);

/// "Eén niveau lager bij vraag 1 of 3 en jullie zakken naar fase 2."; empty when no single level does that.
std::string drop_sentence(const Builder& b);

/// "a, b" + last + "c": `last` is the word before the last part.
std::string list(const std::vector<std::string>& parts, std::string_view last);
/// "a", "a en b", "a, b en c"; of a long list the beginning and "…". Names that hold an "en" themselves are dotted.
std::string join(const Builder& b, const std::vector<std::string>& parts);

/// The line under the stage: what holds it back, or the stage's own text when nothing does.
std::string stage_sentence(const Builder& b);

/// Every question is answered, at its highest level. Without next steps this may still be false: what is skipped gives
/// none.
bool all_at_top(const Builder& b);

/// "Fase 2 van 5 · score 67 van 100", the range in its place while answers are open, or how many questions are answered
/// while there is no stage.
std::string over_line(const Builder& b);

/// Why a code could not be opened; empty when none was refused.
std::string refusal(const Builder& b);

/// The text of a next step: advice for exactly this level, or how to find out.
std::string step_text(const Builder& b, const Step& step);

/// The step that a task is of; its `from` may be one that the answers of now have left behind. Not for the reader's
/// own.
Step step_of(const Builder& b, const Task& task);
/// What is to be done: the step's text, or the reader's own.
std::string task_text(const Builder& b, const Task& task);

/// "Eén niveau hoger bij … brengt jullie in fase n." — which single step lifts the stage; empty when it needs no
/// saying.
std::string lift_sentence(const Builder& b);

/// "Begin bij vraag 1: leiding", where something brakes.
std::string steps_title(const Builder& b);

/// Why the step at this place comes where it does: the reason for the step at this place in the result's list.
std::string because(const Builder& b, std::size_t at);

/// "Vraag 2 en 3 wachten op vraag 1.": the steps that wait for the first one; empty when none does.
std::string waiting(const Builder& b);

/// The lowest known level in each link of the order strip; -1 where none is known.
std::vector<int> link_levels(const Builder& b);

/// The first link with level 0 or 1, else the first that is lower than a later one; -1: none.
int weak_link(const std::vector<int>& links);
std::string weak_link_title(const Builder& b, int weak);

/// weak_link_title() in the few words of a row that opens, after its name: "begin bij leiding".
std::string chain_words(const Builder& b);

/// lift_title() in the few words of a row that opens: "Fase 4:" "alleen via vraag 1"; both empty in the highest stage.
struct LiftFold {
  std::string name, summary;
};
LiftFold lift_fold_words(const Builder& b);

/// Which questions change the stage when their answer goes up one level; empty in the highest stage.
std::string lift_title(const Builder& b);

double points(const Questionnaire& q, Ticks ticks);

/// Whole points as text; with `in_stage` never a number of the next stage.
std::string shown(const Questionnaire& q, Ticks ticks);

/// Names of sections inside a sentence, joined by dots.
std::string section_names(const Builder& b, const std::vector<int>& sections);

/// "Het knelt vooral bij inzicht": the sections that fall short. Needs a balance.
std::string pinch_sentence(const Builder& b);

/// What stands where a pattern could: no good news of low scores or of nothing.
std::string no_pattern_lead(const Builder& b);

/// "Volledig ingevuld (9 van 9)."; without a stage also what the score may become.
std::string completeness(const Builder& b);

/// "Beantwoord nog één van deze vragen: 1 Leiding of 3 Cijfers en doelen.": what sections with too few answers lack.
std::string still_needed(const Builder& b);

}  // namespace kk
