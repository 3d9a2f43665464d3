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
  X(take) X(take_warn) X(save_csv) X(save_json) X(more) X(less) X(clear)
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
