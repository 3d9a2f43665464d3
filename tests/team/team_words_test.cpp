// The words of the Team page: none is missing in a language, and both say of the same things.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "team/words.h"

namespace kk {
namespace {

struct Named {
  std::string name;
  std::string_view text;
};

std::vector<Named> all(const char* language) {
  const TeamWords& words = team_words(words_for(language));
  std::vector<Named> out;
#define KK_ADD(name) out.push_back({#name, words.name});
  KK_TEAM_WORDS(KK_ADD)
#undef KK_ADD
  for (const std::string_view label : words.labels) out.push_back({"labels", label});
  return out;
}

std::set<std::string> blanks(std::string_view text) {
  std::set<std::string> out;
  while (text.find('{') != text.npos) {
    text.remove_prefix(text.find('{') + 1);
    out.emplace(text.substr(0, text.find('}')));
  }
  return out;
}

TEST(TeamWords, AreThereInBothLanguagesWithTheSameBlanks) {
  const std::vector<Named> dutch = all("nl"), english = all("en");
  ASSERT_EQ(dutch.size(), english.size());
  for (std::size_t i = 0; i < dutch.size(); ++i) {
    EXPECT_FALSE(dutch[i].text.empty()) << dutch[i].name;
    EXPECT_FALSE(english[i].text.empty()) << english[i].name;
    EXPECT_EQ(blanks(dutch[i].text), blanks(english[i].text)) << dutch[i].name;
    EXPECT_EQ(dutch[i].text.find("  "), std::string_view::npos) << dutch[i].name;
  }
}

}  // namespace
}  // namespace kk
