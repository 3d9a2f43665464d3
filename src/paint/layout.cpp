#include "paint/layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

#include "paint/terms.h"

namespace kk {
namespace {

constexpr float kIntroFigure = 216, kIntroFigureSmall = 168;
constexpr float kLeastText = 120;  // a text beside buttons gets at least this width
constexpr float kWrappedGap = 8;
constexpr float kPatternLabel = 200;
constexpr float kAside = 268;

class LayoutPass {
 public:
  LayoutPass(const View& view, float width, const Fonts& fonts, Layout& out)
      : view_(view), width_{width}, fonts_(fonts), out_(out) {
    out_.nodes.resize(view.nodes.size());
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
      Placed& placed = out_.nodes[i];
      placed.rule = rule_of(view, i, width_);
    }
  }

  void run() {
    float y = 0;
    for (const int root : children(-1)) y += place(root, 0, y, width_.width);
    out_.width = width_.width;
    out_.height = y;
    place_terms(view_, fonts_, out_);
  }

 private:
  const Node& node(int i) const {
    assert(i >= 0 && static_cast<std::size_t>(i) < view_.nodes.size());
    return view_.nodes[static_cast<std::size_t>(i)];
  }
  Placed& placed(int i) { return out_.nodes[static_cast<std::size_t>(i)]; }
  float figure_height(int i, float width) const {
    assert(node(i).figure);
    return kk::figure_height(*node(i).figure, width, width_.fold(), fonts_);
  }

  std::vector<int> children(int parent) const {
    std::vector<int> out;
    for (int i = parent + 1; i < static_cast<int>(view_.nodes.size()); ++i) {
      if (node(i).parent == parent && node(i).drawn) out.push_back(i);
      if (parent >= 0 && node(i).parent < parent) break;  // past the subtree: nodes are in depth-first order
    }
    return out;
  }

  /// Text width that tabs and languages reserve, so that nothing shifts when one becomes bold.
  float reserved_width(int i) const {
    const Look look = node(i).look;
    if (look != Look::kTab && look != Look::kTabAside && look != Look::kLanguage) return 0;
    return fonts_.width(node(i).text, bold(out_.nodes[static_cast<std::size_t>(i)].rule.type));
  }

  float icons(const Rule& rule, bool has_text) const {
    float width = 0;
    const float gap = has_text ? rule.icon_gap : 0;
    if (rule.icon_before > 0) width += rule.icon_before + gap;
    if (rule.icon_after > 0) width += rule.icon_after + gap;
    return width;
  }

  /// The width a node wants, at most `max`.
  float natural(int i, float max) {
    const Node& n = node(i);
    const Rule& rule = placed(i).rule;
    const float around = rule.left + rule.right;
    float inner = 0;
    if (rule.flow == Flow::kText) {
      fonts_.break_lines(n.text, n.bold, rule.type, std::max(1.f, max - around - icons(rule, !n.text.empty())),
                         scratch_);
      for (const Line& line : scratch_) inner = std::max(inner, line.width);
      inner = std::max(std::ceil(inner), std::ceil(reserved_width(i))) + icons(rule, !n.text.empty());
      if (n.look == Look::kLanguage) inner = std::max(inner, 44 - around);
    } else if (rule.flow == Flow::kStack) {
      for (const int child : children(i)) inner = std::max(inner, natural(child, max - around));
    } else {
      for (const int child : children(i)) inner += natural(child, max - around) + (inner > 0 ? rule.gap : 0);
    }
    return std::min(max, inner + around);
  }

  /// Places node i at (x, y) in the given width and returns its height.
  float place(int i, float x, float y, float w) {
    Placed& p = placed(i);
    const Node& n = node(i);
    p.box = {x, y, w, 0};
    float h = 0;
    switch (n.look) {
      case Look::kIntroTop:
        h = width_.roomy() ? place_beside(i, true, kIntroFigure, 40, true)
                           : place_beside(i, !width_.narrow(), kIntroFigureSmall, 24, true);
        break;
      case Look::kProgress:
        h = place_progress(i);
        break;
      case Look::kQuiet:
        h = place_quiet(i);
        break;
      case Look::kTarget:
        h = place_target(i);
        break;
      case Look::kTerms:  // over the texts that hold them, once all have their place
        for (const int child : children(i)) place(child, x, y, w);
        break;
      case Look::kBoard:
        h = place_beside(i, width_.board(), kAside, 40, false);
        break;
      case Look::kStrip:
        h = place_strip(i);
        break;
      case Look::kPattern:
      case Look::kSet:
        h = place_labelled(i);
        break;
      default:
        h = n.kind == Kind::kFigure || n.look == Look::kShares ? figure_height(i, w)
            : p.rule.flow == Flow::kText                       ? place_text(i)
            : p.rule.flow == Flow::kStack                      ? place_stack(i)
            : p.rule.flow == Flow::kColumns                    ? place_columns(i)
                                                               : place_row(i);
    }
    placed(i).box.h = h;
    return h;
  }

