#include "paint/painter.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "paint/terms.h"

namespace kk {
namespace {

constexpr float kAppearSeconds = 0.32f;
constexpr float kLongestStep = 0.05f;  // after a pause the clock may have jumped; motion may not

struct State {
  bool hovered = false, pressed = false;
};

/// cubic-bezier(.2, 0, 0, 1) of the design, close enough to see no difference: fast start, long settle.
float ease(float t) {
  const float left = 1 - t;
  return 1 - left * left * left;
}

/// Ladder, bars and dots of a result grow once. The stairs of the intro stand there from the first paint: nothing is
/// drawn after it.
bool grows_on_first_view(const Node& node) {
  return node.drawn && node.kind == Kind::kFigure && node.look != Look::kStairs;
}

class DrawPass {
 public:
  DrawPass(const View& view, const Layout& layout, Canvas& canvas, const Pointer& pointer, float appear)
      : view_(view), layout_(layout), canvas_(canvas), pointer_(pointer), width_{layout.width}, appear_(appear) {}

  void run() {
    canvas_.frame({0, 0, layout_.width, layout_.height}, Ink::kBorder, Ink::kSurface, 1, 12);
    for (int layer = 0; layer <= kMeaningLayer; ++layer) {
      for (std::size_t i = 0; i < view_.nodes.size(); ++i) {
        const Node& node = view_.nodes[i];
        if (node.drawn && layer_of(node) == layer) draw(node, layout_.nodes[i]);
      }
    }
  }

 private:
  static constexpr int kMeaningLayer = 3;
  /// A chosen option lies over its neighbours: in the joined list they share edges. Over all of them their words, and
  /// over those what the open one means.
  int layer_of(const Node& node) const {
    const bool in_meaning =
        node.parent >= 0 && view_.nodes[static_cast<std::size_t>(node.parent)].look == Look::kMeaning;
    if (node.look == Look::kMeaning || in_meaning) return kMeaningLayer;
    if (node.look == Look::kTerm) return 2;
    return node.look == Look::kOption && node.checked ? 1 : 0;
  }

  State state(const Node& node, const Box& box) const {
    const bool inside =
        pointer_.x >= box.x && pointer_.x < box.right() && pointer_.y >= box.y && pointer_.y < box.bottom();
    return {inside && !node.disabled, !pointer_.pressed.empty() && pointer_.pressed == node.id};
  }

