#include "wasm/widget/renderer.h"

#include <cstdint>

#include "imgui.h"
#include "paint/raster.h"
#include "wasm/platform.h"

// A texture of size 0 is deleted; one of height 0 updates rows of an existing one.
KK_IMPORT(js_tex)
void js_tex(int id, int texture_width, int texture_height, int x, int y, int width, int height, const void* pixels);
KK_IMPORT(js_rows) void js_rows(const void* pixels, int width, int top, int count);
KK_IMPORT(js_buf) void js_buf(const void* vertices, int vertex_bytes, const void* indices, int index_bytes);
KK_IMPORT(js_draw) void js_draw(int texture, float x0, float y0, float x1, float y1, int index_offset, int index_count);

namespace kk {
namespace {

void update(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      js_tex(texture.UniqueID, texture.Width, texture.Height, 0, 0, texture.Width, texture.Height, texture.Pixels);
      texture.SetTexID(static_cast<ImTextureID>(texture.UniqueID + 1));  // 0 means "none" to ImGui
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantUpdates: {
      // Whole rows: WebGL 1 cannot skip the rest of a row, and rows need no copy.
      const ImTextureRect& rect = texture.UpdateRect;
      js_tex(texture.UniqueID, texture.Width, 0, 0, rect.y, texture.Width, rect.h, texture.GetPixelsAt(0, rect.y));
      texture.SetStatus(ImTextureStatus_OK);
      break;
    }
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames == 0) break;
      js_tex(texture.UniqueID, 0, 0, 0, 0, 0, 0, nullptr);
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      break;
    default:
      break;
  }
}

}  // namespace

void render(const Painter& painter, float density) {
  for (ImTextureData* texture : painter.atlas().TexList) update(*texture);
  const ImDrawList& list = painter.list();
  js_buf(list.VtxBuffer.Data, list.VtxBuffer.Size * static_cast<int>(sizeof(ImDrawVert)), list.IdxBuffer.Data,
         list.IdxBuffer.Size * static_cast<int>(sizeof(ImDrawIdx)));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.ElemCount == 0) continue;
    const ImVec4& clip = command.ClipRect;
    js_draw(static_cast<int>(command.GetTexID()), clip.x * density, clip.y * density, clip.z * density,
            clip.w * density, static_cast<int>(command.IdxOffset * sizeof(ImDrawIdx)),
            static_cast<int>(command.ElemCount));
  }
}

void render_rows(const Painter& painter, float density, int width, int height) {
  for (ImTextureData* texture : painter.atlas().TexList) update(*texture);
  Rows rows{width, height, 0, rows_at_once(width), {}};
  for (; rows.top < height; rows.top += rows.count) {
    rasterize(painter.list(), painter.atlas(), density, rows);
    js_rows(rows.pixels.data(), width, rows.top, rows.count);
  }
}

}  // namespace kk
