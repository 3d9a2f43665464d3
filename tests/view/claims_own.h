// When the texts of klantgedreven itself are true that are only said to some readers. A condition is what the words
// say, not the rule that brings them up; a text without one fails Claims.HaveAConditionForEveryTextOfTheQuestionnaire.
#pragma once

#include "view/claims.h"

namespace kk::claims {

struct Own {
  std::string_view place;  ///< ids and indexes, as in the file
  bool (*holds)(const Facts&);
};

inline bool at_most(const Facts& f, int q, int level) { return f.level(q) >= 0 && f.level(q) <= level; }
inline bool at_least(const Facts& f, int q, int level) { return f.level(q) >= level; }
inline int count_of(const Facts& f, int low, int high) {
  return static_cast<int>(
      std::count_if(f.said.q.begin(), f.said.q.end(), [&](int a) { return a >= low && a <= high; }));
}
/// The mean of all known answers but this one, against a level: below 0, equal, above.
inline int others_against(const Facts& f, int but, int level) {
  int sum = 0;
  for (int q = 1; q <= 9; ++q) sum += q != but && f.level(q) >= 0 ? f.level(q) - level : 0;
  return sum;
}
inline bool scored_from(const Facts& f, long low, long below) {
  return f.has_stage() && f.out.overall->at_least(low) && f.out.overall->below(below);
}
inline bool sees(const Facts& f, unsigned excuse) { return f.said.excuses >> (excuse - 1) & 1; }
inline int phrases(const Facts& f) {
  int out = 0;
  for (unsigned excuse = 1; excuse <= 9; ++excuse) out += sees(f, excuse);
  return out;
}
inline bool sees_braking(const Facts& f) {
  return std::any_of(f.out.causes.begin(), f.out.causes.end(),
                     [](const auto& one) { return one && one->at_least(63); });
}
inline bool is_chosen(const Facts& f, int choice) { return f.context == choice; }

// clang-format off
constexpr Own kOwn[] = {
    {"stages/0", [](const Facts& f) { return scored_from(f, 0, 20) && f.out.final_stage == 1; }},
    {"stages/1", [](const Facts& f) { return scored_from(f, 20, 40) && f.out.final_stage == 2 && count_of(f, 1, 4) > 0; }},
    {"stages/2", [](const Facts& f) { return scored_from(f, 40, 60) && f.out.final_stage == 3; }},
    {"stages/3", [](const Facts& f) { return scored_from(f, 60, 80) && f.out.final_stage == 4; }},
    // "Almost everywhere": two thirds high, nothing low.
    {"stages/4", [](const Facts& f) { return scored_from(f, 80, 101) && f.out.final_stage == 5 && count_of(f, 3, 4) >= 6 && count_of(f, 0, 1) == 0; }},
    {"gates/leadership/text", [](const Facts& f) { return f.leadership && at_most(f, 1, 2); }},
    {"gates/leadership/open_text", [](const Facts& f) { return f.leadership && f.level(1) < 0 && f.out.caps[0] == 3; }},
    {"gates/leadership/open_reason", [](const Facts& f) { return f.level(1) < 0; }},
    {"gates/leadership/reasons/0", [](const Facts& f) { return f.level(1) == 0; }},
    {"gates/leadership/reasons/1", [](const Facts& f) { return f.level(1) == 1; }},
    {"gates/leadership/reasons/2", [](const Facts& f) { return f.level(1) == 2; }},
    {"gates/weakest/text", [](const Facts& f) { return f.weakest; }},
    {"gates/whole/text", [](const Facts& f) { return f.whole && f.out.final_stage < 5 && (!f.open.empty() || count_of(f, 0, 1) > 0); }},
    {"patterns/brake_at_top", [](const Facts& f) { return at_most(f, 1, 1) && others_against(f, 1, f.level(1)) > 0; }},
    {"patterns/word_over_deed", [](const Facts& f) { return f.out.gap && f.out.gap->at_least(15); }},
    {"patterns/customer_silo", [](const Facts& f) {
       bool something = false;
       for (int q = 4; q <= 9; ++q) something = something || at_least(f, q, 2);
       return at_most(f, 2, 1) && something; }},
    {"patterns/tools_first", [](const Facts& f) { return at_least(f, 9, 2) && others_against(f, 9, f.level(9)) < 0; }},
    {"patterns/half_implemented", [](const Facts& f) { return count_of(f, 3, 4) >= 2 && count_of(f, 0, 1) >= 2; }},
    {"patterns/stuck_in_middle", [](const Facts& f) { return count_of(f, 2, 2) >= 5 && scored_from(f, 40, 60); }},
    {"patterns/steering_on_till", [](const Facts& f) { return at_least(f, 1, 2) && at_most(f, 3, 1); }},
    {"patterns/team_without_backing", [](const Facts& f) { return at_least(f, 7, 2) && at_most(f, 1, 1); }},
    {"patterns/team_without_method", [](const Facts& f) { return at_least(f, 7, 2) && at_most(f, 8, 1); }},
    {"patterns/data_without_picture", [](const Facts& f) { return at_least(f, 6, 3) && (at_most(f, 4, 1) || at_most(f, 5, 1)); }},
    {"patterns/forgotten_channel", [](const Facts& f) { return at_most(f, 5, 1); }},
    {"patterns/blind_spot", [](const Facts& f) { return std::count(f.said.q.begin(), f.said.q.end(), reference::kDontKnow) >= 3; }},
    {"patterns/wall_of_excuses", [](const Facts& f) { return phrases(f) >= 3; }},
    {"patterns/self_image", [](const Facts& f) { return sees(f, 1) && f.has_stage() && f.out.final_stage <= 3; }},
    {"patterns/mirror_clash", [](const Facts& f) { return at_least(f, 1, 3) && sees_braking(f); }},
    {"strengths/firm_base", [](const Facts& f) { return at_least(f, 1, 3) && f.out.section[0] && f.out.section[0]->at_least(75); }},
    {"strengths/right_order", [](const Facts& f) {
       // "Not far ahead": by less than a level.
       return at_least(f, 1, 2) && at_least(f, 2, 2) && at_least(f, 3, 2) && f.level(9) >= 0 && others_against(f, 9, f.level(9) - 1) > 0; }},
    {"strengths/quiet_strength", [](const Facts& f) { return f.out.gap && f.out.gap->at_most(-15); }},
    {"context/unique", [](const Facts& f) { return is_chosen(f, 0); }},
    {"context/cheapest", [](const Facts& f) { return is_chosen(f, 1); }},
    {"context/captive", [](const Facts& f) { return is_chosen(f, 2); }},
    {"ticks/figures/replies/0", [](const Facts& f) { return f.figures[0] && f.figures[1] && f.figures[2]; }},
    {"ticks/figures/replies/1", [](const Facts& f) { return f.figures[0] || f.figures[1]; }},
    // Asks whether there is none, so nobody who ticked one is told.
    {"ticks/figures/replies/2", [](const Facts& f) { return !f.figures[0] && !f.figures[1]; }},
    {"notes/stop", [](const Facts& f) { return at_most(f, 1, 1) && sees_braking(f); }},
    {"notes/cost", [](const Facts& f) { return sees_braking(f); }},
    {"notes/outside", [](const Facts& f) { return !sees_braking(f) && (at_most(f, 1, 1) || at_most(f, 2, 1)); }},
    {"keep", [](const Facts& f) { return count_of(f, 4, 4) == 9; }},
};
// clang-format on

struct Sentence {
  std::string place;
  const Text* text;
};

/// Every text of the questionnaire that only some readers meet on a result. What belongs to a question, a statement or
/// a phrase stands in claims_pages.h, which knows which one it is.
inline std::vector<Sentence> said_to_some(const Questionnaire& q) {
  std::vector<Sentence> out;
  const auto add = [&](const std::string& place, const Text& text) {
    if (!text.empty()) out.push_back({place, &text});
  };
  for (std::size_t i = 0; i < q.stages.size(); ++i) add("stages/" + std::to_string(i), q.stages[i].text);
  for (const Gate& gate : q.gates) {
    const std::string place = "gates/" + gate.id;
    add(place + "/text", gate.text), add(place + "/open_text", gate.open_text);
    add(place + "/open_reason", gate.open_reason);
    for (std::size_t i = 0; i < gate.reasons.size(); ++i) add(place + "/reasons/" + std::to_string(i), gate.reasons[i]);
  }
  for (const Pattern& pattern : q.patterns)
    add("patterns/" + pattern.id, pattern.title), add("patterns/" + pattern.id, pattern.text);
  for (const Pattern& strength : q.strengths)
    add("strengths/" + strength.id, strength.title), add("strengths/" + strength.id, strength.text);
  add("context/note", q.context.note);
  for (const ContextChoice& choice : q.context.choices) add("context/" + choice.id, choice.note);
  for (const TickList& list : q.ticks) {
    for (std::size_t i = 0; i < list.replies.size(); ++i)
      add("ticks/" + list.id + "/replies/" + std::to_string(i), list.replies[i].text);
  }
  for (const Note& note : q.notes) {
    if (!note.when.nodes.empty()) add("notes/" + note.id, note.text);
  }
  add("keep", q.keep);
  return out;
}

inline const Own* own_at(std::string_view place) {
  for (const Own& own : kOwn) {
    if (own.place == place) return &own;
  }
  return nullptr;
}

}  // namespace kk::claims
