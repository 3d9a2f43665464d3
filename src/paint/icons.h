// Made by scripts/tokens.mjs from assets/design/tokens.json.
#pragma once

namespace kk {

enum class Icon {
  kArrowRight,
  kArrowLeft,
  kArrowUp,
  kArrowDown,
  kDiamond,
  kCompass,
  kInfo,
  kCheck,
  kChevronDown,
  kChevronUp,
  kPerson,
  kFlag,
};

/// A circle, if its radius is not 0, and strokes through points (x, y, x, y, …), in a square of `box` units.
struct IconShape {
  float box;
  struct {
    float x, y, radius;
  } circle;
  int counts[2];
  float points[14];
};

// clang-format off
inline constexpr IconShape kIcons[] = {
    {20, {0, 0, 0}, {2, 3}, {4, 10, 16, 10, 11, 5, 16, 10, 11, 15}},
    {20, {0, 0, 0}, {2, 3}, {16, 10, 4, 10, 9, 5, 4, 10, 9, 15}},
    {16, {0, 0, 0}, {2, 3}, {8, 13, 8, 3, 4, 7, 8, 3, 12, 7}},
    {16, {0, 0, 0}, {2, 3}, {8, 3, 8, 13, 4, 9, 8, 13, 12, 9}},
    {16, {0, 0, 0}, {5, 0}, {8, 1.5f, 14.5f, 8, 8, 14.5f, 1.5f, 8, 8, 1.5f}},
    {24, {12, 12, 9.5f}, {5, 0}, {16, 8, 13.4f, 13.4f, 8, 16, 10.6f, 10.6f, 16, 8}},
    {20, {10, 10, 8}, {2, 2}, {10, 9.2f, 10, 13.8f, 10, 6.2f, 10, 6.3f}},
    {20, {0, 0, 0}, {3, 0}, {4, 10.5f, 8, 14.5f, 16, 5.5f}},
    {20, {0, 0, 0}, {3, 0}, {5, 8, 10, 13, 15, 8}},
    {20, {0, 0, 0}, {3, 0}, {5, 12, 10, 7, 15, 12}},
    {16, {8, 5.1f, 2.7f}, {4, 0}, {3, 14, 4.4f, 10.6f, 11.6f, 10.6f, 13, 14}},
    {16, {0, 0, 0}, {2, 5}, {4, 14, 4, 2, 4, 2.6f, 12.5f, 2.6f, 10.3f, 5.4f, 12.5f, 8.2f, 4, 8.2f}},
};
// clang-format on

}  // namespace kk