  float place_text(int i) {
    Placed& p = placed(i);
    const Node& n = node(i);
    const Rule& rule = p.rule;
    const float sides = icons(rule, !n.text.empty());
    const float inner = std::max(1.f, p.box.w - rule.left - rule.right - sides);
    if (!n.text.empty()) {
      if (rule.balance) {
        fonts_.balance_lines(n.text, rule.type, inner, p.lines);
      } else {
        fonts_.break_lines(n.text, n.bold, rule.type, inner, p.lines);
      }
    }
    if (n.kind == Kind::kText && p.lines.size() > 1) p.lines.resize(1);  // browsers have it in one
    const float text_height = static_cast<float>(p.lines.size()) * rule.type.line;
    const float wanted = std::max(text_height, rule.icon_before) + rule.top + rule.bottom;
    const float height = std::clamp(wanted, rule.min_height, rule.max_height);
    float widest = 0;
    for (const Line& line : p.lines) widest = std::max(widest, line.width);
    const float before = rule.icon_before > 0 ? rule.icon_before + (n.text.empty() ? 0 : rule.icon_gap) : 0;
    p.text_x = rule.left + before;
    if (rule.align == Align::kCenter) p.text_x += std::floor((inner - widest) / 2);
    if (rule.align == Align::kRight) p.text_x += std::floor(inner - widest);
    // Options keep their text at the top, and so does what is too long; everything else centres it in a taller box.
    const bool centred = n.kind == Kind::kRadio ? wanted < rule.min_height : wanted <= rule.max_height;
    p.text_y = rule.min_height > 0 && centred ? std::floor((height - text_height) / 2) : rule.top;
    return height;
  }

  float place_stack(int i) {
    const Rule rule = placed(i).rule;
    const Box box = placed(i).box;
    float y = rule.top;
    bool first = true;
    for (const int child : children(i)) {
      const Rule& c = placed(child).rule;
      y += c.above + (first ? 0 : rule.gap);
      first = false;
      float x = box.x + rule.left, w = box.w - rule.left - rule.right;
      if (c.bleed) x -= rule.left, w += rule.left + rule.right;
      if (c.shrink && c.flow == Flow::kText) {
        const float full = w;
        w = natural(child, w);
        if (c.align == Align::kRight) x += full - w + c.right;  // its text ends at the edge
      }
      y += place(child, x, box.y + y, w);
    }
    return std::max(rule.min_height, y + rule.bottom);
  }

  /// Texts that may break into more lines when a row is too narrow; buttons and the like never do.
  static bool yields(const Node& n) {
    return n.look == Look::kLive || n.look == Look::kSmallMuted || n.look == Look::kPageTitle;
  }

  /// The padding of a row's end. It may be less than nothing, for links whose target is higher than their one line;
  /// text of more lines fills its box.
  static float end_of_row(const Rule& rule, float tallest) {
    return tallest > 44 ? std::max(0.f, rule.bottom) : rule.bottom;
  }

