#include "view/session/session.h"

#include <cassert>
#include <utility>

#include "view/node_id.h"

namespace kk {
namespace {

/// Opens one of `count`, by its number from 1, or closes it; only one is open.
bool toggle(int& open, std::string_view digits, std::size_t count) {
  const int chosen = number_in(digits) - 1;
  if (chosen < 0 || chosen >= static_cast<int>(count)) return false;
  open = chosen == open ? -1 : chosen;
  return true;
}

}  // namespace

Session::Session(const Questionnaire& questionnaire, ScreenRows screens)
    : way_{.screens = screens}, given_(questionnaire) {
  set_modules({});
}

void Session::restore(Answers answers) {
  given_.take(std::move(answers));
  way_.resume(given_);
  shown_ = given_.answers();
  page_.missing = page_.confirming = page_.claims_late = false;
}

void Session::set_language(std::string_view tag) { page_.language = questionnaire().language_index(tag); }

bool Session::choose_language(std::string_view tag) {
  const int index = language_with(questionnaire(), tag);
  if (index < 0) return false;
  page_.language = index;
  return true;
}

void Session::set_modules(const Modules& modules) { way_.offer(modules, questionnaire()); }

bool Session::set_parameter(std::string_view declared) { return given_.set_parameter(declared); }

bool Session::passed(int question) const { return way_.result_seen || question < way_.reached; }

bool Session::asks_role() const { return count_of(questionnaire(), row_of(Screen::kRole)) > 0; }

bool Session::leads_to_result() const { return way_.after(place(), given_).screen == Screen::kResult; }

void Session::open(const Place& place) {
  const ScreenRow& to = row_of(place.screen, way_.screens);
  assert(place.index >= 0 && place.index < count_of(questionnaire(), to));
  page_.moved = !(place == way_.place);
  page_.turn();
  if (to.part == Part::kResult) {
    if (row().part != Part::kResult && !way_.result_seen) {
      page_.news = News::kResultReady;
    } else if (row().part != Part::kResult && answers() != shown_) {
      page_.news = News::kResultChanged;
    }
    shown_ = answers();
  }
  way_.open(place);
}

bool Session::next() {
  const Given::Asked asked = given_.asked_on(place());
  if (asked == Given::Asked::kNothing) return false;
  if (asked == Given::Asked::kOpen && !(place().screen == Screen::kQuestion && way_.result_seen)) {
    page_.missing = true;
  } else {
    open(way_.after(place(), given_));
  }
  return true;
}

bool Session::back() {
  if (row().part == Part::kIntro || row().part == Part::kResult) return false;
  open(way_.before(place(), given_));
  return true;
}

bool Session::skip() {
  if (place().screen == Screen::kModulesWords) return open(way_.question_after(-1, given_)), true;
  if (place().screen == Screen::kModulesMore) return open({Screen::kResult, 0}), true;
  return given_.withdraw(place()) && (open(way_.after(place(), given_)), true);
}

void Session::restart() {
  given_.forget();
  way_ = {.screens = way_.screens, .modules = way_.modules};
  page_ = {.language = page_.language};
  shown_ = {};
  page_.moved = true;
  page_.news = News::kWiped;
}

bool Session::choose(std::string_view id) {
  const Given::Choice choice = given_.choose(id);
  if (choice == Given::Choice::kNone) return false;
  if (choice == Given::Choice::kNewAnswer && way_.result_seen) page_.news = News::kResultChanged;
  page_.claims_late |= choice == Given::Choice::kClaim && way_.result_seen;
  page_.word = -1;
  page_.missing = false;
  return true;
}

bool Session::go(std::string_view name) {
  const auto to = place_named(questionnaire(), name, way_.screens);
  return to && (to->screen != Screen::kQuestion || asks(to->index)) && (open(*to), true);
}

void Session::open_code(std::string_view value) {
  const auto at = value.rfind("&at=");
  const std::string_view code = value.substr(0, at);
  DecodedCode decoded = decode_result_code(questionnaire(), code);
  page_.code = code.find(' ') != code.npos ? CodeStatus::kSeveral : decoded.status;
  if (page_.code != CodeStatus::kOk) return;
  if (decoded.reworded) page_.code = CodeStatus::kReworded;
  restore(std::move(decoded.answers));
  if (at == value.npos || !go(value.substr(at + 4))) open({Screen::kResult, 0});
}

bool Session::act(const Action& action) {
  const std::string_view id = action.id;
  page_.begin_action();
  if (id == "nav.start") return open(way_.after({Screen::kIntro, 0}, given_)), true;
  if (id == "nav.begin") {
    const bool offers = way_.place.screen == Screen::kModulesWords || way_.place.screen == Screen::kModulesMore;
    return offers && (open(way_.after(place(), given_)), true);
  }
  if (id == "nav.next") return next();
  if (id == "nav.back") return back();
  if (id == "nav.skip") return skip();
  if (id == "nav.edit") return open(way_.question_after(-1, given_)), true;
  if (id == "nav.more") return page_.more[0] = !page_.more[0], true;
  if (id == "nav.more-2") return page_.more[1] = !page_.more[1], true;
  if (id == "go.limits") return open({Screen::kAbout, 0}), true;  // what one person's view is worth
  if (id == "share.step") return page_.with_step = !page_.with_step, true;
  if (id == "nav.restart") return page_.ask(true), true;
  if (id == "nav.wipe") return page_.confirming && (restart(), true);
  if (id == "nav.cancel") return page_.confirming && (page_.ask(false), true);
  if (id == "word.close") return page_.word >= 0 && (page_.closed_word = std::exchange(page_.word, -1), true);
  if (id.starts_with("word.")) return toggle(page_.word, id.substr(5), questionnaire().glossary.size());
  if (id.starts_with("panel.")) return toggle(page_.card, id.substr(6), questionnaire().evidence.size());
  if (id.starts_with("target.")) return page_.choose_target(number_in(id.substr(7)), questionnaire());
  if (id.starts_with("lang.")) return choose_language(id.substr(5));
  if (id.starts_with("embed.")) return kk::choose(questionnaire(), page_.embed, id.substr(6));
  if (id.starts_with("strip.")) {
    const int index = questionnaire().question_index(id.substr(6));
    return index >= 0 && asks(index) && (open({Screen::kQuestion, index}), true);
  }
  if (id.starts_with("go.")) return go(id.substr(3));
  if (id.starts_with("tab.")) return go(id.substr(4));
  if (id == "code.open") return open_code(action.value), true;
  return choose(id);
}

}  // namespace kk
