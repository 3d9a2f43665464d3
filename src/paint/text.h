// Measuring and breaking text: one breaker for everything, the same lines as a DOM paragraph.
#pragma once

#include <cassert>
#include <string_view>
#include <vector>

#include "paint/theme.h"

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace kk {

/// A line as bytes of its text, without the space it broke at, and its width in CSS px.
struct Line {
  int begin = 0, end = 0;
  float width = 0;
};

/// Both weights of the widget's font family at any size. Owns nothing: ImGui's atlas does. Layout is in CSS px at a
/// root font of 16 px; only here, and in Canvas, is it known that the page's root font may be larger.
class Fonts {
 public:
  void create(ImFontAtlas& atlas);  ///< once; the atlas must outlive the fonts
  void use_density(float density);  ///< device pixels per CSS px, before layout and drawing
  void use_scale(float scale) {
    assert(scale > 0);
    scale_ = scale;
  }  ///< root font size / 16

  ImFont* font(int weight) const { return weight >= 600 ? semibold_ : regular_; }
  /// Whole CSS px of the page at which text of this type is drawn: ImGui would round them anyway.
  float pixels(const Type& type) const;
  /// From the top of a line box to the top of ImGui's text, so that the baseline is where CSS puts it.
  float text_top(const Type& type) const;
  /// From the top of a line box to the baseline.
  float baseline(const Type& type) const;

  float width(std::string_view text, const Type& type) const;

  /// Lines of `text` in `max_width`. The first `bold_bytes` bytes are measured in the bold weight. Breaks after spaces,
  /// and after a hyphen that follows a letter; a longer word is cut only when alone on its line. Never returns no line.
  void break_lines(std::string_view text, int bold_bytes, const Type& type, float max_width,
                   std::vector<Line>& lines) const;

  /// The same number of lines in the least width, so that a title does not end in one lone word.
  void balance_lines(std::string_view text, const Type& type, float max_width, std::vector<Line>& lines) const;

 private:
  ImFont* regular_ = nullptr;
  ImFont* semibold_ = nullptr;
  float scale_ = 1;
};

}  // namespace kk
