#include "view/node_id.h"

#include <algorithm>
#include <iterator>

#include "base/phrase.h"
#include "view/node.h"

namespace kk {
namespace {

/// Screens that are numbered have a dash, which no author's id of an answer has.
constexpr std::string_view kPageNames[] = {
    "about", "ask",    "bar",    "code",  "context", "copy", "embed",    "evidence", "glossary", "go",    "intro",
    "lang",  "market", "mirror", "nav",   "note",    "page", "patterns", "place",    "privacy",  "panel", "result",
    "role",  "share",  "site",   "steps", "strip",   "tab",  "target",   "ticks",    "view",     "word"};

constexpr std::string_view kNeither = "neither";
constexpr std::size_t kLongestTag = 35;  // RFC 5646, 4.4.1: longer ones are not made in practice

}  // namespace

bool is_node_id(std::string_view id) {
  return !id.empty() && id.size() <= kMostIdBytes && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("._:-").find(c) != std::string_view::npos;
  });
}

bool is_page_name(std::string_view name) {
  return std::find(std::begin(kPageNames), std::end(kPageNames), name) != std::end(kPageNames);
}

std::string id_in(std::string_view page, std::string_view data) { return std::string(page) + ':' + std::string(data); }

std::string answer_id(std::string_view data) { return (is_page_name(data) ? ":" : "") + std::string(data); }

std::string_view answered_by(std::string_view group) {
  if (group.starts_with(':')) return group.substr(1);
  return is_page_name(group) ? std::string_view() : group;
}

std::string choice_id(std::string_view data) { return (data == kNeither ? ":" : "") + std::string(data); }

std::string language_id(const Questionnaire& questionnaire, std::size_t language) {
  std::string tag = questionnaire.languages[language];
  if (tag.size() > kLongestTag) return ':' + number(static_cast<long long>(language));
  for (char& c : tag) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return tag;
}

int language_with(const Questionnaire& questionnaire, std::string_view id) {
  for (std::size_t i = 0; i < questionnaire.languages.size(); ++i) {
    if (language_id(questionnaire, i) == id) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace kk
