// Glyphs from the browser's own 2D canvas (web/fonts.js): the reader's fonts, any script that needs no shaping.
#include "paint/glyphs.h"
#include "wasm/platform.h"

KK_IMPORT(js_vmetrics) void js_vmetrics(float em, int weight, float* ascent_descent);
KK_IMPORT(js_glyph) int js_glyph(unsigned codepoint, float em, int weight, float horizontal_scale, float* out);
KK_IMPORT(js_pixels) void js_pixels(unsigned char* out, int colored);

namespace kk {

void GlyphSource::metrics(float em, int weight, float& ascent, float& descent) {
  float out[2];
  js_vmetrics(em, weight, out);
  ascent = out[0];
  descent = out[1];
}

bool GlyphSource::shape(unsigned codepoint, float em, int weight, float horizontal_scale, GlyphShape& shape) {
  float out[6];  // advance, left, top, width, height, coloured
  if (!js_glyph(codepoint, em, weight, horizontal_scale, out)) return false;
  shape = {out[0], out[1], out[2], static_cast<int>(out[3]), static_cast<int>(out[4]), out[5] != 0};
  return true;
}

void GlyphSource::pixels(unsigned char* out, bool colored) { js_pixels(out, colored); }

}  // namespace kk
