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
    b.add(bar, "bar.brand", Kind::kSpan, Look::kBrand, std::string_view(b.small() ? "" : "Klantkompas"));
  }
  const int util = b.add(bar, "bar.util", Kind::kGroup, Look::kUtil);
  b.add(util, "view.text", Kind::kSwitch, Look::kTextSwitch, b.words.text_view);
  const int languages = b.add(util, "bar.languages", Kind::kGroup, Look::kLanguages);
  b.node(languages).name = b.words.languages;
  for (std::size_t i = 0; i < b.q.languages.size(); ++i) {
    const int button =
        b.button(languages, cat("lang.", language_id(b.q, i)), Look::kLanguage, language_label(b.q.languages[i]));
    b.node(button).current = static_cast<int>(i) == b.session.language();
  }
}

/// Opnieuw asks first. Delen has a place for that; any other screen asks below everything else.
void ask(Builder& b) {
  const Screen open = b.session.place().screen;
  if (!b.session.confirming() || open == Screen::kShare) return;
  int screen = 0;
  while (b.node(screen).id != b.view.screen) ++screen;
  ask_before_wiping(b, screen, "ask", Look::kFoot);
}

std::string title(const Builder& b) {
  const ScreenRow& row = b.session.row();
  std::string title = "Klantkompas: ";
  if (row.title) return cat(title, row.title(b));
  if (row.word) title += lower_first(b.words.*row.word);
  if (row.word && row.detail) title += ", ";
  if (row.detail) {
    const int index = b.session.place().index;
    const bool is_question = row.part == Part::kQuestions;
    title += lower_first(fill(b.words.*row.detail, {{"n", is_question ? b.number_of(index) : number(index + 1)},
                                                    {"of", is_question ? b.result.asked : count_of(b.q, row)}}));
  }
  return title;
}

/// How far the reader is, and no more: what comes before the questions counts as 0, what comes after them as all.
Progress progress(const Session& session) {
  const int all = static_cast<int>(session.questionnaire().questions.size());
  switch (session.row().part) {
    case Part::kIntro:
      return {"intro", 0, all};
    case Part::kBefore:
      return {"question", 0, all};
    case Part::kQuestions:
      return {"question", session.place().index + 1, all};
    case Part::kAfter:
      return {"question", all, all};
    case Part::kResult:
      return {"result", all, all};
    case Part::kPanel:
      break;
  }
  return {};
}

std::string news(const Builder& b) {
  if (b.session.missing()) return std::string(b.words.missing);
  switch (b.session.news()) {
    case News::kNone:
      return {};
    case News::kResultReady:
      return b.result.stage ? std::string(b.words.result_ready) : cat(b.words.too_few_title, ".");
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
  view.screen = name_of(session.place(), session.screens());
  view.progress = progress(session);
  // A region is kept: our words are in its language too.
  const std::string& tag = session.questionnaire().languages[static_cast<std::size_t>(session.language())];
  view.language = tag.substr(0, tag.find('-')) == b.words.tag ? tag : std::string(b.words.tag);
  view.title = title(b);
  view.code = static_cast<int>(session.code());
  bar(b);
  session.row().build(b);
  ask(b);
  if (view.say.empty()) view.say = news(b);
  // The new screen's heading takes focus, so that reading goes on where the screen begins.
  for (const Node& node : view.nodes) {
    if (session.moved() ? node.kind == Kind::kHeading && node.level == 1 : node.id == session.focus())
      view.focus = node.id;
  }
  return view;
}

}  // namespace kk
