// Sets to try where not all can be tried. Drawing each level evenly would give nothing but middling scores once there
// are many questions, so the sets are spread over the whole scale on purpose.
#include <algorithm>
#include <cmath>

#include "author/audit/parts.h"

namespace kk {
namespace {

constexpr int kStrata = 101;  // shares of the scale: 0, 0.01, … 1
constexpr double kBackgrounds[] = {0, 0.5, 1};

/// How far up a scale that ends at `top`.
int part_of(int top, double share) { return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * top)); }

class Sample {
 public:
  Sample(const Questionnaire& questionnaire, Audit& audit)
      : questionnaire_(questionnaire),
        audit_(audit),
        scorer_(questionnaire),
        tally_(questionnaire, audit),
        random_(audit.options.seed),
        set_(questionnaire) {}

  void run() {
    for (const double share : kBackgrounds) try_each_question(share);
    for (std::uint64_t i = 0; i < audit_.options.sample_sets; ++i) {
      draw_answers(static_cast<double>(i % kStrata) / (kStrata - 1), random_, set_);
      if (audit_.options.with_unknown && i % 2 == 1) open_answers(random_, set_);
      raise_one(visit());
    }
    tally_.finish();
  }

 private:
  AuditEntry visit() {
    scorer_.score(set_.answers);
    const AuditEntry entry = tally_.entry_of(scorer_);
    tally_.count(scorer_, entry, set_);
    return entry;
  }

  /// Every level of every question, the others all at one share of their scale.
  void try_each_question(double share) {
    const std::vector<Question>& questions = questionnaire_.questions;
    for (std::size_t i = 0; i < questions.size(); ++i) set_.set(i, Value::of(part_of(questions[i].top(), share)));
    for (std::size_t i = 0; i < questions.size(); ++i) {
      const Value usual = set_.values[i];
      AuditEntry before;
      for (int value = 0; value <= questions[i].top(); ++value) {
        set_.set(i, Value::of(value));
        const AuditEntry entry = visit();
        if (value > 0) tally_.move(i, before, entry, set_);
        before = entry;
      }
      set_.set(i, usual);
    }
  }

  void raise_one(const AuditEntry& before) {
    const auto i = static_cast<std::size_t>(random_.below(static_cast<int>(set_.values.size())));
    const Value value = set_.values[i];
    if (!known(value) || value.number == questionnaire_.questions[i].top()) return;
    set_.set(i, value + 1);
    scorer_.score(set_.answers);
    if (scorer_.values()[i] != kNotAsked) tally_.move(i, before, tally_.entry_of(scorer_), set_);
  }

  const Questionnaire& questionnaire_;
  Audit& audit_;
  AuditScorer scorer_;
  AuditTally tally_;
  AuditRandom random_;
  AuditSet set_;
};

}  // namespace

void draw_answers(double share, AuditRandom& random, AuditSet& set) {
  const bool leans = random.below(2) == 0;
  const double spread = random.share();
  for (const Section& section : set.questionnaire.sections) {
    const double centre = leans ? share + random.share() - 0.5 : share;
    for (const int index : section.questions) {
      const auto i = static_cast<std::size_t>(index);
      set.set(i, Value::of(part_of(set.questionnaire.questions[i].top(), centre + (random.share() - 0.5) * spread)));
    }
  }
}

void open_answers(AuditRandom& random, AuditSet& set) {
  const double open = random.share();
  for (std::size_t i = 0; i < set.values.size(); ++i) {
    if (random.share() < open) set.set(i, random.below(2) == 0 ? kUnknownValue : kSkippedValue);
  }
}

void draw_modules(AuditRandom& random, AuditSet& set) {
  const Questionnaire& questionnaire = set.questionnaire;
  Answers& answers = set.answers;
  const double words = random.share(), frequency = random.share(), ticked = random.share();
  const auto around = [&](double share, int top) {
    return static_cast<Level>(part_of(top, share + random.share() * 0.5 - 0.25));
  };
  for (std::size_t i = 0; i < answers.claims.size(); ++i) {
    answers.claims[i] = around(words, questionnaire.claims.questions[i].top());
  }
  for (std::size_t i = 0; i < answers.profile.size(); ++i) {
    const bool reversed = questionnaire.profile.items[i].reversed;
    answers.profile[i] = around(reversed ? 1 - frequency : frequency, questionnaire.profile.top());
  }
  for (std::size_t i = 0; i < answers.ticks.size(); ++i) {
    answers.ticks[i] = 0;
    for (std::size_t item = 0; item < questionnaire.ticks[i].items.size(); ++item) {
      if (random.share() < ticked) answers.ticks[i] |= 1u << item;
    }
  }
  const auto choices = static_cast<int>(questionnaire.context.choices.size());
  answers.context = choices > 0 ? random.below(choices) : -1;
  for (std::size_t i = 0; i < answers.parameters.size(); ++i) {
    const auto values = static_cast<int>(questionnaire.parameters[i].values.size());
    answers.parameters[i] = static_cast<std::uint8_t>(random.below(values));
  }
}

void audit_sample(const Questionnaire& questionnaire, Audit& audit) { Sample(questionnaire, audit).run(); }

}  // namespace kk
