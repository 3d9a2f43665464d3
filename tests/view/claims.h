// What each sentence template claims about the answers, worked out from the rules alone: nothing here looks at the view
// or at what the core found. A template of words.h stands either here or in labels.h; claims_test.cpp does not compile
// while one stands in neither.
#pragma once

#include "view/facts.h"

namespace kk::claims {

struct Claim {
  std::string_view Words::*words;
  bool (*holds)(const Facts&, const Fills&);
};

// clang-format off
constexpr Claim kClaims[] = {
    {&Words::no_answers, [](const Facts& f, const Fills&) { return f.out.known == 0; }},
    {&Words::over, [](const Facts& f, const Fills& x) {
       return f.out.final_stage == x.n("n") && x.n("of") == 5 && f.open.empty() && f.score() == x.n("score"); }},
    {&Words::over_range, [](const Facts& f, const Fills& x) {
       return f.out.final_stage == x.n("n") && x.n("of") == 5 && !f.open.empty() && f.out.low == x.n("a") && f.out.high == x.n("b"); }},
    {&Words::over_open, [](const Facts& f, const Fills& x) { return !f.has_stage() && x.n("n") == f.out.known && x.n("of") == 9; }},
    {&Words::answers_fit, [](const Facts& f, const Fills& x) {
       return f.out.score_stage == x.n("m") && x.text("name") == stage_name(f, x.n("m")) && f.out.final_stage < x.n("m"); }},
    {&Words::one_brake, [](const Facts& f, const Fills& x) { return f.out.final_stage == x.n("n") && all_brake(f, x.text("brake"), 1); }},
    {&Words::more_brakes, [](const Facts& f, const Fills& x) {
       return f.out.final_stage == x.n("n") && x.n("count") > 1 && all_brake(f, x.text("brake"), static_cast<std::size_t>(x.n("count"))); }},
    {&Words::open_brake, [](const Facts& f, const Fills& x) {
       const int q = x.n("q");
       return f.level(q) < 0 && f.out.final_stage == x.n("n") && ((q == 1 && f.leadership && f.out.caps[0] == x.n("n")) || (f.whole && f.out.caps[2] == x.n("n"))); }},
    {&Words::one_lifts, [](const Facts& f, const Fills& x) {
       const int q = x.n("q");
       return f.raised[static_cast<std::size_t>(q)] == x.n("n") && x.n("n") > f.out.final_stage && x.text("question") == topic(f, q); }},
    {&Words::none_lifts, [](const Facts& f, const Fills&) { return f.has_stage() && f.up.empty() && !f.any_rises() && f.out.final_stage < 5; }},
    {&Words::find_rises, [](const Facts& f, const Fills&) { return f.first > 0 && f.rises(f.first); }},
    {&Words::strongest, [](const Facts& f, const Fills& x) {
       return x.text("high") != x.text("low") && is_end(f, x.text("high"), true) && is_end(f, x.text("low"), false); }},
    {&Words::all_equal, [](const Facts& f, const Fills& x) {
       const auto& s = f.out.section;
       return s[0] && s[1] && s[2] && s[0]->same(*s[1]) && s[1]->same(*s[2]) && s[0]->half_up() == x.n("n"); }},
    {&Words::complete, [](const Facts& f, const Fills& x) { return f.open.empty() && x.n("n") == 9 && x.n("of") == 9; }},
    {&Words::nearly, [](const Facts& f, const Fills& x) { return f.has_stage() && f.out.known >= 7 && !f.open.empty() && x.n("n") == f.out.known && x.n("of") == 9; }},
    {&Words::partly, [](const Facts& f, const Fills& x) { return f.has_stage() && f.out.known < 7 && x.n("n") == f.out.known && x.n("of") == 9; }},
    {&Words::too_few, [](const Facts& f, const Fills& x) { return f.lacking() == 1 && x.n("n") == f.out.known && x.n("of") == 9; }},
    {&Words::too_few_more, [](const Facts& f, const Fills& x) {
       return f.lacking() > 1 && x.n("count") == f.lacking() && x.n("n") == f.out.known && x.n("of") == 9; }},
    {&Words::range, [](const Facts& f, const Fills& x) {
       const auto n = static_cast<int>(f.open.size());
       const std::string open = n == 1 ? std::string(words_of(f).one_question) : fill(words_of(f).more_questions, {{"n", worded(f, n)}});
       return f.out.low == x.n("a") && f.out.high == x.n("b") && x.text("n") == open; }},
    {&Words::needed, [](const Facts& f, const Fills& x) { return !f.has_stage() && x.n("min") == 2; }},
    {&Words::needed_some, [](const Facts& f, const Fills& x) {
       const Lack one = lack(f);
       return f.lacking() == 1 && one.missing == x.n("k") && parts_of(x.text("questions"), words_of(f).or_word) == one.open; }},
    {&Words::needed_parts, [](const Facts& f, const Fills& x) {
       std::string expected;
       int count = 0;
       for (Lack one = lack(f); one.part >= 0; one = lack(f, one.part + 1), ++count) {
         expected += (expected.empty() ? "" : " · ") + fill(words_of(f).needed_part, {{"k", worded(f, one.missing)}, {"section", section_name(f, one.part)}});
       }
       return count > 1 && x.text("parts") == expected; }},
    {&Words::steps_first, [](const Facts& f, const Fills& x) {
       return (f.leadership || f.weakest || f.whole) && x.n("n") == f.first && x.text("topic") == topic(f, f.first); }},
    {&Words::no_steps, [](const Facts& f, const Fills&) { return f.first == 0 && !f.open.empty(); }},
    {&Words::all_top, [](const Facts& f, const Fills&) { return std::all_of(f.said.q.begin(), f.said.q.end(), [](int a) { return a == 4; }); }},
    {&Words::why_gate, [](const Facts& f, const Fills&) {
       const int q = f.step;
       const auto part = static_cast<std::size_t>((q - 1) / 3);
       const bool lowest = f.has_stage() && std::none_of(f.out.section.begin(), f.out.section.end(), [&](const auto& other) { return other->less_than(*f.out.section[part]); });
       return f.level(q) < 4 && ((f.leadership && q == 1) || (f.weakest && lowest) || (f.whole && f.level(q) < 2)); }},
    {&Words::why_first, [](const Facts& f, const Fills&) { return f.after == 0 && most_to_gain(f); }},
    {&Words::why_weight, [](const Facts& f, const Fills& x) { return f.after == x.n("n") && most_to_gain(f); }},
    {&Words::why_built, [](const Facts& f, const Fills& x) {
       const auto& needs = kNeeds[f.step];
       return f.level(x.n("n")) >= 3 && std::find(needs.begin(), needs.end(), x.n("n")) != needs.end() && most_to_gain(f); }},
    {&Words::why_find, [](const Facts& f, const Fills&) { return f.level(f.step) < 0; }},
    {&Words::waits_one, [](const Facts& f, const Fills& x) {
       const auto named = numbers_of(x.text("questions"), words_of(f).and_word);
       return x.n("n") == f.first && std::all_of(named.begin(), named.end(), [&](int q) { return q > 0 && waits_for(f, q, f.first); }); }},
    {&Words::waits_more, [](const Facts& f, const Fills& x) {
       const auto named = numbers_of(x.text("questions"), words_of(f).and_word);
       return named.size() > 1 && x.n("n") == f.first && std::all_of(named.begin(), named.end(), [&](int q) { return q > 0 && waits_for(f, q, f.first); }); }},
    {&Words::weak_link, [](const Facts& f, const Fills& x) {
       const int at = weak(f);
       return at >= 0 && x.text("link") == own(sample::klantgedreven().order[static_cast<std::size_t>(at)].name, f.language); }},
    {&Words::no_weak_link, [](const Facts& f, const Fills&) { return f.open.empty() && weak(f) < 0; }},
    {&Words::lift_one, [](const Facts& f, const Fills& x) {
       return f.up.size() == 1 && f.up.front() == x.n("q") && f.raised[static_cast<std::size_t>(x.n("q"))] == x.n("n"); }},
    {&Words::lift_any, [](const Facts& f, const Fills& x) { return f.up.size() == 9 && f.out.final_stage + 1 == x.n("n"); }},
    {&Words::lift_more, [](const Facts& f, const Fills& x) {
       return numbers_of(x.text("q"), words_of(f).or_word) == f.up &&
              std::all_of(f.up.begin(), f.up.end(), [&](int q) { return f.raised[static_cast<std::size_t>(q)] == f.out.final_stage + 1; }); }},
    {&Words::lift_none, [](const Facts& f, const Fills&) { return f.has_stage() && f.up.empty() && f.out.final_stage < 5 && !f.any_rises(); }},
    {&Words::lift_open, [](const Facts& f, const Fills& x) { return f.rises(x.n("q")); }},
    {&Words::chain_start, [](const Facts& f, const Fills& x) {
       const int at = weak(f);
       return at >= 0 && x.text("link") == own(sample::klantgedreven().order[static_cast<std::size_t>(at)].name, f.language); }},
    {&Words::chain_right, [](const Facts& f, const Fills&) { return f.open.empty() && weak(f) < 0; }},
    {&Words::lift_only, [](const Facts& f, const Fills& x) { return f.up == std::vector<int>{x.n("q")}; }},
    {&Words::lift_through, [](const Facts& f, const Fills& x) { return numbers_of(x.text("q"), words_of(f).or_word) == f.up; }},
    {&Words::lift_through_any, [](const Facts& f, const Fills&) { return f.up.size() == 9; }},
    {&Words::lift_not_one, [](const Facts& f, const Fills&) { return f.has_stage() && f.up.empty() && f.out.final_stage < 5 && !f.any_rises(); }},
    {&Words::lift_depends, [](const Facts& f, const Fills& x) { return f.rises(x.n("q")); }},
    {&Words::lift_stage, [](const Facts& f, const Fills& x) {
       return !f.up.empty() && std::all_of(f.up.begin(), f.up.end(), [&](int q) { return f.raised[static_cast<std::size_t>(q)] == x.n("n"); }); }},
    {&Words::lift_next, [](const Facts& f, const Fills&) {
       return std::all_of(f.up.begin(), f.up.end(), [&](int q) { return f.raised[static_cast<std::size_t>(q)] == f.out.final_stage + 1; }); }},
    {&Words::drop, [](const Facts& f, const Fills& x) {
       return numbers_of(x.text("q"), words_of(f).or_word) == f.down &&
              std::all_of(f.down.begin(), f.down.end(), [&](int q) { return f.lowered[static_cast<std::size_t>(q)] == x.n("n"); }); }},
    {&Words::drop_any, [](const Facts& f, const Fills& x) {
       return f.down.size() == 9 && std::all_of(f.down.begin(), f.down.end(), [&](int q) { return f.lowered[static_cast<std::size_t>(q)] == x.n("n"); }); }},
    {&Words::pinch_one, [](const Facts& f, const Fills& x) {
       const std::string name = lower_first(x.text("sections"));
       for (int part = 0; part < 3; ++part) {
         if (name == section_name(f, part)) return f.is_short(part);
       }
       return false; }},
    {&Words::pinch_more, [](const Facts& f, const Fills& x) {
       for (int left = 0; left < 3; ++left) {
         for (int right = left + 1; right < 3; ++right) {
           if (lower_first(x.text("sections")) == section_name(f, left) + " · " + section_name(f, right)) return f.is_short(left) && f.is_short(right);
         }
       }
       return false; }},
    {&Words::pinch_both, [](const Facts& f, const Fills& x) {
       return f.is_short(0) && x.text("a") == section_name(f, 0) &&
              are_the_sections(f, x.text("b"), [&](int part) { return part > 0 && f.is_short(part); }); }},
    {&Words::pinch_neither, [](const Facts& f, const Fills&) { return !f.is_short(0) && !f.is_short(1) && !f.is_short(2); }},
    {&Words::no_patterns_text, [](const Facts& f, const Fills&) { return f.out.final_stage > 2; }},
    {&Words::only_strengths, [](const Facts& f, const Fills&) { return f.out.final_stage > 2; }},
    {&Words::no_pattern_fits, [](const Facts& f, const Fills&) { return f.has_stage() && f.out.final_stage <= 2; }},
};
// clang-format on

}  // namespace kk::claims
