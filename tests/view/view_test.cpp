// What must hold of every view: ids, tree, headings, references, names, and figures that say what they draw.
#include "view/view.h"

#include <set>

#include "support/figure_texts.h"
#include "support/sample.h"
#include "view/node_id.h"

namespace kk {
namespace {

using sample::find;
using sample::for_each_view;
using sample::inside;

/// The texts of a node that someone can read or hear.
std::vector<std::string> texts(const Node& node) {
  std::vector<std::string> out = {node.text, node.name};
  for (const auto& [label, value] : test::figure_texts(node)) out.insert(out.end(), {label, value});
  return out;
}

TEST(View, IsATreeInReadingOrder) {
  for_each_view([](const Session&, const View& view) {
    std::set<std::string> ids;
    std::vector<int> open;  // the path from the root to the node before
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
      const Node& node = view.nodes[i];
      EXPECT_TRUE(is_node_id(node.id)) << node.id;
      EXPECT_TRUE(ids.insert(node.id).second) << node.id << " stands twice";
      ASSERT_LT(node.parent, static_cast<int>(i)) << node.id;
      while (!open.empty() && open.back() != node.parent) open.pop_back();
      ASSERT_EQ(open.empty() ? -1 : open.back(), node.parent) << node.id << " is not beside its siblings";
      open.push_back(static_cast<int>(i));
      EXPECT_LE(open.size(), 8u) << node.id << " is too deep";
    }
  });
}

TEST(View, HasTheBarAndOneScreen) {
  for_each_view([](const Session& session, const View& view) {
    std::vector<std::string> roots;
    for (const Node& node : view.nodes) {
      if (node.parent < 0) roots.push_back(node.id);
    }
    EXPECT_EQ(roots, (std::vector<std::string>{"bar", view.screen}));
    EXPECT_EQ(view.screen, name_of(session.place()));
    EXPECT_TRUE(view.title.starts_with("Klantkompas: ")) << view.title;
    EXPECT_GT(view.title.size(), 14u);
  });
}

TEST(View, HasOneMainHeadingAndNoGapsBelowIt) {
  for_each_view([](const Session&, const View& view) {
    int first = 0, before = 1;
    for (const Node& node : view.nodes) {
      EXPECT_EQ(node.level != 0, node.kind == Kind::kHeading) << node.id;
      if (node.kind != Kind::kHeading) continue;
      EXPECT_LE(node.level, before + 1) << node.id << " skips a level";
      before = node.level;
      first += node.level == 1;
    }
    EXPECT_EQ(first, 1);
  });
}

TEST(View, PointsOnlyAtNodesThatExist) {
  for_each_view([](const Session&, const View& view) {
    for (const Node& node : view.nodes) {
      for (const std::string& id : {node.labelled_by, node.described_by}) {
        EXPECT_TRUE(id.empty() || find(view, id)) << node.id << " points at " << id;
      }
    }
    EXPECT_TRUE(view.focus.empty() || find(view, view.focus)) << view.focus;
  });
}

TEST(View, SaysSomethingWhereverTextIsExpected) {
  for_each_view([](const Session&, const View& view) {
    for (const Node& node : view.nodes) {
      SCOPED_TRACE(node.id);
      const bool speaks = node.kind == Kind::kHeading || node.kind == Kind::kParagraph || node.kind == Kind::kSpan ||
                          node.kind == Kind::kButton || node.kind == Kind::kSwitch || node.kind == Kind::kRadio ||
                          node.kind == Kind::kFigure || node.kind == Kind::kColumnHead || node.kind == Kind::kRowHead ||
                          node.kind == Kind::kCheckbox;
      const bool icon_only = node.look == Look::kBrand;
      EXPECT_TRUE(!speaks || icon_only || !node.text.empty());
      EXPECT_TRUE((node.kind != Kind::kNav && node.kind != Kind::kTable) || !node.name.empty());
      EXPECT_TRUE(node.kind != Kind::kTextarea || !node.name.empty() || !node.labelled_by.empty());
      if (node.id == "files.text") continue;  // a file, and no sentence of ours
      for (const std::string& text : texts(node)) {
        EXPECT_EQ(text.find_first_of("{}\n\t"), text.npos) << text;
        EXPECT_EQ(text.find("  "), text.npos) << text;
        EXPECT_TRUE(text.empty() || (text.front() != ' ' && text.back() != ' ')) << text;
        const bool difference = node.id.starts_with("patterns.dumbbell.t.");  // may well be below 0
        EXPECT_TRUE(difference || text.find("-1") == text.npos) << text << ": an index that is none";
      }
      EXPECT_LE(node.bold + node.tail, static_cast<int>(node.text.size()));
    }
  });
}

/// Lower case, ASCII only: enough to compare a visible label with its longer name.
std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

TEST(View, KeepsVisibleLabelsInTheirNames) {
  for_each_view([](const Session&, const View& view) {
    for (const Node& node : view.nodes) {
      if (node.name.empty() || node.kind == Kind::kDate) continue;  // of a field, what is in it is no label
      EXPECT_NE(lower(node.name).find(lower(node.text)), std::string::npos) << node.id << ": " << node.name;
    }
  });
}

std::vector<std::string> numbers_in(const std::string& text) {
  std::vector<std::string> out;
  bool digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (!digit) out.emplace_back();
      out.back() += c;
    }
    digit = c >= '0' && c <= '9';
  }
  return out;
}

