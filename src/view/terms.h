// Words of the glossary where they stand in a screen's texts.
#pragma once

#include <string>
#include <vector>

#include "view/builder.h"

namespace kk {

/// One button a word, for the first place where the texts that `screen` has so far hold it, in reading order: drawn
/// over that text, and beside no control, because a button inside a radio's label would become a part of its name. What
/// the open one means lies over what follows its text. Nothing while the panels cannot be opened.
void term_nodes(Builder& b, int parent, const std::string& screen, const std::vector<int>& terms);

}  // namespace kk
