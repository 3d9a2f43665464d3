// Counts what an audit meets.
#pragma once

#include <cassert>
#include <cstdint>
#include <vector>

#include "author/audit/audit.h"
#include "author/audit/scorer.h"

namespace kk {

/// What a set is compared by: its score as a number in the tally's list, and what else it gives.
struct AuditEntry {
  static constexpr std::uint32_t kNoScore = 0xffffffff;
  std::uint32_t score = kNoScore;
  std::uint32_t final_stage : 8 = 0;
  std::uint32_t fired : 24 = 0;
  std::uint32_t asked = 0;  ///< which questions are asked, as a number in the tally's list
};

/// One set of core answers by value: 0 is the worst level, whichever way round a question stands.
struct AuditSet {
  explicit AuditSet(const Questionnaire& questionnaire)
      : questionnaire(questionnaire), answers(blank_answers(questionnaire)), values(answers.questions.size()) {}

  void set(std::size_t question, Value value) {
    assert(question < values.size());
    values[question] = value;
    answers.questions[question] = questionnaire.questions[question].level_for(value);
  }

  const Questionnaire& questionnaire;
  Answers answers;            ///< as clicked
  std::vector<Value> values;  ///< of every question, also of those that are not asked
};

class AuditTally {
 public:
  AuditTally(const Questionnaire& questionnaire, Audit& audit);

  /// The entry of a set that was scored just now.
  AuditEntry entry_of(const AuditScorer& scorer);

  /// Counts that set in every figure but the moves.
  void count(const AuditScorer& scorer, const AuditEntry& entry, const AuditSet& set);

  /// Counts a raise of one answer by one level to its value in `set`. A raise that brings up other questions counts
  /// only with those at their best: a low answer there is news of its own, not an effect of the raise.
  void move(std::size_t question, const AuditEntry& before, const AuditEntry& after, const AuditSet& set);

  /// True when a question that neither entry asks is above `lowest`: the same raise was met with that at its lowest.
  bool is_met_again(const AuditEntry& before, const AuditEntry& after, const AuditSet& set, Value lowest) const;

  /// Fills what is known only at the end: thresholds, histogram, extremes.
  void finish();

 private:
  std::uint32_t number_of(Ticks score);
  std::uint32_t number_of_asked(const std::vector<Value>& values);
  bool is_judged(const AuditEntry& before, const AuditEntry& after, const AuditSet& set) const;
  void grow();

  const Questionnaire& questionnaire_;
  Audit& audit_;
  std::vector<AuditScore> scores_;
  std::vector<std::uint32_t> slots_;  ///< open addressing: number + 1, or 0
  bool has_conditions_ = false;
  std::vector<std::vector<bool>> asked_;  ///< by question; few ways of asking occur, and mostly the same one again
  std::uint32_t last_asked_ = 0;
};

}  // namespace kk
