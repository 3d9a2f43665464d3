// Words that claim nothing about the answers: names, controls, questions, explanations, and pieces of other templates.
// See claims.h and claims_pages.h.
#pragma once

#include "view/words/words.h"

namespace kk::claims {

// clang-format off
constexpr std::string_view Words::*kLabels[] = {
    &Words::tag, &Words::text_view, &Words::languages, &Words::start, &Words::back, &Words::next, &Words::skip,
    &Words::to_result, &Words::edit, &Words::restart, &Words::restart_ask, &Words::restart_yes, &Words::cancel,
    &Words::tabs, &Words::result, &Words::team, &Words::for_team, &Words::steps, &Words::patterns, &Words::share, &Words::share_long,
    &Words::to_steps, &Words::to_steps_short, &Words::to_patterns, &Words::how, &Words::about, &Words::about_short, &Words::privacy,
    &Words::stages_figure, &Words::stage, &Words::name, &Words::get_stage, &Words::get_stage_text, &Words::get_steps,
    &Words::get_steps_text, &Words::get_code, &Words::get_code_text, &Words::promise, &Words::count, &Words::why,
    &Words::unknown, &Words::missing, &Words::still_open, &Words::counts, &Words::and_word, &Words::or_word,
    &Words::start_here, &Words::one_view, &Words::sources, &Words::worth, &Words::times, &Words::decimal,
    &Words::score_only, &Words::brake_tag, &Words::section, &Words::section_score, &Words::answers,
    &Words::lowest_answers, &Words::answers_hint, &Words::question, &Words::level, &Words::level_of,
    &Words::level_words, &Words::remark, &Words::unknown_mark, &Words::skipped_mark,
    &Words::needed_part, &Words::one_question, &Words::more_questions,
    &Words::not_counted, &Words::not_asked, &Words::benchmark, &Words::benchmark_lower, &Words::benchmark_source,
    &Words::points_range, &Words::your_place, &Words::people, &Words::share_of_all, &Words::to_source,
    &Words::made_by, &Words::made_from, &Words::steps_title, &Words::now, &Words::after, &Words::order_figure,
    &Words::link, &Words::questions, &Words::lowest, &Words::first_weak, &Words::done_when, &Words::lift_figure,
    &Words::result_changed, &Words::view_on, &Words::view_off, &Words::no_wasm, &Words::no_webgl,
    &Words::trapped, &Words::bad_code, &Words::other_code, &Words::newer_code, &Words::old_scoring, &Words::reworded,
    &Words::several_codes, &Words::no_script, &Words::wiped, &Words::version, &Words::licences, &Words::evidence,
    &Words::glossary, &Words::close, &Words::confirmed, &Words::not_confirmed, &Words::claims,
    &Words::claims_text, &Words::none_confirmed, &Words::some_confirmed, &Words::look_at, &Words::radar, &Words::bars, &Words::words_offer, &Words::words_offer_text,
    &Words::more_offer, &Words::more_offer_text, &Words::offer_mirror, &Words::one_minute, &Words::more_minutes,
    &Words::begin, &Words::before_start, &Words::role_question, &Words::role_hint, &Words::claim_hint, &Words::mirror,
    &Words::statement_count, &Words::excuses, &Words::tick_any, &Words::context, &Words::context_hint, &Words::chain, &Words::one_lower,
    &Words::no_number, &Words::patterns_lead, &Words::word_and_deed, &Words::deed, &Words::word, &Words::difference,
    &Words::two_scales, &Words::shortfall_head, &Words::strengths, &Words::counter_questions, &Words::more,
    &Words::less, &Words::to_mirror, &Words::mirror_behaviour, &Words::behaviour, &Words::value, &Words::in_a_word,
    &Words::edit_mirror, &Words::react, &Words::react_short, &Words::anyone, &Words::comment_step, &Words::with_step, &Words::with_code, &Words::comment_code, &Words::appendix,
    &Words::copy_text, &Words::code, &Words::code_readable, &Words::again, &Words::files, &Words::files_title, &Words::files_lead, &Words::keep_here, &Words::keep_switch, &Words::keep_what, &Words::keep_other, &Words::keep_failed, &Words::kept_elsewhere, &Words::files_kind, &Words::file_table, &Words::file_text, &Words::file_calendar, &Words::file_answers, &Words::file_statement, &Words::file_table_for, &Words::file_text_for, &Words::file_calendar_for, &Words::calendar_title, &Words::calendar_text, &Words::file_answers_for, &Words::file_statement_for, &Words::file_content, &Words::file_save, &Words::file_copy, &Words::file_long, &Words::saved, &Words::csv_number, &Words::csv_topic, &Words::csv_highest, &Words::csv_points, &Words::csv_answer,
    &Words::embed, &Words::embed_way,
    &Words::embed_frame, &Words::embed_script, &Words::embed_wordpress, &Words::embed_block, &Words::as_page,
    &Words::as_reader, &Words::theme, &Words::light, &Words::dark, &Words::theme_shown, &Words::parts,
    &Words::choose_parts, &Words::ask_result, &Words::embed_code, &Words::copy_embed, &Words::embed_look,
    &Words::embed_link, &Words::send, &Words::send_what, &Words::sent, &Words::copy_code, &Words::copy_link, &Words::copy_invite, &Words::invite,
    &Words::keep, &Words::print, &Words::wipe, &Words::copied, &Words::copy_by_hand, &Words::print_by_hand,
    &Words::have_code, &Words::other_code_link, &Words::code_title, &Words::code_hint, &Words::code_replaces,
    &Words::code_open, &Words::make_plan,
};

/// What is said of two sets of answers, and nowhere else: compare_test.cpp.
constexpr std::string_view Words::*kOfTwo[] = {
    &Words::compare, &Words::compare_open, &Words::compare_first, &Words::stage_moved, &Words::stage_same,
    &Words::stage_higher, &Words::stage_lower, &Words::point, &Words::points, &Words::went_up, &Words::went_up_more,
    &Words::went_down, &Words::went_down_more, &Words::went_both, &Words::went_nowhere, &Words::went_unknown,
    &Words::brake_still, &Words::brake_still_more, &Words::brake_now, &Words::brake_now_more, &Words::brake_gone,
    &Words::then, &Words::at_present, &Words::when_score, &Words::when_only, &Words::no_score, &Words::day,
    &Words::stages_then_now, &Words::equal, &Words::not_known, &Words::higher, &Words::lower, &Words::apart,
    &Words::apart_added, &Words::apart_changed, &Words::apart_not_asked, &Words::apart_skipped, &Words::apart_unknown,
    &Words::apart_removed, &Words::apart_version, &Words::moved_most, &Words::earlier_code,
};

/// What is said of the reader's plan, and nowhere else: plan_test.cpp.
constexpr std::string_view Words::*kOfPlan[] = {
    &Words::plan, &Words::plan_empty, &Words::plan_lead, &Words::plan_what, &Words::plan_make, &Words::plan_make_none,
    &Words::plan_none, &Words::plan_own, &Words::plan_next, &Words::plan_full, &Words::plan_private, &Words::plan_done,
    &Words::to_plan, &Words::own_step, &Words::one_step, &Words::more_steps, &Words::first_check,
    &Words::no_check, &Words::check_was, &Words::months, &Words::days, &Words::task_step, &Words::task_action,
    &Words::task_who, &Words::task_check, &Words::task_state, &Words::task_effort, &Words::task_learned, &Words::task_open,
    &Words::task_busy, &Words::task_done, &Words::task_aside, &Words::effort_hard, &Words::effort_medium, &Words::effort_easy,
    &Words::late, &Words::no_who, &Words::set_aside, &Words::our_promise, &Words::field_full, &Words::plan_too, &Words::most_gain, &Words::easiest, &Words::calendar_check,
};
// clang-format on

}  // namespace kk::claims
