// The parts of a questionnaire file, one function each. They fill Reading::questionnaire.
#pragma once

#include "author/form/form.h"

namespace kk {

void read_parameters(Reading& reading, JsonValue list);  ///< before what may name them
void read_scales(Reading& reading, JsonValue list);      ///< before the questions that name them
void read_sections(Reading& reading, Form& form);
void read_conditions(Reading& reading);  ///< once everything a rule can name has been read

// Modules; the sections must have been read.
void read_claims(Reading& reading, JsonValue value);
void read_balance(Reading& reading, JsonValue value);
void read_profile(Reading& reading, JsonValue value);
void read_ticks(Reading& reading, JsonValue list);
void read_replies(Reading& reading);  ///< of the tick lists, once everything a rule can name has been read
void read_context(Reading& reading, JsonValue value);
void read_background(Reading& reading, Form& form);  ///< order, evidence, glossary, notes

// What an author adds around the questions.
void read_theme(Reading& reading, JsonValue value);
void read_benchmark(Reading& reading, JsonValue value);
void read_credits(Reading& reading, Form& root);  ///< author, source, action

// Rules; everything they can name must have been read.
void read_stages(Reading& reading, Form& form);
void read_target(Reading& reading, JsonValue value);
void read_gates(Reading& reading, Form& form);
void read_patterns(Reading& reading, Form& form);

/// Warns of what is allowed and yet surely not meant. Everything must have been read.
void advise(Reading& reading, JsonValue root);

inline constexpr Range kSectionCount{2, kMostSections};
inline constexpr Range kLevelCount{2, kMostLevels};

}  // namespace kk
