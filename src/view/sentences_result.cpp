// Part of sentences.h: what the sections and patterns show, and how complete the answers are.
#include <algorithm>
#include <cassert>
#include <functional>

#include "base/phrase.h"
#include "base/sort.h"
#include "score/score.h"
#include "view/sentences.h"

namespace kk {

std::string section_finding(const Builder& b) {
  Ticks high = 0, low = 0;
  std::vector<std::string> strongest, weakest;
  std::size_t asked = 0, scored = 0;
  for (std::size_t s = 0; s < b.q.sections.size(); ++s) {
    const std::string name = lower_first(b.text(b.q.sections[s].name));
    const auto& score = b.result.sections[s];
    asked += is_asked(b, b.q.sections[s].questions);
    if (!score) continue;
    ++scored;
    if (strongest.empty() || *score > high) strongest.clear(), high = *score;
    if (*score == high) strongest.push_back(name);
    if (weakest.empty() || *score < low) weakest.clear(), low = *score;
    if (*score == low) weakest.push_back(name);
  }
  const auto with = [&](const std::vector<std::string>& names, Ticks score) {
    return cat(dotted(names), " (", shown(b.q, score), ")");
  };
  if (scored == 0) return cat(upper_first(b.words.not_counted), ".");
  if (high > low) return fill(b.words.strongest, {{"high", with(strongest, high)}, {"low", with(weakest, low)}});
  if (scored == asked && asked > 1) return fill(b.words.all_equal, {{"n", shown(b.q, high)}});
  return cat(upper_first(with(strongest, high)), ".");
}

double points(const Questionnaire& q, Ticks ticks) {
  assert(q.ticks_per_point > 0);
  return static_cast<double>(ticks) / static_cast<double>(q.ticks_per_point);
}

std::string shown(const Questionnaire& q, Ticks ticks) { return number(display_points(q, ticks)); }

std::string section_names(const Builder& b, const std::vector<int>& sections) {
  std::vector<std::string> out;
  for (const int s : sections) out.push_back(lower_first(b.text(b.q.sections[static_cast<std::size_t>(s)].name)));
  return dotted(out);
}

std::string pinch_sentence(const Builder& b) {
  assert(b.result.balance);
  // Only what falls short is named: the lower of two sections may hide behind their mean.
  const auto fall_short = [&](const std::vector<int>& sections) {
    std::vector<int> out;
    const Ticks full = 100 * b.q.ticks_per_point, from = b.q.balance.neither_below * b.q.ticks_per_point;
    for (const int s : sections) {
      const auto& score = b.result.sections[static_cast<std::size_t>(s)];
      if (score && full - *score >= from) out.push_back(s);
    }
    return out;
  };
  const BalanceLabel label = b.result.balance->label;
  std::vector<int> awareness = fall_short(b.q.balance.awareness), resources = fall_short(b.q.balance.resources);
  if (label == BalanceLabel::kAwareness) resources.clear();
  if (label == BalanceLabel::kResources) awareness.clear();
  if (!awareness.empty() && !resources.empty())
    return fill(b.words.pinch_both, {{"a", section_names(b, awareness)}, {"b", section_names(b, resources)}});
  const std::vector<int>& named = awareness.empty() ? resources : awareness;
  if (named.empty()) return std::string(b.words.pinch_neither);
  return upper_first(
      fill(named.size() > 1 ? b.words.pinch_more : b.words.pinch_one, {{"sections", section_names(b, named)}}));
}

std::string no_pattern_lead(const Builder& b) {
  if (b.q.patterns.empty()) return std::string(b.words.none_sought);  // nothing was looked for: no good news
  if (b.result.answered == 0) return std::string(b.words.no_answers);
  if (!b.result.stage) return still_needed(b);  // too little to look in
  if (b.result.stage->final * 2 < static_cast<int>(b.q.stages.size())) return std::string(b.words.no_pattern_fits);
  return std::string(b.result.strengths.empty() ? b.words.no_patterns_text : b.words.only_strengths);
}

std::string completeness(const Builder& b) {
  const int all = b.result.asked, answered = b.result.answered;
  if (answered == 0) return std::string(b.words.no_answers);
  int lacking = 0;
  for (std::size_t s = 0; s < b.q.sections.size(); ++s)
    lacking += is_asked(b, b.q.sections[s].questions) && !b.result.sections[s];
  const auto pattern = [&] {
    switch (b.result.confidence) {
      case Confidence::kHigh:
        return b.words.complete;
      case Confidence::kMedium:
        return b.words.nearly;
      case Confidence::kLow:
        return b.words.partly;
      case Confidence::kInsufficient:
        break;
    }
    return lacking == 1 ? b.words.too_few : b.words.too_few_more;
  }();
  std::string out = fill(pattern, {{"n", answered}, {"of", all}, {"count", upper_first(in_words(b, lacking))}});
  if (answered == all || b.result.stage) return out;  // over the stage stands what the score may become
  const int open = all - answered;
  const std::string count =
      open == 1 ? std::string(b.words.one_question) : fill(b.words.more_questions, {{"n", in_words(b, open)}});
  return cat(out, " ", fill(b.words.range, {{"a", b.result.range_low}, {"b", b.result.range_high}, {"n", count}}));
}

std::string still_needed(const Builder& b) {
  std::vector<std::string> open, parts;
  int least = 0, most = 0, missing = 0;  // what a section needs; what the one that lacks answers needs still
  for (const Section& section : b.q.sections) {
    int known_answers = 0, asked = 0;
    for (const int i : section.questions) {
      known_answers += known(b.value(i));
      asked += b.session.asks(i);
    }
    const int needed = std::min(section.min_answered, asked);
    if (needed > 0) least = least == 0 ? needed : std::min(least, needed);
    most = std::max(most, needed);
    if (known_answers >= needed) continue;
    missing = needed - known_answers;
    parts.push_back(
        fill(b.words.needed_part, {{"section", lower_first(b.text(section.name))}, {"k", in_words(b, missing)}}));
    for (const int i : section.questions) {
      if (known(b.value(i)) || !b.session.asks(i)) continue;
      open.push_back(cat(b.session.number_of(i), " ", b.text(b.q.questions[static_cast<std::size_t>(i)].topic)));
    }
  }
  // A number is said where it holds for each section.
  const std::string_view pattern = least != most ? b.words.needed_enough
                                   : most == 1   ? b.words.needed_one
                                                 : b.words.needed;
  const std::string_view which = parts.size() > 1                           ? b.words.needed_parts
                                 : static_cast<int>(open.size()) == missing ? b.words.needed_all
                                                                            : b.words.needed_some;
  const std::string questions = which == b.words.needed_all ? join(b, open) : list(open, b.words.or_word);
  return cat(fill(pattern, {{"min", in_words(b, most)}}), " ",
             fill(which, {{"parts", dotted(parts)}, {"k", in_words(b, missing)}, {"questions", questions}}));
}

}  // namespace kk
