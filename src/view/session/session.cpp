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

// One comparison for all ids, where each by itself would be made inline.
[[gnu::noinline]] bool is(const std::string_view& id, const char* name) { return id == name; }

/// Whether the id begins so, and what stands behind.
[[gnu::noinline]] bool begins(const std::string_view& id, const char* begin, std::string_view& rest) {
  if (!id.starts_with(begin)) return false;
  rest = id.substr(std::string_view(begin).size());
  return true;
}

}  // namespace

Session::Session(const Questionnaire& questionnaire, ScreenRows screens, Supplement* supplement)
    : way_{.screens = screens}, given_(questionnaire), supplement_(supplement) {
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
  if (to.part == Part::kResult && to.paper != Paper::kInstead) {  // the others are about others
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
  then_.reset();
  planning_ = {.today = planning_.today};
  way_ = {.screens = way_.screens, .modules = way_.modules};
  page_ = {.language = page_.language, .for_team = page_.for_team};
  shown_ = {};
  if (supplement_) supplement_->forget();
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
  if (page_.code == CodeStatus::kRescored && decoded.earlier >= 0) {
    // It cannot be gone on with, but lie beside a new result.
    then_ = {std::string(code), std::move(decoded.answers), decoded.earlier};
    page_.code = CodeStatus::kEarlier;
    return open({result().answered > 0 ? Screen::kCompare : Screen::kIntro, 0});
  }
  if (page_.code != CodeStatus::kOk) return;
  if (decoded.reworded) page_.code = CodeStatus::kReworded;
  restore(std::move(decoded.answers));
  if (at == value.npos || !go(value.substr(at + 4))) open({Screen::kResult, 0});
}

/// "compare.open" has the code of then as its value, "compare.then" and "compare.now" have a day.
bool Session::compare_with(std::string_view what, std::string_view value) {
  if (is(what, "then")) return PageState::choose_date(value, page_.date_then);
  if (is(what, "now")) return PageState::choose_date(value, page_.date_now);
  if (is(what, "clear")) {
    then_.reset();
    page_.date_then.clear();
    page_.moved = true;
    return true;
  }
  if (!is(what, "open")) return false;
  DecodedCode decoded = decode_result_code(questionnaire(), value);
  page_.code = value.find(' ') != value.npos ? CodeStatus::kSeveral : decoded.status;
  const bool is_earlier = page_.code == CodeStatus::kRescored && decoded.earlier >= 0;
  if (page_.code != CodeStatus::kOk && !is_earlier) return true;
  page_.code = CodeStatus::kOk;
  then_ = {std::string(value), std::move(decoded.answers), decoded.earlier};
  // Before the result nothing can be compared yet: the reader goes on where they are.
  if (row().part == Part::kResult || row().part == Part::kPanel) open({Screen::kCompare, 0});
  page_.moved = true;
  return true;
}

bool Session::change_plan(std::string_view what, std::string_view value) {
  bool made = false;
  if (!planning_.act(what, value, result(), made)) return false;
  page_.moved = made && planning_.focus.empty();  // to its heading
  return true;
}

bool Session::act(const Action& action) {
  const std::string_view id = action.id;
  std::string_view rest;
  page_.begin_action();
  planning_.focus.clear();
  if (is(id, "nav.start")) return open(way_.after({Screen::kIntro, 0}, given_)), true;
  if (is(id, "nav.begin")) {
    const bool offers = way_.place.screen == Screen::kModulesWords || way_.place.screen == Screen::kModulesMore;
    return offers && (open(way_.after(place(), given_)), true);
  }
  if (is(id, "nav.next")) return next();
  if (is(id, "nav.back")) return back();
  if (is(id, "nav.skip")) return skip();
  if (is(id, "nav.edit")) return open(way_.question_after(-1, given_)), true;
  if (is(id, "nav.more")) return page_.more[0] = !page_.more[0], true;
  if (is(id, "nav.more-2")) return page_.more[1] = !page_.more[1], true;
  if (is(id, "go.limits")) return open({Screen::kAbout, 0}), true;  // what one person's view is worth
  if (is(id, "share.step")) return page_.with_step = !page_.with_step, true;
  if (is(id, "share.poll")) return page_.with_code = !page_.with_code, true;
  if (is(id, "files.appendix")) return page_.appendix = !page_.appendix, true;
  if (is(id, "site.team")) return page_.for_team = true, true;
  if (is(id, "nav.restart")) return page_.ask(true), true;
  if (is(id, "nav.wipe")) return page_.confirming && (restart(), true);
  if (is(id, "nav.cancel")) return page_.confirming && (page_.ask(false), true);
  if (is(id, "word.close")) return page_.word >= 0 && (page_.closed_word = std::exchange(page_.word, -1), true);
  if (begins(id, "word.", rest)) return toggle(page_.word, rest, questionnaire().glossary.size());
  if (begins(id, "panel.", rest)) return toggle(page_.card, rest, questionnaire().evidence.size());
  if (begins(id, "target.", rest)) return page_.choose_target(number_in(rest), questionnaire());
  if (begins(id, "lang.", rest)) return choose_language(rest);
  if (begins(id, "file.", rest)) {
    const std::optional<FileKind> kind = file_kind_named(rest);
    return kind && (page_.file = *kind, true);
  }
  if (begins(id, "compare.", rest)) return compare_with(rest, action.value);
  if (begins(id, "plan.", rest)) return change_plan(rest, action.value);
  if (begins(id, "embed.", rest)) return kk::choose(questionnaire(), page_.embed, rest);
  if (begins(id, "strip.", rest)) {
    const int index = questionnaire().question_index(rest);
    return index >= 0 && asks(index) && (open({Screen::kQuestion, index}), true);
  }
  if (begins(id, "go.", rest)) return go(rest);
  if (begins(id, "tab.", rest)) return go(rest);
  if (is(id, "code.open")) return open_code(action.value), true;
  return choose(id) || (supplement_ && supplement_->act(*this, id, action.value, page_.focus));
}

}  // namespace kk
