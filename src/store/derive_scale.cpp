#include "store/derive_scale.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>

#include "base/hash.h"
#include "store/compact_writer.h"

namespace kk {
namespace {

/// The least number that holds every divisor asked for, or 0 when it passes the limit.
class CommonMultiple {
 public:
  void add(std::initializer_list<std::int64_t> factors) {
    std::int64_t product = 1;
    for (const std::int64_t factor : factors) {
      if (value_ == 0 || factor <= 0 || product > kLimit / factor) {
        value_ = 0;
        return;
      }
      product *= factor;
    }
    const std::int64_t step = product / std::gcd(value_, product);
    value_ = value_ > kLimit / step ? 0 : value_ * step;
  }

  void give_up() { value_ = 0; }
  std::int64_t value() const { return value_; }

 private:
  static constexpr std::int64_t kLimit = kMostTicksPerPoint * 100;
  std::int64_t value_ = 1;
};

int most_items_of_a_cause(const Profile& profile) {
  std::vector<int> counts(profile.causes.size());
  for (const ProfileItem& item : profile.items) ++counts[static_cast<std::size_t>(item.cause)];
  return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

/// Each sum that at least `least` of the shares can make, times `factor`.
void add_sums(CommonMultiple& multiple, std::int64_t factor, const std::vector<int>& shares, int least) {
  constexpr int kMostSum = 63, kMostTotal = 10'000;
  const int total = std::accumulate(shares.begin(), shares.end(), 0), count = static_cast<int>(shares.size());
  if (total == count || least == count) {
    if (total > kMostTotal) multiple.give_up();
    for (int sum = total - count + least; sum <= total; ++sum) multiple.add({factor, sum});
    return;
  }
  // Larger sums are not told apart: among so many the common multiple passes every limit.
  if (total > kMostSum) return multiple.give_up();
  // By number of shares taken: a bit for each sum.
  std::vector<std::uint64_t> sums(shares.size() + 1);
  sums[0] = 1;
  for (const int share : shares) {
    for (std::size_t taken = shares.size(); taken > 0; --taken) sums[taken] |= sums[taken - 1] << share;
  }
  for (auto taken = static_cast<std::size_t>(std::max(least, 1)); taken < sums.size(); ++taken) {
    for (int sum = 1; sum <= kMostSum; ++sum) {
      if (sums[taken] >> sum & 1) multiple.add({factor, sum});
    }
  }
}

template <class T>
std::vector<int> shares_of(const std::vector<T>& things) {
  std::vector<int> shares;
  for (const T& thing : things) shares.push_back(thing.share);
  return shares;
}

/// Every mean the rules form is a whole number of 1/value of the full 100 points.
std::int64_t smallest_parts(const Questionnaire& questionnaire) {
  CommonMultiple sections, all;
  bool has_optional_section = false;
  for (const Section& section : questionnaire.sections) {
    CommonMultiple tops;
    std::vector<int> shares;
    int optional = 0;
    for (const int index : section.questions) {
      const Question& question = questionnaire.questions[static_cast<std::size_t>(index)];
      tops.add({question.top()});
      shares.push_back(question.share);
      optional += !question.when.nodes.empty();
    }
    add_sums(sections, tops.value(), shares, optional > 0 ? 1 : section.min_answered);
    has_optional_section = has_optional_section || optional == static_cast<int>(section.questions.size());
  }
  const Claims& claims = questionnaire.claims;
  const std::vector<int> section_shares = shares_of(questionnaire.sections);
  add_sums(all, sections.value(), section_shares, has_optional_section ? 1 : static_cast<int>(section_shares.size()));
  CommonMultiple claim_tops;
  for (const Claim& claim : claims.questions) claim_tops.add({claim.top()});
  const int claim_count = static_cast<int>(claims.questions.size());
  for (int usable = claims.min_answered; usable <= claim_count; ++usable) {
    all.add({sections.value(), usable});
    all.add({claim_tops.value(), usable});
  }
  for (const std::vector<int>* side : {&questionnaire.balance.awareness, &questionnaire.balance.resources}) {
    const auto count = static_cast<std::int64_t>(side->size());
    for (std::int64_t usable = has_optional_section ? 1 : count; usable <= count && usable > 0; ++usable) {
      all.add({sections.value(), usable});
    }
  }
  const Profile& profile = questionnaire.profile;
  for (int known = profile.min_answered; known <= most_items_of_a_cause(profile); ++known) {
    all.add({profile.top(), known});
  }
  return all.value();
}

Ticks ticks_per_point(const Questionnaire& questionnaire) {
  const std::int64_t parts = smallest_parts(questionnaire);
  if (parts == 0) return kRoundedTicksPerPoint;
  const Ticks ticks = parts / std::gcd(parts, std::int64_t{100});
  return ticks > kMostTicksPerPoint ? kRoundedTicksPerPoint : ticks;
}

}  // namespace

void derive_scale(Questionnaire& questionnaire) {
  questionnaire.ticks_per_point = ticks_per_point(questionnaire);
  std::string scored;
  CompactWriter writer(scored, CompactWriter::Fields::kScored);
  questionnaire_fields(writer, static_cast<const Questionnaire&>(questionnaire));
  questionnaire.hash = fnv1a(scored);
  std::string all;
  CompactWriter text_writer(all, CompactWriter::Fields::kAll);
  questionnaire_fields(text_writer, static_cast<const Questionnaire&>(questionnaire));
  questionnaire.text_hash = fnv1a(all);
}

}  // namespace kk
