// Nodes -> text-view markup, for the bundle: intro and all questions stand in the page before the WASM runs.
#pragma once

#include <string>

#include "view/node.h"

namespace kk {

/// The same elements web/widget/mirror.js would make of the nodes, without geometry.
std::string markup(const View& view);

}  // namespace kk
