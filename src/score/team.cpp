#include "score/team.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/sort.h"
#include "score/parts.h"

namespace kk {
namespace {

__extension__ using Wide = __int128;  // products of counts do not fit in 64 bits

constexpr Parts kEpsilon = kPartsOfOne / 1'000'000'000;
constexpr Parts kUnited = kPartsOfOne * 85 / 100, kFair = kPartsOfOne * 70 / 100;
constexpr std::size_t kMostToTalkOf = 3;

/// As divide_rounded.
std::int64_t divided(Wide over, Wide under) {
  assert(under > 0);
  return static_cast<std::int64_t>(over < 0 ? -((-over + under / 2) / under) : (over + under / 2) / under);
}

/// What was answered to one question, by one role or by all.
struct Sums {
  std::int64_t n = 0, sum = 0, squares = 0;

  void add(int value, std::int64_t times) {
    n += times;
    sum += times * value;
    squares += times * value * value;
  }
  Parts mean() const { return divided(Wide{sum} * kPartsOfOne, n); }
  /// n² times the variance of a population.
  Wide spread() const { return Wide{n} * squares - Wide{sum} * sum; }
};

Sums sums_of(const AnswerCounts& counts, std::size_t role) {
  Sums sums;
  for (int value = 0; value < kMostLevels; ++value) sums.add(value, counts[role][static_cast<std::size_t>(value)]);
  return sums;
}

/// Whether each of these groups is empty or large enough.
template <typename SizeOf>
bool none_too_small(int min_group, const SizeOf& size_of) {
  for (std::size_t role = 0; role < kTeamRoles; ++role) {
    const std::int64_t size = size_of(role);
    if (size > 0 && size < min_group) return false;
  }
  return true;
}

/// Leadership's mean minus the front line's.
std::optional<Parts> gap_of(const AnswerCounts& counts, int min_group) {
  std::array<Sums, kTeamRoles> by_role;
  for (std::size_t role = 0; role < kTeamRoles; ++role) by_role[role] = sums_of(counts, role);
  if (!none_too_small(min_group, [&](std::size_t role) { return by_role[role].n; })) return {};
  const Sums &leaders = by_role[role_index(Role::kLeadership)], &front = by_role[role_index(Role::kFrontline)];
  if (leaders.n == 0 || front.n == 0) return {};
  return divided((Wide{leaders.sum} * front.n - Wide{front.sum} * leaders.n) * kPartsOfOne, Wide{leaders.n} * front.n);
}

AgreementLabel label_of(Parts agreement) {
  if (agreement + kEpsilon >= kUnited) return AgreementLabel::kUnited;
  return agreement + kEpsilon >= kFair ? AgreementLabel::kFair : AgreementLabel::kDivided;
}

RoleGapLabel label_of_gap(Parts gap) {
  if (gap + kEpsilon >= kLeastGap) return RoleGapLabel::kLeadersRosier;
  return gap - kEpsilon <= -kLeastGap ? RoleGapLabel::kLeadersStricter : RoleGapLabel::kSimilar;
}

TeamQuestion question_of(const Question& question, const AnswerCounts& counts) {
  TeamQuestion out;
  Sums all;
  for (std::size_t value = 0; value < kMostLevels; ++value) {
    std::int64_t times = 0;
    for (const auto& role : counts) times += role[value];
    if (times == 0) continue;
    const int number = static_cast<int>(value);
    if (all.n == 0) out.lowest = number;
    out.highest = number;
    all.add(number, times);
  }
  out.n = all.n;
  if (all.n < 2) return out;
  out.mean = all.mean();
  const double variance =
      static_cast<double>(all.spread()) / (static_cast<double>(all.n) * static_cast<double>(all.n - 1));
  out.deviation = std::llround(std::sqrt(variance) * static_cast<double>(kPartsOfOne));
  if (all.n < 3) return out;
  // One minus the variance over the largest there can be, (top / 2)².
  const Wide whole = Wide{all.n} * all.n * question.top() * question.top();
  out.agreement = kPartsOfOne - divided(all.spread() * 4 * kPartsOfOne, whole);
  out.label = label_of(*out.agreement);
  return out;
}

/// A score that lies at a hundredth but for what rounding took is that hundredth: gates and stages compare with such.
Ticks snapped(Ticks score) {
  constexpr Ticks kHundredth = kTeamTicksPerPoint / 100, kNear = kTeamTicksPerPoint / 1'000'000'000;
  static_assert(kTeamTicksPerPoint % 100 == 0);
  const Ticks hundredth = divided(score, kHundredth) * kHundredth;
  return std::abs(score - hundredth) <= kNear ? hundredth : score;
}

class TeamScorer {
 public:
  TeamScorer(const Questionnaire& questionnaire, const TeamCounts& counts) : q_(questionnaire), counts_(counts) {
    assert(counts.answers.size() == q_.questions.size() && counts.asked.size() == q_.questions.size());
    assert(counts.min_group >= kLeastGroup && counts.size() <= kMostMembers);
  }

