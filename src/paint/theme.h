// Colours, type and the two palettes, which are made from assets/design/tokens.json as those of the style sheet are.
#pragma once

#include <cassert>
#include <cstdint>

namespace kk {

/// A colour by its meaning. In the order of assets/design/tokens.json.
enum class Ink : std::uint8_t {
  kSurface,
  kSurface2,
  kBorder,
  kBorderStrong,
  kText,
  kMuted,
  kAccent,
  kAccentHover,
  kAccentPressed,
  kAccentTint,
  kAccentOn,
  kFocus,
  kCaution,
  kCautionTint,
  kPositive,
  kPositiveTint,
  kStage1,
  kStage2,
  kStage3,
  kStage4,
  kStage5,
  kStageOn1,
  kStageOn2,
  kStageOn3,
  kStageOn4,
  kStageOn5,
  kScan,
  kScanOn,
  kNone,
};
inline constexpr int kInkCount = static_cast<int>(Ink::kNone);

/// Colours as 0xRRGGBB.
struct Palette {
  std::uint32_t colors[kInkCount];
  std::uint32_t operator[](Ink ink) const {
    assert(ink != Ink::kNone);
    return colors[static_cast<int>(ink)];
  }
};

const Palette& light_palette();
const Palette& dark_palette();

/// The inks that follow the accent of an article: accent, hover, pressed, tint and the text on it.
inline constexpr Ink kAccentInks[] = {Ink::kAccent, Ink::kAccentHover, Ink::kAccentPressed, Ink::kAccentTint,
                                      Ink::kAccentOn};

/// The palette with another accent, as design section 2 derives it. An accent that cannot be read (text 4.5) on
/// surface, panel and its own tint, or that no text can be read on, moves towards the text colour in steps of 5 % until
/// it can.
struct Accented {
  Palette palette;
  bool moved = false;
};
Accented with_accent(const Palette& palette, std::uint32_t accent);

/// Fill of a stage, and of text on it. `stage` counts from 1; above 5 the last colour is kept.
Ink stage_ink(int stage);
Ink stage_on_ink(int stage);

/// WCAG 2.2 contrast ratio of two colours, 1 to 21.
double contrast(std::uint32_t a, std::uint32_t b);

/// Em size and line height in CSS px at a root font of 16 px.
struct Type {
  float size = 16, line = 24;
  int weight = 400;  ///< 400 or 600
};
inline constexpr Type kSmallType{14, 20, 400};
inline constexpr Type kBodyType{16, 24, 400};
inline constexpr Type kTitleType{20, 28, 400};
inline constexpr Type kDisplayType{28, 36, 600};
inline constexpr Type kHeroType{40, 48, 600};
constexpr Type bold(Type type) { return {type.size, type.line, 600}; }

}  // namespace kk