  float place_row(int i) {
    const Rule rule = placed(i).rule;
    const Box box = placed(i).box;
    const std::vector<int> kids = children(i);
    const float inner = box.w - rule.left - rule.right;
    const float room = inner - rule.gap * static_cast<float>(std::max<std::size_t>(1, kids.size()) - 1);
    std::vector<float> widths(kids.size());
    float used = 0;
    int flexible = -1;  // takes what is left, more or less than it wants
    for (std::size_t k = 0; k < kids.size(); ++k) {
      widths[k] = natural(kids[k], room);
      used += widths[k];
      if (placed(kids[k]).rule.grow) flexible = static_cast<int>(k);
    }
    if (used > room && flexible < 0) {
      for (std::size_t k = 0; k < kids.size(); ++k) {
        if (yields(node(kids[k]))) flexible = static_cast<int>(k);
      }
    }
    if (flexible >= 0) {
      const auto at = static_cast<std::size_t>(flexible);
      const float left = room - (used - widths[at]);
      if (left < (node(kids[at]).kind == Kind::kButton ? widths[at] : std::min(widths[at], kLeastText)))
        return place_wrapped(i, kids);
      widths[at] = std::floor(left);
      used = room;
    } else if (used > room) {
      return place_wrapped(i, kids);
    }
    const float spread =
        rule.flow == Flow::kBetween && kids.size() > 1 ? (room - used) / static_cast<float>(kids.size() - 1) : 0;
    float x = box.x + rule.left, tallest = 0;
    for (std::size_t k = 0; k < kids.size(); ++k) {
      if (placed(kids[k]).rule.push) x = box.right() - rule.right - widths[k];
      tallest = std::max(tallest, place(kids[k], std::round(x), box.y, widths[k]));
      x += widths[k] + rule.gap + spread;
    }
    const float bottom = end_of_row(rule, tallest);
    const float height = std::max(rule.min_height, tallest + rule.top + bottom);
    const float space = height - rule.top - bottom;
    for (const int child : kids) shift(child, 0, rule.top + std::floor((space - placed(child).box.h) / 2));
    return height;
  }

  /// A row that does not fit: under each other, the full width each; of short choices and links, as many beside each
  /// other as do.
  float place_wrapped(int i, const std::vector<int>& kids) {
    const Rule rule = placed(i).rule;
    const Box box = placed(i).box;
    const Look look = node(i).look;
    const bool is_bar = look == Look::kTopBar || look == Look::kUtil || look == Look::kLanguages;
    const bool beside = is_bar || look == Look::kPills || look == Look::kLinks || look == Look::kSources ||
                        look == Look::kMoreRow || look == Look::kSetHead;
    const float full = box.w - rule.left - rule.right,
                gap = is_bar || look == Look::kLinks || look == Look::kSources || look == Look::kTitleRow ? 0
                                                                                                          : kWrappedGap;
    const float least = look == Look::kMoreRow ? 44 : 0;  // what is pressed is as high as a finger
    float x = 0, y = rule.top, tallest = 0;
    for (std::size_t k = 0; k < kids.size(); ++k) {
      const float w = beside ? natural(kids[k], full) : full;
      if (x > 0 && x + w > full) x = 0, y += std::max(tallest + gap, least), tallest = 0;
      tallest = std::max(tallest, place(kids[k], std::round(box.x + rule.left + x), box.y + y, w));
      x += w + rule.gap;
    }
    return std::max(rule.min_height, y + tallest + end_of_row(rule, tallest));
  }

  float place_columns(int i) {
    const Rule rule = placed(i).rule;
    const Box box = placed(i).box;
    const std::vector<int> kids = children(i);
    const float room = box.w - rule.right - rule.gap * static_cast<float>(rule.columns - 1);
    const float column = room / static_cast<float>(rule.columns);
    float y = rule.top, tallest = 0;
    for (std::size_t k = 0; k < kids.size(); ++k) {
      const int c = static_cast<int>(k) % rule.columns;
      if (k > 0 && c == 0) y += tallest + rule.gap, tallest = 0;
      const float x = std::round(box.x + static_cast<float>(c) * (column + rule.gap));
      tallest = std::max(tallest, place(kids[k], x, box.y + y, std::floor(column)));
    }
    return y + tallest + rule.bottom;
  }

  /// The second child `side` wide at the right, at the foot or the top of the first; without `room` below it.
  float place_beside(int i, bool room, float side, float gap, bool at_foot) {
    if (!room) return place_stack(i);
    const Box box = placed(i).box;
    const std::vector<int> kids = children(i);
    const float first = place(kids[0], box.x, box.y, box.w - side - gap),
                second = place(kids[1], box.right() - side, box.y, side);
    if (at_foot) shift(kids[1], 0, std::max(first, second) - second);
    return std::max(first, second);
  }

