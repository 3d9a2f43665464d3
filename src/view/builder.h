// Adds nodes to a View. Screens use it; nothing else does.
#pragma once

#include <cassert>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "view/node.h"
#include "view/node_id.h"
#include "view/session/session.h"
#include "view/view.h"
#include "view/widths.h"
#include "view/words/words.h"

namespace kk {

class Builder {
 public:
  Builder(const Session& session, const ViewOptions& options, View& view)
      : session(session),
        q(session.questionnaire()),
        result(session.result()),
        options(options),
        words(words_for(q.languages[static_cast<std::size_t>(session.language())])),
        view(view) {}

  const Session& session;
  const Questionnaire& q;
  const Result& result;
  const ViewOptions& options;
  const Words& words;
  View& view;

  bool narrow() const { return options.width < kNarrow; }
  bool small() const { return options.width < kSmall; }
  bool tiny() const { return options.width < kTiny; }

  /// The text in the session's language; empty when the author left it out.
  std::string_view text(const Text& text) const {
    if (text.empty()) return {};
    assert(text.size() == q.languages.size());
    const std::string_view shown = text[static_cast<std::size_t>(session.language())];
    const std::string_view tag = q.languages[static_cast<std::size_t>(q.language_of(text, session.language()))];
    if (tag.substr(0, tag.find('-')) != words.tag) foreign_.push_back({shown.data(), tag});
    return shown;
  }
  /// The same, or the product's own word where the author left it out.
  std::string_view text_or(const Text& own, std::string_view word) const { return own.empty() ? word : text(own); }
  std::string_view topic(const Question& question) const {
    return text(narrow() && !question.short_topic.empty() ? question.short_topic : question.topic);
  }

  /// What its answer counts for; see Result::values.
  Value value(int question) const {
    assert(question >= 0 && static_cast<std::size_t>(question) < result.values.size());
    return result.values[static_cast<std::size_t>(question)];
  }
  /// The first question that is asked and has no known answer for which `fits(question)`; -1 when there is none.
  template <typename Fits>
  int first_open(const Fits& fits) const {
    for (std::size_t i = 0; i < result.values.size(); ++i) {
      const int question = static_cast<int>(i);
      if (session.asks(question) && !known(result.values[i]) && fits(question)) return question;
    }
    return -1;
  }
  std::string number_of(int question) const { return number(session.number_of(question)); }

  /// The node that was added is view.nodes[the returned index]; the reference of node() is valid until the next add.
  int add(int parent, std::string id, Kind kind, Look look, std::string_view text = {}) {
    Node node;
    assert(parent >= -1 && parent < static_cast<int>(view.nodes.size()));
    node.id = std::move(id);
    node.kind = kind;
    node.look = look;
    node.parent = parent;
    node.text = text;
    for (const auto& [foreign, tag] : foreign_) {
      if (foreign == text.data()) node.language = tag;
    }
    assert(is_new(node));
    node.drawn = parent < 0 || (view.nodes[static_cast<std::size_t>(parent)].drawn && kind != Kind::kTable);
    view.nodes.push_back(std::move(node));
    return static_cast<int>(view.nodes.size()) - 1;
  }
  Node& node(int index) {
    assert(index >= 0 && static_cast<std::size_t>(index) < view.nodes.size());
    return view.nodes[static_cast<std::size_t>(index)];
  }

  int heading(int parent, std::string id, int level, Look look, std::string_view text) {
    assert(level >= 1 && level <= 3);
    const int index = add(parent, std::move(id), Kind::kHeading, look, text);
    node(index).level = level;
    return index;
  }
  int paragraph(int parent, std::string id, Look look, std::string_view text) {
    return add(parent, std::move(id), Kind::kParagraph, look, text);
  }
  int button(int parent, std::string id, Look look, std::string_view text) {
    return add(parent, std::move(id), Kind::kButton, look, text);
  }
  /// A row that opens and closes what follows it: its name, and what is in it on the same line. `fold` is the number
  /// that Session::more() takes.
  int fold_row(int parent, std::string_view name, std::string_view summary, std::size_t fold = 0) {
    const std::string text = std::string(name) + (summary.empty() ? "" : " ") + std::string(summary);
    const int index = button(parent, fold == 0 ? "nav.more" : "nav.more-2", Look::kFoldRow, text);
    node(index).bold = static_cast<int>(name.size());
    node(index).expanded = session.more(fold) ? 1 : 0;
    return index;
  }
  /// A way out of the page, to the author's own; a plain text where there is no address.
  int anchor(int parent, std::string id, Look look, std::string_view text, const std::string& link) {
    assert(link.size() <= kMostLinkBytes);
    const int index = add(parent, std::move(id), link.empty() ? Kind::kParagraph : Kind::kAnchor, look, text);
    node(index).link = link;
    return index;
  }
  /// A drawn figure; its caption is the finding, read but not drawn.
  template <typename Picture>
  int figure(int parent, std::string id, Look look, std::string_view caption, Picture picture) {
    const int index = add(parent, std::move(id), Kind::kFigure, look, caption);
    draw(index, std::move(picture));
    return index;
  }
  /// What a node draws, one of figure.h.
  template <typename Picture>
  void draw(int index, Picture picture) {
    assert(node(index).drawn && !node(index).figure);
    node(index).figure = std::make_unique<const Figure>(std::move(picture));
  }

  /// A marker with its meaning, beside a figure's title.
  void key_item(int parent, std::string id, std::string_view text, KeyFigure::Sign sign) {
    draw(add(parent, std::move(id), Kind::kSpan, Look::kKeyItem, text), KeyFigure{sign});
  }

  /// The table behind a figure: the numbers that are drawn. The first column heads its row.
  void table(int parent, const std::string& id, std::string_view name, const std::vector<std::string_view>& heads,
             const std::vector<std::vector<std::string>>& rows) {
    assert(!heads.empty());
    const int table = add(parent, id, Kind::kTable, Look::kPlain);
    node(table).name = name;
    const int head = add(table, id + ".h", Kind::kRow, Look::kPlain);
    for (std::size_t c = 0; c < heads.size(); ++c) {
      add(head, id + ".h" + number(static_cast<int>(c)), Kind::kColumnHead, Look::kPlain, heads[c]);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::string row_id = id + "." + number(static_cast<int>(r));
      const int row = add(table, row_id, Kind::kRow, Look::kPlain);
      assert(rows[r].size() == heads.size());
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        add(row, row_id + "." + number(static_cast<int>(c)), c ? Kind::kCell : Kind::kRowHead, Look::kPlain,
            rows[r][c]);
      }
    }
  }

 private:
  /// What the document would refuse: see node.h.
  bool is_new(const Node& node) const;

  /// Texts that are not in the language of our words, and were asked for so far, each with its own: it stands in for
  /// one that is missing, or ours do. A node that shows it says so.
  mutable std::vector<std::pair<const char*, std::string_view>> foreign_;
};

}  // namespace kk
