#include "core/derive.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>

#include "core/compact_writer.h"

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

/// Every mean the rules form is a whole number of 1/value of the full 100 points.
std::int64_t smallest_parts(const Questionnaire& questionnaire) {
  CommonMultiple sections, all;
  for (const Section& section : questionnaire.sections) {
    CommonMultiple tops;
    for (const int index : section.questions)
      tops.add({questionnaire.questions[static_cast<std::size_t>(index)].top()});
    const int count = static_cast<int>(section.questions.size());
    for (int known = section.min_answered; known <= count; ++known) sections.add({tops.value(), known});
  }
  const Claims& claims = questionnaire.claims;
  all.add({sections.value(), static_cast<std::int64_t>(questionnaire.sections.size())});
  CommonMultiple claim_tops;
  for (const Claim& claim : claims.questions) claim_tops.add({claim.top()});
  const int claim_count = static_cast<int>(claims.questions.size());
  for (int usable = claims.min_answered; usable <= claim_count; ++usable) {
    all.add({sections.value(), usable});
    all.add({claim_tops.value(), usable});
  }
  const Balance& balance = questionnaire.balance;
  if (!balance.awareness.empty()) all.add({sections.value(), static_cast<std::int64_t>(balance.awareness.size())});
  if (!balance.resources.empty()) all.add({sections.value(), static_cast<std::int64_t>(balance.resources.size())});
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

/// Marks the questions whose levels a rule looks at, directly or through a score.
std::vector<std::uint8_t> questions_of(const Logic& logic, const Questionnaire& questionnaire) {
  std::vector<std::uint8_t> marks(questionnaire.questions.size());
  const auto mark_all = [&](const std::vector<int>& questions) {
    for (const int index : questions) marks[static_cast<std::size_t>(index)] = 1;
  };
  for (const Logic::Node& node : logic.nodes) {
    if (node.op == LogicOp::kQuestion) marks[static_cast<std::size_t>(node.number)] = 1;
    if (node.op == LogicOp::kSection) mark_all(questionnaire.sections[static_cast<std::size_t>(node.number)].questions);
    if (node.op == LogicOp::kOverall) std::fill(marks.begin(), marks.end(), 1);
    for (std::int32_t i = 0; takes_questions(node.op) && i < node.count; ++i) {
      marks[static_cast<std::size_t>(logic.args[static_cast<std::size_t>(node.first + i)])] = 1;
    }
  }
  return marks;
}

/// A stage the value of a node is never under: the smallest of the numbers an `if` can end in, 1 when in doubt.
int lowest_outcome(const Logic& logic, std::size_t index) {
  const Logic::Node& node = logic.nodes[index];
  if (node.op == LogicOp::kNumber) return node.number > 1 ? static_cast<int>(std::min(node.number, 100.0)) : 1;
  if (node.op != LogicOp::kIf || node.count % 2 == 0) return 1;
  int lowest = 100;
  for (std::int32_t i = 0; i < node.count; ++i) {
    const bool is_outcome = i % 2 == 1 || i == node.count - 1;
    const auto arg = static_cast<std::size_t>(logic.args[static_cast<std::size_t>(node.first + i)]);
    if (is_outcome) lowest = std::min(lowest, lowest_outcome(logic, arg));
  }
  return lowest;
}

}  // namespace

void derive(Questionnaire& questionnaire) {
  questionnaire.ticks_per_point = ticks_per_point(questionnaire);
  for (Question& question : questionnaire.questions) {
    question.unit = 100 * questionnaire.ticks_per_point / question.top();
  }
  for (Gate& gate : questionnaire.gates) {
    gate.depends = questions_of(gate.cap, questionnaire);
    gate.lowest = gate.cap.nodes.empty() ? 1 : lowest_outcome(gate.cap, gate.cap.nodes.size() - 1);
  }
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