  TeamResult result() {
    out_.n = counts_.size();
    questions();
    sections();
    if (out_.overall) stage();
    talk_first();
    return std::move(out_);
  }

 private:
  void questions() {
    const auto size_of = [&](std::size_t role) { return counts_.members[role]; };
    const bool apart = none_too_small(counts_.min_group, size_of);
    Wide agreement = 0, gap = 0;
    int agreements = 0, gaps = 0;
    for (std::size_t i = 0; i < q_.questions.size(); ++i) {
      TeamQuestion& question = out_.questions.emplace_back(question_of(q_.questions[i], counts_.answers[i]));
      if (apart) question.gap = gap_of(counts_.answers[i], counts_.min_group);
      if (question.agreement) agreement += *question.agreement, ++agreements;
      if (question.gap) gap += *question.gap, ++gaps;
    }
    if (agreements > 0) out_.agreement = divided(agreement, agreements);
    if (gaps == 0) return;
    out_.gap = divided(gap, gaps);
    out_.gap_label = label_of_gap(*out_.gap);
  }

  /// The mean of the questions' means, by their weights, where enough of those that are asked have one.
  void sections() {
    Wide total = 0;
    int asked_shares = 0, shares = 0;
    for (const Section& section : q_.sections) {
      Wide sum = 0;
      int asked = 0, known = 0, known_shares = 0;
      for (const int index : section.questions) {
        const auto i = static_cast<std::size_t>(index);
        if (counts_.asked[i] == 0) continue;
        ++asked;
        if (!out_.questions[i].mean) continue;
        const Question& question = q_.questions[i];
        sum += Wide{divided(Wide{sum_of(i)} * 100 * kTeamTicksPerPoint, Wide{out_.questions[i].n} * question.top())} *
               question.share;
        ++known;
        known_shares += question.share;
      }
      std::optional<Ticks>& score = out_.sections.emplace_back();
      if (asked == 0) continue;
      asked_shares += section.share;
      if (known < std::min(section.min_answered, asked)) continue;
      score = snapped(divided(sum, known_shares));
      total += Wide{*score} * section.share;
      shares += section.share;
    }
    if (asked_shares > 0 && shares == asked_shares) out_.overall = snapped(divided(total, shares));
  }

  std::int64_t sum_of(std::size_t question) const {
    std::int64_t sum = 0;
    for (std::size_t role = 0; role < kTeamRoles; ++role) sum += sums_of(counts_.answers[question], role).sum;
    return sum;
  }

  /// Gates see the team's scores, and of a question the level that its mean has reached.
  void stage() {
    Result reached;
    for (std::size_t i = 0; i < q_.questions.size(); ++i) {
      const TeamQuestion& question = out_.questions[i];
      const Value open = counts_.asked[i] == 0 ? kNotAsked : kSkippedValue;
      reached.values.push_back(question.mean ? Value::of(static_cast<int>(sum_of(i) / question.n)) : open);
    }
    reached.sections = out_.sections;
    reached.overall = out_.overall;
    const Answers none = blank_answers(q_);
    const Facts facts{q_, none, reached.values, reached, kTeamTicksPerPoint};
    // A threshold is a whole number of points, so that what is under a tick of the questionnaire decides nothing.
    const auto overall = static_cast<Ticks>(Wide{*out_.overall} * q_.ticks_per_point / kTeamTicksPerPoint);
    StageResult found;
    find_stage(
        q_, overall, [&](std::size_t gate) { return gate_cap(q_, q_.gates[gate], facts); }, found);
    out_.stage = TeamStage{found.score, found.final, found.caps, found.binding};
  }

  /// Where people differ: by what the roles differ, then by the agreement, then by number.
  void talk_first() {
    for (std::size_t i = 0; i < out_.questions.size(); ++i) {
      const auto label = out_.questions[i].label;
      if (label && *label != AgreementLabel::kUnited) out_.talk_first.push_back(static_cast<int>(i));
    }
    const auto at = [&](int index) -> const TeamQuestion& { return out_.questions[static_cast<std::size_t>(index)]; };
    sort_few(out_.talk_first, [&](int a, int b) {
      const Parts gap_a = std::abs(at(a).gap.value_or(0)), gap_b = std::abs(at(b).gap.value_or(0));
      return gap_a != gap_b ? gap_a > gap_b : *at(a).agreement < *at(b).agreement;
    });
    if (out_.talk_first.size() > kMostToTalkOf) out_.talk_first.resize(kMostToTalkOf);
  }

