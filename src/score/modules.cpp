// The modules beside the score: words and deeds, the balance of causes, the profile, the context.
#include <algorithm>
#include <cassert>

#include "base/rounding.h"
#include "score/parts.h"

namespace kk {
namespace {

Ticks mean(Ticks sum, std::size_t count) { return divide_rounded(sum, static_cast<std::int64_t>(count)); }

ClaimLabel label_of(const Claims& claims, Ticks gap, Ticks per_point) {
  assert(claims.lead <= claims.strong && per_point > 0);
  if (gap >= claims.strong * per_point) return ClaimLabel::kWordsStrong;
  if (gap >= claims.lead * per_point) return ClaimLabel::kWordsLead;
  if (gap <= -claims.lead * per_point) return ClaimLabel::kDeedsLead;
  return ClaimLabel::kBalanced;
}

void score_claims(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  assert(answers.claims.size() == questionnaire.claims.questions.size());
  assert(result.sections.size() == questionnaire.sections.size());
  const Claims& claims = questionnaire.claims;
  const Ticks full = 100 * questionnaire.ticks_per_point;
  ClaimsResult found = result.claims ? std::move(*result.claims) : ClaimsResult();
  found.sections.assign(questionnaire.sections.size(), std::nullopt);
  Ticks words = 0, deeds = 0;
  std::size_t usable = 0;
  for (std::size_t i = 0; i < claims.questions.size(); ++i) {
    const Claim& claim = claims.questions[i];
    assert(claim.section >= 0 && answers.claims[i] <= claim.top());
    const auto section = static_cast<std::size_t>(claim.section);
    if (!known(answers.claims[i]) || !result.sections[section]) continue;
    const Ticks word = answers.claims[i] * full / claim.top();
    found.sections[section] = word - *result.sections[section];
    words += word;
    deeds += *result.sections[section];
    ++usable;
  }
  result.claims.reset();
  if (usable == 0 || usable < static_cast<std::size_t>(claims.min_answered)) return;
  found.score = mean(words, usable);
  found.gap = found.score - mean(deeds, usable);
  found.label = label_of(claims, found.gap, questionnaire.ticks_per_point);
  result.claims = std::move(found);
}

/// Of the sections that have a score: of the lowest, or of their mean; empty when none has.
std::optional<Ticks> shortage(const std::vector<int>& sections, const Questionnaire& questionnaire,
                              const Result& result) {
  Ticks sum = 0, lowest = 100 * questionnaire.ticks_per_point;
  std::size_t usable = 0;
  for (const int index : sections) {
    const std::optional<Ticks>& score = result.sections[static_cast<std::size_t>(index)];
    if (!score) continue;
    sum += *score;
    lowest = std::min(lowest, *score);
    ++usable;
  }
  if (usable == 0) return std::nullopt;
  return 100 * questionnaire.ticks_per_point - (questionnaire.balance.by_lowest ? lowest : mean(sum, usable));
}

void score_balance(const Questionnaire& questionnaire, Result& result) {
  const Balance& balance = questionnaire.balance;
  const Ticks per_point = questionnaire.ticks_per_point;
  result.balance.reset();
  if (!result.overall || balance.awareness.empty()) return;
  const std::optional<Ticks> awareness = shortage(balance.awareness, questionnaire, result);
  const std::optional<Ticks> resources = shortage(balance.resources, questionnaire, result);
  if (!awareness || !resources) return;
  BalanceResult found;
  found.awareness = *awareness;
  found.resources = *resources;
  const Ticks neither_below = balance.neither_below * per_point, difference = balance.difference * per_point;
  if (found.awareness < neither_below && found.resources < neither_below)
    found.label = BalanceLabel::kNeither;
  else if (found.awareness - found.resources >= difference)
    found.label = BalanceLabel::kAwareness;
  else if (found.awareness - found.resources <= -difference)
    found.label = BalanceLabel::kResources;
  else
    found.label = BalanceLabel::kBoth;
  result.balance = found;
}

/// Statements that point the same way, as clicked.
struct Clicks {
  int sum = 0, count = 0;

  void add(Level level) {
    assert(known(level));
    sum += level;
    ++count;
  }
  /// On average in the upper, or the lower, quarter of the scale: "often" or more of five levels.
  bool are_high(int top) const { return count > 0 && 4 * sum >= 3 * count * top; }
  bool are_low(int top) const { return count > 0 && 4 * sum <= count * top; }
};

CauseResult score_cause(const Questionnaire& questionnaire, const Answers& answers, int cause) {
  assert(cause >= 0 && static_cast<std::size_t>(cause) < questionnaire.profile.causes.size());
  const Profile& profile = questionnaire.profile;
  const Ticks full = 100 * questionnaire.ticks_per_point;
  Ticks sum = 0;
  CauseResult found;
  Clicks direct, reversed;
  for (std::size_t i = 0; i < profile.items.size(); ++i) {
    const ProfileItem& item = profile.items[i];
    const Level level = answers.profile[i];
    assert(level <= profile.top());
    if (item.cause != cause || !known(level)) continue;
    sum += (item.reversed ? profile.top() - level : level) * full / profile.top();
    ++found.known;
    (item.reversed ? reversed : direct).add(level);
  }
  if (found.known < profile.min_answered) return found;
  found.score = mean(sum, static_cast<std::size_t>(found.known));
  found.contradicts = (direct.are_high(profile.top()) && reversed.are_high(profile.top())) ||
                      (direct.are_low(profile.top()) && reversed.are_low(profile.top()));
  for (const int from : profile.bands) found.label += *found.score >= from * questionnaire.ticks_per_point;
  return found;
}

void score_profile(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  assert(answers.profile.size() == questionnaire.profile.items.size());
  result.profile.clear();
  result.profile_top.reset();
  if (std::none_of(answers.profile.begin(), answers.profile.end(), [](Level level) { return known(level); })) return;
  std::optional<Ticks> highest;
  for (std::size_t i = 0; i < questionnaire.profile.causes.size(); ++i) {
    result.profile.push_back(score_cause(questionnaire, answers, static_cast<int>(i)));
    highest = std::max(highest, result.profile.back().score);
  }
  std::vector<int>& top = result.profile_top.emplace();
  const Ticks from = questionnaire.profile.top_from * questionnaire.ticks_per_point;
  const Ticks margin = questionnaire.profile.top_margin * questionnaire.ticks_per_point;
  for (std::size_t i = 0; i < result.profile.size(); ++i) {
    const std::optional<Ticks>& score = result.profile[i].score;
    if (!score || *score < from) continue;
    if (*score == *highest || *highest - *score < margin) top.push_back(static_cast<int>(i));
  }
}

}  // namespace

void score_modules(const Questionnaire& questionnaire, const Answers& answers, Result& result) {
  score_claims(questionnaire, answers, result);
  score_balance(questionnaire, result);
  score_profile(questionnaire, answers, result);
  result.context_note = answers.context >= 0;
}

}  // namespace kk
