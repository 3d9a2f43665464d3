// The page for who brings a team together.
#include "team/screen.h"
#include "team/table.h"
#include "wasm/widget/carried.h"

namespace kk {

Carried carried(const Questionnaire& questionnaire) {
  return {team_rows(), std::make_unique<TeamTable>(questionnaire)};
}

}  // namespace kk
