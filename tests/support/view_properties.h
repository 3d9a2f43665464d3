// What must hold of every screen of anything the readers accept: the document takes it (src/view/node.h).
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "support/properties.h"
#include "view/builder.h"
#include "view/paper.h"
#include "view/view.h"

namespace kk::test {

/// As web/shared/record.js checks it.
inline void require_record(const View& view) {
  require(view.nodes.size() <= kMostNodes, "no more nodes than a record may have");
  std::set<std::string_view> ids;
  std::vector<int> depths;
  std::size_t bytes = 0;
  const auto fits = [&](const std::string& text) {
    bytes += text.size();
    require(text.size() <= kMostTextBytes, "texts fit");
  };
  for (const std::string* text : {&view.screen, &view.language, &view.title, &view.say}) fits(*text);
  for (const Node& node : view.nodes) {
    if (!is_node_id(node.id)) std::fprintf(stderr, "%s: %s\n", view.screen.c_str(), node.id.c_str());
    require(is_node_id(node.id), "ids are of the alphabet");
    const bool is_first = ids.insert(node.id).second;
    if (!is_first) std::fprintf(stderr, "%s: %s\n", view.screen.c_str(), node.id.c_str());
    require(is_first, "an id names one thing");
    require(node.parent >= -1 && node.parent < static_cast<int>(depths.size()), "parents stand before their children");
    depths.push_back(node.parent < 0 ? 1 : depths[static_cast<std::size_t>(node.parent)] + 1);
    require(depths.back() <= kMostDepth, "nodes are not too deep");
    require(node.link.size() <= kMostLinkBytes, "links fit");
    for (const std::string* text : {&node.text, &node.name, &node.language}) fits(*text);
    for (const std::string* id : {&node.labelled_by, &node.described_by}) {
      require(id->empty() || is_node_id(*id), "what names a node has an id");
    }
  }
  for (const Node& node : view.nodes) {
    for (const std::string* id : {&node.labelled_by, &node.described_by}) {
      require(id->empty() || ids.contains(*id), "what names a node is there");
    }
  }
  require(bytes < kMostRecordBytes / 2, "its words leave room for their places");
}

/// Every control on the screen leads somewhere: the session knows it, or the page does.
inline void require_controls(const Session& session, const View& view) {
  for (const Node& node : view.nodes) {
    const bool is_control = node.kind == Kind::kButton || node.kind == Kind::kRadio || node.kind == Kind::kCheckbox ||
                            node.kind == Kind::kSwitch;
    if (!is_control || node.id == "view.text" || node.id.starts_with("copy.") || node.id.starts_with("page.") ||
        node.id.starts_with("site.")) {
      continue;
    }
    Session next = session;
    const bool is_known = next.act(node.id);
    if (!is_known) std::fprintf(stderr, "%s: %s\n", view.screen.c_str(), node.id.c_str());
    require(is_known, "a control acts");
  }
}

/// All screens in all languages can be shown, folded open too and on paper.
inline void require_views(const Questionnaire& questionnaire, const Answers& answers, bool controls = false) {
  std::vector<std::string> screens;
  for (std::size_t i = 0; i < kScreenRows.size(); ++i) {
    const int count = count_of(questionnaire, kScreenRows[i]);
    if (count > 0) screens.push_back(name_of({static_cast<Screen>(i), 0}));
    if (count > 1) screens.push_back(name_of({static_cast<Screen>(i), count - 1}));
  }
  Session session(questionnaire);
  session.restore(answers);
  for (std::size_t language = 0; language < questionnaire.languages.size(); ++language) {
    require(session.act("lang." + language_id(questionnaire, language)), "its language can be chosen");
    for (const std::string& screen : screens) {
      if (!session.act("go." + screen)) continue;
      for (const bool more : {false, true}) {
        if (more) session.act("nav.more");
        const View view = build_view(session, {.width = more ? 340.f : 720.f});
        require_record(view);
        if (controls) require_controls(session, view);
      }
    }
    if (!session.act("go.result")) continue;
    require_record(build_paper(session, {}));
    session.act("files.appendix");
    require_record(build_paper(session, {}));
  }
}

}  // namespace kk::test
