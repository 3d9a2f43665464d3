// Nodes -> text-view markup, for the bundle: intro and all questions stand in the page before the WASM runs.
#pragma once

#include <string>
#include <string_view>

#include "core/questionnaire.h"
#include "view/node.h"

namespace kk {

/// Text with the five characters that mean something to HTML escaped; safe in content and in quoted attributes.
std::string escape_html(std::string_view text);

/// The same elements web/widget/mirror.js would make of the nodes, without geometry.
std::string markup(const View& view);

/// Fills the @@SLOTS@@ of the page shell (scripts/page.mjs). `url` is where the page will be served, empty when it is
/// not known; with it the page links to its oEmbed answer. Empty result: the shell is not one.
std::string page_with(const Questionnaire& questionnaire, std::string_view shell, std::string_view url);

}  // namespace kk
