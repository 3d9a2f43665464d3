// The CPU tier: pixels where the lists say, clear where they say nothing, and the same whatever rows are drawn at once.
#include "paint/raster.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "frame.h"

namespace kk {
namespace {

constexpr std::uint32_t kBlackOpaque = 0xFF000000;

/// A list with shapes, rounded and smoothed, and text, drawn into one picture in steps of `at_once` rows.
std::vector<std::uint32_t> picture(Frame& frame, float density, int width, int height, int at_once) {
  std::vector<std::uint32_t> out;
  Rows rows{width, height, 0, at_once, {}};
  for (; rows.top < height; rows.top += rows.count) {
    rasterize(frame.list(), frame.atlas(), density, rows);
    out.insert(out.end(), rows.pixels.begin(), rows.pixels.end());
  }
  return out;
}

void draw_sample(Frame& frame) {
  Canvas canvas = frame.canvas();
  canvas.frame({4, 4, 90, 50}, Ink::kBorder, Ink::kSurface, 1, 12);
  canvas.disc(30, 30, 9, Ink::kAccent);
  canvas.icon(Icon::kCompass, 60, 20, 24, Ink::kText);
  canvas.text("Klant", 10, 30, kBodyType, Ink::kText);
}

TEST(Raster, FillsWholePixelsAndLeavesTheRestClear) {
  Frame frame;
  frame.canvas().fill({2, 3, 4, 5}, Ink::kText);
  const auto pixels = picture(frame, 1, 10, 10, 10);
  const std::uint32_t rgb = light_palette()[Ink::kText];
  const std::uint32_t color = kBlackOpaque | (rgb & 255) << 16 | (rgb & 0xFF00) | rgb >> 16;
  for (int y = 0; y < 10; ++y) {
    for (int x = 0; x < 10; ++x) {
      const bool inside = x >= 2 && x < 6 && y >= 3 && y < 8;
      EXPECT_EQ(pixels[static_cast<std::size_t>(y * 10 + x)], inside ? color : 0) << x << ", " << y;
    }
  }
}

TEST(Raster, EveryWayToCutThePictureGivesTheSameOne) {
  for (const float density : {1.0f, 1.5f, 2.0f}) {
    Frame frame(density);
    draw_sample(frame);
    const int width = static_cast<int>(100 * density), height = static_cast<int>(60 * density);
    const auto whole = picture(frame, density, width, height, height);
    ASSERT_EQ(whole.size(), static_cast<std::size_t>(width * height));
    for (const int at_once : {1, 7, 64}) EXPECT_EQ(picture(frame, density, width, height, at_once), whole) << at_once;
  }
}

TEST(Raster, RoundCornersAreClearOutsideAndSmoothOnTheEdge) {
  Frame frame;
  draw_sample(frame);
  const auto pixels = picture(frame, 1, 100, 60, 60);
  EXPECT_EQ(pixels[4 * 100 + 4], 0u) << "the corner is rounded off";
  EXPECT_EQ(pixels[30 * 100 + 90] >> 24, 255u) << "the surface is there";
  const auto partly =
      std::count_if(pixels.begin(), pixels.end(), [](std::uint32_t p) { return p >> 24 > 0 && p >> 24 < 255; });
  EXPECT_GT(partly, 8);
  EXPECT_LT(partly, 200);
}

TEST(Raster, NothingIsDrawnOutsideOfThePicture) {
  Frame frame;
  draw_sample(frame);
  Rows rows{5, 3, 0, 99, {}};
  rasterize(frame.list(), frame.atlas(), 1, rows);
  EXPECT_EQ(rows.count, 3);
  EXPECT_EQ(rows.pixels.size(), 15u);
  EXPECT_GE(rows_at_once(1 << 20), 1);
  EXPECT_GE(rows_at_once(0), 1);
}

}  // namespace
}  // namespace kk