  const Questionnaire& q_;
  const TeamCounts& counts_;
  TeamResult out_;
};

}  // namespace

TeamCounts no_members(const Questionnaire& questionnaire) {
  TeamCounts counts;
  counts.answers.resize(questionnaire.questions.size());
  counts.asked.resize(questionnaire.questions.size());
  return counts;
}

void TeamCounter::add(Role role, const Answers& answers) {
  assert(counts_.size() < kMostMembers);
  find_values(questionnaire_, answers, scratch_);
  const std::size_t of = role_index(role);
  ++counts_.members[of];
  for (std::size_t i = 0; i < scratch_.values.size(); ++i) {
    const Value value = scratch_.values[i];
    if (value == kNotAsked) continue;
    ++counts_.asked[i];
    if (known(value)) ++counts_.answers[i][of][static_cast<std::size_t>(value.number)];
  }
}

void merge(const TeamCounts& more, TeamCounts& counts) {
  assert(more.answers.size() == counts.answers.size() && more.size() + counts.size() <= kMostMembers);
  counts.min_group = std::max(counts.min_group, more.min_group);
  for (std::size_t role = 0; role < kTeamRoles; ++role) counts.members[role] += more.members[role];
  for (std::size_t i = 0; i < counts.answers.size(); ++i) {
    counts.asked[i] += more.asked[i];
    for (std::size_t role = 0; role < kTeamRoles; ++role) {
      for (std::size_t value = 0; value < kMostLevels; ++value) {
        counts.answers[i][role][value] += more.answers[i][role][value];
      }
    }
  }
}

TeamCounts seen_counts(const std::vector<TeamCounts>& batches) {
  assert(!batches.empty());
  TeamCounts seen = batches[0];
  for (std::size_t batch = 1; batch < batches.size(); ++batch) merge(batches[batch], seen);
  const auto none_too_small_in_any = [&](const auto& size_of) {
    return std::all_of(batches.begin(), batches.end(), [&](const TeamCounts& batch) {
      return none_too_small(seen.min_group, [&](std::size_t role) { return size_of(batch, role); });
    });
  };
  constexpr std::size_t kNone = kTeamRoles - 1;
  const bool apart =
      none_too_small_in_any([](const TeamCounts& batch, std::size_t role) { return batch.members[role]; });
  for (std::size_t i = 0; i < seen.answers.size(); ++i) {
    if (apart && none_too_small_in_any(
                     [&](const TeamCounts& batch, std::size_t role) { return sums_of(batch.answers[i], role).n; })) {
      continue;
    }
    for (std::size_t role = 0; role < kNone; ++role) {
      for (std::size_t value = 0; value < kMostLevels; ++value) {
        seen.answers[i][kNone][value] += std::exchange(seen.answers[i][role][value], 0);
      }
    }
  }
  for (std::size_t role = 0; !apart && role < kNone; ++role) {
    seen.members[kNone] += std::exchange(seen.members[role], 0);
  }
  return seen;
}

TeamResult team_result(const Questionnaire& questionnaire, const TeamCounts& counts) {
  return TeamScorer(questionnaire, counts).result();
}

Answers agreed_answers(const Questionnaire& questionnaire, const TeamCounts& counts, const std::vector<Level>& agreed) {
  assert(agreed.size() == questionnaire.questions.size() && counts.answers.size() == agreed.size());
  Answers answers = blank_answers(questionnaire);
  for (std::size_t i = 0; i < agreed.size(); ++i) {
    answers.questions[i] = agreed[i];
    if (agreed[i] != kSkipped) continue;
    std::array<std::int64_t, kMostLevels> times{};
    std::int64_t n = 0;
    for (const auto& role : counts.answers[i]) {
      for (std::size_t value = 0; value < kMostLevels; ++value) times[value] += role[value], n += role[value];
    }
    int median = -1;
    for (std::int64_t below = 0; n > 0 && 2 * below < n;) below += times[static_cast<std::size_t>(++median)];
    answers.questions[i] = questionnaire.questions[i].level_for(median < 0 ? kUnknownValue : Value::of(median));
  }
  return answers;
}

}  // namespace kk
