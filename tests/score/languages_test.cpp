// Language by BCP 47 lookup: the table that the JavaScript tests read too.
#include "base/languages.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace kk {
namespace {

TEST(Languages, TheNearestIsFoundWhicheverSideSaysMore) {
  std::ifstream file(KK_TESTS_DIR "/cases/languages.json");
  const auto cases = nlohmann::json::parse(file);
  ASSERT_GT(cases.size(), 50u);
  for (const auto& each : cases) {
    const std::vector<std::string> tags = each["tags"];
    const std::string wanted = each["wanted"];
    const int found = find_language(tags, wanted);
    const nlohmann::json tag = found < 0 ? nlohmann::json() : nlohmann::json(tags[static_cast<std::size_t>(found)]);
    EXPECT_EQ(tag, each["found"]) << wanted;
  }
}

TEST(Languages, NonsenseOfAnyLengthEnds) {
  const std::vector<std::string> tags{"nl", "en"};
  for (const char* part : {"-", "a-", "-a", "ab-", "_", "\xff-"}) {
    std::string wanted;
    for (int i = 0; i < 2000; ++i) wanted += part;
    EXPECT_EQ(find_language(tags, wanted), -1) << part;
  }
}

}  // namespace
}  // namespace kk
