#include "paint/canvas.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "imgui.h"

namespace kk {
namespace {

constexpr float kDash = 4, kDashPeriod = 7;
constexpr float kIconStroke = 1.75f;

ImVec2 plus(const ImVec2& a, float x, float y) { return {a.x + x, a.y + y}; }

bool near(const ImVec2& a, const ImVec2& b) { return std::fabs(a.x - b.x) + std::fabs(a.y - b.y) < 0.001f; }

/// Not std::hypot: nothing here is so far apart that its square would overflow.
float distance(const ImVec2& a, const ImVec2& b) {
  return std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
}

}  // namespace

Canvas::Canvas(ImDrawList* list, const Fonts& fonts, const Palette& palette, float scale)
    : list_(list),
      fonts_(fonts),
      palette_(palette),
      scale_(scale),
      density_(fonts.font(400)->CurrentRasterizerDensity) {}

unsigned Canvas::color(Ink ink) const {
  const std::uint32_t rgb = palette_[ink];
  return IM_COL32(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255);
}

ImVec2 Canvas::snapped(float x, float y) const {
  const float unit = scale_ * density_;
  return {std::round(x * unit) / density_, std::round(y * unit) / density_};
}

float Canvas::whole(float width) const {
  return std::max(1.0f, std::floor(width * scale_ * density_ + 0.01f)) / density_;
}

/// Makes the outline of a box the list's path. ImGui's own PathRect never rounds a side off completely.
void Canvas::outline(const ImVec2& a, const ImVec2& b, float radius, Corners corners) {
  radius = std::max(0.0f, std::min({radius, (b.x - a.x) / 2, (b.y - a.y) / 2}));
  const auto corner = [&](bool round, float x, float y, float dx, float dy, int from) {
    if (round && radius > 0) {
      list_->PathArcToFast({x + dx * radius, y + dy * radius}, radius, from, from + 3);
    } else {
      list_->PathLineTo({x, y});
    }
  };
  corner(corners.top_left, a.x, a.y, 1, 1, 6);
  corner(corners.top_right, b.x, a.y, -1, 1, 9);
  corner(corners.bottom_right, b.x, b.y, -1, -1, 0);
  corner(corners.bottom_left, a.x, b.y, 1, -1, 3);
  // Arcs that meet share a point; a side without length has no direction and would leave a spike in the smoothed edge.
  ImVector<ImVec2>& path = list_->_Path;
  int kept = 0;
  for (const ImVec2& point : path) {
    if (kept == 0 || !near(point, path[kept - 1])) path[kept++] = point;
  }
  while (kept > 1 && near(path[0], path[kept - 1])) --kept;
  path.resize(kept);
}

void Canvas::fill_between(const ImVec2& a, const ImVec2& b, float radius, Corners corners, Ink ink) {
  if (radius <= 0) {
    list_->AddRectFilled(a, b, color(ink));
    return;
  }
  outline(a, b, radius, corners);
  list_->PathFillConvex(color(ink));
}

void Canvas::frame_between(const ImVec2& a, const ImVec2& b, float width, float radius, Corners corners, Ink border,
                           Ink inside) {
  if (inside == Ink::kNone) {
    outline(plus(a, width / 2, width / 2), plus(b, -width / 2, -width / 2), radius - width / 2, corners);
    list_->PathStroke(color(border), ImDrawFlags_Closed, width);
    return;
  }
  fill_between(a, b, radius, corners, border);
  if (b.x - a.x <= 2 * width || b.y - a.y <= 2 * width) return;
  fill_between(plus(a, width, width), plus(b, -width, -width), radius - width, corners, inside);
}

void Canvas::fill(const Box& box, Ink ink, float radius, Corners corners) {
  if (ink == Ink::kNone || box.w <= 0 || box.h <= 0) return;
  const ImVec2 a = snapped(box.x, box.y);
  ImVec2 b = snapped(box.right(), box.bottom());
  b.x = std::max(b.x, a.x + 1 / density_);
  b.y = std::max(b.y, a.y + 1 / density_);
  fill_between(a, b, radius * scale_, corners, ink);
}

void Canvas::frame(const Box& box, Ink border, Ink inside, float width, float radius, Corners corners) {
  if (box.w <= 0 || box.h <= 0) return;
  frame_between(snapped(box.x, box.y), snapped(box.right(), box.bottom()), whole(width), radius * scale_, corners,
                border, inside);
}

void Canvas::dashed_frame(const Box& box, Ink border, float radius, Corners corners) {
  if (box.w <= 0 || box.h <= 0) return;
  const float width = whole(1), half = width / 2;
  outline(plus(snapped(box.x, box.y), half, half), plus(snapped(box.right(), box.bottom()), -half, -half),
          radius * scale_ - half, corners);
  dash_path(true, width, border);
}

void Canvas::disc(float x, float y, float radius, Ink ink) {
  if (ink == Ink::kNone) return;
  const ImVec2 a = snapped(x - radius, y - radius);
  const float size = 2 * radius * scale_;  // not snapped: a dot is as wide as it is high
  fill_between(a, plus(a, size, size), size / 2, {}, ink);
}

void Canvas::ring(float x, float y, float radius, float width, Ink ink, Ink inside) {
  const ImVec2 a = snapped(x - radius, y - radius);
  const float size = 2 * radius * scale_;
  frame_between(a, plus(a, size, size), whole(width), size / 2, {}, ink, inside);
}

void Canvas::line(float x0, float y0, float x1, float y1, float width, Ink ink) {
  assert(ink != Ink::kNone && width > 0);
  const float thick = whole(width);
  const float half = thick / 2 / scale_;
  if (x0 != x1 && y0 != y1) {
    list_->PathLineTo({x0 * scale_, y0 * scale_});
    list_->PathLineTo({x1 * scale_, y1 * scale_});
    list_->PathStroke(color(ink), 0, thick);
    return;
  }
  const bool upright = x0 == x1;
  const ImVec2 a = upright ? snapped(x0 - half, std::min(y0, y1)) : snapped(std::min(x0, x1), y0 - half);
  ImVec2 b = snapped(std::max(x0, x1), std::max(y0, y1));
  (upright ? b.x : b.y) = (upright ? a.x : a.y) + thick;
  list_->AddRectFilled(a, b, color(ink));
}

void Canvas::dashed_line(float x0, float y0, float x1, float y1, Ink ink) {
  assert(x0 == x1 || y0 == y1);  // slanted ones would not lie on whole pixels
  const float width = whole(1), half = width / 2;
  const bool upright = x0 == x1;
  const float back = half / scale_;
  const ImVec2 a = upright ? snapped(x0 - back, y0) : snapped(x0, y0 - back);
  const ImVec2 b = upright ? snapped(x1 - back, y1) : snapped(x1, y1 - back);
  list_->PathLineTo(plus(a, upright ? half : 0, upright ? 0 : half));
  list_->PathLineTo(plus(b, upright ? half : 0, upright ? 0 : half));
  dash_path(false, width, ink);
}

/// Strokes the list's path in dashes; on a closed path their length is adjusted so that the last gap is like the
/// others.
void Canvas::dash_path(bool closed, float width, Ink ink) {
  assert(width > 0);
  ImVector<ImVec2> points;
  points.swap(list_->_Path);
  if (points.empty()) return;
  if (closed) {
    const ImVec2 first = points[0];  // ImVector may not push its own element
    points.push_back(first);
  }
  float total = 0;
  for (int i = 1; i < points.Size; ++i) total += distance(points[i - 1], points[i]);
  float period = kDashPeriod * scale_;
  if (closed) period = total / std::max(1.0f, std::round(total / period));
  const float dash = period * kDash / kDashPeriod;
  float at = 0;  // along the path, at points[i - 1]
  int next = 0;  // number of the dash that is open or comes next
  for (int i = 1; i < points.Size; ++i) {
    const ImVec2 &p = points[i - 1], &q = points[i];
    const float length = distance(p, q);
    const auto point = [&](float along) {
      const float t = (along - at) / length;
      return ImVec2(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t);
    };
    for (;;) {
      const float begin = static_cast<float>(next) * period, end = begin + dash;
      if (begin >= at + length) break;
      list_->PathLineTo(begin > at ? point(begin) : p);
      if (end > at + length) break;  // goes on around the corner
      list_->PathLineTo(point(end));
      list_->PathStroke(color(ink), 0, width);
      ++next;
    }
    at += length;
  }
  if (list_->_Path.Size > 0) {
    list_->PathLineTo(points.back());
    list_->PathStroke(color(ink), 0, width);
  }
}

/// A line through points, with round ends and corners.
void Canvas::stroke(const float* points, int count, ImVec2 origin, float unit, float width, Ink ink) {
  ImVec2 before;
  for (int i = 0; i < count; ++i) {
    const ImVec2 point = plus(origin, points[2 * i] * unit, points[2 * i + 1] * unit);
    list_->AddCircleFilled(point, width / 2, color(ink));
    if (i > 0) {
      list_->PathLineTo(before);
      list_->PathLineTo(point);
      list_->PathStroke(color(ink), 0, width);
    }
    before = point;
  }
}

void Canvas::icon(Icon icon, float x, float y, float size, Ink ink) {
  assert(static_cast<std::size_t>(icon) < std::size(kIcons) && size > 0);
  const IconShape& shape = kIcons[static_cast<int>(icon)];
  const ImVec2 origin = snapped(x, y);
  const float unit = size * scale_ / shape.box, width = kIconStroke * scale_;
  if (const auto& [at_x, at_y, radius] = shape.circle; radius > 0) {
    outline(plus(origin, (at_x - radius) * unit, (at_y - radius) * unit),
            plus(origin, (at_x + radius) * unit, (at_y + radius) * unit), radius * unit, {});
    list_->PathStroke(color(ink), ImDrawFlags_Closed, width);
  }
  const float* points = shape.points;
  for (const int count : shape.counts) {
    stroke(points, count, origin, unit, width, ink);
    points += 2 * count;
  }
}

void Canvas::text(std::string_view text, float x, float y, const Type& type, Ink ink, Align align) {
  if (text.empty() || ink == Ink::kNone) return;
  if (align != Align::kLeft) x -= fonts_.width(text, type) * (align == Align::kCenter ? 0.5f : 1.0f);
  // ImGui cuts off fractions of a position; rounding keeps centred text in the middle.
  const ImVec2 at(std::round(x * scale_), std::round((y + fonts_.text_top(type)) * scale_));
  list_->AddText(fonts_.font(type.weight), fonts_.pixels(type), at, color(ink), text.data(), text.data() + text.size());
}

}  // namespace kk
