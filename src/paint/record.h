// View + layout -> the record the mirror is patched from (web/shared/record.js describes the same members).
#pragma once

#include <string>

#include "paint/layout.h"
#include "view/node.h"

namespace kk {

/// Appends one JSON object. Boxes are CSS px (layout px times `scale`), rounded outward; controls get boxes of at least
/// 44 px height. `sequence` must rise from record to record. Figures go along as shapes in layout px, for the text view
/// and for paper.
void write_record(const View& view, const Layout& layout, const Fonts& fonts, float scale, int sequence,
                  std::string& out);

}  // namespace kk
