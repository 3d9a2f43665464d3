// Made by scripts/tokens.mjs from assets/design/tokens.json.
#pragma once

namespace kk {

/// The widths under which the design folds, in layout px.
// clang-format off
inline constexpr float kBoardWidth = 900;  ///< under it: what is said about a picture stands below it
inline constexpr float kMediumWidth = 640;  ///< under it: the side padding is 24 px
inline constexpr float kNarrowWidth = 600;  ///< under it: type and figures fold; one column
inline constexpr float kSmallWidth = 480;  ///< under it: the side padding is 16 px
inline constexpr float kTinyWidth = 360;  ///< under it: controls stand tight
inline constexpr float kPairsWidth = 320;  ///< under it: the strip has two cells in a row
inline constexpr float kSingleWidth = 241;  ///< under it: a phone with text twice as large: one control in a row
inline constexpr float kLoneWidth = 220;  ///< under it: the strip has one cell in a row
// clang-format on

}  // namespace kk
