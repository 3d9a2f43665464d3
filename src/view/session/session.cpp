#include "view/session/session.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "base/phrase.h"
#include "score/score.h"
#include "view/node_id.h"

namespace kk {
Session::Session(const Questionnaire& questionnaire, ScreenRows screens)
    : questionnaire_(&questionnaire), screens_(screens), given_(blank_answers(questionnaire)) {
  set_modules(modules_);
  score_again();
}

void Session::score_again() {
  score(*questionnaire_, given_, result_);
  answers_ = given_;
  numbers_.clear();
  int number = 1;
  for (std::size_t i = 0; i < result_.values.size(); ++i) {
    const bool is_asked = result_.values[i] != kNotAsked;
    if (!is_asked) answers_.questions[i] = kSkipped;
    numbers_.push_back(number);
    number += is_asked;
  }
}

void Session::restore(Answers answers) {
  assert(answers.questions.size() == given_.questions.size() && answers.parameters.size() == given_.parameters.size());
  given_ = std::move(answers);
  score_again();
  shown_ = answers_;
  missing_ = confirming_ = false;
  if (place_.screen == Screen::kQuestion && !asks(place_.index)) {
    const int before = asked_before(place_.index);
    place_ = before < 0 ? Place{} : Place{Screen::kQuestion, before};
  }
  // What these answers reached, not what was reached before with others.
  reached_ = place_.screen == Screen::kQuestion ? place_.index : -1;
  for (std::size_t i = 0; i < answers_.questions.size(); ++i) {
    if (answers_.questions[i] != kSkipped) reached_ = std::max(reached_, static_cast<int>(i));
  }
  result_seen_ = row().part == Part::kResult || done();
  words_offered_ = reached_ >= 0;
  more_offered_ = result_seen_;
  context_answered_ = answers_.context >= 0;
  claims_late_ = false;
}

void Session::set_language(std::string_view tag) { language_ = questionnaire_->language_index(tag); }

bool Session::choose_language(std::string_view tag) {
  const int index = language_with(*questionnaire_, tag);
  if (index < 0) return false;
  language_ = index;
  return true;
}

void Session::set_modules(const Modules& modules) {
  modules_.words = modules.words && !questionnaire_->claims.questions.empty();
  modules_.mirror = modules.mirror && !questionnaire_->profile.items.empty();
  modules_.excuses = modules.excuses && !questionnaire_->ticks.empty();
  modules_.context = modules.context && !questionnaire_->context.choices.empty();
}

bool Session::set_parameter(std::string_view declared) {
  const auto equals = declared.find('=');
  if (equals == declared.npos) return false;
  const std::vector<Parameter>& parameters = questionnaire_->parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const std::vector<ParameterValue>& values = parameters[i].values;
    for (std::size_t value = 0; value < values.size() && parameters[i].id == declared.substr(0, equals); ++value) {
      if (values[value].id != declared.substr(equals + 1)) continue;
      given_.parameters[i] = static_cast<std::uint8_t>(value);
      score_again();
      return true;
    }
  }
  return false;
}

void Session::open(const Place& place) {
  assert(place.index >= 0 && place.index < count_of(*questionnaire_, row_of(place.screen, screens_)));
  moved_ = !(place == place_);
  const Part from = row().part, to = row_of(place.screen, screens_).part;
  if (to == Part::kResult && from != Part::kResult) {
    if (!result_seen_) {
      news_ = News::kResultReady;
    } else if (!(answers_ == shown_)) {
      news_ = News::kResultChanged;
    }
  }
  if (to == Part::kPanel && from != Part::kPanel) before_panel_ = place_;
  place_ = place;
  missing_ = confirming_ = more_ = false;
  word_ = -1;
  if (place.screen == Screen::kQuestion && place.index > reached_) reached_ = place.index;
  if (place.screen == Screen::kModulesWords) words_offered_ = true;
  if (place.screen == Screen::kModulesMore) more_offered_ = true;
  if (to != Part::kResult) return;
  result_seen_ = true;
  shown_ = answers_;
}

/// The answer the open screen asks for; null where it is not a level.
Level* Session::open_level() {
  const auto at = static_cast<std::size_t>(place_.index);
  switch (place_.screen) {
    case Screen::kClaim:
      return &given_.claims[at];
    case Screen::kQuestion:
      return &given_.questions[at];
    case Screen::kProfile:
      return &given_.profile[at];
    default:
      return nullptr;
  }
}

bool Session::next() {
  const Level* level = open_level();
  const bool unanswered = (level && *level == kSkipped) || (place_.screen == Screen::kRole && !role_answered_) ||
                          (place_.screen == Screen::kContext && !context_answered_);
  const bool asks =
      level || place_.screen == Screen::kRole || place_.screen == Screen::kTicks || place_.screen == Screen::kContext;
  if (!asks) return false;
  if (unanswered && !(place_.screen == Screen::kQuestion && result_seen_)) {
    missing_ = true;
  } else {
    open(after(place_));
  }
  return true;
}

bool Session::back() {
  if (row().part == Part::kIntro || row().part == Part::kResult) return false;
  open(before(place_));
  return true;
}

