#include "author/audit/tally.h"

#include <algorithm>
#include <cassert>

namespace kk {
namespace {

std::size_t slot_of(Ticks score, std::size_t slots) {
  assert(slots > 0 && (slots & (slots - 1)) == 0);  // a power of two
  return static_cast<std::size_t>((static_cast<std::uint64_t>(score) * 0x9E3779B97F4A7C15u) >> 32) & (slots - 1);
}

/// As clicked; null for what is not asked.
std::vector<Level> example_of(const std::vector<Value>& values, const AuditSet& set) {
  assert(values.size() == set.values.size());
  std::vector<Level> example = set.answers.questions;
  for (std::size_t i = 0; i < example.size(); ++i) {
    if (values[i] == kNotAsked) example[i] = kSkipped;
  }
  return example;
}

}  // namespace

AuditTally::AuditTally(const Questionnaire& questionnaire, Audit& audit)
    : questionnaire_(questionnaire), audit_(audit), slots_(1024) {
  audit.stages.resize(questionnaire.stages.size());
  audit.gates.resize(questionnaire.gates.size());
  for (AuditGate& gate : audit.gates) gate.lowest = static_cast<int>(questionnaire.stages.size());
  audit.patterns.resize(questionnaire.patterns.size());
  audit.strengths.resize(questionnaire.strengths.size());
  audit.patterns_at_once.resize(questionnaire.patterns.size() + 1);
  audit.questions.resize(questionnaire.questions.size());
  for (const Question& question : questionnaire.questions) {
    has_conditions_ = has_conditions_ || !question.when.nodes.empty();
  }
}

std::uint32_t AuditTally::number_of(Ticks score) {
  std::size_t slot = slot_of(score, slots_.size());
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (scores_[slots_[slot] - 1].score == score) return slots_[slot] - 1;
  }
  scores_.push_back({score, 0, {}});
  slots_[slot] = static_cast<std::uint32_t>(scores_.size());
  if (scores_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(scores_.size()) - 1;
}

void AuditTally::grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    std::size_t slot = slot_of(scores_[i].score, slots_.size());
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(i) + 1;
  }
}

std::uint32_t AuditTally::number_of_asked(const std::vector<Value>& values) {
  const auto is_same = [&](const std::vector<bool>& asked) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (asked[i] != (values[i] != kNotAsked)) return false;
    }
    return true;
  };
  if (last_asked_ < asked_.size() && is_same(asked_[last_asked_])) return last_asked_;
  const auto found = std::find_if(asked_.begin(), asked_.end(), is_same);
  last_asked_ = static_cast<std::uint32_t>(found - asked_.begin());
  if (found == asked_.end()) {
    std::vector<bool>& asked = asked_.emplace_back(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) asked[i] = values[i] != kNotAsked;
  }
  return last_asked_;
}

AuditEntry AuditTally::entry_of(const AuditScorer& scorer) {
  AuditEntry entry;
  if (scorer.overall()) entry.score = number_of(*scorer.overall());
  entry.final_stage = static_cast<std::uint32_t>(scorer.final_stage()) & 0xff;
  entry.fired = scorer.fired_hash() & 0xffffff;
  if (has_conditions_) entry.asked = number_of_asked(scorer.values());
  return entry;
}

