// Every sentence is a claim: each template of words.h has its condition of truth in claims.h, and every text that is
// composed of them is held against it, for all complete sets of answers and for a sample with open ones.
#include <iostream>
#include <random>
#include <set>
#include <unordered_map>

#include "view/builder.h"
#include "view/claims_own.h"
#include "view/claims_pages.h"
#include "view/claims_reader.h"
#include "view/labels.h"
#include "view/sentences.h"

namespace kk::claims {
namespace {

constexpr std::size_t kTemplates = sizeof(Words) / sizeof(std::string_view) - 4;  // without the four roles

constexpr bool stand_once() {
  std::string_view Words::*all[kTemplates] = {};
  std::size_t count = 0;
  for (const Claim& claim : kClaims) all[count++] = claim.words;
  for (const Claim& claim : kPageClaims) all[count++] = claim.words;
  for (const auto label : kLabels) all[count++] = label;
  for (const auto words : kOfTwo) all[count++] = words;
  for (const auto words : kOfPlan) all[count++] = words;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (all[i] == all[k]) return false;
    }
  }
  return true;
}
static_assert(std::size(kClaims) + std::size(kPageClaims) + std::size(kLabels) + std::size(kOfTwo) +
                      std::size(kOfPlan) ==
                  kTemplates,
              "a template of words.h has neither a condition in claims.h or claims_pages.h nor a place in labels.h");
static_assert(stand_once());

constexpr int kSets = 1'953'125, kSample = 200'000;

/// One way to read a text: its claims in order. A text of the questionnaire that names a stage claims that stage.
struct Reading {
  std::vector<std::pair<const Claim*, Fills>> claims;
  int stage = 0;
};

class Reader {
 public:
  explicit Reader(int language)
      : language_(language),
        words_(words_for(language == 0 ? "nl" : "en")),
        session_(started(words_.tag)),
        b_(session_, options_, view_) {
    for (std::size_t i = 0; i < b_.q.stages.size(); ++i) stages_.push_back(own_at("stages/" + std::to_string(i)));
    for (const Pattern& pattern : b_.q.patterns) patterns_.push_back(own_at("patterns/" + pattern.id));
    for (const Pattern& strength : b_.q.strengths) strengths_.push_back(own_at("strengths/" + strength.id));
  }

  /// The first text that claims what is not so; empty when all are true.
  std::string check(Facts& facts, const Answers& answers) {
    session_.restore(answers);
    facts.language = language_;
    std::vector<int> steps;
    for (const Step& step : b_.result.steps) steps.push_back(step.question + 1);
    facts.first = steps.empty() ? 0 : steps.front();
    wrong_.clear();
    say(facts, over_line(b_));
    say(facts, completeness(b_));
    if (b_.result.stage) {
      say(facts, stage_sentence(b_));
      say(facts, lift_sentence(b_));
      say(facts, lift_title(b_));
      say(facts, drop_sentence(b_));
      const auto at = static_cast<std::size_t>(b_.result.stage->final - 1);
      if (b_.result.stage->binding.empty()) own(facts, stages_[at]);
      const LiftFold lift = lift_fold_words(b_);
      say(facts, lift.name.empty() ? "" : lift.name + " " + lift.summary);
    } else {
      say(facts, still_needed(b_));
    }
    if (facts.lacking() == 0) say(facts, section_finding(b_));
    if (b_.result.balance) say(facts, pinch_sentence(b_));
    if (b_.result.patterns.empty()) say(facts, no_pattern_lead(b_));
    say(facts, steps_title(b_));
    const std::string order = weak_link_title(b_, weak_link(link_levels(b_)));
    if (order != words_.order_figure) {
      say(facts, order);
      say(facts, chain_words(b_));
    }
    say(facts, waiting(b_));
    for (std::size_t at = 0; at < std::min<std::size_t>(3, steps.size()); ++at) {
      facts.step = steps[at];
      facts.after = at == 0 ? 0 : steps[at - 1];
      facts.rest.assign(steps.begin() + static_cast<std::ptrdiff_t>(at), steps.end());
      say(facts, because(b_, at));
    }
    for (const int pattern : b_.result.patterns) own(facts, patterns_[static_cast<std::size_t>(pattern)]);
    for (const int strength : b_.result.strengths) own(facts, strengths_[static_cast<std::size_t>(strength)]);
    return wrong_;
  }

  long checks = 0;
  std::set<const Claim*> seen;
  std::set<const Own*> seen_own;

 private:
  static Session started(std::string_view language) {
    Session session(sample::klantgedreven());
    session.set_language(language);
    return session;
  }

  void own(const Facts& facts, const Own* text) {
    if (!wrong_.empty()) return;
    ++checks;
    seen_own.insert(text);
    if (!text->holds(facts)) wrong_ = "not true: " + std::string(text->place);
  }

