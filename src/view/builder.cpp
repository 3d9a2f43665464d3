#include "view/builder.h"

namespace kk {

Cells& Cells::operator<<(const std::string_view& text) {
  texts_.emplace_back(text);
  return *this;
}
Cells& Cells::operator<<(const std::string& text) { return *this << std::string_view(text); }
Cells& Cells::operator<<(const char* text) { return *this << std::string_view(text); }
Cells& Cells::operator<<(int value) { return *this << number(value); }

std::string_view Builder::text(const Text& text) const {
  if (text.empty()) return {};
  assert(text.size() == q.languages.size());
  const std::string_view shown = text[static_cast<std::size_t>(session.language())];
  const std::string_view tag = q.languages[static_cast<std::size_t>(q.language_of(text, session.language()))];
  if (tag.substr(0, tag.find('-')) != words.tag) foreign_.push_back({shown.data(), tag});
  return shown;
}

int Builder::add_node(int parent, const std::string* base, const char* own, Kind kind, Look look,
                      const std::string_view& text) {
  assert(parent >= -1 && parent < static_cast<int>(view.nodes.size()));
  Node node;  // not in its place yet: what it is made of may stand in another node
  if (base) node.id = *base;
  node.id += own;
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

int Builder::add_node(int parent, const std::string* base, const char* own, Kind kind, Look look,
                      const std::string& text) {
  return add_node(parent, base, own, kind, look, std::string_view(text));
}

// Asked for so often that its few instructions at each place would be a kilobyte.
[[gnu::noinline]] Node& Builder::node(int index) {
  assert(index >= 0 && static_cast<std::size_t>(index) < view.nodes.size());
  return view.nodes[static_cast<std::size_t>(index)];
}

[[gnu::noinline]] int Builder::with_level(int index, int level) {
  assert(level >= 1 && level <= 3);
  node(index).level = level;
  return index;
}

int Builder::with_link(int index, const std::string& link) {
  assert(link.size() <= kMostLinkBytes);
  node(index).link = link;
  return index;
}

int Builder::fold_row(int parent, std::string_view name, std::string_view summary, std::size_t fold) {
  const int index = button(parent, fold == 0 ? "nav.more" : "nav.more-2", Look::kFoldRow,
                           cat(name, summary.empty() ? "" : " ", summary));
  node(index).bold = static_cast<int>(name.size());
  node(index).expanded = session.more(fold) ? 1 : 0;
  return index;
}

void Builder::table(int parent, Id id, std::string_view name, std::initializer_list<std::string_view> heads,
                    const Cells& cells) {
  assert(heads.size() > 0 && cells.texts().size() % heads.size() == 0);
  const int table = add(parent, id, Kind::kTable, Look::kPlain);
  node(table).name = name;
  const std::string base = id.text();
  const int head = add(table, {base, ".h"}, Kind::kRow, Look::kPlain);
  int n = 0;
  for (const std::string_view& text : heads) {
    add(head, cat(base, ".h", n++), Kind::kColumnHead, Look::kPlain, text);
  }
  const int columns = n;
  int row = -1;
  n = 0;
  for (const std::string& text : cells.texts()) {
    const std::string row_id = cat(base, ".", n / columns);
    const int column = n++ % columns;
    if (column == 0) row = add(table, row_id, Kind::kRow, Look::kPlain);
    add(row, cat(row_id, ".", column), column ? Kind::kCell : Kind::kRowHead, Look::kPlain, text);
  }
}

/// `node` is the last one.
bool Builder::is_new(const Node& node) const {
  // The page's own ids begin with a name of the page's, an answer's with the author's.
  const std::string_view head = std::string_view(node.id).substr(0, node.id.find_first_of(".:"));
  const auto is_in = [&](const auto& list) {
    for (const auto& each : list) {
      if (each.id == head) return true;
    }
    return false;
  };
  const bool is_known = head.empty() || head.find('-') != head.npos || is_page_name(head) || head == view.screen ||
                        is_in(q.questions) || is_in(q.claims.questions) || is_in(q.profile.items) || is_in(q.ticks);
  int depth = 1;
  for (int at = node.parent; at >= 0; at = view.nodes[static_cast<std::size_t>(at)].parent) ++depth;
  for (const Node& other : view.nodes) {
    if (other.id == node.id) return false;
  }
  return is_node_id(node.id) && is_known && depth <= kMostDepth && node.text.size() <= kMostTextBytes &&
         view.nodes.size() < kMostNodes && node.parent < static_cast<int>(view.nodes.size());
}

}  // namespace kk
