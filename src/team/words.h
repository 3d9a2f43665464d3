// The words of the Team page, beside those of every page (view/words/words.h).
#pragma once

#include <string_view>

#include "view/words/words.h"

namespace kk {

// clang-format off
#define KK_TEAM_WORDS(X)                                                                                             \
  X(empty) X(lead) X(codes) X(codes_hint) X(of_whom) X(anyone) X(add) X(choose) X(invite_h) X(readable) X(guess) X(memory)      \
  /* What became of a text. */                                                                                       \
  X(added_one) X(added_more) X(none_found) X(too_long) X(left_out) X(left_more) X(again) X(other) X(damaged) X(newer) X(rescored) \
  X(collected) X(need_one) X(need_more) X(wait_one) X(wait_more) X(merges) X(show) X(update)                         \
  /* The picture. */                                                                                                 \
  X(people) X(people_apart) X(no_role) X(role_last) X(rosier) X(stricter) X(similar) X(differ_one) X(differ_more)      \
  X(agree) X(unclear) X(together) X(no_stage) X(leaders_higher) X(leaders_lower) X(talk) X(all_questions)            \
  X(other_one) X(other_more) X(against) X(mean_is) X(too_few) X(leaders) X(front) X(rest) X(everyone) X(level)       \
  X(ask_leaders) X(ask_front) X(ask_all) X(near) X(leaders_near) X(front_near) X(highest) X(lowest) X(sections) X(one_lane) X(shown)                                                     \
  /* Tables and files. */                                                                                            \
  X(answers) X(roles) X(range) X(count) X(mean) X(deviation) X(least) X(most) X(agreement) X(index) X(leaders_mean) X(front_mean) X(gap) \
  X(take) X(take_warn) X(save_csv) X(save_json) X(more) X(less) X(clear) X(clear_ask) X(clear_yes) X(then_keep) X(then_kept) X(mean_then) X(then_and_now) X(then_people) X(whole) X(then_too_close) X(smallest) X(smallest_n) \
  /* The workshop. */ \
  X(start_workshop) X(go_on_workshop) X(workshop) X(workshop_of) X(workshop_empty) X(workshop_how) X(opening) \
  X(closing) X(agenda) X(minutes_left) X(minutes_over) X(time_is_up) X(minutes) X(topic_of) X(hidden) X(qr) \
  X(fill_in) X(inside) X(example_first) X(reveal) X(hide) X(keys_hidden) X(keys_shown) X(next_topic) \
  X(to_agreed) X(leaders_up) X(leaders_down) X(all_at) X(from_to) X(nobody_knows) X(agreed_level) \
  X(one_action) X(agreed_none) X(agreed_one) X(agreed_more) X(level_n) X(no_level) X(no_action) X(change) \
  X(chosen_stage) X(score) X(counted) X(agreed_answers) X(chosen) X(taken) X(agreed_code) \
  X(code_of_group) X(more_topics) X(topics_left) X(to_plan) X(plan_replaces) X(replace)
// clang-format on

#define KK_TEAM_WORD(name) std::string_view name;
struct TeamWords {
  KK_TEAM_WORDS(KK_TEAM_WORD)
  std::string_view labels[3];  ///< by AgreementLabel
};
#undef KK_TEAM_WORD

/// In the language of these words.
const TeamWords& team_words(const Words& words);

}  // namespace kk
