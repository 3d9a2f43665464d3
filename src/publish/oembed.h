// What WordPress and others ask for to embed a page by its address alone.
#pragma once

#include <string>
#include <string_view>

#include "model/questionnaire.h"

namespace kk {

/// oEmbed 1.0, type "rich", for a page that starts in `language`, an index into Questionnaire::languages. `theme`:
/// light or dark; empty: the questionnaire's, and light where that has none.
std::string oembed(const Questionnaire& questionnaire, const std::string& url, int language = 0,
                   std::string_view theme = {});

}  // namespace kk
