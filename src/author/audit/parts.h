// The parts of an audit, one function each; audit() calls them in the order in which they are declared.
#pragma once

#include <cassert>
#include <cstdint>

#include "author/audit/tally.h"

namespace kk {

/// Numbers that are the same everywhere.
class AuditRandom {
 public:
  explicit AuditRandom(std::uint64_t seed) : state_(seed) {}
  /// 0 to limit - 1.
  int below(int limit) {
    assert(limit > 0);
    return static_cast<int>(next() % static_cast<std::uint32_t>(limit));
  }
  /// 0 to 1.
  double share() { return next() / 2147483647.0; }

 private:
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33);
  }
  std::uint64_t state_;
};

/// Draws values around a share of the scale: 0 for all lowest, 1 for all highest. How far they spread, and whether
/// sections lean apart, differs from set to set, so that even and uneven readers both come up.
void draw_answers(double share, AuditRandom& random, AuditSet& set);

/// Some of the drawn answers become unknown or skipped.
void open_answers(AuditRandom& random, AuditSet& set);

/// Claims, profile, ticks and context, all of them answered; and parameters.
void draw_modules(AuditRandom& random, AuditSet& set);

/// Every set of core answers; counts them all.
void audit_every_set(const Questionnaire& questionnaire, Audit& audit);

/// Uniform sets, single answers off them, and drawn sets over the whole range of shares, with one raise each.
void audit_sample(const Questionnaire& questionnaire, Audit& audit);

/// Looks further for gates, patterns, strengths and questions that no counted set touched: with open answers, with
/// modules and with other parameters.
void search_unseen(const Questionnaire& questionnaire, Audit& audit);

/// What an author should know.
void find_findings(Audit& audit);

}  // namespace kk
