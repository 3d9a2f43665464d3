// Files inside the binary. The definitions are generated at build time (src/cli/CMakeLists.txt).
#pragma once

#include <span>
#include <string_view>

namespace kk {

struct Asset {
  std::string_view name;  ///< file name without its extension
  std::string_view text;
};

/// assets/questionnaires/*.json, by name.
extern const std::span<const Asset> kBuiltinQuestionnaires;

/// The page around a bundled questionnaire (scripts/page.mjs); empty in a build made before the WASM.
extern const std::string_view kPageShell;
/// The same around a page for teams, which carries the Team page besides.
extern const std::string_view kTeamShell;

}  // namespace kk
