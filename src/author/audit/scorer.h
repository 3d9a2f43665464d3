// What an audit wants to know of one set of core answers, by the functions that score() is made of.
#pragma once

#include <cstdint>
#include <vector>

#include "author/audit/rules.h"
#include "score/parts.h"
#include "score/score.h"

namespace kk {

class AuditScorer {
 public:
  explicit AuditScorer(const Questionnaire& questionnaire);

  /// Scores the answers as they stand. Modules and parameters must be blank.
  void score(const Answers& answers);

  const std::vector<Value>& values() const { return result_.values; }
  const std::optional<Ticks>& overall() const { return result_.overall; }
  int score_stage() const { return result_.stage ? result_.stage->score : 0; }  ///< 0: no overall score
  int final_stage() const { return result_.stage ? result_.stage->final : 0; }
  const std::vector<int>& caps() const { return result_.stage->caps; }
  const std::vector<int>& binding() const { return result_.stage->binding; }
  const std::vector<std::uint8_t>& patterns() const { return patterns_; }    ///< by pattern: 1 when it fires
  const std::vector<std::uint8_t>& strengths() const { return strengths_; }  ///< likewise
  std::uint32_t fired_hash() const;          ///< of patterns and strengths together, 24 bits
  int first_step() const { return first_; }  ///< question, or -1

 private:
  void find_stage(const Facts& facts);
  void find_fired(const std::vector<Pattern>& rules, std::vector<RuleMemo>& memos, const Facts& facts,
                  std::vector<std::uint8_t>& fired) const;

  const Questionnaire& questionnaire_;
  RuleInputs inputs_;
  std::vector<RuleMemo> gate_memos_, pattern_memos_, strength_memos_;
  std::vector<std::uint8_t> patterns_, strengths_;
  StageResult stage_;  ///< its memory, while rules must not see a stage
  Result result_;
  int first_ = -1;
};

}  // namespace kk
