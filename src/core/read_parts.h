// The parts of a questionnaire file, one function each. They fill Reading::questionnaire.
#pragma once

#include "core/read_form.h"

namespace kk {

void read_sections(Reading& reading, Form& form);

// Modules; the sections must have been read.
void read_claims(Reading& reading, JsonValue value);
void read_balance(Reading& reading, JsonValue value);
void read_profile(Reading& reading, JsonValue value);
void read_ticks(Reading& reading, JsonValue list);
void read_context(Reading& reading, JsonValue value);
void read_background(Reading& reading, Form& form);  ///< order, evidence, glossary, notes

// Rules; everything they can name must have been read.
void read_stages(Reading& reading, Form& form);
void read_gates(Reading& reading, Form& form);
void read_patterns(Reading& reading, Form& form);

inline constexpr Range kSectionCount{2, kMostSections};
inline constexpr Range kLevelCount{2, kMostLevels};

}  // namespace kk
