// The canvas: shapes land where a browser puts them, on whole device pixels.
#include "paint/canvas.h"

#include <gtest/gtest.h>

#include <cmath>

#include "frame.h"

namespace kk {
namespace {

bool whole(float device_pixels) { return std::fabs(device_pixels - std::round(device_pixels)) < 0.01f; }

constexpr float kDensities[] = {1, 1.25f, 1.5f, 2, 3};

TEST(Canvas, PlainShapesHaveWholeDevicePixelEdges) {
  for (const float density : kDensities) {
    for (const float scale : {1.0f, 1.25f}) {
      Frame frame(density, scale);
      Canvas canvas = frame.canvas();
      canvas.fill({10.3f, 20.7f, 33.3f, 0.2f}, Ink::kText);  // thinner than a pixel: still there
      canvas.fill({3.1f, 4.9f, 50.2f, 12.4f}, Ink::kAccent);
      canvas.frame({7.7f, 30.2f, 41.1f, 19.9f}, Ink::kBorder, Ink::kSurface, 1, 0);
      canvas.line(5, 60.5f, 80.3f, 60.5f, 1, Ink::kBorder);
      canvas.line(9.4f, 61, 9.4f, 90, 2, Ink::kBorder);
      for (const ImDrawVert& vertex : frame.list().VtxBuffer) {
        EXPECT_TRUE(whole(vertex.pos.x * density) && whole(vertex.pos.y * density))
            << vertex.pos.x << ", " << vertex.pos.y << " at " << density;
      }
      EXPECT_GE(frame.list().VtxBuffer[2].pos.y - frame.list().VtxBuffer[0].pos.y, 0.99f / density);
    }
  }
}

TEST(Canvas, BordersAreAtLeastOneWholeDevicePixel) {
  for (const float density : kDensities) {
    Frame frame(density);
    frame.canvas().frame({10, 10, 100, 40}, Ink::kBorder, Ink::kSurface, 1, 0);
    const ImDrawVert* v = frame.list().VtxBuffer.Data;  // outer rectangle, inner rectangle
    EXPECT_NEAR((v[4].pos.x - v[0].pos.x) * density, std::floor(density + 0.01f), 0.01) << density;
  }
}

TEST(Canvas, ShapesStayInsideTheirBoxButForSmoothing) {
  const Box box{20, 30, 61, 24};
  for (const float density : kDensities) {
    Frame frame(density);
    Canvas canvas = frame.canvas();
    const auto inside = [&](const char* what) {
      const Box drawn = frame.drawn();
      const float slack = 1.1f / density;  // half a pixel of rounding, half of smoothing
      EXPECT_GT(frame.vertices(), 0) << what;
      EXPECT_GE(drawn.x, box.x - slack) << what << " at " << density;
      EXPECT_GE(drawn.y, box.y - slack) << what << " at " << density;
      EXPECT_LE(drawn.right(), box.right() + slack) << what << " at " << density;
      EXPECT_LE(drawn.bottom(), box.bottom() + slack) << what << " at " << density;
      frame.clear();
    };
    canvas.fill(box, Ink::kText, 12);
    inside("fill");
    canvas.fill(box, Ink::kText, 100);
    inside("fill with too large a radius");
    canvas.frame(box, Ink::kBorder, Ink::kSurface, 2, 8, kTopCorners);
    inside("frame");
    canvas.frame(box, Ink::kFocus, Ink::kNone, 3, 8);
    inside("ring");
    canvas.dashed_frame(box, Ink::kBorder, 4);
    inside("dashed frame");
    canvas.dashed_frame(box, Ink::kBorder, 0);
    inside("dashed frame without radius");
    canvas.dashed_line(40, 30, 40, 54, Ink::kBorder);
    inside("dashed line");
    canvas.disc(40, 42, 7, Ink::kText);
    inside("disc");
    canvas.ring(40, 42, 10, 2, Ink::kText, Ink::kSurface);
    inside("ring");
    canvas.line(21, 31, 70, 50, 1, Ink::kText);
    inside("slanted line");
    for (const Icon icon :
         {Icon::kCompass, Icon::kArrowRight, Icon::kArrowLeft, Icon::kArrowUp, Icon::kInfo, Icon::kCheck}) {
      canvas.icon(icon, 24, 30, 24, Ink::kText);
      inside("icon");
    }
  }
}

TEST(Canvas, NothingIsDrawnWithoutInkOrSize) {
  Frame frame;
  Canvas canvas = frame.canvas();
  canvas.fill({0, 0, 10, 10}, Ink::kNone);
  canvas.fill({0, 0, 0, 10}, Ink::kText);
  canvas.fill({0, 0, -4, 10}, Ink::kText, 4);
  canvas.disc(5, 5, 3, Ink::kNone);
  canvas.dashed_frame({0, 0, 10, 0}, Ink::kText, 4);
  canvas.text("", 0, 0, kBodyType, Ink::kText);
  canvas.text("x", 0, 0, kBodyType, Ink::kNone);
  EXPECT_EQ(frame.vertices(), 0);
}

TEST(Canvas, TextIsAlignedToItsPoint) {
  Frame frame;
  Canvas canvas = frame.canvas();
  const auto left = [&](Align align) {
    frame.clear();
    canvas.text("HHHH", 200, 10, kBodyType, Ink::kText, align);
    return frame.drawn().x;
  };
  const float width = frame.fonts().width("HHHH", kBodyType);
  EXPECT_NEAR(left(Align::kLeft) - left(Align::kCenter), width / 2, 1);
  EXPECT_NEAR(left(Align::kLeft) - left(Align::kRight), width, 1);
}

}  // namespace
}  // namespace kk
