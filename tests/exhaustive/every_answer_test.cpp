// Every possible set of answers against the reference scorer.
#include <cmath>
#include <thread>

#include "exchange/answers_json.h"
#include "model/result.h"
#include "score/score.h"
#include "support/reference_scorer.h"
#include "support/support.h"

namespace kk::test {
namespace {

constexpr int kStates = 10'077'696;  // six to the ninth: five levels and weet ik niet

const char* const kCauses[] = {"fear", "arrogance", "ignorance", "inability"};

bool same(const Questionnaire& questionnaire, const std::optional<Ticks>& ticks,
          const std::optional<reference::Fraction>& fraction) {
  if (!ticks || !fraction) return ticks.has_value() == fraction.has_value();
  return *ticks * fraction->under == fraction->over * questionnaire.ticks_per_point;
}

unsigned bits_of(const std::vector<int>& indexes) {
  unsigned bits = 0;
  for (const int index : indexes) bits |= 1u << index;
  return bits;
}

bool same_step(const Step& step, const reference::Advice& advice) {
  if (step.question + 1 != advice.question || step.find_out != advice.find_out || step.gate != advice.gate)
    return false;
  if (!step.find_out && step.from != advice.from) return false;
  if (std::fabs(static_cast<double>(step.priority) / 200 - advice.priority) > 1e-9) return false;
  if (step.blocked_by.size() != advice.blocked_by.size()) return false;
  for (std::size_t i = 0; i < step.blocked_by.size(); ++i) {
    if (step.blocked_by[i] + 1 != advice.blocked_by[i]) return false;
  }
  return true;
}

ClaimLabel claim_label(const reference::Fraction& gap) {
  if (gap.at_least(30)) return ClaimLabel::kWordsStrong;
  if (gap.at_least(15)) return ClaimLabel::kWordsLead;
  return gap.at_most(-15) ? ClaimLabel::kDeedsLead : ClaimLabel::kBalanced;
}

BalanceLabel balance_label(const reference::Fraction& awareness, const reference::Fraction& resources) {
  if (awareness.below(40) && resources.below(40)) return BalanceLabel::kNeither;
  const reference::Fraction difference = awareness - resources;
  if (difference.at_least(15)) return BalanceLabel::kAwareness;
  return difference.at_most(-15) ? BalanceLabel::kResources : BalanceLabel::kBoth;
}

/// The first thing that differs, or null.
const char* difference(const Questionnaire& questionnaire, const Result& ours, const reference::Outcome& theirs) {
  if (ours.answered != theirs.known) return "answered";
  for (std::size_t i = 0; i < 3; ++i) {
    if (!same(questionnaire, ours.sections[i], theirs.section[i])) return "sections";
  }
  if (!same(questionnaire, ours.overall, theirs.overall)) return "overall";
  if (ours.range_low != theirs.low || ours.range_high != theirs.high) return "range";
  if (ours.stage.has_value() != theirs.overall.has_value()) return "stage";
  const Confidence confidence = !theirs.overall     ? Confidence::kInsufficient
                                : theirs.known == 9 ? Confidence::kHigh
                                : theirs.known >= 7 ? Confidence::kMedium
                                                    : Confidence::kLow;
  if (ours.confidence != confidence) return "confidence";
  if (ours.stage) {
    unsigned binding = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      if (ours.stage->caps[i] != theirs.caps[i]) return "caps";
      if (theirs.caps[i] < theirs.score_stage) binding |= 1u << i;
    }
    if (ours.stage->score != theirs.score_stage || ours.stage->final != theirs.final_stage) return "stage numbers";
    if (bits_of(ours.stage->binding) != binding) return "binding";
    std::optional<reference::Fraction> to_next;
    if (theirs.score_stage < 5) to_next = reference::Fraction{20 * theirs.score_stage, 1} - *theirs.overall;
    if (!same(questionnaire, ours.stage->to_next, to_next)) return "to_next";
    if (bits_of(ours.sensitivity->up) != theirs.up || bits_of(ours.sensitivity->down) != theirs.down)
      return "sensitivity";
    if (!same(questionnaire, ours.balance->awareness, theirs.awareness)) return "awareness";
    if (!same(questionnaire, ours.balance->resources, theirs.resources)) return "resources";
    if (ours.balance->label != balance_label(*theirs.awareness, *theirs.resources)) return "balance label";
  } else if (ours.sensitivity || ours.balance) {
    return "parts without an overall score";
  }
  if (ours.claims.has_value() != theirs.gap.has_value()) return "claims";
  if (ours.claims) {
    if (!same(questionnaire, ours.claims->score, theirs.word) || !same(questionnaire, ours.claims->gap, theirs.gap))
      return "gap";
    if (ours.claims->label != claim_label(*theirs.gap)) return "claims label";
  }
  for (std::size_t i = 0; i < ours.profile.size(); ++i) {
    if (questionnaire.profile.causes[i].id != kCauses[i]) return "order of causes";
    if (!same(questionnaire, ours.profile[i].score, theirs.causes[i])) return "profile";
    if (!theirs.causes[i]) continue;
    const reference::Fraction& cause = *theirs.causes[i];
    if (ours.profile[i].label != cause.at_least(38) + cause.at_least(63) + cause.at_least(88)) return "profile label";
  }
  if (ours.profile_top && *ours.profile_top != theirs.top_causes) return "profile top";
  if (bits_of(ours.patterns) != theirs.patterns) return "patterns";
  if (bits_of(ours.strengths) != theirs.strengths) return "strengths";
  if (ours.steps.size() != theirs.advice.size()) return "number of steps";
  for (std::size_t i = 0; i < ours.steps.size(); ++i) {
    if (!same_step(ours.steps[i], theirs.advice[i])) return "steps";
  }
  return nullptr;
}

std::string shown(const Answers& answers) {
  std::string text;
  write_answers(klantgedreven(), answers, text);
  return text;
}

/// States first, first + 2, … below kStates. Returns what differed, empty when nothing did.
std::string check_states(int first, const Questionnaire& questionnaire, int& checked) {
  Answers answers = blank_answers(questionnaire);
  Result result;
  reference::Said said;
  for (int state = first; state < kStates; state += 2, ++checked) {
    int rest = state;
    for (std::size_t i = 0; i < 9; ++i, rest /= 6) {
      said.q[i] = rest % 6 - 1;
      answers.questions[i] = static_cast<Level>(said.q[i]);
    }
    score(questionnaire, answers, result);
    if (const char* what = difference(questionnaire, result, reference::score(said)))
      return what + (": " + shown(answers));
  }
  return {};
}

TEST(EveryAnswer, ScoresAsTheReferenceDoes) {
  const Questionnaire& questionnaire = klantgedreven();
  int checked[2] = {};
  std::string found[2];
  std::thread other([&] { found[1] = check_states(1, questionnaire, checked[1]); });
  found[0] = check_states(0, questionnaire, checked[0]);
  other.join();
  EXPECT_EQ(found[0], "");
  EXPECT_EQ(found[1], "");
  EXPECT_EQ(checked[0] + checked[1], kStates);
  RecordProperty("states", checked[0] + checked[1]);
}

reference::Said said_of(const Questionnaire& questionnaire, const Answers& answers) {
  reference::Said said;
  for (std::size_t i = 0; i < 9; ++i) said.q[i] = answers.questions[i];
  for (std::size_t i = 0; i < 3; ++i) said.w[i] = answers.claims[i];
  for (std::size_t i = 0; i < answers.profile.size(); ++i) {
    // "fear2" is the second item of the first cause.
    const std::string& id = questionnaire.profile.items[i].id;
    const std::string cause = id.substr(0, id.size() - 1);
    const auto place = std::find(std::begin(kCauses), std::end(kCauses), cause) - std::begin(kCauses);
    said.mirror[static_cast<std::size_t>(place)][static_cast<std::size_t>(id.back() - '1')] = answers.profile[i];
    said.has_mirror = said.has_mirror || known(answers.profile[i]);
  }
  said.excuses = answers.ticks[0];
  return said;
}

TEST(EveryAnswer, ModulesAndSkippedQuestionsScoreAsTheReferenceDoes) {
  const Questionnaire& questionnaire = klantgedreven();
  Random random(7);
  Result result;
  for (int i = 0; i < 1'000'000; ++i) {
    const Answers answers = random_answers(questionnaire, random);
    score(questionnaire, answers, result);
    const char* const what = difference(questionnaire, result, reference::score(said_of(questionnaire, answers)));
    ASSERT_EQ(what, nullptr) << what << ": " << shown(answers);
    ASSERT_EQ(result.context_note, answers.context >= 0);
  }
}

TEST(EveryAnswer, FinalStageWithAgreesWithSensitivity) {
  const Questionnaire& questionnaire = klantgedreven();
  Random random(11);
  for (int i = 0; i < 2'000; ++i) {
    const Answers answers = random_answers(questionnaire, random);
    const Result result = score(questionnaire, answers);
    if (!result.stage) continue;
    for (int q = 0; q < 9; ++q) {
      const Level level = answers.questions[static_cast<std::size_t>(q)];
      if (!known(level) || level == 4) continue;
      const bool rises =
          final_stage_with(questionnaire, answers, q, static_cast<Level>(level + 1)) > result.stage->final;
      const auto& up = result.sensitivity->up;
      ASSERT_EQ(rises, std::find(up.begin(), up.end(), q) != up.end()) << shown(answers);
    }
  }
}

TEST(DisplayPoints, NeverShowsANumberOfTheNextStage) {
  const Questionnaire& questionnaire = klantgedreven();
  const Ticks t = questionnaire.ticks_per_point;
  EXPECT_EQ(display_points(questionnaire, 0), 0);
  EXPECT_EQ(display_points(questionnaire, 100 * t), 100);
  EXPECT_EQ(display_points(questionnaire, 22 * t + t / 2), 23);
  EXPECT_EQ(display_points(questionnaire, 60 * t - t / 4), 59);  // 59.75
  EXPECT_EQ(display_points(questionnaire, 60 * t), 60);
}

}  // namespace
}  // namespace kk::test
