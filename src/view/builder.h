// Adds nodes to a View. Screens use it; nothing else does.
#pragma once

#include <cassert>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/phrase.h"
#include "view/node.h"
#include "view/node_id.h"
#include "view/session/session.h"
#include "view/view.h"
#include "view/widths.h"
#include "view/words/words.h"

namespace kk {

/// The id of a node that is to be added: a name of the page's own, a text that was put together, or one with an end of
/// the page's own, {name, ".head"}. Refers to both, and lives no longer than the call.
struct Id {
  Id(const char* own) : own(own) {}
  Id(const std::string& base, const char* own = "") : base(&base), own(own) {}
  std::string text() const { return base ? *base + own : own; }

  const std::string* base = nullptr;
  const char* own;
};

/// The cells of a table, row after row.
class Cells {
 public:
  Cells& operator<<(const std::string_view& text);
  Cells& operator<<(const std::string& text);
  Cells& operator<<(const char* text);
  Cells& operator<<(int number);
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::vector<std::string> texts_;
};

inline constexpr std::string_view kNoText;

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

  bool narrow() const { return options.width < kNarrowWidth; }
  bool small() const { return options.width < kSmallWidth; }
  bool tiny() const { return options.width < kTinyWidth; }

  /// The text in the session's language; empty when the author left it out.
  std::string_view text(const Text& text) const;
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
  int add(int parent, Id id, Kind kind, Look look, const std::string_view& text = kNoText) {
    return add_node(parent, id.base, id.own, kind, look, text);
  }
  int add(int parent, Id id, Kind kind, Look look, const std::string& text) {
    return add_node(parent, id.base, id.own, kind, look, text);
  }
  int add(int parent, Id id, Kind kind, Look look, const char* text) {
    return add(parent, id, kind, look, std::string_view(text));
  }
  Node& node(int index);

  template <typename Said>
  int heading(int parent, Id id, int level, Look look, const Said& text) {
    return with_level(add(parent, id, Kind::kHeading, look, text), level);
  }
  template <typename Said>
  int paragraph(int parent, Id id, Look look, const Said& text) {
    return add(parent, id, Kind::kParagraph, look, text);
  }
  template <typename Said>
  int button(int parent, Id id, Look look, const Said& text) {
    return add(parent, id, Kind::kButton, look, text);
  }
  /// A row that opens and closes what follows it: its name, and what is in it on the same line. `fold` is the number
  /// that Session::more() takes.
  int fold_row(int parent, std::string_view name, std::string_view summary, std::size_t fold = 0);
  /// A way out of the page, to the author's own; a plain text where there is no address.
  template <typename Said>
  int anchor(int parent, Id id, Look look, const Said& text, const std::string& link) {
    return with_link(add(parent, id, link.empty() ? Kind::kParagraph : Kind::kAnchor, look, text), link);
  }
  /// A drawn figure; its caption is the finding, read but not drawn.
  template <typename Picture>
  int figure(int parent, Id id, Look look, const std::string& caption, Picture picture) {
    const int index = add(parent, id, Kind::kFigure, look, caption);
    draw(index, std::move(picture));
    return index;
  }
  /// What a node draws, one of figure.h.
  template <typename Picture>
  void draw(int index, Picture picture) {
    draw<Picture>(index) = std::move(picture);
  }
  /// The same, to be filled in: the reference is good as long as the node.
  template <typename Picture>
  Picture& draw(int index) {
    assert(node(index).drawn && !node(index).figure);
    auto figure = std::make_unique<Figure>(std::in_place_type<Picture>);
    Picture& picture = *std::get_if<Picture>(figure.get());
    node(index).figure = std::move(figure);
    return picture;
  }

  /// A marker with its meaning, beside a figure's title.
  void key_item(int parent, Id id, const std::string_view& text, KeyFigure::Sign sign) {
    draw<KeyFigure>(add(parent, id, Kind::kSpan, Look::kKeyItem, text)).sign = sign;
  }

  /// The table behind a figure: the numbers that are drawn. The first column heads its row.
  void table(int parent, Id id, std::string_view name, std::initializer_list<std::string_view> heads,
             const Cells& cells);

 private:
  int add_node(int parent, const std::string* base, const char* own, Kind kind, Look look,
               const std::string_view& text);
  int add_node(int parent, const std::string* base, const char* own, Kind kind, Look look, const std::string& text);
  int with_level(int index, int level);
  int with_link(int index, const std::string& link);

  /// What the document would refuse: see node.h.
  bool is_new(const Node& node) const;

  /// Texts that are not in the language of our words, and were asked for so far, each with its own: it stands in for
  /// one that is missing, or ours do. A node that shows it says so.
  mutable std::vector<std::pair<const char*, std::string_view>> foreign_;
};

}  // namespace kk
