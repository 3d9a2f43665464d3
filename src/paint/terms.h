// Words that can be opened where a text has them, and what they mean: over other nodes, so that nothing moves.
#pragma once

#include "paint/layout.h"

namespace kk {

/// Once all else has its place: words over the texts that hold them; what the open one means below that text's node,
/// over what follows, or above it where it is the last of its kind.
void place_terms(const View& view, const Fonts& fonts, Layout& layout);

/// Dotted below, on every line that the word is on. Open: on a tint, with a line.
void draw_term(Canvas& canvas, const View& view, const Layout& layout, const Node& term, Ink ink);

}  // namespace kk
