#include "view/node_id.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "base/phrase.h"
#include "view/node.h"
#include "view/screens/table.h"

namespace kk {
namespace {

/// Beside the names of screens. What holds a dash needs no place here: no author's id of an answer has one.
constexpr std::string_view kPageNames[] = {"ask", "bar",  "copy",   "file",  "go",    "lang", "market",
                                           "nav", "note", "page",   "panel", "place", "site", "strip",
                                           "tab", "tabs", "target", "team",  "view",  "word", "workshop"};

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
  return std::find(std::begin(kPageNames), std::end(kPageNames), name) != std::end(kPageNames) ||
         std::any_of(kScreenRows.begin(), kScreenRows.end(), [&](const ScreenRow& row) { return row.name == name; });
}

std::string id_in(std::string_view page, std::string_view data) {
  assert(is_node_id(page) && is_node_id(data));
  return cat(page, ":", data);
}

std::string answer_id(std::string_view data) { return cat(is_page_name(data) ? ":" : "", data); }

std::string_view answered_by(std::string_view group) {
  if (group.starts_with(':')) return group.substr(1);
  return is_page_name(group) ? std::string_view() : group;
}

int number_in(std::string_view digits) {
  if (digits.empty() || digits.size() > 4 || digits[0] == '0') return -1;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string choice_id(std::string_view data) { return cat(data == kNeither ? ":" : "", data); }

std::string language_id(const Questionnaire& questionnaire, std::size_t language) {
  assert(language < questionnaire.languages.size());
  std::string tag = questionnaire.languages[language];
  if (tag.size() > kLongestTag) return cat(":", static_cast<int>(language));
  for (char& c : tag) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return tag;
}

int language_with(const Questionnaire& questionnaire, std::string_view id) {
  assert(!questionnaire.languages.empty());
  for (std::size_t i = 0; i < questionnaire.languages.size(); ++i) {
    if (language_id(questionnaire, i) == id) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace kk
