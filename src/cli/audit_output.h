// The three forms of an audit report.
#pragma once

#include <string>

#include "author/audit/report.h"

namespace kk {

struct AuditOutput {
  const Questionnaire& questionnaire;
  const Audit& audit;
};

/// A table for people, in English.
std::string audit_text(const AuditOutput& output);

/// One JSON object on one line. Keys, stable and in this order; counts are numbers of sets of answers:
///
///   questionnaire         {id, version, hash}
///   method                {kind: "all"|"sample", unknown, sets, possible (decimal text), seed (null for "all"),
///   searched} scores                {lowest, highest, distinct, unscored, histogram: 20 counts of 5 points each}
///   stages                [{stage, from, score, final}]: sets with this stage by the score, and after the gates
///   capped                sets whose final stage is below the score's
///   gates                 [{id, binds, alone, lowest_cap, reach}]
///   patterns, strengths   [{id, fired, reach, modules}]; modules: it looks at more than the core answers
///   patterns_at_once      counts by number of patterns: none, one, …
///   questions             [{id, asked, first_step, score: {rose, same, fell}, stage: {…}, changes_patterns}]
///   no_step               sets without a next step
///   thresholds            [{stage, from, below, at_or_above}], each of the last two null or {score, sets, answers}
///   problems              [{severity, code, pointer, sentence}], errors first
///
/// reach is "answers", "open", "modules" or "never": what it takes to see it at all. rose, same and fell count raises
/// of that answer by one level.
std::string audit_json(const AuditOutput& output);

/// A page without scripts that asks for no other file. `command` is how to make it again.
std::string audit_html(const AuditOutput& output, std::string_view tag);

}  // namespace kk
