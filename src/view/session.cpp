#include "view/session.h"

#include <algorithm>
#include <utility>

#include "view/words.h"

namespace kk {
namespace {

struct NamedScreen {
  Screen screen;
  std::string_view name;
};

// Screens of which there is one; "question-4" is handled apart.
constexpr NamedScreen kSingles[] = {
    {Screen::kIntro, "intro"}, {Screen::kResult, "result"},   {Screen::kSteps, "steps"},
    {Screen::kAbout, "about"}, {Screen::kPrivacy, "privacy"},
};
constexpr std::string_view kQuestionName = "question-";

/// A plain decimal number without leading zero, up to 4 digits; -1 otherwise.
int parse_number(std::string_view text) {
  if (text.empty() || text.size() > 4 || text[0] == '0') return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool shows_result(const Place& place) { return place.screen == Screen::kResult || place.screen == Screen::kSteps; }

}  // namespace

std::optional<Place> place_named(const Questionnaire& q, std::string_view name) {
  for (const auto& [screen, text] : kSingles) {
    if (name == text) return Place{screen, 0};
  }
  if (!name.starts_with(kQuestionName)) return std::nullopt;
  const int number = parse_number(name.substr(kQuestionName.size()));
  if (number < 1 || number > static_cast<int>(q.questions.size())) return std::nullopt;
  return Place{Screen::kQuestion, number - 1};
}

std::string name_of(const Place& place) {
  for (const auto& [screen, text] : kSingles) {
    if (screen == place.screen) return std::string(text);
  }
  return std::string(kQuestionName) + number(place.index + 1);
}

Session::Session(const Questionnaire& questionnaire) : questionnaire_(&questionnaire), answers_(blank_answers(questionnaire)) {
  score(*questionnaire_, answers_, result_);
}

void Session::restore(Answers answers) {
  answers_ = std::move(answers);
  score(*questionnaire_, answers_, result_);
  missing_ = confirming_ = false;
  // What these answers reached, not what was reached before with others.
  reached_ = place_.screen == Screen::kQuestion ? place_.index : -1;
  for (std::size_t i = 0; i < answers_.questions.size(); ++i) {
    if (answers_.questions[i] != kSkipped) reached_ = std::max(reached_, static_cast<int>(i));
  }
  result_seen_ = shows_result(place_) || answers_.questions.back() != kSkipped;
}

void Session::set_language(std::string_view tag) { language_ = questionnaire_->language_index(tag); }

bool Session::asked(int question) const { return result_seen_ || question < reached_; }

void Session::open(const Place& place) {
  moved_ = !(place == place_);
  const bool panel = place.screen == Screen::kAbout || place.screen == Screen::kPrivacy;
  const bool from_panel = place_.screen == Screen::kAbout || place_.screen == Screen::kPrivacy;
  if (panel && !from_panel) before_panel_ = place_;
  place_ = place;
  missing_ = confirming_ = false;
  if (place.screen == Screen::kQuestion && place.index > reached_) reached_ = place.index;
  if (shows_result(place)) result_seen_ = true;
}

/// From a question: on to the next one, or to the result when that exists or this was the last.
void Session::leave_question() {
  const bool last = place_.index + 1 == static_cast<int>(questionnaire_->questions.size());
  open(last || result_seen_ ? Place{Screen::kResult, 0} : Place{Screen::kQuestion, place_.index + 1});
}

bool Session::next() {
  if (place_.screen != Screen::kQuestion) return false;
  if (answers_.questions[static_cast<std::size_t>(place_.index)] == kSkipped && !result_seen_) {
    missing_ = true;
  } else {
    leave_question();
  }
  return true;
}

bool Session::back() {
  switch (place_.screen) {
    case Screen::kQuestion:
      open(place_.index > 0 ? Place{Screen::kQuestion, place_.index - 1} : Place{Screen::kIntro, 0});
      return true;
    case Screen::kAbout:
    case Screen::kPrivacy: open(before_panel_); return true;
    default: return false;
  }
}

bool Session::skip() {
  if (place_.screen != Screen::kQuestion) return false;
  // Skipping withdraws an answer: what the reader does not stand for must not count.
  answers_.questions[static_cast<std::size_t>(place_.index)] = kSkipped;
  score(*questionnaire_, answers_, result_);
  leave_question();
  return true;
}

void Session::restart() {
  answers_ = blank_answers(*questionnaire_);
  score(*questionnaire_, answers_, result_);
  reached_ = -1;
  result_seen_ = false;
  open({Screen::kIntro, 0});
  moved_ = true;
}

bool Session::choose_language(std::string_view tag) {
  const int index = questionnaire_->language_index(tag);
  if (questionnaire_->languages[static_cast<std::size_t>(index)] != tag) return false;
  language_ = index;
  return true;
}

/// "q4.l3" or "q4.unknown".
bool Session::choose(std::string_view id) {
  const auto dot = id.rfind('.');
  if (dot == id.npos) return false;
  const int index = questionnaire_->question_index(id.substr(0, dot));
  if (index < 0) return false;
  const Question& question = questionnaire_->questions[static_cast<std::size_t>(index)];
  const auto what = id.substr(dot + 1);
  Level level = kUnknown;
  if (what != "unknown") {
    const int value = what == "l0" ? 0 : what.starts_with('l') ? parse_number(what.substr(1)) : -1;
    if (value < 0 || value > question.top()) return false;
    level = static_cast<Level>(value);
  }
  answers_.questions[static_cast<std::size_t>(index)] = level;
  score(*questionnaire_, answers_, result_);
  missing_ = false;
  return true;
}

bool Session::act(std::string_view id) {
  moved_ = false;
  if (id == "nav.start") return open({Screen::kQuestion, 0}), true;
  if (id == "nav.next") return next();
  if (id == "nav.back") return back();
  if (id == "nav.skip") return skip();
  if (id == "nav.edit") return open({Screen::kQuestion, 0}), true;
  if (id == "nav.restart") return confirming_ = true;
  if (id == "nav.wipe") return confirming_ && (restart(), true);
  if (id == "nav.cancel") return confirming_ = false, true;
  if (id.starts_with("lang.")) return choose_language(id.substr(5));
  if (id.starts_with("strip.")) {
    const int index = questionnaire_->question_index(id.substr(6));
    return index >= 0 && (open({Screen::kQuestion, index}), true);
  }
  for (const std::string_view prefix : {"go.", "tab."}) {
    if (!id.starts_with(prefix)) continue;
    const auto place = place_named(*questionnaire_, id.substr(prefix.size()));
    return place && (open(*place), true);
  }
  return choose(id);
}

}  // namespace kk
