// Glyphs for native tests: solid boxes of made-up but plausible widths, the same on every machine.
#include <cmath>
#include <cstring>
#include <string_view>

#include "paint/glyphs.h"

namespace kk {
namespace {

int last_width = 0, last_height = 0;

/// Part of the em that a character takes in the regular weight.
float width_of(unsigned c) {
  const auto any_of = [c](std::string_view set) {
    return c < 128 && set.find(static_cast<char>(c)) != std::string_view::npos;
  };
  if (c == ' ') return 0.28f;
  if (any_of("iljI.,:;'!|") || c == 0x2019) return 0.27f;
  if (any_of("frt()-")) return 0.36f;
  if (any_of("mwMW") || c == 0x2014) return 0.85f;
  if (c >= 'A' && c <= 'Z') return 0.66f;
  if (c >= 0x1F000) return 1.2f;  // emoji
  return 0.55f;
}

}  // namespace

void GlyphSource::metrics(float em, int, float& ascent, float& descent) {
  ascent = em * 0.92f;
  descent = em * 0.25f;
}

bool GlyphSource::shape(unsigned codepoint, float em, int weight, float horizontal_scale, GlyphShape& shape) {
  shape.advance = width_of(codepoint) * em * (weight >= 600 ? 1.06f : 1.0f);
  shape.colored = codepoint >= 0x1F000;
  if (codepoint == ' ') return true;
  shape.left = std::round(shape.advance * 0.08f * horizontal_scale);
  shape.top = -std::round(em * 0.7f);
  shape.width = static_cast<int>(std::ceil(shape.advance * 0.84f * horizontal_scale));
  shape.height = static_cast<int>(std::round(em * 0.7f));
  last_width = shape.width;
  last_height = shape.height;
  return true;
}

void GlyphSource::pixels(unsigned char* out, bool colored) {
  std::memset(out, 0xFF, static_cast<std::size_t>(last_width * last_height * (colored ? 4 : 1)));
}

}  // namespace kk
