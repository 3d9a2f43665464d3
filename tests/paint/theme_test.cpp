// Colours: every pair the design promises a contrast for has it, in both palettes (design, section 2).
#include "paint/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace kk {
namespace {

struct Pair {
  Ink ink, on;
  double light, dark;  ///< contrast as the design states it
  bool text;           ///< text needs 4.5, a control's edge or a mark 3
};

constexpr Pair kPairs[] = {
    {Ink::kBorderStrong, Ink::kSurface, 4.1, 5.1, false}, {Ink::kBorderStrong, Ink::kSurface2, 3.7, 4.4, false},
    {Ink::kText, Ink::kSurface, 16.6, 15.1, true},        {Ink::kText, Ink::kAccentTint, 14.3, 11.4, true},
    {Ink::kText, Ink::kBorder, 12.0, 9.3, true},          {Ink::kMuted, Ink::kSurface, 6.5, 8.1, true},
    {Ink::kMuted, Ink::kSurface2, 5.9, 7.0, true},        {Ink::kAccent, Ink::kSurface, 7.8, 8.9, true},
    {Ink::kAccent, Ink::kAccentTint, 6.7, 6.7, true},     {Ink::kAccentOn, Ink::kAccent, 7.8, 8.5, true},
    {Ink::kAccentOn, Ink::kAccentHover, 9.9, 9.6, true},  {Ink::kAccentOn, Ink::kAccentPressed, 12.0, 10.7, true},
    {Ink::kFocus, Ink::kSurface, 5.7, 10.2, false},       {Ink::kCaution, Ink::kSurface, 6.4, 8.2, true},
    {Ink::kCaution, Ink::kCautionTint, 5.7, 7.2, true},   {Ink::kPositive, Ink::kSurface, 6.5, 9.0, true},
    {Ink::kStage1, Ink::kSurface, 3.6, 3.6, false},       {Ink::kStage1, Ink::kSurface2, 3.2, 3.2, false},
    {Ink::kStage2, Ink::kSurface, 4.7, 5.5, false},       {Ink::kStage2, Ink::kSurface2, 4.2, 4.8, false},
    {Ink::kStage3, Ink::kSurface, 6.7, 7.8, false},       {Ink::kStage3, Ink::kSurface2, 6.0, 6.8, false},
    {Ink::kStage4, Ink::kSurface, 10.0, 10.4, false},     {Ink::kStage4, Ink::kSurface2, 9.0, 9.1, false},
    {Ink::kStage5, Ink::kSurface, 15.3, 13.8, false},     {Ink::kStage5, Ink::kSurface2, 13.7, 12.0, false},
    {Ink::kStageOn1, Ink::kStage1, 5.1, 4.7, true},       {Ink::kStageOn2, Ink::kStage2, 4.7, 5.8, true},
    {Ink::kStageOn3, Ink::kStage3, 6.7, 8.2, true},       {Ink::kStageOn4, Ink::kStage4, 10.0, 11.0, true},
    {Ink::kStageOn5, Ink::kStage5, 15.3, 14.6, true},
};

TEST(Theme, EveryPairHasTheContrastTheDesignStates) {
  for (const Pair& pair : kPairs) {
    SCOPED_TRACE(testing::Message() << "ink " << static_cast<int>(pair.ink) << " on " << static_cast<int>(pair.on));
    const double light = contrast(light_palette()[pair.ink], light_palette()[pair.on]);
    const double dark = contrast(dark_palette()[pair.ink], dark_palette()[pair.on]);
    EXPECT_NEAR(light, pair.light, 0.06);
    EXPECT_NEAR(dark, pair.dark, 0.06);
    EXPECT_GE(std::min(light, dark), pair.text ? 4.5 : 3.0);
  }
}

TEST(Theme, TextThatFiguresAndTintedPanelsPutTogetherIsReadable) {
  for (const Palette* palette : {&light_palette(), &dark_palette()}) {
    EXPECT_GE(contrast((*palette)[Ink::kSurface], (*palette)[Ink::kText]), 4.5);  // pill "you are here"
    EXPECT_GE(contrast((*palette)[Ink::kText], (*palette)[Ink::kCautionTint]), 4.5);
    EXPECT_GE(contrast((*palette)[Ink::kText], (*palette)[Ink::kSurface2]), 4.5);
    EXPECT_GE(contrast((*palette)[Ink::kCaution], (*palette)[Ink::kSurface2]), 3);
  }
}

/// What is drawn in the accent's inks, on what.
constexpr std::pair<Ink, Ink> kAccentPairs[] = {
    {Ink::kAccent, Ink::kSurface},  {Ink::kAccent, Ink::kSurface2},      {Ink::kAccent, Ink::kAccentTint},
    {Ink::kAccentOn, Ink::kAccent}, {Ink::kAccentOn, Ink::kAccentHover}, {Ink::kAccentOn, Ink::kAccentPressed},
    {Ink::kText, Ink::kAccentTint}, {Ink::kMuted, Ink::kAccentTint},     {Ink::kAccentHover, Ink::kSurface},
};

TEST(Theme, EveryAccentOfAnArticleCanBeRead) {
  int moved = 0, all = 0;
  for (const Palette* palette : {&light_palette(), &dark_palette()}) {
    for (std::uint32_t r = 0; r < 256; r += 15) {
      for (std::uint32_t g = 0; g < 256; g += 15) {
        for (std::uint32_t b = 0; b < 256; b += 15) {
          const std::uint32_t accent = r << 16 | g << 8 | b;
          const Accented out = with_accent(*palette, accent);
          ++all;
          moved += out.moved;
          for (const auto& [ink, on] : kAccentPairs) {
            ASSERT_GE(contrast(out.palette[ink], out.palette[on]), 4.5)
                << std::hex << accent << ": ink " << static_cast<int>(ink) << " on " << static_cast<int>(on);
          }
          if (!out.moved) {
            ASSERT_EQ(out.palette[Ink::kAccent], accent);
          }
        }
      }
    }
  }
  EXPECT_EQ(all, 2 * 18 * 18 * 18);
  EXPECT_GT(moved, all / 10);
  EXPECT_LT(moved, all * 9 / 10);
}

TEST(Theme, TheOwnAccentGivesTheOwnPaletteAndOnlyItsInksChange) {
  for (const Palette* palette : {&light_palette(), &dark_palette()}) {
    const Accented own = with_accent(*palette, (*palette)[Ink::kAccent]), other = with_accent(*palette, 0xB00020);
    EXPECT_FALSE(own.moved);
    for (int i = 0; i < kInkCount; ++i) {
      const Ink ink = static_cast<Ink>(i);
      for (const int shift : {0, 8, 16})
        EXPECT_NEAR((own.palette[ink] >> shift & 255) * 1.0, ((*palette)[ink] >> shift & 255) * 1.0, 1.01) << i;
      if (std::find(std::begin(kAccentInks), std::end(kAccentInks), ink) == std::end(kAccentInks)) {
        EXPECT_EQ(other.palette[ink], (*palette)[ink]) << i;
      }
    }
  }
}

TEST(Theme, ContrastIsThatOfWcag) {
  EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21, 1e-9);
  EXPECT_NEAR(contrast(0x777777, 0xFFFFFF), 4.48, 0.005);
  EXPECT_EQ(contrast(0x123456, 0x123456), 1);
}

TEST(Theme, StagesBeyondTheFifthKeepItsColour) {
  EXPECT_EQ(stage_ink(1), Ink::kStage1);
  EXPECT_EQ(stage_ink(5), Ink::kStage5);
  EXPECT_EQ(stage_ink(9), Ink::kStage5);
  EXPECT_EQ(stage_ink(0), Ink::kStage1);
  EXPECT_EQ(stage_on_ink(2), Ink::kStageOn2);
  EXPECT_EQ(stage_on_ink(9), Ink::kStageOn5);
}

TEST(Theme, StagesGetDarkerOrLighterStepByStep) {
  for (const Palette* palette : {&light_palette(), &dark_palette()}) {
    for (int stage = 2; stage <= 5; ++stage) {
      EXPECT_GT(contrast((*palette)[stage_ink(stage)], (*palette)[Ink::kSurface]),
                contrast((*palette)[stage_ink(stage - 1)], (*palette)[Ink::kSurface]));
    }
  }
}

}  // namespace
}  // namespace kk
