// The page shell filled in for one questionnaire, with its first screens as markup.
#pragma once

#include <string>
#include <string_view>

#include "model/questionnaire.h"

namespace kk {

/// Fills the @@SLOTS@@ of the page shell (scripts/page.mjs). `url` is where the page will be served, empty when it is
/// not known; with it the page links to its oEmbed answer. `language`, an index into Questionnaire::languages, is the
/// one that the page starts in. Empty result: the shell is not one.
std::string page_with(const Questionnaire& questionnaire, std::string_view shell, std::string_view url,
                      int language = 0);

}  // namespace kk
