// The table of screens: every row is whole, and a row is all that a screen needs.
#include "view/screens/table.h"

#include <algorithm>
#include <set>

#include "support/sample.h"
#include "support/view_properties.h"
#include "view/paper.h"
#include "view/screens/screen.h"

namespace kk {
namespace {

using sample::find;
using sample::klantgedreven;

TEST(ScreenTable, HasWholeRows) {
  std::set<std::string_view> names;
  for (const ScreenRow& row : kScreenRows) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(names.insert(row.name).second);
    EXPECT_TRUE(is_node_id(std::string(row.name) + "9.sources"));
    EXPECT_EQ(row.name.find_first_of(".:_0123456789"), row.name.npos);
    EXPECT_TRUE(row.build);
    EXPECT_TRUE(row.word || row.detail || row.title);
    EXPECT_TRUE(row.word || (row.link == Link::kNone && !row.short_word)) << "what leads to it has a word";
    EXPECT_TRUE(row.part == Part::kResult || (row.link != Link::kTab && row.link != Link::kTabAside));
    EXPECT_TRUE(row.part == Part::kPanel || (row.link != Link::kSource && row.link != Link::kPanel));
    for (const ScreenRow& other : kScreenRows) {
      EXPECT_FALSE(&other != &row && row.name.ends_with('-') && other.name.starts_with(row.name)) << other.name;
    }
  }
}

TEST(ScreenTable, NamesAreThoseOfScreensAndNothingElse) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kScreenRows.size(); ++i) {
    for (int n = 0; n < count_of(klantgedreven(), kScreenRows[i]); ++n) {
      const Place place{static_cast<Screen>(i), n};
      names.push_back(name_of(place));
      EXPECT_EQ(place_named(klantgedreven(), names.back()), place);
    }
  }
  std::vector<std::string> known = sample::kScreens;
  known.emplace_back("embed");
  EXPECT_EQ(names, known);
}

/// The rows of the product and one more, as who adds a screen writes it.
std::vector<ScreenRow> with(const ScreenRow& row) {
  std::vector<ScreenRow> rows(kScreenRows.begin(), kScreenRows.end());
  rows.push_back(row);
  return rows;
}

Session session_with(const std::vector<ScreenRow>& rows) {
  Session session(klantgedreven(), rows);
  session.restore(sample::answers(klantgedreven(), "133444444"));
  return session;
}

void extra_screen(Builder& b) {
  const int screen = b.add(-1, b.view.screen, Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  b.heading(screen, b.view.screen + ".h", 1, Look::kPageTitle, "Wie doet wat?");
  sources(b, screen);
}

std::vector<std::string> buttons(const View& view, std::string_view prefix) {
  std::vector<std::string> out;
  for (const Node& node : view.nodes) {
    if (node.id.starts_with(prefix)) out.push_back(node.id);
  }
  return out;
}

TEST(ScreenTable, ARowIsAPageOfTheResult) {
  const auto rows = with({.name = "extra",
                          .part = Part::kResult,
                          .link = Link::kTab,
                          .paper = Paper::kPage,
                          .word = &Words::keep,
                          .build = extra_screen});
  Session session = session_with(rows);
  ASSERT_TRUE(session.act("go.result"));
  const std::vector<std::string> tabs = {"tab.result", "tab.steps", "tab.patterns", "tab.extra", "tab.share"};
  EXPECT_EQ(buttons(build_view(session, {}), "tab."), tabs);

  ASSERT_TRUE(session.act("tab.extra"));
  const View view = build_view(session, {});
  test::require_record(view);
  EXPECT_EQ(view.screen, "extra");
  EXPECT_EQ(view.title, "Klantkompas: " + lower_first(words_for("nl").keep));
  EXPECT_EQ(view.focus, "extra.h");
  EXPECT_EQ(view.progress.phase, "result");
  ASSERT_TRUE(find(view, "tab.extra"));
  EXPECT_TRUE(find(view, "tab.extra")->current);
  EXPECT_FALSE(find(view, "tab.result")->current);
  EXPECT_TRUE(find(view, "extra.sources"));
  EXPECT_FALSE(session.act("nav.back")) << "a page of the result has tabs instead";

  ASSERT_TRUE(session.act("go.steps"));
  EXPECT_FALSE(find(build_paper(session, {}), "extra.h")) << "the report comes first";
  ASSERT_TRUE(session.act("files.appendix"));
  EXPECT_TRUE(find(build_paper(session, {}), "extra.h"));
  ASSERT_TRUE(session.act("nav.restart") && session.act("nav.wipe"));
  EXPECT_TRUE(session.act("go.extra")) << "it is still there after everything was wiped";
}

TEST(ScreenTable, ARowIsAPanelWithNumbers) {
  const auto rows = with({.name = "case-",
                          .count = [](const Questionnaire&) { return 2; },
                          .word = &Words::glossary,
                          .build = extra_screen});
  Session session = session_with(rows);
  ASSERT_TRUE(session.act("go.question-4"));
  EXPECT_FALSE(session.act("go.case-3"));
  EXPECT_FALSE(session.act("go.case-"));
  ASSERT_TRUE(session.act("go.case-2"));
  const View view = build_view(session, {});
  test::require_record(view);
  EXPECT_EQ(view.screen, "case-2");
  EXPECT_EQ(view.progress.phase, "");
  ASSERT_TRUE(session.act("nav.back"));
  EXPECT_EQ(build_view(session, {}).screen, "question-4");
}

TEST(ScreenTable, ARowIsAStepOfTheWay) {
  const auto rows = with({.name = "extra", .part = Part::kAfter, .word = &Words::keep, .build = extra_screen});
  Session session = session_with(rows);
  ASSERT_TRUE(session.act("go.extra"));
  EXPECT_EQ(build_view(session, {}).progress.phase, "question");
  EXPECT_EQ(build_view(session, {}).progress.question, 9);
  EXPECT_TRUE(session.leads_to_result());
  ASSERT_TRUE(session.act("nav.back"));
  EXPECT_EQ(sample::where(session), "context");
}

TEST(ScreenTable, SaysHowFarTheReaderIsAndNoMore) {
  struct Case {
    const char* screen;
    const char* phase;
    int question;
  };
  for (const auto& [screen, phase, question] :
       {Case{"intro", "intro", 0}, Case{"modules-words", "question", 0}, Case{"role", "question", 9},
        Case{"claims-3", "question", 0}, Case{"question-1", "question", 1}, Case{"question-9", "question", 9},
        Case{"modules-more", "question", 9}, Case{"profile-12", "question", 9}, Case{"ticks", "question", 9},
        Case{"context", "question", 9}, Case{"result", "result", 9}, Case{"mirror", "result", 9},
        Case{"share", "result", 9}, Case{"about", "", 0}, Case{"code", "", 0}, Case{"embed", "", 0}}) {
    const Progress progress = sample::view({.screen = screen}).progress;
    EXPECT_EQ(progress.phase, phase) << screen;
    EXPECT_EQ(progress.question, question) << screen;
    EXPECT_EQ(progress.questions, *phase ? 9 : 0) << screen;
  }
}

}  // namespace
}  // namespace kk
