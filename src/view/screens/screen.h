// What the table of screens is made of, and what screens share.
#pragma once

#include "view/builder.h"
#include "view/screens/table.h"

namespace kk {

// One function a screen; each adds its container (whose id is the screen's name) and everything in it.
void intro_screen(Builder& b);
void question_screen(Builder& b);
void result_screen(Builder& b);
/// How others scored, and the author's invitation; nothing where the author gave none.
void benchmark(Builder& b, int parent);
void invitation(Builder& b, int parent);
void compare_screen(Builder& b);
void steps_screen(Builder& b);
void plan_screen(Builder& b);
void about_screen(Builder& b);
void evidence_screen(Builder& b);
void glossary_screen(Builder& b);
void privacy_screen(Builder& b);
void embed_screen(Builder& b);
void announcement_screen(Builder& b);
void role_screen(Builder& b);
void claim_screen(Builder& b);
void profile_screen(Builder& b);
void ticks_screen(Builder& b);
void context_screen(Builder& b);
void patterns_screen(Builder& b);
void mirror_screen(Builder& b);
void share_screen(Builder& b);
void files_screen(Builder& b);
void code_screen(Builder& b);

// Titles that are the author's.
std::string intro_title(const Builder& b);
std::string context_title(const Builder& b);

/// A panel: its title, what `content` adds below it, and the way back.
void panel(Builder& b, void (*content)(Builder& b, int screen));

/// A button to a screen, called by its word in the table; where there is no room by its short one.
int link_to(Builder& b, int parent, std::string_view action, const ScreenRow& row, Look look);

/// Links to what the questionnaire is, where its figures come from, what its words mean, and privacy; before them, in
/// the same row, what is `said`: may be empty.
void sources(Builder& b, int parent, std::string_view said = {});

/// Which stage fits: the reader's own choice, in a row of cells; nothing where the author asks for none.
void target(Builder& b, int parent);

/// The question that Opnieuw and Wis alles ask first: its warning describes the answer that changes nothing. `acts` is
/// how the two answers stand.
void ask_before_wiping(Builder& b, int parent, std::string_view id, Look acts);

/// A titled part of a page of things to do; what goes in it is added to the index that is returned. Heads are "<id>.h".
int titled_set(Builder& b, int list, const std::string& id, const std::string_view& title,
               const std::string_view& remark = kNoText);

/// Where a code is pasted, with why the last one was refused above it: "<id>.text", that Enter and a button "<id>.open"
/// send. `hint` is the id of what describes it until then.
void code_field(Builder& b, int parent, const std::string& id, const char* hint);

// What the report shows of the screens.

/// The stage, its numbers, and what holds it back.
void result_head(Builder& b, int parent);
/// The stages, the reader's among them. There is one.
void ladder(Builder& b, int parent);
void section_bars(Builder& b, int parent);
/// Its answer holds the stage back now.
bool brakes(const Builder& b, int question);
/// Three cells of a table: the question with what is `tagged` behind it, its level, and that level's words or what
/// stands in their place.
void answer_cells(const Builder& b, Cells& cells, int question, std::string_view tagged = {});
/// So many steps are shown; there may be fewer.
inline constexpr std::size_t kShownSteps = 3;
/// What to do and when it is done: the step at this place in the result's list. Its index, and ids begin with its own.
int step_item(Builder& b, int list, std::size_t at);
/// Who does a step and when that is checked: of its task in the plan, or lines to write on.
void step_promises(Builder& b, int item, const Step& step);
/// Patterns and strengths, at most so many of each.
inline constexpr std::size_t kAll = static_cast<std::size_t>(-1);
void pattern_list(Builder& b, int parent, std::size_t most_patterns = kAll, std::size_t most_strengths = kAll);
/// The plan as text. It has tasks.
void plan_on_paper(Builder& b, int parent);
/// What one level is worth; empty where that cannot be said in a sentence.
std::string method(const Builder& b);
/// Of this program and of the questionnaire.
void version(Builder& b, int parent, Id id);

/// Where each stage begins, and 100.
std::vector<int> stage_limits(const Questionnaire& q);

/// The report: two pages for a meeting, with less where less was answered and more where there is much.
void report(Builder& b);

/// Tabs of the result pages.
void tabs(Builder& b, int parent);

}  // namespace kk