bool Session::skip() {
  if (Level* level = open_level()) {
    // Skipping withdraws an answer: what the reader does not stand for must not count.
    *level = kSkipped;
  } else if (place_.screen == Screen::kTicks) {
    given_.ticks.assign(given_.ticks.size(), 0);
  } else if (place_.screen == Screen::kContext) {
    given_.context = -1;
    context_answered_ = false;
  } else if (place_.screen == Screen::kRole) {
    role_ = Role::kNone;
    role_answered_ = false;
  } else if (place_.screen == Screen::kModulesWords) {
    return open(question_after(-1)), true;
  } else if (place_.screen == Screen::kModulesMore) {
    return open({Screen::kResult, 0}), true;
  } else {
    return false;
  }
  score_again();
  open(after(place_));
  return true;
}

void Session::restart() {
  const Modules modules = modules_;
  const int language = language_;
  const std::vector<std::uint8_t> parameters = given_.parameters;
  *this = Session(*questionnaire_, screens_);
  modules_ = modules;
  language_ = language;
  given_.parameters = parameters;
  score_again();
  moved_ = true;
  news_ = News::kWiped;
}

/// "ID.l3", "ID.unknown" of a question, "place.middle", "market.unique", "excuses.e1".
bool Session::choose(std::string_view id) {
  const auto dot = id.rfind('.');
  if (dot == id.npos) return false;
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
  bool known_id = false;
  if (const int i = q.question_index(group); i >= 0) {
    Level& level = given_.questions[static_cast<std::size_t>(i)];
    const Level was = level;
    known_id = level_in(q.questions[static_cast<std::size_t>(i)].top(), level);
    if (result_seen_ && level != was) news_ = News::kResultChanged;
  } else if (const int c = find(q.claims.questions); c >= 0) {
    known_id =
        level_in(q.claims.questions[static_cast<std::size_t>(c)].top(), given_.claims[static_cast<std::size_t>(c)]);
    claims_late_ |= known_id && result_seen_;
  } else if (const int p = find(q.profile.items); p >= 0) {
    known_id = level_in(q.profile.top(), given_.profile[static_cast<std::size_t>(p)]);
  } else if (const int t = find(q.ticks); t >= 0) {
    const auto& items = q.ticks[static_cast<std::size_t>(t)].items;
    for (std::size_t k = 0; k < items.size(); ++k) {
      if (items[k].id != what) continue;
      given_.ticks[static_cast<std::size_t>(t)] ^= std::uint32_t{1} << k;
      known_id = true;
    }
  } else if (control == "market" && !q.context.choices.empty()) {
    for (std::size_t k = 0; k <= q.context.choices.size() && !known_id; ++k) {
      const bool neither = k == q.context.choices.size();
      if (what != (neither ? "neither" : choice_id(q.context.choices[k].id))) continue;
      given_.context = neither ? -1 : static_cast<int>(k);
      known_id = context_answered_ = true;
    }
  } else if (control == "place") {
    for (std::size_t k = 0; k < std::size(kRoleIds) && !known_id; ++k) {
      if (what != kRoleIds[k]) continue;
      role_ = static_cast<Role>(k);
      known_id = role_answered_ = true;
    }
  }
  if (!known_id) return false;
  word_ = -1;
  score_again();
  missing_ = false;
  return true;
}

bool Session::go(std::string_view name) {
  const auto place = place_named(*questionnaire_, name, screens_);
  return place && (place->screen != Screen::kQuestion || asks(place->index)) && (open(*place), true);
}

void Session::open_code(std::string_view value) {
  const auto at = value.rfind("&at=");
  const std::string_view code = value.substr(0, at);
  DecodedCode decoded = decode_result_code(*questionnaire_, code);
  code_ = code.find(' ') != code.npos ? CodeStatus::kSeveral : decoded.status;
  if (code_ != CodeStatus::kOk) return;
  if (decoded.reworded) code_ = CodeStatus::kReworded;
  restore(std::move(decoded.answers));
  if (at == value.npos || !go(value.substr(at + 4))) open({Screen::kResult, 0});
}

bool Session::act(const Action& action) {
  const std::string_view id = action.id;
  moved_ = false;
  news_ = News::kNone;
  code_ = CodeStatus::kOk;
  if (id == "nav.start") return open(after({Screen::kIntro, 0})), true;
  if (id == "nav.begin") {
    const bool offers = place_.screen == Screen::kModulesWords || place_.screen == Screen::kModulesMore;
    return offers && (open(after(place_)), true);
  }
  if (id == "nav.next") return next();
  if (id == "nav.back") return back();
  if (id == "nav.skip") return skip();
  if (id == "nav.edit") return open(question_after(-1)), true;
  if (id == "nav.more") return more_ = !more_, true;
  if (id == "share.step") return with_step_ = !with_step_, true;
  if (id == "nav.restart") return confirming_ = true;
  if (id == "nav.wipe") return confirming_ && (restart(), true);
  if (id == "nav.cancel") return confirming_ = false, true;
  if (id.starts_with("word.")) return choose_word(number_in(id.substr(5)));
  if (id.starts_with("target.")) return choose_target(number_in(id.substr(7)));
  if (id.starts_with("lang.")) return choose_language(id.substr(5));
  if (id.starts_with("embed.")) return kk::choose(*questionnaire_, embed_, id.substr(6));
  if (id.starts_with("strip.")) {
    const int index = questionnaire_->question_index(id.substr(6));
    return index >= 0 && asks(index) && (open({Screen::kQuestion, index}), true);
  }
  if (id.starts_with("go.")) return go(id.substr(3));
  if (id.starts_with("tab.")) return go(id.substr(4));
  if (id == "code.open") return open_code(action.value), true;
  return choose(id);
}

}  // namespace kk
