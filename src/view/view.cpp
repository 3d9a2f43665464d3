#include "view/view.h"

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"
#include "view/words/words.h"

#ifndef KK_VERSION
#error "KK_VERSION is set by the build from the version in CMakeLists.txt"
#endif

namespace kk {
namespace {

void bar(Builder& b) {
  const int bar = b.add(-1, "bar", Kind::kHeader, Look::kTopBar);
  // The mark gives way to a third language on a narrow page, and below 312 px, where it would have a row of its own.
  constexpr float kMarkAndTwoLanguages = 312;
  if (b.q.languages.size() > 2 ? !b.tiny() : b.options.width >= kMarkAndTwoLanguages) {
    b.add(bar, "bar.brand", Kind::kSpan, Look::kBrand, b.small() ? "" : "Klantkompas");
  }
  const int util = b.add(bar, "bar.util", Kind::kGroup, Look::kUtil);
  b.add(util, "view.text", Kind::kSwitch, Look::kTextSwitch, b.words.text_view);
  const int languages = b.add(util, "bar.languages", Kind::kGroup, Look::kLanguages);
  b.node(languages).name = b.words.languages;
  for (std::size_t i = 0; i < b.q.languages.size(); ++i) {
    const int button =
        b.button(languages, "lang." + language_id(b.q, i), Look::kLanguage, language_label(b.q.languages[i]));
    b.node(button).current = static_cast<int>(i) == b.session.language();
  }
}

void screen(Builder& b) {
  switch (b.session.place().screen) {
    case Screen::kIntro:
      return intro_screen(b);
    case Screen::kModulesWords:
    case Screen::kModulesMore:
      return announcement_screen(b);
    case Screen::kRole:
      return role_screen(b);
    case Screen::kClaim:
      return claim_screen(b);
    case Screen::kQuestion:
      return question_screen(b);
    case Screen::kProfile:
      return profile_screen(b);
    case Screen::kTicks:
      return ticks_screen(b);
    case Screen::kContext:
      return context_screen(b);
    case Screen::kResult:
      return result_screen(b);
    case Screen::kSteps:
      return steps_screen(b);
    case Screen::kPatterns:
      return patterns_screen(b);
    case Screen::kMirror:
      return mirror_screen(b);
    case Screen::kShare:
      return share_screen(b);
    case Screen::kAbout:
    case Screen::kEvidence:
    case Screen::kGlossary:
    case Screen::kPrivacy:
    case Screen::kEmbed:
      return note_screen(b);
    case Screen::kCode:
      return code_screen(b);
  }
}

/// Opnieuw asks first. Delen has a place for that; any other screen asks below everything else.
void ask(Builder& b) {
  const Screen open = b.session.place().screen;
  if (!b.session.confirming() || open == Screen::kShare) return;
  int screen = 0;
  while (b.node(screen).id != b.view.screen) ++screen;
  b.paragraph(screen, "ask", Look::kMessage, b.words.restart_ask);
  const int foot = b.add(screen, "ask.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.cancel", Look::kSecondary, b.words.cancel);
  b.button(foot, "nav.wipe", Look::kCaution, b.words.restart_yes);
}

std::string title(const Builder& b) {
  const Place& place = b.session.place();
  const auto of = [](std::string_view pattern, int n, int count) {
    return lower_first(fill(pattern, {{"n", number(n)}, {"of", number(count)}}));
  };
  const auto nth = [&](std::string_view pattern, std::size_t count) {
    return of(pattern, place.index + 1, static_cast<int>(count));
  };
  const auto what = [&]() -> std::string {
    switch (place.screen) {
      case Screen::kIntro:
        return std::string(b.text(b.q.title));
      case Screen::kModulesWords:
        return lower_first(b.words.word_and_deed);
      case Screen::kRole:
        return lower_first(b.words.mirror) + ", " + lower_first(b.words.before_start);
      case Screen::kClaim:
        return lower_first(b.words.word_and_deed) + ", " + nth(b.words.count, b.q.claims.questions.size());
      case Screen::kQuestion:
        return of(b.words.count, b.session.number_of(place.index), b.result.asked);
      case Screen::kModulesMore:
        return lower_first(b.words.more_offer);
      case Screen::kProfile:
        return lower_first(b.words.mirror) + ", " + nth(b.words.statement_count, b.q.profile.items.size());
      case Screen::kTicks:
        return lower_first(b.words.excuses);
      case Screen::kContext:
        return lower_first(b.text_or(b.q.context.title, b.words.context));
      case Screen::kResult:
        return lower_first(b.words.result);
      case Screen::kSteps:
        return lower_first(b.words.steps);
      case Screen::kPatterns:
        return lower_first(b.words.patterns);
      case Screen::kMirror:
        return lower_first(b.words.mirror);
      case Screen::kShare:
        return lower_first(b.words.share_long);
      case Screen::kAbout:
        return lower_first(b.words.about);
      case Screen::kEvidence:
        return lower_first(b.words.evidence);
      case Screen::kGlossary:
        return lower_first(b.words.glossary);
      case Screen::kPrivacy:
        return lower_first(b.words.privacy);
      case Screen::kCode:
        return lower_first(b.words.code_title);
      case Screen::kEmbed:
        return lower_first(b.words.embed);
    }
    return {};
  };
  return "Klantkompas: " + what();
}

std::string news(const Builder& b) {
  if (b.session.missing()) return std::string(b.words.missing);
  if (b.session.place().screen == Screen::kCode) return std::string(refusal(b));
  switch (b.session.news()) {
    case News::kNone:
      return {};
    case News::kResultReady:
      return std::string(b.result.stage ? b.words.result_ready : b.words.too_few_title) + (b.result.stage ? "" : ".");
    case News::kResultChanged:
      return fill(b.words.result_changed, {{"over", lower_first(over_line(b))}});
    case News::kWiped:
      return std::string(b.words.wiped);
  }
  return {};
}

}  // namespace

View build_view(const Session& session, const ViewOptions& options) {
  View view;
  Builder b(session, options, view);
  view.screen = name_of(session.place());
  // A region is kept: our words are in its language too.
  const std::string& tag = session.questionnaire().languages[static_cast<std::size_t>(session.language())];
  view.language = tag.substr(0, tag.find('-')) == b.words.tag ? tag : std::string(b.words.tag);
  view.title = title(b);
  bar(b);
  screen(b);
  ask(b);
  if (view.say.empty()) view.say = news(b);
  if (session.moved()) {
    // The new screen's heading takes focus, so that reading goes on where the screen begins.
    for (const Node& node : view.nodes) {
      if (node.kind == Kind::kHeading && node.level == 1) view.focus = node.id;
    }
  }
  return view;
}

}  // namespace kk
