// Drawing in layout px with the tokens of the design, over one ImGui draw list; scales to the page's root font.
#pragma once

#include <string_view>

#include "paint/icons.h"
#include "paint/text.h"
#include "paint/theme.h"

struct ImDrawList;
struct ImVec2;

namespace kk {

/// A rectangle in layout px (CSS px at a root font of 16 px), relative to the widget's top left.
struct Box {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  Box inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
};

enum class Align { kLeft, kCenter, kRight };

/// Which corners are round; a joined list rounds only its ends.
struct Corners {
  bool top_left = true, top_right = true, bottom_right = true, bottom_left = true;
};
inline constexpr Corners kRightCorners{false, true, true, false};
inline constexpr Corners kTopCorners{true, true, false, false};

/// Edges land on whole device pixels, as a browser's do; widths of borders and lines are whole device pixels, at least
/// one.
class Canvas {
 public:
  /// For the density the fonts were told; the list smooths edges over one device pixel of it.
  Canvas(ImDrawList* list, const Fonts& fonts, const Palette& palette, float scale);

  const Fonts& fonts() const { return fonts_; }
  float scale() const { return scale_; }

  void fill(const Box& box, Ink ink, float radius = 0, Corners corners = {});
  /// A border of `width` px drawn inwards; kNone inside leaves what is there.
  void frame(const Box& box, Ink border, Ink inside, float width, float radius, Corners corners = {});
  void dashed_frame(const Box& box, Ink border, float radius, Corners corners = {});
  void disc(float x, float y, float radius, Ink ink);
  void ring(float x, float y, float radius, float width, Ink ink,
            Ink inside);  ///< as frame(), `radius` is the outer one
  /// A line with the two points in its middle.
  void line(float x0, float y0, float x1, float y1, float width, Ink ink);
  void dashed_line(float x0, float y0, float x1, float y1, Ink ink);
  void icon(Icon icon, float x, float y, float size, Ink ink);  ///< top left of a square of `size`

  /// One line of text whose line box starts at (x, y); with kCenter and kRight, x is the middle or the right end.
  void text(std::string_view text, float x, float y, const Type& type, Ink ink, Align align = Align::kLeft);

 private:
  unsigned color(Ink ink) const;
  ImVec2 snapped(float x, float y) const;
  float whole(float width) const;
  void outline(const ImVec2& a, const ImVec2& b, float radius, Corners corners);
  void fill_between(const ImVec2& a, const ImVec2& b, float radius, Corners corners, Ink ink);
  void frame_between(const ImVec2& a, const ImVec2& b, float width, float radius, Corners corners, Ink border,
                     Ink inside);
  void dash_path(bool closed, float width, Ink ink);
  void stroke(const float* points, int count, ImVec2 origin, float unit, float width, Ink ink);

  ImDrawList* list_;
  const Fonts& fonts_;
  const Palette& palette_;
  float scale_;    ///< CSS px per layout px
  float density_;  ///< device pixels per CSS px
};

}  // namespace kk
