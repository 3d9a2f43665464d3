// What a questionnaire's scoring can give: every possible set of core answers where that can be tried, a stratified
// sample where it cannot. Native tools only; the page does not carry it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/answers.h"
#include "model/problem.h"
#include "model/questionnaire.h"
#include "model/result.h"

namespace kk {

struct AuditOptions {
  bool with_unknown = false;  ///< "weet ik niet" counts as one more answer to each question
  /// More sets than this are sampled.
  std::uint64_t most_sets = 100'000'000;
  std::uint64_t sample_sets = 100'000;
  std::uint64_t seed = 1;
};

/// What became of the score or the stage when one answer was raised by one level (AuditTally::move).
struct AuditMoves {
  std::uint64_t rose = 0, same = 0, fell = 0;
  std::uint64_t all() const { return rose + same + fell; }
};

struct AuditStage {
  std::uint64_t score = 0, final = 0;  ///< sets with this score stage, final stage
};

/// Where something was seen at all. Patterns and gates may look at more than complete core answers.
enum class AuditReach : std::uint8_t {
  kAnswers,  ///< in the sets that were counted
  kOpen,     ///< only when answers are skipped or unknown
  kModules,  ///< only with answers to modules, or with another parameter
  kNever,    ///< nowhere
};

struct AuditGate {
  std::uint64_t binds = 0;  ///< sets whose score stage is above its cap
  std::uint64_t alone = 0;  ///< of those, sets in which no other gate binds
  int lowest = 0;           ///< lowest cap seen
  AuditReach reach = AuditReach::kNever;
};

/// A pattern or a strength.
struct AuditRule {
  std::uint64_t fired = 0;
  AuditReach reach = AuditReach::kNever;
  bool uses_modules = false;  ///< looks at claims, the profile, ticks, the context or a parameter
  bool always = false;        ///< fired in every set it could look at
};

struct AuditQuestion {
  std::uint64_t asked = 0;  ///< sets in which it is asked
  AuditReach reach = AuditReach::kNever;
  std::uint64_t first = 0;     ///< sets in which its step comes first
  AuditMoves score, stage;     ///< overall score and final stage when its answer is raised by one level
  bool changes_rules = false;  ///< raising it changed which patterns or strengths fire
  /// Answers before a raise that lowered the score, the final stage; empty when none did.
  std::vector<Level> score_fell_from, stage_fell_from;
};

/// An overall score that occurs.
struct AuditScore {
  Ticks score = 0;
  std::uint64_t sets = 0;
  std::vector<Level> example;  ///< the first such set, by question, as a reader clicks it
};

/// The scores nearest to the line between two stages.
struct AuditThreshold {
  int stage = 2;                          ///< the upper stage, from 2
  std::optional<AuditScore> below, from;  ///< `from`: at the line or over it
};

enum class FindingCode : std::uint8_t {
  kUnreachableStage,  ///< no answers give this final stage
  kFallingScore,      ///< raising an answer lowers the overall score
  kFallingStage,      ///< raising an answer lowers the final stage
  kDeadPattern,       ///< never fires
  kConstantPattern,   ///< always fires
  kIdleGate,          ///< never binds
  kIdleQuestion,      ///< changes neither stage, pattern nor strength
  kNeverAsked,        ///< its condition never holds
};
inline constexpr int kFindingCodes = static_cast<int>(FindingCode::kNeverAsked) + 1;

/// "unreachable_stage", …: stable.
std::string_view code_of(FindingCode code);

struct Finding {
  FindingCode code = FindingCode::kUnreachableStage;
  Severity severity = Severity::kError;
  int index = 0;             ///< of the stage, question, gate, pattern or strength
  bool is_strength = false;  ///< with the pattern codes
};

/// JSON pointer of what a finding is about: "/stages/4", "/sections/0/questions/2", …
std::string pointer_of(const Questionnaire& questionnaire, const Finding& finding);

inline constexpr int kAuditBins = 20;  ///< of the overall score, 5 points each; 100 is in the last

struct Audit {
  AuditOptions options;
  bool is_complete = true;   ///< every possible set; else a sample
  double possible_sets = 0;  ///< may be far above what a 64-bit number holds, and then infinite
  double log10_possible = 0;
  std::uint64_t sets = 0;      ///< counted
  std::uint64_t unscored = 0;  ///< without an overall score, for too few known answers
  std::uint64_t capped = 0;    ///< final stage below the score stage
  std::uint64_t no_step = 0;   ///< without any next step
  std::vector<AuditStage> stages;
  std::vector<AuditGate> gates;
  std::vector<AuditRule> patterns, strengths;
  std::vector<std::uint64_t> patterns_at_once;  ///< sets with this many patterns
  std::vector<AuditQuestion> questions;
  std::vector<AuditThreshold> thresholds;
  std::optional<Ticks> lowest, highest;  ///< overall score
  std::size_t distinct_scores = 0;
  std::array<std::uint64_t, kAuditBins> histogram{};
  std::uint64_t searched = 0;     ///< further sets, with open answers and modules, tried for what had not been seen
  std::vector<Finding> findings;  ///< errors before warnings
};

/// Runs as long as it takes: well under a microsecond for each set. Memory: 12 bytes for each set of all questions but
/// the first. Parameters have their first value, modules no answer; what depends on them is only searched for.
Audit audit(const Questionnaire& questionnaire, const AuditOptions& options = {});

bool has_errors(const Audit& audit);

}  // namespace kk
