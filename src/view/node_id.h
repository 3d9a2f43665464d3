// Ids of nodes. The page names its own: "nav.next", "steps.lead". Ids that an author or a language tag brings stand
// behind a colon, "steps:ID.do", so that data never meets the page. Only the controls of an answer begin with the
// author's id, since hosts press them: "ID.l3"; where the page has that name itself they begin with a colon, ":nav.l3".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/questionnaire.h"

namespace kk {

/// 1 to kMostIdBytes of a-z, 0-9 and "._:-".
bool is_node_id(std::string_view id);

/// Whether ids of the page's own begin with this name, up to their first dot.
bool is_page_name(std::string_view name);

/// "steps:ID": something of an author's on a page, or in a part of it.
std::string id_in(std::string_view page, std::string_view data);

/// What the controls of an answer begin with.
std::string answer_id(std::string_view data);

/// The inverse: the id in the questionnaire; empty for a name of the page's.
std::string_view answered_by(std::string_view group);

/// The number at the end of one, "4": decimal, up to 4 digits, without leading zero; else -1.
int number_in(std::string_view digits);

/// A choice of context, behind "market.": "neither" is the page's own.
std::string choice_id(std::string_view data);

/// A language, behind "lang." and the like: its tag in small letters, or its number where that is very long.
std::string language_id(const Questionnaire& questionnaire, std::size_t language);
/// The inverse: its index, or -1.
int language_with(const Questionnaire& questionnaire, std::string_view id);

}  // namespace kk
