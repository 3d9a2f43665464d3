// A draw list with fonts to measure and draw in, without a window or a renderer: what the painter has, for tests.
#pragma once

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "paint/canvas.h"

namespace kk {

class Frame {
 public:
  explicit Frame(float density = 1, float scale = 1) : list_(&shared_), scale_(scale) {
    shared_.FontAtlas = &atlas_;
    shared_.SetCircleTessellationMaxError(0.1f);
    shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    shared_.InitialFringeScale = 1 / density;
    shared_.ClipRectFullscreen = ImVec4(0, 0, 1000, 4000);
    ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
    fonts_.create(atlas_);
    fonts_.use_scale(scale);
    ImFontAtlasUpdateNewFrame(&atlas_, 1, true);
    for (ImTextureData* texture : atlas_.TexList) texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
    fonts_.use_density(density);
    clear();
  }
  ~Frame() { ImFontAtlasRemoveDrawListSharedData(&atlas_, &shared_); }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  const Fonts& fonts() const { return fonts_; }
  const ImDrawList& list() const { return list_; }
  const ImFontAtlas& atlas() const { return atlas_; }
  int vertices() const { return list_.VtxBuffer.Size; }
  Canvas canvas(const Palette& palette = light_palette()) { return {&list_, fonts_, palette, scale_}; }

  void clear() {
    list_._ResetForNewFrame();
    list_.PushTexture(atlas_.TexRef);
    list_.PushClipRectFullScreen();
  }

  /// What has been drawn since clear(), in layout px; smoothed edges included.
  Box drawn() const {
    if (vertices() == 0) return {};
    ImVec2 low(1e9f, 1e9f), high(-1e9f, -1e9f);
    for (const ImDrawVert& vertex : list_.VtxBuffer) {
      low = ImVec2(std::min(low.x, vertex.pos.x), std::min(low.y, vertex.pos.y));
      high = ImVec2(std::max(high.x, vertex.pos.x), std::max(high.y, vertex.pos.y));
    }
    return {low.x / scale_, low.y / scale_, (high.x - low.x) / scale_, (high.y - low.y) / scale_};
  }

 private:
  ImFontAtlas atlas_;
  ImDrawListSharedData shared_;
  ImDrawList list_;
  Fonts fonts_;
  float scale_;
};

}  // namespace kk
