// What WordPress and others ask for to embed a page by its address alone.
#pragma once

#include <string>

#include "model/questionnaire.h"

namespace kk {

/// oEmbed 1.0, type "rich". The attributes are those that WordPress leaves in place.
std::string oembed(const Questionnaire& questionnaire, const std::string& url);

}  // namespace kk
