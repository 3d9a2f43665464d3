#include "author/audit/audit.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "author/audit/parts.h"
#include "base/json_writer.h"
#include "model/problem.h"

namespace kk {
namespace {

void count_possible(const Questionnaire& questionnaire, Audit& audit) {
  audit.possible_sets = 1;
  for (const Question& question : questionnaire.questions) {
    const int choices = question.top() + (audit.options.with_unknown ? 2 : 1);
    audit.possible_sets *= choices;
    audit.log10_possible += std::log10(choices);
  }
}

std::string numbered(std::string pointer, int index) {
  append_int(pointer, index);
  return pointer;
}

}  // namespace

Audit audit(const Questionnaire& questionnaire, const AuditOptions& options) {
  Audit audit;
  audit.options = options;
  count_possible(questionnaire, audit);
  audit.is_complete = audit.possible_sets <= static_cast<double>(options.most_sets);
  if (audit.is_complete)
    audit_every_set(questionnaire, audit);
  else
    audit_sample(questionnaire, audit);
  search_unseen(questionnaire, audit);
  find_findings(audit);
  return audit;
}

std::string_view code_of(FindingCode code) {
  assert(static_cast<int>(code) < kFindingCodes);
  constexpr std::string_view kCodes[kFindingCodes] = {"unreachable_stage", "falling_score",    "falling_stage",
                                                      "dead_pattern",      "constant_pattern", "idle_gate",
                                                      "idle_question",     "never_asked"};
  return kCodes[static_cast<std::size_t>(code)];
}

std::string pointer_of(const Questionnaire& questionnaire, const Finding& finding) {
  assert(finding.index >= 0);
  switch (finding.code) {
    case FindingCode::kUnreachableStage:
      return numbered("/stages/", finding.index);
    case FindingCode::kDeadPattern:
    case FindingCode::kConstantPattern:
      return numbered(finding.is_strength ? "/strengths/" : "/patterns/", finding.index);
    case FindingCode::kIdleGate:
      return numbered("/gates/", finding.index);
    default: {
      const int section = questionnaire.questions[static_cast<std::size_t>(finding.index)].section;
      const int first = questionnaire.sections[static_cast<std::size_t>(section)].questions.front();
      return numbered(numbered("/sections/", section) + "/questions/", finding.index - first);
    }
  }
}

bool has_errors(const Audit& audit) {
  return std::any_of(audit.findings.begin(), audit.findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::kError; });
}

}  // namespace kk
