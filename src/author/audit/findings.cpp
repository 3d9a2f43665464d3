#include <algorithm>

#include "author/audit/parts.h"
#include "author/audit/rules.h"
#include "model/ops.h"
#include "model/problem.h"
#include "score/score.h"

namespace kk {
namespace {

constexpr std::uint64_t kFewestSearches = 2'000;  // to tell that a module's rule always fires
constexpr std::uint64_t kMostSearches = 30'000;   // for what has not been seen anywhere
constexpr std::uint64_t kSearchSeed = 7;

bool looks_at_modules(const Logic& logic) {
  return std::any_of(logic.nodes.begin(), logic.nodes.end(), [](const auto& node) { return is_module_fact(node.op); });
}

/// Notes where something was first seen: open answers count as nearer than modules.
void note(AuditReach& reach, AuditReach seen) { reach = std::min(reach, seen); }

void note_all(std::vector<AuditRule>& rules, const std::vector<int>& fired, AuditReach seen) {
  for (const int rule : fired) note(rules[static_cast<std::size_t>(rule)].reach, seen);
}

bool is_any_unseen(const Audit& audit) {
  const auto is_unseen = [](const auto& each) { return each.reach == AuditReach::kNever; };
  return std::any_of(audit.gates.begin(), audit.gates.end(), is_unseen) ||
         std::any_of(audit.questions.begin(), audit.questions.end(), is_unseen) ||
         std::any_of(audit.patterns.begin(), audit.patterns.end(), is_unseen) ||
         std::any_of(audit.strengths.begin(), audit.strengths.end(), is_unseen);
}

/// What the counted sets have shown already.
void start_rules(const std::vector<Pattern>& patterns, const Audit& audit, std::vector<AuditRule>& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    rules[i].uses_modules = looks_at_modules(patterns[i].condition);
    rules[i].always = rules[i].fired == audit.sets || rules[i].uses_modules;
    if (rules[i].fired > 0) rules[i].reach = AuditReach::kAnswers;
  }
}

/// With every module answered, a module's rule that always fires must fire.
void disprove_always(std::vector<AuditRule>& rules, const std::vector<int>& fired) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const bool fires = std::find(fired.begin(), fired.end(), static_cast<int>(i)) != fired.end();
    if (rules[i].uses_modules && !fires) rules[i].always = false;
  }
}

class Findings {
 public:
  explicit Findings(Audit& audit) : audit_(audit) {}

  void find() {
    for (std::size_t i = 0; i < audit_.stages.size(); ++i) {
      if (audit_.stages[i].final == 0) add(FindingCode::kUnreachableStage, i, proven());
    }
    for (std::size_t i = 0; i < audit_.questions.size(); ++i) find_in(audit_.questions[i], i);
    find_in(audit_.patterns, false);
    find_in(audit_.strengths, true);
    for (std::size_t i = 0; i < audit_.gates.size(); ++i) {
      if (audit_.gates[i].reach == AuditReach::kNever) add(FindingCode::kIdleGate, i, Severity::kWarning);
    }
    std::stable_partition(audit_.findings.begin(), audit_.findings.end(),
                          [](const Finding& finding) { return finding.severity == Severity::kError; });
  }

 private:
  /// A sample cannot prove that something never happens.
  Severity proven() const { return audit_.is_complete ? Severity::kError : Severity::kWarning; }

  void find_in(const AuditQuestion& question, std::size_t i) {
    if (question.reach == AuditReach::kNever) add(FindingCode::kNeverAsked, i, proven());
    if (question.asked == 0) return;
    if (question.score.fell > 0) add(FindingCode::kFallingScore, i, Severity::kError);
    if (question.stage.fell > 0) add(FindingCode::kFallingStage, i, Severity::kError);
    // A sample tries too few raises to tell that none of them passes a line.
    const bool is_felt = question.stage.rose + question.stage.fell > 0 ||
                         (!audit_.is_complete && question.score.rose + question.score.fell > 0);
    if (!is_felt && !question.changes_rules) add(FindingCode::kIdleQuestion, i, Severity::kWarning);
  }

  void find_in(const std::vector<AuditRule>& rules, bool are_strengths) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].reach == AuditReach::kNever) {
        add(FindingCode::kDeadPattern, i, rules[i].uses_modules ? Severity::kWarning : proven(), are_strengths);
      } else if (rules[i].always) {
        add(FindingCode::kConstantPattern, i, Severity::kWarning, are_strengths);
      }
    }
  }

  void add(FindingCode code, std::size_t index, Severity severity, bool is_strength = false) {
    audit_.findings.push_back({code, severity, static_cast<int>(index), is_strength});
  }

  Audit& audit_;
};

}  // namespace

void search_unseen(const Questionnaire& questionnaire, Audit& audit) {
  start_rules(questionnaire.patterns, audit, audit.patterns);
  start_rules(questionnaire.strengths, audit, audit.strengths);
  for (AuditGate& gate : audit.gates) {
    if (gate.binds > 0) gate.reach = AuditReach::kAnswers;
  }
  for (AuditQuestion& question : audit.questions) {
    if (question.asked > 0) question.reach = AuditReach::kAnswers;
  }
  AuditRandom random(kSearchSeed);
  Result result;
  for (; audit.searched < kMostSearches; ++audit.searched) {
    if (audit.searched >= kFewestSearches && !is_any_unseen(audit)) break;
    AuditSet set(questionnaire);
    draw_answers(random.share(), random, set);
    const bool has_open = audit.searched % 3 != 0, has_modules = audit.searched % 3 != 1;
    if (has_open) open_answers(random, set);
    if (has_modules) draw_modules(random, set);
    score(questionnaire, set.answers, result);
    const AuditReach seen = has_modules ? AuditReach::kModules : AuditReach::kOpen;
    for (std::size_t i = 0; i < audit.questions.size(); ++i) {
      if (result.values[i] != kNotAsked) note(audit.questions[i].reach, seen);
    }
    note_all(audit.patterns, result.patterns, seen);
    note_all(audit.strengths, result.strengths, seen);
    if (!has_open) {
      disprove_always(audit.patterns, result.patterns);
      disprove_always(audit.strengths, result.strengths);
    }
    if (!result.stage) continue;
    for (const int gate : result.stage->binding) note(audit.gates[static_cast<std::size_t>(gate)].reach, seen);
  }
}

void find_findings(Audit& audit) { Findings(audit).find(); }

}  // namespace kk