  void draw(const Node& node, const Placed& p) {
    const Box& box = p.box;
    Ink ink = p.rule.ink;
    switch (node.look) {
      case Look::kTextSwitch:
        track({box.right() - 36, box.middle_y() - 10, 36, 20}, node, box);
        break;
      case Look::kLanguage:
        if (node.current) canvas_.fill({box.x + 12, box.bottom() - 11, box.w - 24, 2}, Ink::kAccent);
        break;
      case Look::kTabs:
        canvas_.fill({box.x, box.bottom() - 1, box.w, 1}, Ink::kBorder);
        break;
      case Look::kTab:
      case Look::kTabAside:
        if (node.current) canvas_.fill({box.x, box.bottom() - 2, box.w, 3}, Ink::kAccent);
        break;
      case Look::kGets:
      case Look::kNone:
      case Look::kPattern:
      case Look::kSeen:
        canvas_.fill({box.x, box.y, box.w, 1}, Ink::kBorder);
        break;
      case Look::kSet:
        if (!is_first(node)) canvas_.fill({box.x, box.y, box.w, 1}, Ink::kBorder);
        break;
      case Look::kSite:
        canvas_.fill(box, Ink::kSurface2, 8);
        canvas_.dashed_frame(box, Ink::kBorderStrong, 8);
        break;
      case Look::kNote:
        canvas_.fill(box, Ink::kSurface2, 8);
        break;
      case Look::kBullet:
        canvas_.disc(box.x + 6, box.y + 12, 3, Ink::kAccent);
        break;
      case Look::kField:
      case Look::kEntry:
        canvas_.frame(box, Ink::kBorderStrong, Ink::kSurface, 1, 8);
        break;
      case Look::kSwitch:
        track({box.x, box.middle_y() - 10, 36, 20}, node, box);
        break;
      case Look::kQuiet:
        canvas_.fill(box, Ink::kSurface2, 8);
        canvas_.icon(Icon::kInfo, box.x + 16, box.y + 14, 20, Ink::kMuted);
        break;
      case Look::kPrimary:
      case Look::kPrimaryPlain: {
        const State s = state(node, box);
        canvas_.fill(box, s.pressed ? Ink::kAccentPressed : s.hovered ? Ink::kAccentHover : Ink::kAccent, 8);
        break;
      }
      case Look::kSecondary:
      case Look::kCaution: {
        const State s = state(node, box);
        canvas_.frame(box, node.look == Look::kCaution ? Ink::kCaution : Ink::kBorderStrong,
                      s.pressed   ? Ink::kBorder
                      : s.hovered ? Ink::kSurface2
                                  : Ink::kSurface,
                      1, 8);
        break;
      }
      case Look::kTextButton:
      case Look::kSkip:
      case Look::kSkipAlone:
      case Look::kFold:
      case Look::kOneView:
      case Look::kStatus:
      case Look::kBack:
      case Look::kLink:
        if (state(node, box).hovered) ink = Ink::kAccentHover;
        break;
      case Look::kOption:
      case Look::kUnknown:
        option(node, box);
        break;
      case Look::kCallBrake:
      case Look::kCallGo: {
        const bool brake = node.look == Look::kCallBrake;
        canvas_.fill(box, brake ? Ink::kCautionTint : Ink::kAccentTint, 8, kRightCorners);
        canvas_.fill({box.x, box.y, 4, box.h}, brake ? Ink::kCaution : Ink::kAccent);
        break;
      }
      case Look::kStripHeading:
        canvas_.fill({box.x, box.bottom() - 1, box.w, 1}, Ink::kBorder);
        break;
      case Look::kStep:
        step(node, box);
        break;
      case Look::kTerm:
        draw_term(canvas_, view_, layout_, node, state(node, box).hovered ? Ink::kAccentHover : Ink::kAccent);
        return;  // its text is that of the node it stands over
      case Look::kMeaning:
        canvas_.frame(box, Ink::kBorderStrong, Ink::kSurface, 1, 8, kRightCorners);
        canvas_.fill({box.x, box.y, 4, box.h}, Ink::kAccent);
        break;
      case Look::kCross: {
        const Ink cross = state(node, box).hovered ? Ink::kText : Ink::kMuted;
        const float x = box.middle_x(), y = box.middle_y();
        canvas_.line(x - 6, y - 6, x + 6, y + 6, 2, cross);
        canvas_.line(x - 6, y + 6, x + 6, y - 6, 2, cross);
        break;
      }
      case Look::kFoldRow:
        canvas_.fill({box.x, box.y, box.w, 1}, Ink::kBorder);
        canvas_.fill({box.x, box.bottom() - 1, box.w, 1}, Ink::kBorder);
        canvas_.icon(node.expanded == 1 ? Icon::kChevronUp : Icon::kChevronDown, box.right() - 24, box.middle_y() - 10,
                     20, state(node, box).hovered ? Ink::kText : Ink::kMuted);
        break;
      case Look::kTargetCell: {
        const State s = state(node, box);
        canvas_.frame(box, node.checked ? Ink::kAccent : Ink::kBorderStrong,
                      node.checked             ? Ink::kAccentTint
                      : s.hovered || s.pressed ? Ink::kSurface2
                                               : Ink::kSurface,
                      node.checked ? 2 : 1, 4);
        break;
      }
      default:
        break;
    }
    if (const auto place = drawing_of(node, p, width_)) {
      const float appear = node.kind == Kind::kFigure ? appear_ : 1;
      draw_figure(canvas_, *node.figure, *place, width_.fold(), appear);
    }
    // A text field shows its own text, caret and selection.
    if (node.kind != Kind::kTextarea && node.kind != Kind::kText && node.kind != Kind::kDate) text(node, p, ink);
  }

