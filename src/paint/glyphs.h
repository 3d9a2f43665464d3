// Where glyphs come from: the browser's own rasteriser in the page, made-up boxes in native tests.
#pragma once

namespace kk {

/// One rasterised glyph, in device pixels relative to the pen on the baseline.
struct GlyphShape {
  float advance = 0;          ///< unrounded
  float left = 0, top = 0;    ///< of the bitmap; top is negative above the baseline
  int width = 0, height = 0;  ///< of the bitmap; 0: nothing to draw
  bool colored = false;       ///< four bytes a pixel (emoji) instead of one of coverage
};

/// Implemented once a platform: src/web/browser_glyphs.cpp and tests/paint/box_glyphs.cpp.
struct GlyphSource {
  /// Ascent and descent of the font in device pixels, both positive.
  static void metrics(float em, int weight, float& ascent, float& descent);
  /// False when there is no such glyph. `horizontal_scale` widens the bitmap, not the advance.
  static bool shape(unsigned codepoint, float em, int weight, float horizontal_scale, GlyphShape& shape);
  /// The bitmap of the last shape(), width * height * (colored ? 4 : 1) bytes.
  static void pixels(unsigned char* out, bool colored);
};

}  // namespace kk