  void say(const Facts& facts, const std::string& text) {
    if (text.empty() || !wrong_.empty()) return;
    const auto [known, is_new] = readings_.try_emplace(text);
    if (is_new) read(text, 0, {}, known->second);
    ++checks;
    for (const Reading& reading : known->second) {
      if (reading.stage != 0 && reading.stage != facts.out.final_stage) continue;
      const bool holds = std::all_of(reading.claims.begin(), reading.claims.end(),
                                     [&](const auto& claim) { return claim.first->holds(facts, claim.second); });
      if (!holds) continue;
      for (const auto& claim : reading.claims) seen.insert(claim.first);
      return;
    }
    wrong_ = known->second.empty() ? "no template: " + text : "not true: " + text;
  }

  /// All ways to read `text` from `at` on.
  void read(const std::string& text, std::size_t at, Reading so_far, std::vector<Reading>& out) {
    if (at >= text.size()) return out.push_back(std::move(so_far));
    for (std::size_t i = 0; i < b_.q.stages.size(); ++i) {
      const std::string_view own = b_.q.stages[i].text[static_cast<std::size_t>(language_)];
      if (text.substr(at) == own) out.push_back({so_far.claims, static_cast<int>(i) + 1});
    }
    for (const std::string_view title : {words_.steps_title}) {
      if (text == title) out.push_back(so_far);  // claims nothing
    }
    for (const Claim& claim : kClaims) {
      Fills fills;
      const std::size_t end = match(words_.*claim.words, text, at, fills);
      if (end == text.npos || (end < text.size() && text[end] != ' ')) continue;
      Reading next = so_far;
      next.claims.emplace_back(&claim, std::move(fills));
      read(text, end + 1, std::move(next), out);
    }
  }

  int language_;
  const Words& words_;
  Session session_;
  ViewOptions options_;
  View view_;
  Builder b_;
  std::vector<const Own*> stages_, patterns_, strengths_;
  std::unordered_map<std::string, std::vector<Reading>> readings_;
  std::string wrong_;
};

Answers answers_of(const reference::Said& said) {
  Answers out = blank_answers(sample::klantgedreven());
  for (std::size_t i = 0; i < 9; ++i) {
    out.questions[i] = said.q[i] == reference::kDontKnow ? kUnknown
                       : said.q[i] == reference::kSkip   ? kSkipped
                                                         : static_cast<Level>(said.q[i]);
  }
  return out;
}

TEST(Claims, HaveAConditionForEveryTextOfTheQuestionnaire) {
  std::set<std::string> places;
  for (const Sentence& sentence : said_to_some(sample::klantgedreven())) {
    places.insert(sentence.place);
    EXPECT_TRUE(own_at(sentence.place)) << sentence.place
                                        << " has no condition in claims_own.h: " << sentence.text->front();
  }
  for (const Own& own : kOwn) EXPECT_TRUE(places.count(std::string(own.place))) << own.place << " is no text";
  // What is filled in may be false, so it needs a condition as well.
  for (const auto label : kLabels) {
    const bool piece = std::find(std::begin(kPieces), std::end(kPieces), label) != std::end(kPieces);
    EXPECT_EQ((words_for("nl").*label).find('{') != std::string_view::npos, piece) << words_for("nl").*label;
  }
}

TEST(Claims, AreTrueForEveryCompleteSetAndForASampleWithOpenAnswers) {
  Reader dutch(0), english(1);
  int sets = 0, capped = 0;
  const auto check = [&](const reference::Said& said, bool both) {
    const Answers answers = answers_of(said);
    Facts facts(said);
    capped += facts.open.empty() && facts.out.final_stage < facts.out.score_stage;
    ASSERT_EQ(dutch.check(facts, answers), "") << sample::pattern_of(answers);
    // The same code with other words: a part of the sets shows that they fit.
    if (both) {
      ASSERT_EQ(english.check(facts, answers), "") << sample::pattern_of(answers);
    }
    ++sets;
  };
  for (int index = 0; index < kSets; ++index) {
    reference::Said said;
    for (int i = 0, rest = index; i < 9; ++i, rest /= 5) said.q[static_cast<std::size_t>(i)] = rest % 5;
    check(said, index % 29 == 0);
    if (HasFatalFailure()) return;
  }
  EXPECT_NEAR(100.0 * capped / kSets, 18.0, 0.05);  // the specification counts them as well
  std::mt19937 random(20260);
  for (int i = 0; i < kSample; ++i) {
    reference::Said said;
    const unsigned open_in_ten = random() % 10;
    for (int& answer : said.q) {
      const bool is_open = random() % 10 < open_in_ten;
      answer = !is_open ? static_cast<int>(random() % 5) : random() % 2 ? reference::kDontKnow : reference::kSkip;
    }
    check(said, i % 10 == 0);
    if (HasFatalFailure()) return;
  }
  std::set<const Claim*> seen = dutch.seen;
  seen.insert(english.seen.begin(), english.seen.end());
  for (const Claim& claim : kClaims) {
    EXPECT_TRUE(seen.count(&claim)) << words_for("nl").*claim.words << " was never said";
  }
  std::cout << std::size(kClaims) << " templates and " << dutch.seen_own.size() << " texts that claim something, "
            << dutch.checks + english.checks << " checks over " << sets << " sets of answers: none false\n";
}

}  // namespace
}  // namespace kk::claims
