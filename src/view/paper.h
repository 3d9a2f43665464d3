// What goes on paper: a reader prints the whole result, not the one page of it that happens to be open.
#pragma once

#include "view/view.h"

namespace kk {

/// Every result page, one below the other; the open page keeps all its nodes, so that focus and edits stay. Other
/// screens are printed as they are.
View build_paper(const Session& session, const ViewOptions& options);

}  // namespace kk