void AuditTally::count(const AuditScorer& scorer, const AuditEntry& entry, const AuditSet& set) {
  ++audit_.sets;
  std::size_t at_once = 0;
  for (std::size_t i = 0; i < audit_.patterns.size(); ++i) {
    audit_.patterns[i].fired += scorer.patterns()[i];
    at_once += scorer.patterns()[i];
  }
  ++audit_.patterns_at_once[at_once];
  for (std::size_t i = 0; i < audit_.strengths.size(); ++i) audit_.strengths[i].fired += scorer.strengths()[i];
  for (std::size_t i = 0; i < audit_.questions.size(); ++i)
    audit_.questions[i].asked += scorer.values()[i] != kNotAsked;
  if (scorer.first_step() < 0)
    ++audit_.no_step;
  else
    ++audit_.questions[static_cast<std::size_t>(scorer.first_step())].first;
  if (entry.score == AuditEntry::kNoScore) {
    ++audit_.unscored;
    return;
  }
  AuditScore& score = scores_[entry.score];
  if (score.sets++ == 0) score.example = example_of(scorer.values(), set);
  ++audit_.stages[static_cast<std::size_t>(scorer.score_stage()) - 1].score;
  ++audit_.stages[static_cast<std::size_t>(scorer.final_stage()) - 1].final;
  if (scorer.final_stage() < scorer.score_stage()) ++audit_.capped;
  for (std::size_t i = 0; i < audit_.gates.size(); ++i) {
    audit_.gates[i].lowest = std::min(audit_.gates[i].lowest, scorer.caps()[i]);
  }
  for (const int gate : scorer.binding()) {
    AuditGate& found = audit_.gates[static_cast<std::size_t>(gate)];
    ++found.binds;
    if (scorer.binding().size() == 1) ++found.alone;
  }
}

bool AuditTally::is_judged(const AuditEntry& before, const AuditEntry& after, const AuditSet& set) const {
  if (before.asked == after.asked) return true;
  assert(before.asked < asked_.size() && after.asked < asked_.size());
  for (std::size_t i = 0; i < set.values.size(); ++i) {
    const bool is_new = asked_[after.asked][i] && !asked_[before.asked][i];
    if (is_new && set.values[i].number != questionnaire_.questions[i].top()) return false;
  }
  return true;
}

bool AuditTally::is_met_again(const AuditEntry& before, const AuditEntry& after, const AuditSet& set,
                              Value lowest) const {
  for (std::size_t i = 0; has_conditions_ && i < set.values.size(); ++i) {
    if (set.values[i] != lowest && !asked_[before.asked][i] && !asked_[after.asked][i]) return true;
  }
  return false;
}

void AuditTally::move(std::size_t question, const AuditEntry& before, const AuditEntry& after, const AuditSet& set) {
  assert(question < audit_.questions.size());
  AuditQuestion& found = audit_.questions[question];
  found.changes_rules = found.changes_rules || before.fired != after.fired;
  if (before.score == AuditEntry::kNoScore || after.score == AuditEntry::kNoScore) return;
  if (!is_judged(before, after, set)) return;
  const auto add = [&](AuditMoves& moves, auto from, auto to, std::vector<Level>& fell_from) {
    ++(to > from ? moves.rose : to < from ? moves.fell : moves.same);
    if (to >= from || !fell_from.empty()) return;
    AuditSet lower = set;
    lower.set(question, set.values[question] + -1);
    fell_from = lower.answers.questions;
  };
  add(found.score, scores_[before.score].score, scores_[after.score].score, found.score_fell_from);
  add(found.stage, before.final_stage, after.final_stage, found.stage_fell_from);
}

void AuditTally::finish() {
  // Scores that were only compared with were not counted.
  std::erase_if(scores_, [](const AuditScore& score) { return score.sets == 0; });
  std::sort(scores_.begin(), scores_.end(), [](const auto& a, const auto& b) { return a.score < b.score; });
  audit_.distinct_scores = scores_.size();
  if (scores_.empty()) return;
  audit_.lowest = scores_.front().score;
  audit_.highest = scores_.back().score;
  const Ticks width = 100 * questionnaire_.ticks_per_point / kAuditBins;
  for (const AuditScore& score : scores_) {
    audit_.histogram[static_cast<std::size_t>(std::min<Ticks>(score.score / width, kAuditBins - 1))] += score.sets;
  }
  for (std::size_t i = 1; i < questionnaire_.stages.size(); ++i) {
    const Ticks line = questionnaire_.stages[i].from * questionnaire_.ticks_per_point;
    const auto from = std::partition_point(scores_.begin(), scores_.end(),
                                           [&](const AuditScore& score) { return score.score < line; });
    AuditThreshold threshold{static_cast<int>(i) + 1, std::nullopt, std::nullopt};
    if (from != scores_.begin()) threshold.below = *(from - 1);
    if (from != scores_.end()) threshold.from = *from;
    audit_.thresholds.push_back(std::move(threshold));
  }
}

}  // namespace kk
