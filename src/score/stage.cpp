// Stage, gates, and what one step up or down would change.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "base/rounding.h"
#include "score/parts.h"
#include "score/score.h"

namespace kk {
namespace {

/// Changes one answer at a time and undoes it, on top of a scored result.
class StageScorer {
 public:
  StageScorer(const Questionnaire& questionnaire, const Answers& answers, const SectionSums& sums, Result& result)
      : questionnaire_(questionnaire),
        sums_(sums),
        result_(result),
        facts_{questionnaire, answers, result.values, result} {
    for (std::size_t k = 0; k < result.sections.size(); ++k) {
      if (result.sections[k]) total_ += questionnaire.sections[k].share * *result.sections[k];
    }
  }

  StageResult stage(StageResult reused) {
    assert(result_.overall && !result_.stage);
    const int top = static_cast<int>(questionnaire_.stages.size());
    StageResult stage = std::move(reused);
    find_stage(
        questionnaire_, *result_.overall, [&](std::size_t i) { return cap_of(questionnaire_.gates[i]); }, stage);
    stage.to_next.reset();
    if (stage.score < top) {
      const Stage& next = questionnaire_.stages[static_cast<std::size_t>(stage.score)];
      stage.to_next = next.from * questionnaire_.ticks_per_point - *result_.overall;
    }
    return stage;
  }

  void fill_sensitivity(const StageResult& stage, Sensitivity& sensitivity) {
    for (std::size_t i = 0; i < questionnaire_.questions.size(); ++i) {
      const Value value = result_.values[i];
      if (!known(value)) continue;
      const int index = static_cast<int>(i);
      if (value.number < questionnaire_.questions[i].top() && rises(stage, i, 1)) sensitivity.up.push_back(index);
      if (value.number > 0 && falls(stage, i, -1)) sensitivity.down.push_back(index);
    }
  }

 private:
  int cap_of(const Gate& gate) const { return gate_cap(questionnaire_, gate, facts_); }

  Ticks section_with(std::size_t question, int change) const {
    assert(question < questionnaire_.questions.size() && (change == 1 || change == -1));
    const auto k = static_cast<std::size_t>(questionnaire_.questions[question].section);
    assert(sums_.known[k] > 0);
    const Question& changed = questionnaire_.questions[question];
    return divide_rounded(sums_.sum[k] + change * changed.unit * changed.share, sums_.known[k]);
  }

  Ticks overall_with(std::size_t question, Ticks section) const {
    const auto k = static_cast<std::size_t>(questionnaire_.questions[question].section);
    assert(sums_.shares > 0 && result_.sections[k]);
    return divide_rounded(total_ + questionnaire_.sections[k].share * (section - *result_.sections[k]), sums_.shares);
  }

  // A gate is evaluated again only when the change can matter: the score stage allows it, the gate looks at the
  // question, and the gate can go that low.

  bool rises(const StageResult& stage, std::size_t question, int change) {
    if (questionnaire_.questions[question].opens) return stage_after(question, change) > stage.final;
    for (std::size_t g = 0; g < questionnaire_.gates.size(); ++g) {
      if (stage.caps[g] <= stage.final && questionnaire_.gates[g].depends[question] == 0) return false;
    }
    const Ticks section = section_with(question, change), overall = overall_with(question, section);
    if (stage_of(questionnaire_, overall) <= stage.final) return false;
    return with_change(question, change, section, overall,
                       [&](const Gate& gate) { return cap_of(gate) > stage.final; });
  }

  bool falls(const StageResult& stage, std::size_t question, int change) {
    if (questionnaire_.questions[question].opens) {
      const int after = stage_after(question, change);
      return after > 0 && after < stage.final;
    }
    const Ticks section = section_with(question, change), overall = overall_with(question, section);
    if (stage_of(questionnaire_, overall) < stage.final) return true;
    return !with_change(question, change, section, overall,
                        [&](const Gate& gate) { return gate.lowest >= stage.final || cap_of(gate) >= stage.final; });
  }

  /// With other questions asked, or none of these any more: all is scored again.
  int stage_after(std::size_t question, int change) const {
    const Level level = questionnaire_.questions[question].level_for(result_.values[question] + change);
    return final_stage_with(questionnaire_, facts_.answers, static_cast<int>(question), level);
  }

  /// True when `holds` is, after the change, of every gate that looks at the question.
  template <typename Holds>
  bool with_change(std::size_t question, int change, Ticks section, Ticks overall, const Holds& holds) {
    const auto k = static_cast<std::size_t>(questionnaire_.questions[question].section);
    const auto old_section = std::exchange(result_.sections[k], section);
    const auto old_overall = std::exchange(result_.overall, overall);
    Value& value = result_.values[question];
    const Value old_value = std::exchange(value, value + change);
    bool all = true;
    for (const Gate& gate : questionnaire_.gates) all = all && (gate.depends[question] == 0 || holds(gate));
    value = old_value;
    result_.overall = old_overall;
    result_.sections[k] = old_section;
    return all;
  }

  const Questionnaire& questionnaire_;
  const SectionSums& sums_;
  Result& result_;
  Facts facts_;
  Ticks total_ = 0;
};

}  // namespace

int gate_cap(const Questionnaire& questionnaire, const Gate& gate, const Facts& facts) {
  assert(gate.depends.size() == questionnaire.questions.size());
  assert(!questionnaire.stages.empty());
  const int top = static_cast<int>(questionnaire.stages.size());
  const double cap = rule_number(gate.cap, facts);
  return std::isnan(cap) ? top : static_cast<int>(std::clamp(cap, 1.0, static_cast<double>(top)));
}

void score_stage(const Questionnaire& questionnaire, const Answers& answers, const SectionSums& sums, Result& result) {
  assert(result.sections.size() == questionnaire.sections.size());
  // Rules must not see the stage while it is worked out; its memory is reused.
  StageResult reused = result.stage ? *std::exchange(result.stage, std::nullopt) : StageResult();
  if (!result.overall) {
    result.sensitivity.reset();
    return;
  }
  StageScorer scorer(questionnaire, answers, sums, result);
  StageResult stage = scorer.stage(std::move(reused));
  if (!result.sensitivity) result.sensitivity.emplace();
  result.sensitivity->up.clear();
  result.sensitivity->down.clear();
  scorer.fill_sensitivity(stage, *result.sensitivity);
  result.stage = std::move(stage);
}

int final_stage_with(const Questionnaire& questionnaire, const Answers& answers, int index, Level level) {
  assert(index >= 0 && static_cast<std::size_t>(index) < questionnaire.questions.size());
  assert(level >= kSkipped && level <= questionnaire.questions[static_cast<std::size_t>(index)].top());
  Result result;
  find_values(questionnaire, answers, result);
  Answers changed = answers;
  // An answer that is not asked for now would not be known then.
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    if (result.values[i] == kNotAsked) changed.questions[i] = kSkipped;
  }
  changed.questions[static_cast<std::size_t>(index)] = level;
  find_values(questionnaire, changed, result);
  const SectionSums sums = score_sections(questionnaire, result);
  if (!result.overall) return 0;
  score_modules(questionnaire, changed, result);
  return StageScorer(questionnaire, changed, sums, result).stage({}).final;
}

}  // namespace kk
