#include "author/audit/scorer.h"

#include <algorithm>
#include <utility>

#include "score/score.h"

namespace kk {
namespace {

std::vector<RuleMemo> memos_of(const std::vector<Pattern>& patterns, RuleInputs& inputs) {
  std::vector<RuleMemo> memos;
  for (const Pattern& pattern : patterns) memos.emplace_back(pattern.condition, inputs);
  return memos;
}

}  // namespace

AuditScorer::AuditScorer(const Questionnaire& questionnaire)
    : questionnaire_(questionnaire),
      inputs_(questionnaire),
      patterns_(questionnaire.patterns.size()),
      strengths_(questionnaire.strengths.size()) {
  for (const Gate& gate : questionnaire.gates) gate_memos_.emplace_back(gate.cap, inputs_);
  pattern_memos_ = memos_of(questionnaire.patterns, inputs_);
  strength_memos_ = memos_of(questionnaire.strengths, inputs_);
}

void AuditScorer::score(const Answers& answers) {
  if (result_.stage) stage_ = *std::exchange(result_.stage, std::nullopt);
  find_values(questionnaire_, answers, result_);
  score_sections(questionnaire_, result_);
  const Facts facts{questionnaire_, answers, result_.values, result_};
  inputs_.read_answers(facts);
  if (result_.overall) {
    find_stage(facts);
  } else {
    for (RuleMemo& memo : gate_memos_) memo.skip();
  }
  inputs_.read_stage(facts);
  find_fired(questionnaire_.patterns, pattern_memos_, facts, patterns_);
  find_fired(questionnaire_.strengths, strength_memos_, facts, strengths_);
  first_ = kk::first_step(questionnaire_, answers, result_);
}

void AuditScorer::find_stage(const Facts& facts) {
  const auto cap_of = [&](std::size_t i) {
    return gate_memos_[i].value(inputs_, [&] { return gate_cap(questionnaire_, questionnaire_.gates[i], facts); });
  };
  kk::find_stage(questionnaire_, *result_.overall, cap_of, stage_);
  result_.stage = std::move(stage_);
}

void AuditScorer::find_fired(const std::vector<Pattern>& rules, std::vector<RuleMemo>& memos, const Facts& facts,
                             std::vector<std::uint8_t>& fired) const {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const int holds = memos[i].value(inputs_, [&] { return rule_holds(rules[i].condition, facts) ? 1 : 0; });
    fired[i] = static_cast<std::uint8_t>(holds);
  }
}

std::uint32_t AuditScorer::fired_hash() const {
  std::uint64_t hash = 14695981039346656037u;
  for (const std::vector<std::uint8_t>* fired : {&patterns_, &strengths_}) {
    for (const std::uint8_t each : *fired) hash = (hash ^ each) * 1099511628211u;
  }
  return static_cast<std::uint32_t>(hash >> 40);
}

}  // namespace kk
