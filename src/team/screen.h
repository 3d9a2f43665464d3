// The Team page as a row behind kScreenRows.
#pragma once

#include "view/screens/table.h"

namespace kk {

/// The screens of a page for teams: kScreenRows and the Team page, whose session has a TeamTable as its supplement.
ScreenRows team_rows();

}  // namespace kk
