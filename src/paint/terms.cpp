#include "paint/terms.h"

#include <algorithm>
#include <utility>

namespace kk {
namespace {

constexpr float kAround = 4;      // a target is so much wider than its word, at both sides
constexpr float kMeaningGap = 4;  // from the edge of what it belongs to
constexpr float kCrossSize = 44;

/// The part of a word that is on one line: where it is drawn, and its bytes.
struct Part {
  Box box;
  int from = 0, to = 0;
};

/// Calls `each` with every part, from the first line on.
template <typename Each>
void parts_of(const View& view, const Layout& layout, const Fonts& fonts, const Node& term, const Each& each) {
  const std::string_view text = view.nodes[static_cast<std::size_t>(term.over)].text;
  const Placed& over = layout.nodes[static_cast<std::size_t>(term.over)];
  const Type& type = over.rule.type;
  const auto width = [&](int from, int to) {
    return fonts.width(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)), type);
  };
  float y = over.box.y + over.text_y;
  for (const Line& line : over.lines) {
    const int from = std::max(line.begin, term.from), to = std::min(line.end, term.to);
    if (from < to) {
      const float x = over.box.x + over.text_x + width(line.begin, from);
      each(Part{{x, y, width(from, to), type.line}, from, to});
    }
    y += type.line;
  }
}

void place_term(const View& view, const Fonts& fonts, Layout& layout, const Node& term, Placed& placed) {
  placed.rule.type = layout.nodes[static_cast<std::size_t>(term.over)].rule.type;
  bool first = true;  // where a word that is broken begins
  parts_of(view, layout, fonts, term, [&](const Part& part) {
    if (!std::exchange(first, false)) return;
    placed.box = {part.box.x - kAround, part.box.y, part.box.w + 2 * kAround, part.box.h};
    placed.lines = {{0, term.to - term.from, part.box.w}};
  });
  placed.text_x = kAround;
  placed.text_y = 0;
}

void place_meaning(const View& view, Layout& layout, std::size_t index) {
  const auto over = static_cast<std::size_t>(view.nodes[index].over);
  const Box& held = layout.nodes[over].box;
  const Box from = layout.nodes[index].box;
  const bool is_last = view.nodes[over].kind == Kind::kRadio && view.nodes[over + 1].parent != view.nodes[over].parent;
  const float y = is_last ? held.y - kMeaningGap - from.h : held.bottom() + kMeaningGap;
  for (std::size_t i = index; i < view.nodes.size(); ++i) {
    if (i > index && view.nodes[i].parent != static_cast<int>(index)) break;
    Box& box = layout.nodes[i].box;
    box.x += held.x - from.x;
    box.y += y - from.y;
    const Box& around = layout.nodes[index].box;
    if (view.nodes[i].look == Look::kCross) box = {around.right() - kCrossSize, around.y, kCrossSize, kCrossSize};
  }
}

}  // namespace

void place_terms(const View& view, const Fonts& fonts, Layout& layout) {
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    if (view.nodes[i].look == Look::kTerm) place_term(view, fonts, layout, view.nodes[i], layout.nodes[i]);
    if (view.nodes[i].look == Look::kMeaning) place_meaning(view, layout, i);
  }
}

void draw_term(Canvas& canvas, const View& view, const Layout& layout, const Node& term, Ink ink) {
  const Node& over = view.nodes[static_cast<std::size_t>(term.over)];
  const Rule& rule = layout.nodes[static_cast<std::size_t>(term.over)].rule;
  parts_of(view, layout, canvas.fonts(), term, [&](const Part& part) {
    const Box& box = part.box;
    const float below = box.y + canvas.fonts().baseline(rule.type) + 3;
    if (term.expanded == 1) {
      canvas.fill({box.x - 2, box.y, box.w + 2, box.h}, Ink::kAccentTint);
      canvas.text(std::string_view(over.text).substr(static_cast<std::size_t>(part.from),
                                                     static_cast<std::size_t>(part.to - part.from)),
                  box.x, box.y, rule.type, rule.ink);
      canvas.fill({box.x, below, box.w, 2}, ink);
    } else {
      for (float at = 0; at + 2 <= box.w; at += 4) canvas.fill({box.x + at, below, 2, 2}, ink);
    }
  });
}

}  // namespace kk
