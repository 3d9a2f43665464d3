// ImGui's draw list -> the page's renderer (web/renderer.js), which knows no ImGui structure: for WebGL as buffers, for
// a 2D canvas as pixels.
#pragma once

#include "paint/painter.h"

namespace kk {

/// Sends the textures that changed, then the draw list, of the frame that was just painted.
void render(const Painter& painter, float density);

/// The same on the CPU, as rows of a picture of this many device pixels.
void render_rows(const Painter& painter, float density, int width, int height);

}  // namespace kk
