// Draw lists -> pixels without a graphics card: the middle tier between WebGL and the text view.
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawList;
struct ImFontAtlas;

namespace kk {

/// Rows of a picture: 8-bit RGBA, not premultiplied, as a 2D canvas takes them. Rows at a time, because a whole page
/// would not fit in the memory there is.
struct Rows {
  int width = 0, height = 0;  ///< device pixels of the whole picture, at least 1
  int top = 0, count = 0;     ///< the rows that are in `pixels`
  std::vector<std::uint32_t> pixels;
};

/// How many rows of this width are worth drawing at once.
int rows_at_once(int width);

/// Draws rows `top` to `top` + `count` of a list whose vertices are in CSS px, `density` pixels each. Rows outside of
/// the picture are left out; where nothing is drawn, pixels stay clear. Textures come from the atlas and are RGBA.
void rasterize(const ImDrawList& list, const ImFontAtlas& atlas, float density, Rows& rows);

}  // namespace kk
