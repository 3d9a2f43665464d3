// One table of words for each language of the interface.
#pragma once

#include "view/words/words.h"

namespace kk {

extern const Words kDutch;    // words_nl.cpp
extern const Words kEnglish;  // words_en.cpp

}  // namespace kk