  void text(const Node& node, const Placed& p, Ink ink) {
    const Rule& rule = p.rule;
    float widest = 0;
    for (const Line& line : p.lines) widest = std::max(widest, line.width);
    const float x = p.box.x + p.text_x, y = p.box.y + p.text_y;
    const float icon_y = y + std::floor((rule.type.line - std::max(rule.icon_before, rule.icon_after)) / 2);
    if (rule.icon_before > 0) {
      const bool alone = p.lines.empty();
      const float left = alone ? p.box.x + rule.left : x - rule.icon_gap - rule.icon_before;
      const float top = alone ? p.box.y + std::floor((p.box.h - rule.icon_before) / 2) : icon_y;
      canvas_.icon(rule.icon, left, top, rule.icon_before, icon_ink(node, ink));
    }
    if (rule.icon_after > 0) canvas_.icon(rule.icon, x + widest + rule.icon_gap, icon_y, rule.icon_after, ink);
    const int tail = static_cast<int>(node.text.size()) - node.tail;
    for (std::size_t i = 0; i < p.lines.size(); ++i) {
      const Line& line = p.lines[i];
      float at = x;
      const float top = y + static_cast<float>(i) * rule.type.line;
      const Ink head = node.look == Look::kFoldRow ? Ink::kText : ink;
      at = run(node, line.begin, std::min(line.end, node.bold), at, top, bold(rule.type), head);
      at = run(node, std::max(line.begin, node.bold), std::min(line.end, tail), at, top, rule.type, ink);
      run(node, std::max(line.begin, tail), line.end, at, top, bold(rule.type), Ink::kCaution);
      if (node.look == Look::kLink || node.look == Look::kFold)
        canvas_.fill({x, top + rule.type.line - 3, line.width, 1}, ink);
    }
  }

  static Ink icon_ink(const Node& node, Ink ink) {
    return node.look == Look::kBrand ? Ink::kAccent : node.look == Look::kGood ? Ink::kPositive : ink;
  }

  /// Draws bytes begin to end of a node's text and returns where they stop.
  float run(const Node& node, int begin, int end, float x, float y, const Type& type, Ink ink) {
    if (begin >= end) return x;
    const std::string_view part =
        std::string_view(node.text).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    canvas_.text(part, x, y, type, ink);
    return x + canvas_.fonts().width(part, type);
  }

  /// A switch: its knob is right when it is on.
  void track(const Box& track, const Node& node, const Box& box) {
    if (node.checked) {
      canvas_.fill(track, Ink::kAccent, 10);
      canvas_.disc(track.right() - 10, track.middle_y(), 6, Ink::kAccentOn);
    } else {
      canvas_.frame(track, Ink::kBorderStrong, state(node, box).hovered ? Ink::kSurface2 : Ink::kSurface, 2, 10);
      canvas_.disc(track.x + 10, track.middle_y(), 6, Ink::kBorderStrong);
    }
  }

  void option(const Node& node, const Box& box) {
    const State s = state(node, box);
    const bool unknown = node.look == Look::kUnknown;
    const bool joined = width_.narrow() && !unknown;
    Corners corners;
    if (joined) {
      const bool first = is_first(node), last = is_last_option(node);
      corners = {first, first, last, last};
    }
    if (node.checked) {
      canvas_.frame(box, Ink::kAccent, Ink::kAccentTint, 2, 8, corners);
    } else {
      const Ink rest = unknown ? Ink::kSurface2 : Ink::kSurface;
      const Ink edge = s.hovered || s.pressed ? Ink::kBorderStrong : unknown ? Ink::kSurface2 : Ink::kBorder;
      canvas_.frame(box, edge, s.pressed ? Ink::kBorder : s.hovered ? Ink::kSurface2 : rest, 1, 8, corners);
    }
    const Placed& p = layout_.nodes[static_cast<std::size_t>(&node - view_.nodes.data())];
    const float gap = width_.tiny() ? 8.f : 12.f;
    const float x = box.x + p.rule.left - gap - 10, y = box.y + p.text_y + 12;
    if (node.kind == Kind::kCheckbox) {
      const Box square{x - 10, y - 10, 20, 20};
      canvas_.frame(square, node.checked ? Ink::kAccent : Ink::kBorderStrong,
                    node.checked ? Ink::kAccent : Ink::kSurface, 2, 4);
      if (node.checked) canvas_.icon(Icon::kCheck, x - 10, y - 10, 20, Ink::kAccentOn);
    } else {
      canvas_.ring(x, y, 10, 2, node.checked ? Ink::kAccent : Ink::kBorderStrong, Ink::kSurface);
      if (node.checked) canvas_.disc(x, y, 5, Ink::kAccent);
    }
  }

  bool is_first(const Node& node) const {
    return node.parent >= 0 && &node == &view_.nodes[static_cast<std::size_t>(node.parent)] + 1;
  }

