// What goes on paper: a report of the whole result, not the one page of it that happens to be open.
#pragma once

#include <cstdint>

#include "view/view.h"

namespace kk {

/// Layout px: a sheet is as wide as it is, whatever the screen.
inline constexpr float kPaperWidth = 800;

/// What follows the report.
enum class Behind : std::uint8_t { kNothing, kAllPages };

/// The report, and behind it every result page or nothing. The open page keeps all its nodes, so that focus and edits
/// stay, but is off paper when the report tells the same. Screens that belong to no result are printed as they are.
View build_paper(const Session& session, const ViewOptions& options, Behind behind);
/// As the reader wants it: Session::appendix().
View build_paper(const Session& session, const ViewOptions& options);

}  // namespace kk
