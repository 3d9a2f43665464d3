#include "paint/theme.h"

#include <cmath>

#include "paint/palettes.h"

namespace kk {
namespace {

/// x to the power of 2.4, for x in 0.05..1: x² times the fifth root of x², by Newton's method from above. Exact to a
/// double; the C library's pow would be 1 KB of the page.
double to_the_2_4(double x) {
  const double square = x * x;
  double root = 1;
  for (int i = 0; i < 20; ++i) {
    const double fourth = root * root * root * root;
    root -= (root * fourth - square) / (5 * fourth);
  }
  return square * root;
}

/// Relative luminance of sRGB, WCAG 2.2 definition.
double luminance(std::uint32_t color) {
  const auto channel = [](std::uint32_t byte) {
    const double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : to_the_2_4((c + 0.055) / 1.055);
  };
  return 0.2126 * channel(color >> 16 & 255) + 0.7152 * channel(color >> 8 & 255) + 0.0722 * channel(color & 255);
}

Ink nth(Ink first, int stage) {
  const int step = stage < 1 ? 0 : stage > 5 ? 4 : stage - 1;
  return static_cast<Ink>(static_cast<int>(first) + step);
}

constexpr double kReadable = 4.5;
constexpr std::uint32_t kWhite = 0xFFFFFF, kInk = 0x06222A;

/// From one colour towards another.
std::uint32_t mix(std::uint32_t from, std::uint32_t to, double share) {
  std::uint32_t out = 0;
  for (int shift = 0; shift <= 16; shift += 8) {
    const double a = from >> shift & 255, b = to >> shift & 255;
    out |= static_cast<std::uint32_t>(std::lround(a + (b - a) * share)) << shift;
  }
  return out;
}

void derive(Palette& palette, std::uint32_t accent) {
  const auto set = [&](Ink ink, std::uint32_t color) { palette.colors[static_cast<int>(ink)] = color; };
  const bool dark = luminance(palette[Ink::kSurface]) < luminance(palette[Ink::kText]);
  const std::uint32_t towards = dark ? kWhite : 0;
  set(Ink::kAccent, accent);
  set(Ink::kAccentHover, mix(accent, towards, 0.18));
  set(Ink::kAccentPressed, mix(accent, towards, 0.33));
  set(Ink::kAccentTint, mix(palette[Ink::kSurface], accent, dark ? 0.14 : 0.10));
  set(Ink::kAccentOn, contrast(kWhite, accent) >= contrast(kInk, accent) ? kWhite : kInk);
}

bool readable(const Palette& palette) {
  const auto pair = [&](Ink ink, Ink on) { return contrast(palette[ink], palette[on]) >= kReadable; };
  return pair(Ink::kAccent, Ink::kSurface) && pair(Ink::kAccent, Ink::kSurface2) &&
         pair(Ink::kAccent, Ink::kAccentTint) && pair(Ink::kAccentOn, Ink::kAccent) &&
         pair(Ink::kAccentOn, Ink::kAccentHover) && pair(Ink::kAccentOn, Ink::kAccentPressed) &&
         pair(Ink::kText, Ink::kAccentTint) && pair(Ink::kMuted, Ink::kAccentTint) &&
         pair(Ink::kAccentHover, Ink::kSurface);
}

}  // namespace

Accented with_accent(const Palette& palette, std::uint32_t accent) {
  Accented out{palette};
  constexpr int kSteps = 20;  // at the last one the accent is the text colour, which can be read
  for (int step = 0; step <= kSteps; ++step) {
    derive(out.palette, mix(accent & 0xFFFFFF, palette[Ink::kText], step / static_cast<double>(kSteps)));
    out.moved = step > 0;
    if (readable(out.palette)) break;
  }
  return out;
}

const Palette& light_palette() { return kLight; }
const Palette& dark_palette() { return kDark; }

Ink stage_ink(int stage) { return nth(Ink::kStage1, stage); }
Ink stage_on_ink(int stage) { return nth(Ink::kStageOn1, stage); }

double contrast(std::uint32_t a, std::uint32_t b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::fmax(la, lb) + 0.05) / (std::fmin(la, lb) + 0.05);
}

}  // namespace kk
