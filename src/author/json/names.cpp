#include "author/json/names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "author/json/describe.h"
#include "author/json/problems.h"
#include "base/utf8.h"

namespace kk {
namespace {

constexpr std::size_t kLongestGuessed = 64;

/// Members as a Dutch author might name them.
constexpr std::pair<std::string_view, std::string_view> kDutchNames[] = {
    {"vragen", "questions"},    {"antwoorden", "levels"},   {"niveaus", "levels"},    {"stappen", "steps"},
    {"titel", "title"},         {"onderdelen", "sections"}, {"secties", "sections"},  {"fasen", "stages"},
    {"fases", "stages"},        {"talen", "languages"},     {"versie", "version"},    {"gewicht", "weight"},
    {"waarom", "why"},          {"naam", "name"},           {"vanaf", "from"},        {"tekst", "text"},
    {"vraag", "text"},          {"onderwerp", "topic"},     {"patronen", "patterns"}, {"voorwaarde", "when"},
    {"prioriteit", "priority"}, {"inleiding", "lead"},      {"duur", "duration"},     {"bewaren", "keep"}};

std::string without_invisible(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(utf8_size(text), 1);
    if (size == 1 || !is_invisible(utf8_char(text))) out += text.substr(0, size);
    text.remove_prefix(size);
  }
  return out;
}

/// Changes of one character that turn one word into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substitution, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& names) {
  const std::string plain = without_invisible(typed);
  const std::string_view wrong = plain;
  std::string_view best;
  for (const auto& [dutch, english] : kDutchNames) {
    if (dutch == wrong && std::find(names.begin(), names.end(), english) != names.end()) best = english;
  }
  if (!best.empty()) return " (did you mean " + quoted(best) + "?)";
  std::size_t best_distance = wrong.size() <= 3 ? 2 : 3;  // only closer than this
  if (wrong.size() > kLongestGuessed) return {};
  for (const std::string_view name : names) {
    const std::size_t d = distance(wrong, name);
    if (d < best_distance && d < name.size()) best = name, best_distance = d;
  }
  return best.empty() ? std::string() : " (did you mean " + quoted(best) + "?)";
}

std::string listed(const std::vector<std::string_view>& names) {
  constexpr std::size_t kMostNames = 12;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kMostNames; ++i) {
    if (i > 0) text += ", ";
    text += quoted(names[i]);
  }
  return names.size() > kMostNames ? text + ", …" : text;
}

std::string expected_names(const JsonProblems& problems, std::string_view wrong,
                           const std::vector<std::string_view>& names) {
  if (names.empty() || problems.size() >= kMostGuesses) return {};
  const std::string guess = did_you_mean(wrong, names);
  return guess.empty() ? ", expected one of " + listed(names) : guess;
}

}  // namespace kk
