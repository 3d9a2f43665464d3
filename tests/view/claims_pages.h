// What the templates on the pages of a result claim beside those of claims.h: the ladder, word and deed, the mirror,
// what is shared. Worked out from the answers alone.
#pragma once

#include "view/claims.h"

namespace kk::claims {

inline const Questionnaire& asked() { return sample::klantgedreven(); }

/// The score, or while answers are open what it can still become.
inline bool is_score(const Facts& f, const std::string& said) {
  return said ==
         (f.open.empty() ? std::to_string(f.score()) : std::to_string(f.out.low) + "–" + std::to_string(f.out.high));
}

/// Word minus deed in one part; nothing where one of them is missing.
inline std::optional<reference::Fraction> gap_of(const Facts& f, int part) {
  const auto at = static_cast<std::size_t>(part);
  if (f.said.w[at] < 0 || !f.out.section[at]) return std::nullopt;
  return reference::Fraction{25 * f.said.w[at], 1} - *f.out.section[at];
}

inline bool is_widest(const Facts& f, std::string_view name) {
  bool named = false, differs = false;
  const long sign = f.out.gap->at_least(0) ? 1 : -1;
  const auto wide = [&](int part) {
    const auto gap = gap_of(f, part);
    return gap ? std::optional(reference::Fraction{sign * gap->over, gap->under}) : std::nullopt;
  };
  for (int part = 0; part < 3; ++part) {
    if (section_name(f, part) != name || !wide(part)) continue;
    named = true;
    for (int other = 0; other < 3; ++other) {
      if (!wide(other)) continue;
      if (wide(part)->less_than(*wide(other))) return false;
      differs = differs || wide(other)->less_than(*wide(part));
    }
  }
  return named && differs;
}

inline std::string behaviour(const Facts& f, int cause) {
  return own(asked().profile.causes[static_cast<std::size_t>(cause)].behaviour, f.language);
}

/// "A, b en c": these behaviours, the first with a capital where it begins the sentence.
inline bool are_behaviours(const Facts& f, const std::string& said, const std::vector<int>& causes) {
  std::vector<std::string> parts;
  for (const int cause : causes) parts.push_back(lower_first(behaviour(f, cause)));
  return lower_first(said) == joined(f, parts);
}

/// Statements that were answered "often" or more, or all "rarely" or less, in both directions.
inline bool contradicts(const Facts& f, int cause) {
  const auto& clicks = f.said.mirror[static_cast<std::size_t>(cause)];
  int sum = 0, count = 0;
  for (const int click : {clicks[0], clicks[1]}) {
    if (click >= 0) sum += click, ++count;
  }
  if (count == 0 || clicks[2] < 0) return false;
  return (sum >= 3 * count && clicks[2] >= 3) || (sum <= count && clicks[2] <= 1);
}

inline int statements(const Facts& f) {
  int out = 0;
  for (const auto& cause : f.said.mirror)
    out += static_cast<int>(std::count_if(cause.begin(), cause.end(), [](int click) { return click >= 0; }));
  return f.said.has_mirror ? out : 0;
}
inline bool any_cause(const Facts& f) {
  return std::any_of(f.out.causes.begin(), f.out.causes.end(), [](const auto& one) { return one.has_value(); });
}

/// What the first step asks for, as after a colon.
inline std::string first_step(const Facts& f) {
  const Question& question = asked().questions[static_cast<std::size_t>(f.first - 1)];
  const int level = f.level(f.first);
  return lower_first(level < 0 ? fill(own(asked().open_step, f.language),
                                      {{"topic", topic(f, f.first)}, {"n", std::to_string(f.first)}})
                               : own(question.steps[static_cast<std::size_t>(level)], f.language));
}

/// "leiding en team": names on the ladder of all that holds back, leadership first.
inline bool is_short_brake(const Facts& f, const std::string& said) {
  std::vector<std::string> brakes;
  const std::vector<int> targets = reference::gate_targets(f.said, f.out);
  if (f.leadership) brakes.push_back(own(asked().gates[0].short_brake, f.language));
  if (f.weakest) {
    int part = 0;
    for (int other = 1; other < 3; ++other) {
      if (f.out.section[static_cast<std::size_t>(other)]->less_than(*f.out.section[static_cast<std::size_t>(part)]))
        part = other;
    }
    brakes.push_back(section_name(f, part));
  }
  // Two gates on one question are one thing.
  if (f.whole && !(f.leadership && targets.back() == 1)) brakes.push_back(topic(f, targets.back()));
  return said == joined(f, brakes);
}

/// The parts of one side of the balance, by their place in the questionnaire.
inline bool is_side(const Facts& f, std::string_view said) {
  return are_the_sections(f, said, [](int part) { return part == 0; }) ||
         are_the_sections(f, said, [](int part) { return part > 0; });
}

// clang-format off
constexpr Claim kPageClaims[] = {
    {&Words::on_scale, [](const Facts& f, const Fills& x) {  // what these three measure has no other ends
       const Words& w = words_of(f);
       return x.text("what") == w.section_score || x.text("what") == w.shortfall_head || x.text("what") == w.value; }},
    {&Words::too_few_title, [](const Facts& f, const Fills&) { return !f.has_stage(); }},
    {&Words::result_ready, [](const Facts& f, const Fills&) { return f.has_stage(); }},
    {&Words::short_open, [](const Facts& f, const Fills& x) { return f.level(x.n("q")) < 0 && ((x.n("q") == 1 && f.leadership) || f.whole); }},
    {&Words::ladder_score, [](const Facts& f, const Fills& x) {
       return x.n("n") == f.out.final_stage && x.n("of") == 5 && x.text("name") == stage_name(f, f.out.final_stage); }},
    {&Words::ladder_fits, [](const Facts& f, const Fills& x) {
       return is_score(f, x.text("score")) && x.n("m") == f.out.score_stage && x.text("fits") == stage_name(f, f.out.score_stage); }},
    {&Words::you, [](const Facts& f, const Fills&) { return f.has_stage() && f.out.final_stage != f.out.score_stage; }},
    {&Words::you_score, [](const Facts& f, const Fills& x) { return f.has_stage() && f.out.final_stage == f.out.score_stage && is_score(f, x.text("score")); }},
    {&Words::score, [](const Facts& f, const Fills& x) { return f.has_stage() && f.out.final_stage != f.out.score_stage && is_score(f, x.text("score")); }},
    {&Words::brake, [](const Facts& f, const Fills& x) { return f.has_stage() && is_short_brake(f, x.text("brake")); }},
    {&Words::your_target, [](const Facts& f, const Fills& x) { 
       return f.target > 0 && x.text("n") == std::to_string(f.target) + " " + stage_name(f, f.target); }},
    {&Words::step_meta, [](const Facts& f, const Fills& x) {
       if (x.n("n") <= 0) return false;
       const Question& question = asked().questions[static_cast<std::size_t>(x.n("n") - 1)];  // narrow: by its short name
       return (x.text("topic") == own(question.topic, f.language) || (!question.short_topic.empty() && x.text("topic") == own(question.short_topic, f.language))) &&
              f.level(x.n("n")) < 4; }},
    {&Words::order_rule, [](const Facts& f, const Fills& x) { return x.text("last") == own(asked().order.back().name, f.language); }},
    {&Words::order_level, [](const Facts& f, const Fills& x) { const auto all = links(f); return std::find(all.begin(), all.end(), x.n("n")) != all.end(); }},
    {&Words::live, [](const Facts& f, const Fills& x) { return !f.has_stage() && x.n("a") == f.out.low && x.n("b") == f.out.high; }},
    {&Words::no_patterns, [](const Facts& f, const Fills&) { reference::Outcome out = f.out; reference::signals(f.said, out); return out.patterns == 0; }},
    // Never here: patterns are looked for, and each part has three questions of which it needs two.
    {&Words::none_sought, [](const Facts&, const Fills&) { return false; }},
    {&Words::needed_one, [](const Facts&, const Fills&) { return false; }},
    {&Words::needed_enough, [](const Facts&, const Fills&) { return false; }},
    {&Words::needed_all, [](const Facts&, const Fills&) { return false; }},
    {&Words::word_deed, [](const Facts& f, const Fills& x) {
       return f.out.word && x.n("w") == f.out.word->half_up() && x.n("d") == (*f.out.word - *f.out.gap).half_up(); }},
    {&Words::gap_in, [](const Facts& f, const Fills& x) { return f.out.gap && is_widest(f, x.text("section")); }},
    {&Words::words_strong, [](const Facts& f, const Fills&) { return f.out.gap && f.out.gap->at_least(30); }},
    {&Words::words_lead, [](const Facts& f, const Fills&) { return f.out.gap && f.out.gap->at_least(15) && f.out.gap->below(30); }},
    {&Words::words_balanced, [](const Facts& f, const Fills&) { return f.out.gap && f.out.gap->below(15) && !f.out.gap->at_most(-15); }},
    {&Words::deeds_lead, [](const Facts& f, const Fills&) { return f.out.gap && f.out.gap->at_most(-15); }},
    {&Words::deed_word, [](const Facts& f, const Fills& x) {
       for (int part = 0; part < 3; ++part) {
         const auto at = static_cast<std::size_t>(part);
         if (gap_of(f, part) && x.n("a") == f.out.section[at]->half_up() && x.n("b") == 25 * f.said.w[at]) return true;
       }
       return false; }},
    {&Words::deed_parts, [](const Facts& f, const Fills&) {
       for (std::size_t part = 0; part < 3; ++part) {
         if (f.out.section[part] && f.said.w[part] < 0) return true;
       }
       return false; }},
    {&Words::words_after, [](const Facts& f, const Fills&) { return f.late; }},
    {&Words::pinch_from, [](const Facts&, const Fills& x) { return x.n("n") == 40; }},
    {&Words::shortfall, [](const Facts& f, const Fills& x) { return is_side(f, x.text("sections")); }},
    {&Words::mirror_none, [](const Facts& f, const Fills&) { return any_cause(f) && f.out.top_causes.empty(); }},
    {&Words::mirror_top, [](const Facts& f, const Fills& x) { return f.out.top_causes.size() == 1 && are_behaviours(f, x.text("behaviour"), f.out.top_causes); }},
    {&Words::mirror_tops, [](const Facts& f, const Fills& x) {
       return f.out.top_causes.size() > 1 && f.out.top_causes.size() < 4 && are_behaviours(f, x.text("behaviour"), f.out.top_causes); }},
    {&Words::mirror_all, [](const Facts& f, const Fills&) { return f.out.top_causes.size() == 4; }},
    {&Words::mirror_based, [](const Facts& f, const Fills& x) { return x.n("n") == statements(f) && x.n("n") < 12 && x.n("of") == 12; }},
    {&Words::mirror_clash, [](const Facts& f, const Fills& x) {
       std::vector<int> clashing;
       for (int cause = 0; cause < 4; ++cause) {
         if (f.out.causes[static_cast<std::size_t>(cause)] && contradicts(f, cause)) clashing.push_back(cause);
       }
       return !clashing.empty() && are_behaviours(f, x.text("behaviour"), clashing); }},
    {&Words::mirror_seen, [](const Facts& f, const Fills& x) { return !f.out.top_causes.empty() && are_behaviours(f, x.text("behaviour"), {f.out.top_causes.front()}); }},
    {&Words::mirror_sure, [](const Facts& f, const Fills& x) {
       return x.n("n") == statements(f) && x.n("of") == 12 && x.text("period") == ", " + own(asked().profile.period, f.language); }},
    {&Words::comment, [](const Facts& f, const Fills& x) {
       const std::string step = f.with_step && f.first > 0 ? fill(words_of(f).comment_step, {{"step", first_step(f)}}) + " " : "";
       return f.has_stage() && x.n("n") == f.out.final_stage && x.text("name") == stage_name(f, f.out.final_stage) && x.text("step") == step; }},
    {&Words::comment_open, [](const Facts& f, const Fills&) { return !f.has_stage() && !f.open.empty(); }},
};
// clang-format on

constexpr std::string_view Words::*kNeverHere[] = {&Words::none_sought, &Words::needed_one, &Words::needed_enough,
                                                   &Words::needed_all};

/// Pieces that are filled into other templates, and templates that claim nothing of the answers although they are
/// filled in: of these alone labels.h may have placeholders.
constexpr std::string_view Words::*kPieces[] = {&Words::stages_figure,
                                                &Words::get_stage_text,
                                                &Words::count,
                                                &Words::why,
                                                &Words::still_open,
                                                &Words::worth,
                                                &Words::times,
                                                &Words::score_only,
                                                &Words::level_of,
                                                &Words::needed_part,
                                                &Words::more_questions,
                                                &Words::benchmark_lower,
                                                &Words::benchmark_source,
                                                &Words::points_range,
                                                &Words::made_by,
                                                &Words::made_from,
                                                &Words::result_changed,
                                                &Words::version,
                                                &Words::words_offer,
                                                &Words::words_offer_text,
                                                &Words::offer_mirror,
                                                &Words::more_minutes,
                                                &Words::statement_count,
                                                &Words::comment_step,
                                                &Words::comment_code,
                                                &Words::some_confirmed,
                                                &Words::calendar_title,
                                                &Words::calendar_text,
                                                &Words::invite};

}  // namespace kk::claims
