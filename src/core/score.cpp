#include <algorithm>

#include "core/scoring.h"
#include "core/write_json.h"

namespace kk {
namespace {

/// Whole points, half up.
int whole_points(const Questionnaire& questionnaire, Ticks ticks) {
  return static_cast<int>(divide_rounded(ticks, questionnaire.ticks_per_point));
}

Ticks mean(Ticks sum, std::size_t count) { return divide_rounded(sum, static_cast<std::int64_t>(count)); }

Confidence confidence_of(const Questionnaire& questionnaire, const Result& result) {
  if (!result.overall) return Confidence::kInsufficient;
  if (result.answered == static_cast<int>(questionnaire.questions.size())) return Confidence::kHigh;
  return result.answered >= questionnaire.medium_from ? Confidence::kMedium : Confidence::kLow;
}

}  // namespace

SectionSums score_sections(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  const Ticks full = 100 * questionnaire.ticks_per_point;
  SectionSums sums;
  Ticks total = 0, total_low = 0, total_high = 0;
  bool complete = true;
  result.answered = 0;
  result.sections.clear();
  for (std::size_t k = 0; k < questionnaire.sections.size(); ++k) {
    const Section& section = questionnaire.sections[k];
    Ticks sum = 0;
    int known_count = 0;
    for (const int index : section.questions) {
      const Level level = answers.questions[static_cast<std::size_t>(index)];
      if (!known(level)) continue;
      sum += level * questionnaire.questions[static_cast<std::size_t>(index)].unit;
      ++known_count;
    }
    sums.sum[k] = sum;
    sums.known[k] = known_count;
    result.answered += known_count;
    const std::size_t count = section.questions.size();
    const auto open = static_cast<Ticks>(count) - known_count;
    total_low += mean(sum, count);
    total_high += mean(sum + open * full, count);
    if (known_count >= section.min_answered) {
      const Ticks score = mean(sum, static_cast<std::size_t>(known_count));
      total += score;
      result.sections.push_back(score);
    } else {
      complete = false;
      result.sections.push_back(std::nullopt);
    }
  }
  const std::size_t count = questionnaire.sections.size();
  result.overall.reset();
  if (complete) result.overall = mean(total, count);
  result.range_low = whole_points(questionnaire, mean(total_low, count));
  result.range_high = whole_points(questionnaire, mean(total_high, count));
  result.confidence = confidence_of(questionnaire, result);
  return sums;
}

int stage_of(const Questionnaire& questionnaire, Ticks overall) {
  int stage = 0;
  for (const Stage& candidate : questionnaire.stages) {
    if (candidate.from * questionnaire.ticks_per_point > overall) break;
    ++stage;
  }
  return stage;
}

void score(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  const SectionSums sums = score_sections(questionnaire, answers, result);
  score_modules(questionnaire, answers, result);
  score_stage(questionnaire, answers, sums, result);
  diagnose(questionnaire, answers, result);
}

Result score(const Questionnaire& questionnaire, const Answers& answers) {
  Result result;
  score(questionnaire, answers, result);
  return result;
}

int final_stage_with(const Questionnaire& questionnaire, const Answers& answers, int index, Level level) {
  Answers changed = answers;
  changed.questions[static_cast<std::size_t>(index)] = level;
  const Result result = score(questionnaire, changed);
  return result.stage ? result.stage->final : 0;
}

int display_points(const Questionnaire& questionnaire, Ticks ticks) {
  const int points = whole_points(questionnaire, ticks);
  const auto next = static_cast<std::size_t>(stage_of(questionnaire, ticks));
  if (next >= questionnaire.stages.size()) return points;
  return std::min(points, questionnaire.stages[next].from - 1);
}

}  // namespace kk
