// Every code of a problem in a questionnaire file. Users match on them: a code may be added, never given another
// meaning.
#pragma once

#include <string_view>

namespace kk {

inline constexpr std::string_view kQuestionnaireCodes[] = {
    "bad_arguments",
    "bad_colour",
    "bad_count",
    "bad_escape",
    "bad_fallback",
    "bad_format",
    "bad_hash",
    "bad_id",
    "bad_language",
    "bad_link",
    "bad_literal",
    "bad_number",
    "bad_priority",
    "bad_rule",
    "bad_step",
    "bad_theme",
    "bad_utf8",
    "bad_version",
    "bad_weight",
    "balance_overlap",
    "band_overlap",
    "bidi_control",
    "constant_rule",
    "control_character",
    "cyclic_condition",
    "cyclic_needs",
    "duplicate_id",
    "duplicate_key",
    "duplicate_language",
    "duplicate_question",
    "duplicate_reference",
    "empty",
    "empty_benchmark",
    "empty_text",
    "fallback_text",
    "identical_levels",
    "label_overlap",
    "later_question",
    "lone_surrogate",
    "long_word",
    "missing_member",
    "missing_translation",
    "name_in_cap",
    "name_in_condition",
    "needs_shaping",
    "newer_format",
    "number_out_of_range",
    "out_of_range",
    "reserved_id",
    "rule_too_large",
    "stage_gap",
    "stage_overlap",
    "text_too_long",
    "too_deep",
    "too_few_items",
    "too_large",
    "too_many_questions",
    "too_many_values",
    "trailing_data",
    "truncated",
    "unexpected",
    "unknown_cause",
    "unknown_language",
    "unknown_list",
    "unknown_member",
    "unknown_name",
    "unknown_operator",
    "unknown_placeholder",
    "unknown_question",
    "unknown_section",
    "unknown_term",
    "unknown_value",
    "unsafe_link",
    "weight_without_effect",
    "wrong_type",
};

/// Codes of problems in answers and members, besides those of JSON itself.
inline constexpr std::string_view kAnswersCodes[] = {"duplicate_tick",   "level_out_of_range", "other_questionnaire",
                                                     "too_many_answers", "unknown_id",         "unknown_role"};

/// Codes of problems of the `logic` command, besides those of JSON and of rules.
inline constexpr std::string_view kLogicCodes[] = {"too_costly"};

}  // namespace kk
