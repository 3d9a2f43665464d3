#include "view/view.h"

#include "view/builder.h"

#ifndef KK_VERSION
#error "KK_VERSION is set by the build from the version in CMakeLists.txt"
#endif

namespace kk {
namespace {

void bar(Builder& b) {
  const int bar = b.add(-1, "bar", Kind::kHeader, Look::kTopBar);
  b.add(bar, "bar.brand", Kind::kSpan, Look::kBrand, b.small() ? "" : "Klantkompas");
  const int util = b.add(bar, "bar.util", Kind::kGroup, Look::kUtil);
  b.add(util, "view.text", Kind::kSwitch, Look::kTextSwitch, b.words.text_view);
  const int languages = b.add(util, "bar.languages", Kind::kGroup, Look::kLanguages);
  b.node(languages).name = b.words.languages;
  for (std::size_t i = 0; i < b.q.languages.size(); ++i) {
    std::string label;
    for (const char c : b.q.languages[i]) label += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const int button = b.button(languages, "lang." + b.q.languages[i], Look::kLanguage, label);
    b.node(button).current = static_cast<int>(i) == b.session.language();
  }
}

void screen(Builder& b) {
  switch (b.session.place().screen) {
    case Screen::kIntro: return intro_screen(b);
    case Screen::kQuestion: return question_screen(b);
    case Screen::kResult: return result_screen(b);
    case Screen::kSteps: return steps_screen(b);
    case Screen::kAbout:
    case Screen::kPrivacy: return note_screen(b);
  }
}

std::string title(const Builder& b) {
  const Place& place = b.session.place();
  std::string what;
  switch (place.screen) {
    case Screen::kIntro: return "Klantkompas: " + std::string(b.text(b.q.title));
    case Screen::kQuestion:
      what = fill(b.words.question_title,
                  {{"n", number(place.index + 1)}, {"of", number(static_cast<int>(b.q.questions.size()))}});
      break;
    case Screen::kResult: what = lower_first(b.words.result); break;
    case Screen::kSteps: what = lower_first(b.words.steps); break;
    case Screen::kAbout: what = lower_first(b.words.about); break;
    case Screen::kPrivacy: what = lower_first(b.words.privacy); break;
  }
  return "Klantkompas: " + what;
}

}  // namespace

View build_view(const Session& session, const ViewOptions& options) {
  View view;
  Builder b(session, options, view);
  view.screen = name_of(session.place());
  view.language = b.words.tag;
  view.title = title(b);
  bar(b);
  screen(b);
  if (session.missing()) view.say = b.words.missing;
  if (session.moved()) {
    // The new screen's heading takes focus, so that reading goes on where the screen begins.
    for (const Node& node : view.nodes) {
      if (node.kind == Kind::kHeading && node.level == 1) view.focus = node.id;
    }
  }
  return view;
}

}  // namespace kk
