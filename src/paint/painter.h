// Nodes -> pixels: draws a laid-out view with Dear ImGui. Holds no answers; knows nothing but the view and the pointer.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "paint/layout.h"
#include "view/node.h"

struct ImDrawList;
struct ImFontAtlas;

namespace kk {

/// Where the reader's pointer is, so that controls can answer to it.
struct Pointer {
  float x = -1, y = -1;  ///< layout px; negative: not over the widget
  std::string pressed;   ///< id of the node that is held down; empty: none
};

/// Of Dear ImGui it uses the draw lists and the font atlas, both made for use without a context: windows, widgets and
/// input would have nothing to do here, because the elements over the canvas are the controls.
class Painter {
 public:
  Painter();
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void set_dark(bool dark) { dark_ = dark; }
  /// An article's accent, as 0xRRGGBB; nothing: our own. Whether it had to be moved to be read, on light or on dark.
  bool set_accent(std::optional<std::uint32_t> accent);
  const Palette& palette() const { return dark_ ? dark_colors_ : light_colors_; }
  void forget_glyphs();  ///< the font family changed
  /// Ends a growth that is on its way, too.
  void set_reduced_motion(bool reduced) {
    reduced_motion_ = reduced;
    if (reduced) appear_ = 1;
  }
  void set_scale(float scale);  ///< root font size / 16

  /// Lays a view out for a widget `width` CSS px wide. Figures of a screen that was not shown before grow once.
  const Layout& lay_out(const View& view, float width, float density);
  const Layout& layout() const { return layout_; }
  const Fonts& fonts() const { return fonts_; }
  float scale() const { return scale_; }
  float height() const { return layout_.height * scale_; }  ///< CSS px

  /// Fills list() and atlas() for the view that was laid out last. `seconds` since the last frame.
  /// True while something still moves and another frame is wanted.
  bool draw(const View& view, const Pointer& pointer, float density, float seconds);

  const ImDrawList& list() const;
  ImFontAtlas& atlas() const;  ///< its TexList says which textures to create, update and destroy

 private:
  struct Drawing;
  std::unique_ptr<Drawing> drawing_;
  Fonts fonts_;
  Palette light_colors_ = light_palette(), dark_colors_ = dark_palette();
  bool dark_ = false;
  Layout layout_;
  std::string screen_;  ///< whose figures are appearing
  float appear_ = 1;    ///< 0 to 1
  float scale_ = 1;
  bool reduced_motion_ = false;
};

}  // namespace kk
