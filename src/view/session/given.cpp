#include "view/session/given.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "score/score.h"
#include "view/node_id.h"

namespace kk {

Given::Given(const Questionnaire& questionnaire) : questionnaire_(&questionnaire), said_(blank_answers(questionnaire)) {
  score_again();
}

void Given::score_again() {
  assert(said_.parameters.size() == questionnaire_->parameters.size());
  score(*questionnaire_, said_, result_);
  answers_ = said_;
  numbers_.clear();
  int number = 1;
  for (std::size_t i = 0; i < result_.values.size(); ++i) {
    const bool is_asked = result_.values[i] != kNotAsked;
    if (!is_asked) answers_.questions[i] = kSkipped;
    numbers_.push_back(number);
    number += is_asked;
  }
}

int Given::next_asked(int question) const {
  assert(question >= -1);
  const int count = static_cast<int>(questionnaire_->questions.size());
  for (int next = question + 1; next < count; ++next) {
    if (asks(next)) return next;
  }
  return -1;
}

int Given::asked_before(int question) const {
  assert(question >= 0 && static_cast<std::size_t>(question) <= questionnaire_->questions.size());
  while (--question >= 0 && !asks(question)) continue;
  return question;
}

bool Given::done() const {
  const int last = last_asked();
  return last >= 0 && answers_.questions[static_cast<std::size_t>(last)] != kSkipped;
}

/// The answer that a screen asks for; null where it is not a level.
Level* Given::level_on(const Place& place) {
  assert(place.index >= 0 && place.index < count_of(*questionnaire_, row_of(place.screen)));
  const auto at = static_cast<std::size_t>(place.index);
  switch (place.screen) {
    case Screen::kClaim:
      return &said_.claims[at];
    case Screen::kQuestion:
      return &said_.questions[at];
    case Screen::kProfile:
      return &said_.profile[at];
    default:
      return nullptr;
  }
}

Given::Asked Given::asked_on(const Place& place) const {
  const auto at = static_cast<std::size_t>(place.index);
  const auto has = [](bool answer) { return answer ? Asked::kAnswered : Asked::kOpen; };
  switch (place.screen) {
    case Screen::kClaim:
      return has(said_.claims[at] != kSkipped);
    case Screen::kQuestion:
      return has(said_.questions[at] != kSkipped);
    case Screen::kProfile:
      return has(said_.profile[at] != kSkipped);
    case Screen::kRole:
      return has(role_answered_);
    case Screen::kContext:
      return has(context_answered_);
    case Screen::kTicks:
      return Asked::kAnswered;
    default:
      return Asked::kNothing;
  }
}

bool Given::withdraw(const Place& place) {
  if (Level* level = level_on(place)) {
    *level = kSkipped;
  } else if (place.screen == Screen::kTicks) {
    std::fill(said_.ticks.begin(), said_.ticks.end(), 0);
  } else if (place.screen == Screen::kContext) {
    said_.context = -1;
    context_answered_ = false;
  } else if (place.screen == Screen::kRole) {
    role_ = Role::kNone;
    role_answered_ = false;
  } else {
    return false;
  }
  score_again();
  return true;
}

void Given::take(Answers answers) {
  assert(answers.questions.size() == said_.questions.size() && answers.parameters.size() == said_.parameters.size());
  assert(answers.claims.size() == said_.claims.size() && answers.profile.size() == said_.profile.size());
  assert(answers.ticks.size() == said_.ticks.size());
  said_ = std::move(answers);
  score_again();
  context_answered_ = answers_.context >= 0;
}

void Given::forget() {
  Answers blank = blank_answers(*questionnaire_);
  blank.parameters = said_.parameters;
  take(std::move(blank));
  role_ = Role::kNone;
  role_answered_ = false;
}

bool Given::set_parameter(std::string_view declared) {
  const auto equals = declared.find('=');
  if (equals == declared.npos) return false;
  const std::vector<Parameter>& parameters = questionnaire_->parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const std::vector<ParameterValue>& values = parameters[i].values;
    for (std::size_t value = 0; value < values.size() && parameters[i].id == declared.substr(0, equals); ++value) {
      if (values[value].id != declared.substr(equals + 1)) continue;
      said_.parameters[i] = static_cast<std::uint8_t>(value);
      score_again();
      return true;
    }
  }
  return false;
}

Given::Choice Given::choose(std::string_view id) {
  const auto dot = id.rfind('.');
  if (dot == id.npos) return Choice::kNone;
  const auto control = id.substr(0, dot), what = id.substr(dot + 1);
  const auto group = answered_by(control);
  const auto level_in = [&](int top, Level& into) {
    if (what == "unknown") {
      into = kUnknown;
      return true;
    }
    const int value = what == "l0" ? 0 : what.starts_with('l') ? number_in(what.substr(1)) : -1;
    if (value < 0 || value > top) return false;
    into = static_cast<Level>(value);
    return true;
  };
  const auto find = [&](const auto& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].id == group) return static_cast<int>(i);
    }
    return -1;
  };
  const Questionnaire& q = *questionnaire_;
  Choice choice = Choice::kOther;
  bool known_id = false;
  if (const int i = q.question_index(group); i >= 0) {
    Level& level = said_.questions[static_cast<std::size_t>(i)];
    const Level was = level;
    known_id = level_in(q.questions[static_cast<std::size_t>(i)].top(), level);
    choice = level == was ? Choice::kSameAnswer : Choice::kNewAnswer;
  } else if (const int c = find(q.claims.questions); c >= 0) {
    known_id =
        level_in(q.claims.questions[static_cast<std::size_t>(c)].top(), said_.claims[static_cast<std::size_t>(c)]);
    choice = Choice::kClaim;
  } else if (const int p = find(q.profile.items); p >= 0) {
    known_id = level_in(q.profile.top(), said_.profile[static_cast<std::size_t>(p)]);
  } else if (const int t = find(q.ticks); t >= 0) {
    const auto& items = q.ticks[static_cast<std::size_t>(t)].items;
    for (std::size_t k = 0; k < items.size(); ++k) {
      if (items[k].id != what) continue;
      said_.ticks[static_cast<std::size_t>(t)] ^= std::uint32_t{1} << k;
      known_id = true;
    }
  } else if (control == "market" && !q.context.choices.empty()) {
    for (std::size_t k = 0; k <= q.context.choices.size() && !known_id; ++k) {
      const bool neither = k == q.context.choices.size();
      if (what != (neither ? "neither" : choice_id(q.context.choices[k].id))) continue;
      said_.context = neither ? -1 : static_cast<int>(k);
      known_id = context_answered_ = true;
    }
  } else if (control == "place") {
    for (std::size_t k = 0; k < std::size(kRoleIds) && !known_id; ++k) {
      if (what != kRoleIds[k]) continue;
      role_ = static_cast<Role>(k);
      known_id = role_answered_ = true;
    }
  }
  if (!known_id) return Choice::kNone;
  score_again();
  return choice;
}

}  // namespace kk