TEST(View, PutsEveryDrawnNumberInATable) {
  for_each_view([](const Session&, const View& view) {
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
      const Node& node = view.nodes[i];
      if (node.kind != Kind::kFigure) continue;
      SCOPED_TRACE(node.id);
      std::string cells = " ";
      int tables = 0;
      for (std::size_t k = i + 1; k < view.nodes.size(); ++k) {
        const Node& cell = view.nodes[k];
        if (!inside(view, static_cast<int>(k), static_cast<int>(i))) continue;
        tables += cell.kind == Kind::kTable;
        if (cell.kind != Kind::kCell && cell.kind != Kind::kRowHead) continue;
        EXPECT_FALSE(cell.drawn) << cell.id;
        cells += cell.text + " ";
      }
      EXPECT_GE(tables, 1);  // under 600 px the answers stand below the bars, in one figure
      for (std::size_t dash; (dash = cells.find("–")) != cells.npos;) cells.replace(dash, 3, " ");  // "33–67"
      const auto* ladder = test::picture<LadderFigure>(&node);
      if (ladder) {
        EXPECT_NE(cells.find(" " + numbers_in(ladder->score_number).at(0) + " "), cells.npos) << ladder->score_number;
      }
      const bool has_other_words = ladder || test::picture<StagesFigure>(&node) || test::picture<CausesFigure>(&node) ||
                                   test::picture<MirrorFigure>(&node);
      for (const auto& [label, value] : test::figure_texts(node)) {
        EXPECT_TRUE(label.empty() || cells.find(" " + label + " ") != cells.npos) << label;
        if (value == "?" || value == "–") continue;      // "weet ik niet" where there is no room for it
        if (label.empty() && has_other_words) continue;  // on the pills and the axis
        // "niveau 3" and "daad 50, woord 75" are drawn; words without a number stand in a cell as they are.
        const std::vector<std::string> numbers = numbers_in(value);
        for (const std::string& number : numbers) EXPECT_NE(cells.find(" " + number + " "), cells.npos) << value;
        EXPECT_TRUE(!numbers.empty() || value.empty() || cells.find(" " + value + " ") != cells.npos) << value;
      }
    }
  });
}

TEST(View, KeepsTheRowsOfATableEqual) {
  for_each_view([](const Session&, const View& view) {
    for (std::size_t t = 0; t < view.nodes.size(); ++t) {
      if (view.nodes[t].kind != Kind::kTable) continue;
      std::set<int> sizes;
      for (std::size_t r = t + 1; r < view.nodes.size(); ++r) {
        if (view.nodes[r].parent != static_cast<int>(t)) continue;
        int cells = 0;
        for (const Node& cell : view.nodes) cells += cell.parent == static_cast<int>(r);
        sizes.insert(cells);
      }
      EXPECT_EQ(sizes.size(), 1u) << view.nodes[t].id;
    }
  });
}

TEST(View, IsAPureFunction) {
  const Session session = sample::session({"044444444", "result"});
  const View a = build_view(session, {.width = 720}), b = build_view(session, {.width = 720});
  ASSERT_EQ(a.nodes.size(), b.nodes.size());
  for (std::size_t i = 0; i < a.nodes.size(); ++i) EXPECT_EQ(texts(a.nodes[i]), texts(b.nodes[i]));
}

TEST(View, KeepsIdsAcrossLanguages) {
  for (const std::string& screen : sample::kScreens) {
    const View dutch = sample::view(sample::with_modules("044444444", screen, "nl", 1));
    const View english = sample::view(sample::with_modules("044444444", screen, "en", 1));
    ASSERT_EQ(dutch.nodes.size(), english.nodes.size()) << screen;
    for (std::size_t i = 0; i < dutch.nodes.size(); ++i) EXPECT_EQ(dutch.nodes[i].id, english.nodes[i].id);
  }
}

}  // namespace
}  // namespace kk
