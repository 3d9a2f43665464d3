// The words of an audit report. Native tools only.
#pragma once

#include <string_view>

namespace kk {

/// {braces} are filled in by fill().
struct AuditWords {
  std::string_view tag, thousands, decimal, percent;
  // Headline and what was tried.
  std::string_view all_fine, one_error, more_errors, report_of, every_set, every_set_unknown, sampled, sampled_unknown,
      searched, sample_honest, even_weight, parameters;
  // Findings: title, then detail.
  std::string_view unreachable_stage, stopped_by_gates, no_such_score, falling_score, falling_stage, falls_in,
      falls_example, dead_pattern, dead_strength, never_seen, constant_pattern, constant_strength, fires_each,
      fires_with_modules, idle_gate, lowest_cap, no_cap, idle_question, never_moves, never_asked, never_true,
      not_proven;
  // What holds.
  std::string_view stages_reached, never_falls, never_fell, questions_count, gates_bind, patterns_vary;
  // Headings, columns and labels.
  std::string_view errors, warnings, more_below, holds, where_answers_end, stage, score_stage, final_stage, unscored,
      unreachable, capped, stages_title, from_points, weights_title, question, section, share, step_weight, first_step,
      moves_stage, reversed, conditional, no_step, gates_title, gate, binds, alone, cap_from, patterns_title, pattern,
      strength, fires, only_open, only_modules, nowhere, at_once, thresholds_title, line, highest_below, lowest_from,
      none, sets, scores_title, scores_between, checked_title, answers_example, page_of, made_with, version;
};

/// English for a language this product has no words in.
const AuditWords& audit_words_for(std::string_view tag);

}  // namespace kk
