// Made by scripts/tokens.mjs from assets/design/tokens.json.
#pragma once

#include "paint/theme.h"

namespace kk {

static_assert(kInkCount == 28, "assets/design/tokens.json lists the inks in the order of Ink");

inline constexpr Palette kLight = {{
    0xFFFFFF,  // surface
    0xF0F3F4,  // surface-2
    0xD5DCE0,  // border
    0x6E808A,  // border-strong
    0x10202A,  // text
    0x4E606B,  // text-muted
    0x0B5A6B,  // accent
    0x094A58,  // accent-hover
    0x073C48,  // accent-pressed
    0xE7EFF0,  // accent-tint
    0xFFFFFF,  // accent-on
    0x1F5FD6,  // focus
    0xA43E16,  // caution
    0xFBEFE9,  // caution-tint
    0x1C6B49,  // positive
    0xE7F3ED,  // positive-tint
    0xB37C3C,  // stage-1
    0x637B43,  // stage-2
    0x146764,  // stage-3
    0x004860,  // stage-4
    0x172349,  // stage-5
    0x0C171C,  // stage-1-on
    0xFFFFFF,  // stage-2-on
    0xFFFFFF,  // stage-3-on
    0xFFFFFF,  // stage-4-on
    0xFFFFFF,  // stage-5-on
    0x10202A,  // scan
    0xFFFFFF,  // scan-on
}};

inline constexpr Palette kDark = {{
    0x151C20,  // surface
    0x1F282D,  // surface-2
    0x344047,  // border
    0x7D8E97,  // border-strong
    0xEBF1F3,  // text
    0xA5B4BB,  // text-muted
    0x6FC7D6,  // accent
    0x89D1DD,  // accent-hover
    0x9FDAE3,  // accent-pressed
    0x223439,  // accent-tint
    0x06222A,  // accent-on
    0xA9C8FF,  // focus
    0xF0A07A,  // caution
    0x33221B,  // caution-tint
    0x7FCBA4,  // positive
    0x182C24,  // positive-tint
    0x986A2F,  // stage-1
    0x83995B,  // stage-2
    0x67BDB2,  // stage-3
    0x90D3EA,  // stage-4
    0xDAE7FE,  // stage-5
    0xFFFFFF,  // stage-1-on
    0x0C171C,  // stage-2-on
    0x0C171C,  // stage-3-on
    0x0C171C,  // stage-4-on
    0x0C171C,  // stage-5-on
    0x10202A,  // scan
    0xFFFFFF,  // scan-on
}};

}  // namespace kk
