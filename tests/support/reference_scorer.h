// The rules of klantgedreven a second time, written from their description and in another way than src/score: fractions
// instead of ticks, rules as plain C++ instead of data, everything worked out again for every question asked.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "score/score.h"

namespace kk::reference {

inline constexpr int kDontKnow = -1;
inline constexpr int kSkip = -2;

struct Fraction {
  long over = 0, under = 1;

  friend Fraction operator+(Fraction a, Fraction b) { return {a.over * b.under + b.over * a.under, a.under * b.under}; }
  friend Fraction operator-(Fraction a, Fraction b) { return a + Fraction{-b.over, b.under}; }
  friend Fraction operator/(Fraction a, long divisor) { return {a.over, a.under * divisor}; }
  bool at_least(long n) const { return over >= n * under; }
  bool below(long n) const { return !at_least(n); }
  bool same(Fraction other) const { return over * other.under == other.over * under; }
  bool at_most(long n) const { return over <= n * under; }
  bool less_than(Fraction other) const { return over * other.under < other.over * under; }
  double value() const { return static_cast<double>(over) / static_cast<double>(under); }
  int half_up() const { return static_cast<int>((2 * over + under) / (2 * under)); }
};

/// Everything the reader can say. Index 0 is q1.
struct Said {
  std::array<int, 9> q{};
  std::array<int, 3> w{kSkip, kSkip, kSkip};
  std::array<std::array<int, 3>, 4> mirror{};  ///< fear, arrogance, ignorance, inability; as clicked
  bool has_mirror = false;
  unsigned excuses = 0;  ///< bit 0 is e1
};

struct Advice {
  int question = 0;
  bool find_out = false, gate = false;
  int from = 0;
  double priority = 0;
  std::vector<int> blocked_by;
};

struct Outcome {
  int known = 0;
  std::array<std::optional<Fraction>, 3> section;
  std::optional<Fraction> overall;
  int low = 0, high = 0;
  int score_stage = 0, final_stage = 0;  ///< 0 without an overall score
  std::array<int, 3> caps{};             ///< leadership, weakest, whole
  std::optional<Fraction> word, gap;
  std::optional<Fraction> awareness, resources;
  std::array<std::optional<Fraction>, 4> causes;
  std::vector<int> top_causes;
  unsigned patterns = 0, strengths = 0;  ///< bit 0 is the first of the table
  std::vector<Advice> advice;
  unsigned up = 0, down = 0;
};

inline std::optional<Fraction> mean_of(const Said& said, std::vector<int> numbers, int least = 1) {
  long sum = 0, count = 0;
  for (const int number : numbers) {
    if (said.q[number - 1] >= 0) sum += said.q[number - 1], ++count;
  }
  if (count < least) return std::nullopt;
  return Fraction{sum, count};
}

inline void stages(const Said& said, Outcome& out) {
  out.known = static_cast<int>(std::count_if(said.q.begin(), said.q.end(), [](int a) { return a >= 0; }));
  for (int part = 0; part < 3; ++part) {
    long sum = 0, count = 0;
    for (int i = 3 * part; i < 3 * part + 3; ++i) {
      if (said.q[i] >= 0) sum += said.q[i], ++count;
    }
    out.section[part] = count >= 2 ? std::optional<Fraction>(Fraction{25 * sum, count}) : std::nullopt;
  }
  out.overall.reset();
  if (!out.section[0] || !out.section[1] || !out.section[2]) return;
  out.overall = (*out.section[0] + *out.section[1] + *out.section[2]) / 3;
  out.score_stage =
      1 + out.overall->at_least(20) + out.overall->at_least(40) + out.overall->at_least(60) + out.overall->at_least(80);
  out.caps[0] = said.q[0] < 0 ? 3 : std::min(5, said.q[0] + 2);
  Fraction weakest = *out.section[0];
  for (int part = 1; part < 3; ++part) {
    if (out.section[part]->less_than(weakest)) weakest = *out.section[part];
  }
  out.caps[1] = weakest.below(40) ? 3 : weakest.below(60) ? 4 : 5;
  out.caps[2] = std::all_of(said.q.begin(), said.q.end(), [](int a) { return a >= 2; }) ? 5 : 4;
  out.final_stage = std::min({out.score_stage, out.caps[0], out.caps[1], out.caps[2]});
}

inline void range(const Said& said, Outcome& out) {
  long low = 0, high = 0;
  for (const int a : said.q) low += a >= 0 ? a : 0, high += a >= 0 ? a : 4;
  out.low = Fraction{25 * low, 9}.half_up();
  out.high = Fraction{25 * high, 9}.half_up();
}

inline void words(const Said& said, Outcome& out) {
  long sum = 0, count = 0;
  Fraction deeds{0, 1};
  for (int part = 0; part < 3; ++part) {
    if (said.w[part] < 0 || !out.section[part]) continue;
    sum += said.w[part], ++count;
    deeds = deeds + *out.section[part];
  }
  if (count < 2) return;
  out.word = Fraction{25 * sum, count};
  out.gap = *out.word - deeds / count;
}

inline void mirror(const Said& said, Outcome& out) {
  if (!said.has_mirror) return;
  std::optional<Fraction> best;
  for (int cause = 0; cause < 4; ++cause) {
    long sum = 0, count = 0;
    for (int item = 0; item < 3; ++item) {
      const int click = said.mirror[cause][item];
      if (click >= 0) sum += item == 2 ? 4 - click : click, ++count;
    }
    if (count < 2) continue;
    out.causes[cause] = Fraction{25 * sum, count};
    if (!best || best->less_than(*out.causes[cause])) best = out.causes[cause];
  }
  for (int cause = 0; cause < 4; ++cause) {
    const auto& one = out.causes[cause];
    if (one && one->at_least(63) && (*best - *one).below(12)) out.top_causes.push_back(cause);
  }
}

inline void signals(const Said& said, Outcome& out) {
  const auto& q = said.q;
  const auto knows = [&](int n) { return q[n - 1] >= 0; };
  const auto is_most = [&](int n, int level) { return knows(n) && q[n - 1] <= level; };
  const auto is_least = [&](int n, int level) { return q[n - 1] >= level; };
  const auto highest = [&](std::vector<int> ns) {
    int best = -1;
    for (const int n : ns) best = std::max(best, q[n - 1]);
    return best;
  };
  const auto number_of = [&](auto test) {
    return std::count_if(q.begin(), q.end(), [&](int a) { return a >= 0 && test(a); });
  };
  const auto set = [&](unsigned& bits, int order, bool fires) { bits |= (fires ? 1u : 0u) << (order - 1); };

  const auto after_q1 = mean_of(said, {2, 3, 4, 5, 6, 7, 8, 9}, 6),
             before_q9 = mean_of(said, {1, 2, 3, 4, 5, 6, 7, 8}, 6);
  unsigned& p = out.patterns;
  set(p, 1, is_most(1, 1) && after_q1 && after_q1->at_least(q[0] + 1));
  set(p, 2, out.gap && out.gap->at_least(15));
  set(p, 3, is_most(2, 1) && highest({4, 5, 6, 7, 8, 9}) >= 2);
  set(p, 4, is_least(9, 2) && before_q9 && before_q9->at_most(q[8] - 1));
  set(p, 5, number_of([](int a) { return a >= 3; }) >= 2 && number_of([](int a) { return a <= 1; }) >= 2);
  set(p, 6, out.overall && out.overall->at_least(40) && out.overall->below(60) && number_of([](int a) {
                                                                                    return a == 2;
                                                                                  }) >= 5);
  set(p, 7, is_least(1, 2) && is_most(3, 1));
  set(p, 8, is_least(7, 2) && is_most(1, 1));
  set(p, 9, is_least(7, 2) && is_most(8, 1));
  set(p, 10, is_least(6, 3) && (is_most(4, 1) || is_most(5, 1)));
  set(p, 11, is_most(5, 1) && highest({6, 9}) >= 2);
  set(p, 12, std::count(q.begin(), q.end(), kDontKnow) >= 3);
  int excuses = 0;
  for (unsigned bits = said.excuses; bits != 0; bits &= bits - 1) ++excuses;
  set(p, 13, excuses >= 3);
  set(p, 14, (said.excuses & 1) && out.overall && out.final_stage <= 3);
  bool clashes = false;
  for (const auto& cause : out.causes) clashes = clashes || (cause && cause->at_least(63));
  set(p, 15, is_least(1, 3) && clashes);

  unsigned& s = out.strengths;
  set(s, 1, out.section[0] && out.section[0]->at_least(75) && is_least(1, 3));
  const bool base = is_least(1, 2) && is_least(2, 2) && is_least(3, 2);
  // q9 <= mean + 1/2, without a fraction.
  set(s, 2,
      out.overall && out.overall->at_least(40) && base && knows(9) && before_q9 &&
          (2 * q[8] - 1) * before_q9->under <= 2 * before_q9->over);
  set(s, 3, out.gap && out.gap->at_most(-15));
}

inline Advice advice_on(const Said& said, int question) {
  static constexpr double kWeights[9] = {3, 2, 2, 1.5, 1.5, 1.5, 1.5, 1, 0.5};
  static const std::vector<int> kNeeds[9] = {{}, {1}, {1}, {}, {4}, {}, {1}, {7}, {1, 3, 6, 7, 8}};
  Advice advice;
  advice.question = question;
  const int level = said.q[question - 1];
  const double weight = kWeights[question - 1];
  if (level < 0) {
    advice.find_out = true;
    advice.priority = 2 * weight;
    return advice;
  }
  advice.from = level;
  for (const int need : kNeeds[question - 1]) {
    if (said.q[need - 1] >= 0 && said.q[need - 1] < level) advice.blocked_by.push_back(need);
  }
  advice.priority = (4 - level) * weight * (advice.blocked_by.empty() ? 1 : 0.5);
  return advice;
}

/// The best of the open steps in a set of questions; ties by number.
inline int best_of(const Said& said, const std::vector<int>& questions) {
  int best = 0;
  double best_priority = 0;
  for (const int question : questions) {
    const double priority = advice_on(said, question).priority;
    if (said.q[question - 1] != kSkip && priority > best_priority) best = question, best_priority = priority;
  }
  return best;
}

inline std::vector<int> gate_targets(const Said& said, const Outcome& out) {
  std::vector<int> targets;
  if (!out.overall) return targets;
  if (out.caps[0] < out.score_stage) targets.push_back(1);
  if (out.caps[1] < out.score_stage) {
    int part = 0;
    for (int other = 1; other < 3; ++other) {
      if (out.section[other]->less_than(*out.section[part])) part = other;
    }
    targets.push_back(best_of(said, {3 * part + 1, 3 * part + 2, 3 * part + 3}));
  }
  if (out.caps[2] < out.score_stage) {
    int open = 0;
    std::vector<int> low;
    for (int question = 9; question >= 1; --question) {
      if (said.q[question - 1] < 0)
        open = question;
      else if (said.q[question - 1] < 2)
        low.insert(low.begin(), question);
    }
    targets.push_back(open != 0 ? open : best_of(said, low));
  }
  return targets;
}

inline void next_steps(const Said& said, Outcome& out) {
  std::array<bool, 10> placed{};
  const auto place = [&](int question, bool is_gate) {
    if (question == 0 || placed[question]) return;
    placed[question] = true;
    Advice advice = advice_on(said, question);
    advice.gate = is_gate;
    if (advice.find_out || advice.from < 4) out.advice.push_back(advice);
  };
  for (const int target : gate_targets(said, out)) place(target, true);
  for (;;) {
    std::vector<int> left;
    for (int question = 1; question <= 9; ++question) {
      if (!placed[question]) left.push_back(question);
    }
    const int best = best_of(said, left);
    if (best == 0) return;
    place(best, false);
  }
}

inline void one_step(const Said& said, Outcome& out) {
  if (!out.overall) return;
  for (int i = 0; i < 9; ++i) {
    if (said.q[i] < 0) continue;
    for (const int change : {1, -1}) {
      Said changed = said;
      changed.q[i] += change;
      if (changed.q[i] < 0 || changed.q[i] > 4) continue;
      Outcome other;
      stages(changed, other);
      if (change > 0 && other.final_stage > out.final_stage) out.up |= 1u << i;
      if (change < 0 && other.final_stage < out.final_stage) out.down |= 1u << i;
    }
  }
}

inline Outcome score(const Said& said) {
  Outcome out;
  stages(said, out);
  range(said, out);
  words(said, out);
  mirror(said, out);
  if (out.overall) {
    out.awareness = Fraction{100, 1} - *out.section[0];
    out.resources = Fraction{100, 1} - (out.section[1]->less_than(*out.section[2]) ? *out.section[1] : *out.section[2]);
  }
  signals(said, out);
  next_steps(said, out);
  one_step(said, out);
  return out;
}

}  // namespace kk::reference
