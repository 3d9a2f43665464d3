// Drawing every screen without a window: what comes out is finite, inside the widget, repeatable, and ends.
#include "paint/painter.h"

#include <cmath>
#include <cstdint>

#include "imgui.h"
#include "states.h"

namespace kk {
namespace {

/// A painter, and what a renderer does with its textures, without one.
class Page {
 public:
  /// True while another frame is wanted.
  bool frame(const View& view, const Pointer& pointer = {}, float density = 1, float seconds = 1.f / 60) {
    const bool more = painter.draw(view, pointer, density, seconds);
    for (ImTextureData* texture : painter.atlas().TexList) {
      if (texture->Status == ImTextureStatus_WantDestroy) {
        if (texture->UnusedFrames == 0) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else if (texture->Status != ImTextureStatus_Destroyed) {
        texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
    return more;
  }

  const ImDrawList& list() const { return painter.list(); }

  /// Of everything the last frame drew.
  std::uint64_t hash() const {
    std::uint64_t out = 14695981039346656037u;
    const auto add = [&](const auto& items) {
      const auto* bytes = reinterpret_cast<const unsigned char*>(items.Data);
      for (int i = 0; i < items.size_in_bytes(); ++i) out = (out ^ bytes[i]) * 1099511628211u;
    };
    add(list().VtxBuffer);
    add(list().IdxBuffer);
    return out;
  }

  Painter painter;
};

TEST(Painter, DrawsEverythingInsideTheWidget) {
  const struct {
    float width, density;
    bool dark;
  } kScreens[] = {{288, 1, false}, {320, 3, true}, {420, 2, false}, {600, 1, true}, {800, 2, false}};
  Page page;
  const std::vector<State> states = all_states("nl");
  for (const auto& [width, density, dark] : kScreens) {
    page.painter.set_dark(dark);
    for (const State& state : states) {
      SCOPED_TRACE(state.name + " " + std::to_string(width) + " x" + std::to_string(density));
      const View view = build_view(state.session, {.width = width});
      const Layout& layout = page.painter.lay_out(view, width, density);
      page.frame(view, {}, density);
      ASSERT_GT(page.list().VtxBuffer.Size, 100);
      ASSERT_LT(page.list().VtxBuffer.Size, 65'536) << "indices are 16 bits";
      for (const ImDrawVert& vertex : page.list().VtxBuffer) {
        ASSERT_TRUE(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y));
        ASSERT_TRUE(vertex.pos.x >= -2 && vertex.pos.x <= width + 2 && vertex.pos.y >= -2 &&
                    vertex.pos.y <= layout.height + 2)
            << vertex.pos.x << ", " << vertex.pos.y << " of " << width << " x " << layout.height;
      }
    }
  }
}

TEST(Painter, AnswersToThePointerWithoutImGuiInput) {
  Page page;
  page.painter.set_reduced_motion(true);
  for (const char* screen : {"intro", "question-4", "result", "steps"}) {
    const View view = sample::view({"133444444", screen});
    const Layout layout = page.painter.lay_out(view, 720, 1);
    page.frame(view), page.frame(view);
    const std::uint64_t rest = page.hash();
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
      const Look look = view.nodes[i].look;
      const Box& box = layout.nodes[i].box;
      const bool filled =
          look == Look::kPrimary || look == Look::kSecondary || (look == Look::kOption && !view.nodes[i].checked);
      if (!filled) continue;
      page.frame(view, {box.middle_x(), box.middle_y(), ""});
      const std::uint64_t hovered = page.hash();
      EXPECT_NE(hovered, rest) << view.nodes[i].id;
      page.frame(view, {box.middle_x(), box.middle_y(), view.nodes[i].id});
      EXPECT_NE(page.hash(), hovered) << view.nodes[i].id << " looks pressed";
    }
    page.frame(view);
    EXPECT_EQ(page.hash(), rest) << screen << " comes to rest again";
  }
  EXPECT_EQ(ImGui::GetCurrentContext(), nullptr) << "no context, so no mouse, no keys and no focus of ImGui's own";
}

TEST(Painter, DrawsTheSameTwice) {
  Page page;
  for (const std::string& screen : sample::kScreens) {
    const View view = sample::view({"133444444", screen});
    page.painter.lay_out(view, 720, 2);
    while (page.frame(view, {}, 2)) {
    }
    page.frame(view, {}, 2);
    const std::uint64_t first = page.hash();
    page.frame(view, {}, 2);
    EXPECT_EQ(page.hash(), first) << screen;
  }
}

TEST(Painter, GrowsFiguresOnceAndStops) {
  Page page;
  const View view = sample::view({"133444444", "result"});
  page.painter.lay_out(view, 720, 1);
  int frames = 1;
  while (page.frame(view) && frames < 1000) ++frames;
  EXPECT_GE(frames, 15) << "0.32 s at 60 frames a second";
  EXPECT_LE(frames, 25);
  page.painter.lay_out(view, 720, 1);
  EXPECT_FALSE(page.frame(view)) << "the same screen does not move again";
  const View other = sample::view({"133444444", "steps"});
  page.painter.lay_out(other, 720, 1);
  EXPECT_TRUE(page.frame(other));
}

TEST(Painter, IsStillFromTheFirstFrameWhereNoResultGrows) {
  Page page;
  for (const char* screen : {"intro", "question-4", "modules-words", "ticks"}) {
    const View view = sample::view({"133444444", screen});
    page.painter.lay_out(view, 720, 1);
    EXPECT_FALSE(page.frame(view)) << screen;
  }
}

TEST(Painter, SurvivesAJumpingClock) {
  Page page;
  const View view = sample::view({"133444444", "result"});
  page.painter.lay_out(view, 720, 1);
  EXPECT_TRUE(page.frame(view, {}, 1, 3600)) << "after a pause motion goes on where it was";
  EXPECT_TRUE(page.frame(view, {}, 1, -5));
  EXPECT_TRUE(page.frame(view, {}, 1, 0));
}

TEST(Painter, ShowsTheLastFrameFirstWithReducedMotion) {
  Page page;
  page.painter.set_reduced_motion(true);
  for (const bool warm : {false, true}) {  // at first the atlas still grows, which moves its glyphs
    for (const std::string& screen : sample::kScreens) {
      const View view = sample::view({"133444444", screen});
      page.painter.lay_out(view, 720, 1);
      EXPECT_FALSE(page.frame(view)) << screen;
      const std::uint64_t first = page.hash();
      page.frame(view, {}, 1, 10);
      EXPECT_TRUE(!warm || page.hash() == first) << screen;
    }
  }
}

TEST(Painter, KeepsTheAtlasBounded) {
  Page page;
  for (int i = 0; i < 200; ++i) {
    const View view = sample::view(
        {"133444444", sample::kScreens[static_cast<std::size_t>(i) % sample::kScreens.size()], i % 2 ? "nl" : "en"});
    const float density = 1 + static_cast<float>(i / 40) * 0.5f;  // zooming: each step brings its own glyphs
    page.painter.lay_out(view, 720, density);
    page.frame(view, {}, density);
    page.frame(view, {}, density);
  }
  const ImFontAtlas& atlas = page.painter.atlas();
  EXPECT_LE(atlas.TexData->GetSizeInBytes(), 4 << 20) << "of the page's 16 MB";
  EXPECT_LE(atlas.TexList.Size, 2) << "at most the one that is being replaced";
}

}  // namespace
}  // namespace kk
