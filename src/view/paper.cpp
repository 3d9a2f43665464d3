#include "view/paper.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"

namespace kk {
namespace {

/// What leads elsewhere is of no use on paper, and stands on several pages.
bool leads_elsewhere(const Node& node) {
  if (node.look == Look::kStripItem) return false;  // an answer as well
  return node.kind == Kind::kNav || node.kind == Kind::kHeader || node.kind == Kind::kButton ||
         node.kind == Kind::kSwitch;
}

/// Takes the nodes of a page that are `wanted`, with all that is inside them. The others stay as they are.
template <typename Wanted>
void append(View& paper, View& page, const Wanted& wanted) {
  std::vector<int> place(page.nodes.size(), -1);  // in `paper`; -1: left out
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    Node& node = page.nodes[i];
    const bool inside = node.parent >= 0;
    if ((inside && place[static_cast<std::size_t>(node.parent)] < 0) || !wanted(node)) continue;
    if (inside) node.parent = place[static_cast<std::size_t>(node.parent)];
    place[i] = static_cast<int>(paper.nodes.size());
    paper.nodes.push_back(std::move(node));
  }
}

/// Beside the pages that it shows parts of: every node has a name of its own.
void append_report(View& paper, const Session& session, const ViewOptions& options) {
  constexpr std::string_view kOwn = "on-paper.";
  View sheets;
  Session folded = session;
  folded.act("go.result");
  Builder b(folded, options, sheets);
  report(b);
  for (Node& node : sheets.nodes) {
    node.id = cat(kOwn, node.id);
    if (!node.described_by.empty()) node.described_by = cat(kOwn, node.described_by);
  }
  append(paper, sheets, [](const Node& node) { return !leads_elsewhere(node); });
}

}  // namespace

View build_paper(const Session& session, const ViewOptions& options) {
  return build_paper(session, options, session.appendix() ? Behind::kAllPages : Behind::kNothing);
}

View build_paper(const Session& session, const ViewOptions& options, Behind behind) {
  const bool all = behind == Behind::kAllPages;
  ViewOptions unfolded = options;
  unfolded.paper = true;
  View open = build_view(session, unfolded);
  if (session.row().part != Part::kResult || session.row().paper == Paper::kInstead) return open;
  View paper{.screen = open.screen,
             .language = open.language,
             .title = open.title,
             .say = open.say,
             .focus = {},
             .nodes = {},
             .progress = open.progress,
             .theme = {},
             .code = open.code};
  append(paper, open, [](const Node& node) { return node.parent >= 0 || node.kind == Kind::kHeader; });
  append_report(paper, session, unfolded);
  const ScreenRows rows = session.screens();
  for (const ScreenRow& row : rows) {
    if (&row == &session.row()) {
      if (!all && row.paper != Paper::kAlone) {
        for (Node& node : open.nodes) node.look = node.parent < 0 ? Look::kOffPaper : node.look;
      }
      append(paper, open, [](const Node& node) { return node.kind != Kind::kHeader; });
      continue;
    }
    if (!all || row.paper == Paper::kNo || row.paper == Paper::kInstead ||
        (row.has_content && !row.has_content(session)))
      continue;
    Session other = session;
    if (!other.act(cat("go.", row.name))) continue;
    if (row.paper == Paper::kUnfolded) other.act("nav.more");
    if (row.paper == Paper::kUnfolded) other.act("nav.more-2");
    View page = build_view(other, unfolded);
    append(paper, page, [](const Node& node) { return !leads_elsewhere(node); });
  }
  return paper;
}

}  // namespace kk
