// Questionnaire files with things wrong with them: the same ones each time, from a number.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/properties.h"

namespace kk::test {

/// Whole files to start from: all of the project's own.
struct MutantSeeds {
  std::vector<std::string> good, bad;
};

inline std::vector<std::string> json_files(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> files;
  for (const auto& path : paths) files.push_back(contents_of(path));
  return files;
}

inline MutantSeeds mutant_seeds() {
  MutantSeeds seeds{json_files(KK_ASSETS_DIR "/questionnaires"), json_files(KK_TESTS_DIR "/bad")};
  seeds.good.push_back(contents_of(KK_TESTS_DIR "/cases/every_field.json"));
  return seeds;
}

/// One to four changes to a seed: bytes, pieces moved or repeated, and values that files really get wrong.
inline std::string mutant(const MutantSeeds& seeds, std::uint64_t number) {
  static constexpr std::string_view kTokens[] = {
      "null",
      "true",
      "-1",
      "0",
      "1e308",
      "1e400",
      "0.5",
      "11",
      "9007199254740993",
      "\"\"",
      "\"a\"",
      "\"q1\"",
      "[]",
      "{}",
      "{\"var\":\"a\"}",
      "{\"var\":\"overall\"}",
      "{\"count\":[\">=\",1]}",
      "{\"==\":[{\"var\":\"parameters.sector\"},\"shop\"]}",
      "{\"in\":[\"e1\",{\"var\":\"ticks.excuses\"}]}",
      "{\"nl\":\"{sector}\"}",
      "{\"if\":[]}",
      "[[[[[[[[",
      "\"\\ud800\"",
      "\"\\u202e\"",
      "\"when\":{\"var\":\"b\"},",
      "\"weight\":0.1,",
      "\"reverse\":true,",
      "\"needs\":[\"a\",\"b\",\"c\"],",
      "\"min_answered\":1,",
      "\"id\":\"a\",",
      ",",
      ":",
      "{",
      "}",
      "[",
      "]",
      "\xFF",
      "\xC3",
      // Rules that want much: they must be refused or bounded.
      "{\"map\":[[1,2,3,4,5,6,7,8,9],{\"map\":[[1,2,3,4,5,6,7,8,9],{\"map\":[[1,2,3],{\"var\":\"\"}]}]}]}",
      "{\"cat\":[{\"map\":[[1,2,3,4,5,6,7,8],\"xxxxxxxxxxxxxxxx\"]}]}",
  };
  Chance chance(number);
  const std::vector<std::string>& group = chance.below(2) == 0 ? seeds.good : seeds.bad;
  std::string text = group[chance.below(group.size())];
  const std::string& other = seeds.bad[chance.below(seeds.bad.size())];
  for (std::size_t change = 1 + chance.below(4); change > 0 && !text.empty(); --change) {
    const std::size_t at = chance.below(text.size()), size = chance.below(60), from = chance.below(text.size());
    switch (chance.below(16)) {
      case 0:
        text[at] = static_cast<char>(chance.below(256));
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, text.substr(from, size * 10));
        break;
      case 3:
        if (!other.empty()) text.insert(at, other.substr(chance.below(other.size()), size * 5));
        break;
      case 4:
        text.insert(at, kTokens[chance.below(std::size(kTokens))]);
        break;
      case 5:
        text[at] = "{}[]\",:0123456789ea"[chance.below(19)];
        break;
      case 6:
      case 7:
      case 8:
        // A letter, which mostly stands in a text.
        if (text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>('a' + chance.below(26));
        break;
      default: {
        // A whole value, from the colon to the next comma or bracket.
        const std::size_t colon = text.find(':', at);
        if (colon == std::string::npos) break;
        const std::size_t end = text.find_first_of(",]}\n", colon + 1);
        text.replace(colon + 1, end - colon - 1, kTokens[chance.below(std::size(kTokens))]);
      }
    }
  }
  return text;
}

}  // namespace kk::test