  bool is_last_option(const Node& node) const {
    const Node* next = &node + 1;
    return next == view_.nodes.data() + view_.nodes.size() || next->parent != node.parent;
  }

  void step(const Node& node, const Box& box) {
    const int n = std::get_if<StepFigure>(node.figure.get())->number;
    assert(n >= 1 && n <= 9);
    const float size = width_.narrow() ? 28.f : 40.f;
    const Rule& rule = layout_.nodes[static_cast<std::size_t>(&node - view_.nodes.data())].rule;
    const float x = box.x + size / 2, y = box.y + rule.top + size / 2;
    const bool first = n == 1;
    canvas_.ring(x, y, size / 2, 2, Ink::kText, first ? Ink::kText : Ink::kSurface);
    const Type type = bold(width_.narrow() ? kSmallType : kBodyType);
    const char digit[] = {static_cast<char>('0' + n), 0};
    canvas_.text(digit, x, y - type.line / 2, type, first ? Ink::kSurface : Ink::kText, Align::kCenter);
    if (box.bottom() < last_step_bottom(node)) canvas_.fill({box.x, box.bottom() - 1, box.w, 1}, Ink::kBorder);
  }

  float last_step_bottom(const Node& node) const {
    return layout_.nodes[static_cast<std::size_t>(node.parent)].box.bottom();
  }

  const View& view_;
  const Layout& layout_;
  Canvas& canvas_;
  const Pointer& pointer_;
  Width width_;
  float appear_;
};

}  // namespace

/// What ImGui needs to draw without a context.
struct Painter::Drawing {
  Drawing() : list(&shared) {
    shared.FontAtlas = &atlas;
    shared.SetCircleTessellationMaxError(0.1f);  // px: round corners stay round at three device pixels a CSS px
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    ImFontAtlasAddDrawListSharedData(&atlas, &shared);
  }
  ~Drawing() { ImFontAtlasRemoveDrawListSharedData(&atlas, &shared); }

  void begin(float width, float height, float density) {
    ImFontAtlasUpdateNewFrame(&atlas, ++frame, true);
    shared.ClipRectFullscreen = ImVec4(0, 0, width, height);
    shared.InitialFringeScale = 1 / density;  // edges are smoothed over one device pixel
    list._ResetForNewFrame();
    list.PushTexture(atlas.TexRef);
    list.PushClipRectFullScreen();
  }

  ImFontAtlas atlas;
  ImDrawListSharedData shared;
  ImDrawList list;
  int frame = 0;
};

Painter::Painter() : drawing_(std::make_unique<Drawing>()) { fonts_.create(drawing_->atlas); }

Painter::~Painter() = default;

const ImDrawList& Painter::list() const { return drawing_->list; }
ImFontAtlas& Painter::atlas() const { return drawing_->atlas; }

bool Painter::set_accent(std::optional<std::uint32_t> accent) {
  light_colors_ = light_palette();
  dark_colors_ = dark_palette();
  if (!accent) return false;
  const Accented light = with_accent(light_colors_, *accent), dark = with_accent(dark_colors_, *accent);
  light_colors_ = light.palette;
  dark_colors_ = dark.palette;
  return light.moved || dark.moved;
}

void Painter::forget_glyphs() { ImFontAtlasBuildDiscardBakes(&drawing_->atlas, 0); }

void Painter::set_scale(float scale) {
  scale_ = scale;
  fonts_.use_scale(scale);
}

const Layout& Painter::lay_out(const View& view, float width, float density) {
  fonts_.use_density(density);
  layout_ = kk::lay_out(view, width / scale_, fonts_);
  if (view.screen != screen_) {
    screen_ = view.screen;
    const bool grows = std::any_of(view.nodes.begin(), view.nodes.end(), grows_on_first_view);
    appear_ = grows && !reduced_motion_ ? 0.f : 1.f;
  }
  return layout_;
}

bool Painter::draw(const View& view, const Pointer& pointer, float density, float seconds) {
  if (appear_ < 1) appear_ = std::min(1.f, appear_ + std::clamp(seconds, 0.f, kLongestStep) / kAppearSeconds);
  drawing_->begin(layout_.width * scale_, layout_.height * scale_, density);
  fonts_.use_density(density);
  Canvas canvas(&drawing_->list, fonts_, palette(), scale_);
  DrawPass(view, layout_, canvas, pointer, ease(appear_)).run();
  return appear_ < 1;
}

}  // namespace kk
