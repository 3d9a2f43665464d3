#include "score/score.h"

#include <algorithm>
#include <cassert>

#include "base/rounding.h"
#include "score/parts.h"

namespace kk {
namespace {

/// Whole points, half up.
int whole_points(const Questionnaire& questionnaire, Ticks ticks) {
  assert(questionnaire.ticks_per_point > 0);
  return static_cast<int>(divide_rounded(ticks, questionnaire.ticks_per_point));
}

Confidence confidence_of(const Questionnaire& questionnaire, const Result& result) {
  if (!result.overall) return Confidence::kInsufficient;
  if (result.answered == result.asked) return Confidence::kHigh;
  // A question that is not asked leaves no gap.
  const int not_asked = static_cast<int>(questionnaire.questions.size()) - result.asked;
  return result.answered + not_asked >= questionnaire.medium_from ? Confidence::kMedium : Confidence::kLow;
}

/// What one section's values add up to.
struct SectionTotal {
  Ticks sum = 0;
  int known = 0, asked = 0;  ///< questions
  int known_shares = 0;
};

SectionTotal total_of(const Questionnaire& questionnaire, const Section& section, const std::vector<Value>& values) {
  assert(!section.questions.empty() && values.size() == questionnaire.questions.size());
  SectionTotal total;
  for (const int index : section.questions) {
    const Value value = values[static_cast<std::size_t>(index)];
    if (value == kNotAsked) continue;
    const Question& question = questionnaire.questions[static_cast<std::size_t>(index)];
    ++total.asked;
    if (!known(value)) continue;
    total.sum += value.number * question.unit * question.share;
    ++total.known;
    total.known_shares += question.share;
  }
  return total;
}

/// By question: an open answer may still decide whether it is asked. Empty when there is none.
std::vector<bool> undecided(const Questionnaire& questionnaire, const std::vector<Value>& values) {
  assert(values.size() == questionnaire.questions.size());
  std::vector<bool> out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (const int on : questionnaire.questions[i].opened_by) {
      const Value value = values[static_cast<std::size_t>(on)];
      const bool open = value == kUnknownValue || value == kSkippedValue;
      if (!open && (out.empty() || !out[static_cast<std::size_t>(on)])) continue;
      out.resize(values.size());
      out[i] = true;
    }
  }
  return out;
}

/// Fills the range: no way of answering what is open leads out of it. What is undecided counts as asked, at its lowest
/// and at its highest; a mean over fewer questions lies between those two.
void find_range(const Questionnaire& questionnaire, Result& result) {
  if (result.overall && result.answered == result.asked) {
    result.range_low = result.range_high = whole_points(questionnaire, *result.overall);
    return;
  }
  const Ticks full = 100 * questionnaire.ticks_per_point;
  const std::vector<bool> open = undecided(questionnaire, result.values);
  Ticks low = 0, high = 0;
  int shares = 0;
  for (const Section& section : questionnaire.sections) {
    Ticks sum = 0;
    int all = 0, unsure = 0;  // shares
    for (const int index : section.questions) {
      const auto i = static_cast<std::size_t>(index);
      const Question& question = questionnaire.questions[i];
      const Value value = result.values[i];
      const bool is_open = !open.empty() && open[i];
      if (value == kNotAsked && !is_open) continue;
      all += question.share;
      if (is_open || !known(value)) {
        unsure += question.share;
      } else {
        sum += value.number * question.unit * question.share;
      }
    }
    if (all == 0) continue;
    shares += section.share;
    low += section.share * divide_rounded(sum, all);
    high += section.share * divide_rounded(sum + unsure * full, all);
  }
  result.range_low = shares > 0 ? whole_points(questionnaire, divide_rounded(low, shares)) : 0;
  result.range_high = shares > 0 ? whole_points(questionnaire, divide_rounded(high, shares)) : 100;
}

}  // namespace

void find_values(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  assert(answers.questions.size() == questionnaire.questions.size());
  assert(answers.parameters.size() == questionnaire.parameters.size());
  result.values.assign(answers.questions.size(), kSkippedValue);
  const Facts facts{questionnaire, answers, result.values, result};
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    const Question& question = questionnaire.questions[i];
    const bool is_asked = question.when.nodes.empty() || rule_holds(question.when, facts);
    result.values[i] = is_asked ? question.value_of(answers.questions[i]) : kNotAsked;
  }
}

SectionSums score_sections(const Questionnaire& questionnaire, Result& result) {
  assert(result.values.size() == questionnaire.questions.size());
  assert(questionnaire.sections.size() <= kMostSections);
  SectionSums sums;
  Ticks total = 0;
  int asked_shares = 0;
  result.asked = result.answered = 0;
  result.sections.clear();
  for (std::size_t k = 0; k < questionnaire.sections.size(); ++k) {
    const Section& section = questionnaire.sections[k];
    const SectionTotal found = total_of(questionnaire, section, result.values);
    result.asked += found.asked;
    result.answered += found.known;
    std::optional<Ticks>& score = result.sections.emplace_back();
    if (found.asked == 0) continue;
    asked_shares += section.share;
    if (found.known < std::min(section.min_answered, found.asked)) continue;
    score = divide_rounded(found.sum, found.known_shares);
    total += section.share * *score;
    sums.sum[k] = found.sum;
    sums.known[k] = found.known_shares;
    sums.shares += section.share;
  }
  result.overall.reset();
  if (asked_shares > 0 && sums.shares == asked_shares) result.overall = divide_rounded(total, asked_shares);
  result.confidence = confidence_of(questionnaire, result);
  return sums;
}

int stage_of(const Questionnaire& questionnaire, Ticks overall) {
  assert(!questionnaire.stages.empty() && overall >= 0);
  int stage = 0;
  for (const Stage& candidate : questionnaire.stages) {
    if (candidate.from * questionnaire.ticks_per_point > overall) break;
    ++stage;
  }
  return stage;
}

void score(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  assert(answers.claims.size() == questionnaire.claims.questions.size());
  assert(answers.profile.size() == questionnaire.profile.items.size());
  assert(answers.ticks.size() == questionnaire.ticks.size());
  assert(answers.context < static_cast<int>(questionnaire.context.choices.size()));
  find_values(questionnaire, answers, result);
  const SectionSums sums = score_sections(questionnaire, result);
  find_range(questionnaire, result);
  score_modules(questionnaire, answers, result);
  score_stage(questionnaire, answers, sums, result);
  diagnose(questionnaire, answers, result);
}

Result score(const Questionnaire& questionnaire, const Answers& answers) {
  Result result;
  score(questionnaire, answers, result);
  return result;
}

int display_points(const Questionnaire& questionnaire, Ticks ticks) {
  assert(ticks >= 0 && ticks <= 100 * questionnaire.ticks_per_point);
  const int points = whole_points(questionnaire, ticks);
  const auto next = static_cast<std::size_t>(stage_of(questionnaire, ticks));
  if (next >= questionnaire.stages.size()) return points;
  return std::min(points, questionnaire.stages[next].from - 1);
}

}  // namespace kk
