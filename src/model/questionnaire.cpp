#include "model/questionnaire.h"

#include <algorithm>
#include <cassert>

#include "base/languages.h"

namespace kk {
namespace {

template <class T>
int index_of(const std::vector<T>& list, std::string_view id) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace

int Questionnaire::question_index(std::string_view wanted) const { return index_of(questions, wanted); }

int Questionnaire::section_index(std::string_view wanted) const { return index_of(sections, wanted); }

int Questionnaire::language_of(const Text& text, int language) const {
  assert(text.size() == languages.size() && language >= 0 && static_cast<std::size_t>(language) < text.size());
  assert(fallbacks.empty() || fallbacks.size() == languages.size());
  while (!fallbacks.empty()) {
    const int other = fallbacks[static_cast<std::size_t>(language)];
    if (other < 0 || text[static_cast<std::size_t>(other)] != text[static_cast<std::size_t>(language)]) break;
    language = other;
  }
  return language;
}

int Questionnaire::language_index(std::string_view tag) const {
  assert(!languages.empty());
  return std::max(find_language(languages, tag), 0);
}

}  // namespace kk
