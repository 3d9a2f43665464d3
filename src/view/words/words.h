// The interface's own words, per language. Texts about a questionnaire's subject belong in its JSON file, not here.
#pragma once

#include <string>
#include <string_view>

namespace kk {

// clang-format off
/// The names of all words but those of roles; {braces} in them are filled in by fill().
#define KK_WORDS(X) \
  X(tag)                                                                                                            \
  /* Bar, navigation and buttons. */                                                                                \
  X(text_view) X(languages) X(start) X(back) X(next) X(skip) X(to_result) X(edit) X(restart) X(restart_ask)         \
  X(restart_yes) X(cancel) X(tabs) X(result) X(steps) X(patterns) X(share) X(share_long) X(to_steps)                \
  X(to_steps_short) X(to_patterns) X(how) X(about) X(about_short) X(privacy)                                        \
  /* Intro. */                                                                                                      \
  X(stages_figure) X(stage) X(name) X(get_stage) X(get_stage_text) X(get_steps) X(get_steps_text) X(get_code)       \
  X(get_code_text) X(promise)                                                                                       \
  /* Question. */                                                                                                   \
  X(count) X(why) X(unknown) X(missing) X(live)                                                                     \
  /* Result. */                                                                                                     \
  X(too_few_title) X(no_answers) X(over) X(over_range) X(over_open) X(answers_fit) X(one_brake) X(more_brakes)      \
  X(open_brake) X(short_open) X(still_open) X(counts) X(and_word) X(or_word) X(start_here) X(one_lifts)             \
  X(none_lifts) X(find_rises) X(one_view) X(sources) X(worth) X(times) X(your_target) X(decimal)                    \
  X(ladder_score) X(ladder_fits) X(you) X(you_score) X(score) X(score_only) X(brake) X(brake_tag) X(strongest)      \
  X(all_equal) X(section) X(section_score) X(answers) X(lowest_answers) X(answers_hint) X(question) X(level)        \
  X(level_of) X(level_words) X(remark) X(unknown_mark) X(skipped_mark) X(complete) X(nearly) X(partly)              \
  X(too_few) X(too_few_more) X(needed) X(needed_one) X(needed_enough) X(needed_some) X(needed_all)                  \
  X(needed_parts) X(needed_part) X(range) X(one_question) X(more_questions) X(not_counted) X(not_asked)             \
  /* What the author adds. */                                                                                       \
  X(benchmark) X(benchmark_lower) X(benchmark_source) X(points_range) X(your_place) X(people) X(share_of_all)       \
  X(to_source) X(made_by) X(made_from)                                                                              \
  /* Steps. */                                                                                                      \
  X(steps_title) X(no_steps) X(steps_first) X(now) X(after) X(step_meta) X(why_gate) X(why_first) X(why_weight)     \
  X(why_built) X(why_find) X(waits_one) X(waits_more) X(all_top) X(weak_link) X(no_weak_link) X(order_rule)         \
  X(order_level) X(order_figure) X(link) X(questions) X(lowest) X(first_weak) X(chain) X(chain_start)               \
  X(chain_right)                                                                                                    \
  /* the two folds of the steps, each a name and what it says */                                                    \
  X(lift_stage) X(lift_next) X(lift_only) X(lift_through) X(lift_through_any) X(lift_not_one) X(lift_depends)       \
  X(one_lower) X(lift_one) X(lift_any) X(lift_more) X(lift_none) X(lift_open) X(drop) X(drop_any) X(done_when)      \
  X(lift_figure)                                                                                                    \
  /* Status messages and notes. */                                                                                  \
  X(result_ready) X(result_changed) X(view_on) X(view_off) X(no_wasm) X(no_webgl) X(trapped) X(bad_code)            \
  X(other_code) X(newer_code) X(old_scoring) X(reworded) X(several_codes) X(no_script) X(wiped) X(version)          \
  X(licences) X(evidence) X(glossary) X(close) X(none_confirmed) X(some_confirmed) X(confirmed)                     \
  X(not_confirmed) X(claims) X(claims_text) X(look_at) X(radar) X(bars)                                             \
  /* Modules. */                                                                                                    \
  X(words_offer) X(words_offer_text) X(more_offer) X(more_offer_text) X(offer_mirror) X(one_minute)                 \
  X(more_minutes) X(begin) X(before_start) X(role_question) X(role_hint) X(claim_hint) X(mirror)                    \
  X(statement_count) X(excuses) X(tick_any) X(context) X(context_hint) X(no_number)                                 \
  /* Patterns and mirror. */                                                                                        \
  X(no_patterns) X(no_patterns_text) X(no_pattern_fits) X(none_sought) X(patterns_lead) X(only_strengths)           \
  X(word_deed) X(gap_in) X(words_strong) X(words_lead) X(words_balanced) X(deeds_lead) X(word_and_deed) X(deed)     \
  X(word) X(deed_word) X(difference) X(two_scales) X(deed_parts) X(words_after) X(pinch_one) X(pinch_more)          \
  X(pinch_both) X(pinch_neither) X(pinch_from) X(shortfall) X(on_scale) X(shortfall_head) X(strengths)              \
  X(counter_questions) X(more) X(less) X(to_mirror) X(mirror_none) X(mirror_top) X(mirror_tops) X(mirror_all)       \
  X(mirror_based) X(mirror_clash) X(mirror_behaviour) X(mirror_seen) X(mirror_sure) X(behaviour) X(value)           \
  X(in_a_word) X(edit_mirror)                                                                                       \
  /* Sharing. */                                                                                                    \
  X(react) X(react_short) X(anyone) X(comment) X(comment_step) X(comment_open) X(with_step) X(with_code) X(comment_code) X(copy_text)            \
  X(code) X(code_readable) X(again)                                                                                 \
  /* Files. */                                                                                                      \
  X(files) X(files_title) X(files_lead) X(appendix) X(keep_here) X(keep_switch) X(keep_what) X(keep_other) X(keep_failed)          \
  X(kept_elsewhere) X(files_kind) X(file_table) X(file_text) X(file_calendar) X(file_answers) X(file_statement)  \
  X(file_table_for) X(file_text_for) X(file_calendar_for) X(calendar_title) X(calendar_text) X(file_answers_for) X(file_statement_for) X(file_content) X(file_save)         \
  X(file_copy) X(file_long) X(saved) X(csv_number) X(csv_topic) X(csv_highest) X(csv_points) X(csv_answer)          \
  /* For authors, and for the page around the widget. */                                                            \
  X(embed) X(embed_way) X(embed_frame) X(embed_script) X(embed_wordpress) X(embed_block) X(as_page)                 \
  X(as_reader) X(theme) X(light) X(dark) X(theme_shown) X(parts) X(choose_parts) X(ask_result) X(embed_code)        \
  X(copy_embed) X(embed_look) X(embed_link) X(send) X(send_what) X(sent) X(copy_code) X(copy_link) X(copy_invite) X(invite) X(keep) \
  X(print) X(wipe) X(copied) X(copy_by_hand) X(print_by_hand)                                                       \
  /* A code from elsewhere. */                                                                                      \
  X(have_code) X(other_code_link) X(code_title) X(code_hint) X(code_replaces) X(code_open)  \
  /* Then and now. */                                                                                                 \
  X(compare) X(compare_open) X(compare_first) X(stage_moved) X(stage_same) X(stage_higher) X(stage_lower)             \
  X(point) X(points) X(went_up) X(went_up_more) X(went_down) X(went_down_more) X(went_both) X(went_nowhere)           \
  X(went_unknown) X(brake_still) X(brake_still_more) X(brake_now) X(brake_now_more) X(brake_gone) X(then)             \
  X(at_present) X(when_score) X(when_only) X(no_score) X(day) X(stages_then_now) X(equal) X(not_known) X(higher)      \
  X(lower) X(apart) X(apart_added) X(apart_changed) X(apart_not_asked) X(apart_skipped) X(apart_unknown)              \
  X(apart_removed) X(apart_version) X(moved_most) X(earlier_code) \
  /* Plan. */ \
  X(plan) X(plan_empty) X(plan_lead) X(plan_what) X(plan_make) X(plan_make_none) \
  X(plan_none) X(plan_own) X(plan_next) X(plan_full) X(plan_private) X(plan_done) \
  X(make_plan) X(to_plan) X(own_step) X(one_step) X(more_steps) X(first_check) \
  X(no_check) X(check_was) X(months) X(days) X(task_step) X(task_action) \
  X(task_who) X(task_check) X(task_state) X(task_effort) X(task_learned) X(task_open) \
  X(task_busy) X(task_done) X(task_aside) X(effort_hard) X(effort_medium) X(effort_easy) \
  X(late) X(no_who) X(set_aside) X(our_promise) X(field_full) X(plan_too) X(most_gain) X(easiest) X(calendar_check) \
  /* The page for teams has the others of its words itself. */ \
  X(team) X(for_team)
// clang-format on

#define KK_WORD(name) std::string_view name;
struct Words {
  KK_WORDS(KK_WORD)
  std::string_view roles[4];
};
#undef KK_WORD

/// Words for a BCP 47 tag; English for a language this product has no words in.
const Words& words_for(std::string_view tag);

/// A language as a button shows it: "NL".
std::string language_label(std::string_view tag);

}  // namespace kk
