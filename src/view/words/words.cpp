#include "view/words/words.h"

#include "view/words/tables.h"

namespace kk {

const Words& words_for(std::string_view tag) { return tag.substr(0, 2) == "nl" ? kDutch : kEnglish; }

std::string language_label(std::string_view tag) {
  std::string label;
  for (const char c : tag) label += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return label;
}

}  // namespace kk
