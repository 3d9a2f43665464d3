// What the answers mean: contract 5 as a value. Filled by score() (score/score.h), written by write_result()
// (exchange/result_json.h).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/answers.h"
#include "model/questionnaire.h"

namespace kk {

enum class Confidence : std::uint8_t { kHigh, kMedium, kLow, kInsufficient };
enum class ClaimLabel : std::uint8_t { kWordsStrong, kWordsLead, kBalanced, kDeedsLead };
enum class BalanceLabel : std::uint8_t { kNeither, kAwareness, kResources, kBoth };

struct StageResult {
  int score = 0, final = 0;      ///< stage numbers from 1
  std::vector<int> caps;         ///< by gate
  std::vector<int> binding;      ///< gate indexes whose cap is under the score stage, in file order
  std::optional<Ticks> to_next;  ///< to the next score stage; empty in the last
};

struct ClaimsResult {
  Ticks score = 0, gap = 0;
  ClaimLabel label = ClaimLabel::kBalanced;
  std::vector<std::optional<Ticks>> sections;  ///< word minus score, by section
};

struct BalanceResult {
  Ticks awareness = 0, resources = 0;
  BalanceLabel label = BalanceLabel::kNeither;
};

struct Step {
  int question = 0;
  bool find_out = false;        ///< else: improve
  Level from = kUnknown;        ///< level now; kUnknown for find_out
  Level to = kUnknown;          ///< the next level up: from + 1, or from - 1 for a reversed question
  std::int64_t priority = 0;    ///< in 1/200 (hundredths, doubled so that half weights stay whole)
  std::vector<int> blocked_by;  ///< question indexes
  bool gate = false;
};

struct Sensitivity {
  std::vector<int> up, down;  ///< question indexes
  bool robust() const { return up.empty() && down.empty(); }
};

struct CauseResult {
  std::optional<Ticks> score;  ///< empty under Profile::min_answered
  int label = 0;               ///< index into Profile::labels
  int known = 0;               ///< statements that were answered; on screen only, as is:
  bool contradicts = false;    ///< those that count as they stand and those reversed were answered alike
};

struct Result {
  std::vector<Value> values;  ///< by question what its answer counts for
  int asked = 0;              ///< questions whose conditions hold
  int answered = 0;           ///< of these, with a known answer
  Confidence confidence = Confidence::kInsufficient;
  std::vector<std::optional<Ticks>> sections;  ///< empty: too few answers, or nothing was asked
  std::optional<Ticks> overall;
  int range_low = 0, range_high = 100;  ///< points between which overall lies, whatever is answered to what is open
  std::optional<StageResult> stage;
  std::optional<ClaimsResult> claims;
  std::optional<BalanceResult> balance;
  std::vector<int> patterns, strengths;
  std::vector<Step> steps;
  std::optional<Sensitivity> sensitivity;
  std::vector<CauseResult> profile;  ///< empty without a profile
  std::optional<std::vector<int>> profile_top;
  bool context_note = false;
  std::vector<int> notes;    ///< those whose condition holds; on screen only
  std::vector<int> replies;  ///< by tick list, the reply that its ticks get, or -1; on screen only
};

}  // namespace kk
