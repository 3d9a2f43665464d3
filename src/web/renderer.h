// ImGui's draw list -> the page's WebGL renderer (web/renderer.js), which knows no ImGui structure.
#pragma once

#include "paint/painter.h"

namespace kk {

/// Sends the textures that changed, then the draw list, of the frame that was just painted.
void render(const Painter& painter, float density);

}  // namespace kk