  /// Section names in columns over the segments that draw_figure puts at the bottom.
  float place_progress(int i) {
    const float names = width_.narrow() ? 0 : place_columns(i) + 4;
    return names + figure_height(i, placed(i).box.w);
  }

  /// The link goes on at the end of the text's last line when it fits, else on a line of its own.
  float place_quiet(int i) {
    const Rule rule = placed(i).rule;
    const Box box = placed(i).box;
    const std::vector<int> kids = children(i);
    const float x = box.x + rule.left, inner = box.w - rule.left - rule.right;
    const float text = place(kids[0], x, box.y + rule.top, inner);
    const float line = placed(kids[0]).rule.type.line;
    const float space = fonts_.width(" ", kBodyType);
    const float used = placed(kids[0]).lines.back().width + space;
    const float link = natural(kids[1], inner);
    const bool fits = used + link <= inner;
    const float top = box.y + rule.top + text - (fits ? line : 0);
    place(kids[1], fits ? std::round(x + used) : x, top, link);
    return rule.top + text + (fits ? 0 : line) + rule.bottom;
  }

  /// Wide: the first child in a label column, the rest beside it. Narrow: under each other.
  float place_labelled(int i) {
    if (width_.narrow()) return place_stack(i);
    const Rule rule = placed(i).rule;
    const Box box = placed(i).box;
    const std::vector<int> kids = children(i);
    float label = 0, y = rule.top;
    for (std::size_t k = 0; k < kids.size(); ++k) {
      if (k == 0) {
        label = place(kids[k], box.x, box.y + rule.top, kPatternLabel);
      } else {
        y += place(kids[k], box.x + kPatternLabel + 16, box.y + y, box.w - kPatternLabel - 16);
      }
    }
    return std::max(y, rule.top + label) + rule.bottom;
  }

  /// Wide: the cells stand below the blocks of the ladder, the question in the column of its label.
  float place_target(int i) {
    if (width_.narrow()) return place_stack(i);
    const Box box = placed(i).box;
    const std::vector<int> kids = children(i);
    const float label = place(kids[0], box.x, box.y, kLabelColumn - 16);
    const float cells = place(kids[1], box.x + kLabelColumn, box.y, box.w - kLabelColumn);
    const float height = std::max(label, cells);
    shift(kids[0], 0, (height - label) / 2);
    shift(kids[1], 0, (height - cells) / 2);
    return height;
  }

  /// Columns whose headings end on one line, in as many rows as they need.
  float place_strip(int i) {
    place_columns(i);
    const Rule& rule = placed(i).rule;
    const std::vector<int> columns = children(i);
    const auto per_row = static_cast<std::size_t>(rule.columns);
    float bottom = placed(i).box.y + rule.top - rule.gap;
    for (std::size_t at = 0; at < columns.size(); at += per_row) {
      bottom = place_strip_row({&columns[at], std::min(per_row, columns.size() - at)}, bottom + rule.gap);
    }
    return bottom - placed(i).box.y + rule.bottom;
  }
  /// The lowest edge of the row.
  float place_strip_row(std::span<const int> columns, float top) {
    float heading = 0, bottom = top;
    for (const int column : columns) heading = std::max(heading, placed(children(column)[0]).box.h);
    for (const int column : columns) {
      const std::vector<int> kids = children(column);
      const float down = heading - placed(kids[0]).box.h;
      shift(column, 0, top - placed(column).box.y);
      for (const int kid : kids) shift(kid, 0, down);
      placed(column).box.h += down;
      bottom = std::max(bottom, placed(column).box.bottom());
    }
    return bottom;
  }

  void shift(int i, float dx, float dy) {
    if (dx == 0 && dy == 0) return;
    placed(i).box.x += dx;
    placed(i).box.y += dy;
    for (int k = i + 1; k < static_cast<int>(view_.nodes.size()) && node(k).parent >= i; ++k) {
      placed(k).box.x += dx;
      placed(k).box.y += dy;
    }
  }

  const View& view_;
  Width width_;
  const Fonts& fonts_;
  Layout& out_;
  std::vector<Line> scratch_;
};

}  // namespace

Layout lay_out(const View& view, float width, const Fonts& fonts) {
  Layout layout;
  LayoutPass(view, width, fonts, layout).run();
  return layout;
}

}  // namespace kk
