// The interface's own words, per language. Texts about a questionnaire's subject belong in its JSON file, not here.
#pragma once

#include <string>
#include <string_view>

namespace kk {

/// {braces} are filled in by fill().
struct Words {
  std::string_view tag;
  // Bar, navigation and buttons.
  std::string_view text_view, languages, start, back, next, skip, to_result, edit, restart, restart_ask, restart_yes,
      cancel;
  std::string_view tabs, result, steps, patterns, share, share_long, to_steps, to_steps_short, to_patterns, how, about,
      about_short, privacy;
  // Intro.
  std::string_view stages_figure, stage, name, get_stage, get_stage_text, get_steps, get_steps_text, get_code,
      get_code_text, promise;
  // Question.
  std::string_view count, why, unknown, missing, live;
  // Result.
  std::string_view too_few_title, no_answers, over, over_range, over_open, answers_fit, one_brake, more_brakes,
      open_brake, short_open, still_open, counts, and_word, or_word, start_here, one_lifts, none_lifts, find_rises,
      one_view, sources, worth, times, your_target, decimal;
  std::string_view ladder_score, ladder_fits, you, you_score, score, score_only, brake, brake_tag;
  std::string_view strongest, all_equal, section, section_score, answers, lowest_answers, answers_hint, question, level,
      level_of, level_words, remark;
  std::string_view unknown_mark, skipped_mark, complete, nearly, partly, too_few, too_few_more, needed, needed_one,
      needed_enough, needed_some, needed_all, needed_parts, needed_part, range, one_question, more_questions,
      not_counted, not_asked;
  // What the author adds.
  std::string_view benchmark, benchmark_lower, benchmark_source, points_range, your_place, people, share_of_all,
      to_source, made_by, made_from;
  // Steps.
  std::string_view steps_title, no_steps, steps_first, now, after, step_meta, why_gate, why_first, why_weight,
      why_built, why_find, waits_one, waits_more;
  std::string_view all_top, weak_link, no_weak_link, order_rule, order_level, order_figure, link, questions, lowest,
      first_weak;
  std::string_view chain, chain_start, chain_right;  // the two folds of the steps, each a name and what it says
  std::string_view lift_stage, lift_next, lift_only, lift_through, lift_through_any, lift_not_one, lift_depends,
      one_lower;
  std::string_view lift_one, lift_any, lift_more, lift_none, lift_open, drop, drop_any, done_when, lift_figure,
      stage_after;
  // Status messages and notes.
  std::string_view result_ready, result_changed, view_on, view_off, no_wasm, no_webgl, trapped, bad_code, other_code,
      newer_code, old_scoring, reworded, several_codes, no_script, wiped;
  std::string_view version, licences, evidence, glossary, close, none_confirmed, some_confirmed, confirmed,
      not_confirmed, claims, claims_text, look_at, radar, bars;
  // Modules.
  std::string_view words_offer, words_offer_text, more_offer, more_offer_text, offer_mirror, one_minute, more_minutes,
      begin;
  std::string_view before_start, role_question, role_hint, roles[4], claim_hint, mirror, statement_count, excuses,
      tick_any;
  std::string_view context, context_hint, no_number;
  // Patterns and mirror.
  std::string_view no_patterns, no_patterns_text, no_pattern_fits, none_sought, patterns_lead, only_strengths,
      word_deed, gap_in, words_strong, words_lead;
  std::string_view words_balanced, deeds_lead, word_and_deed, deed, word, deed_word, difference, two_scales, deed_parts,
      words_after;
  std::string_view pinch_one, pinch_more, pinch_both, pinch_neither, pinch_from, shortfall, shortfall_head;
  std::string_view strengths, counter_questions, more, less, to_mirror, mirror_none, mirror_top, mirror_tops,
      mirror_all, mirror_based, mirror_clash;
  std::string_view mirror_behaviour, mirror_seen, mirror_sure, behaviour, value, in_a_word, edit_mirror;
  // Sharing.
  std::string_view react, react_short, anyone, comment, comment_step, comment_open, with_step, copy_text, code,
      code_readable, again;
  // For authors, and for the page around the widget.
  std::string_view embed, embed_way, embed_frame, embed_script, embed_wordpress, embed_block, as_page, as_reader, theme,
      light, dark, theme_shown, parts, choose_parts, ask_result, embed_code, copy_embed, embed_look, embed_link, send,
      send_what, sent;
  std::string_view copy_code, copy_link, keep, print, wipe, copied, copy_by_hand, print_by_hand;
  // A code from elsewhere.
  std::string_view have_code, other_code_link, code_title, code_hint, code_replaces, code_open;
};

/// Words for a BCP 47 tag; English for a language this product has no words in.
const Words& words_for(std::string_view tag);

/// A language as a button shows it: "NL".
std::string language_label(std::string_view tag);

}  // namespace kk
