// Two pictures of a team beside each other: what moved, and never what one person changed.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/sample.h"
#include "support/team.h"
#include "team/table.h"
#include "view/view.h"

namespace kk {
namespace {

using Patterns = std::vector<std::string>;

const Node* node_of(const View& view, const std::string& id) {
  for (const Node& node : view.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

std::vector<std::string> cells(const View& view, const std::string& table) {
  std::vector<std::string> out;
  for (const Node& node : view.nodes) {
    if ((node.kind == Kind::kCell || node.kind == Kind::kRowHead) && node.id.starts_with(table + "."))
      out.push_back(node.text);
  }
  return out;
}

Session between(TeamTable& table, const Patterns& then, const Patterns& now) {
  return sample::team_session(table, "nl",
                              {{"team.add", sample::codes("", then)},
                               {"team.show", ""},
                               {"team.then", ""},
                               {"team.add", sample::codes("", now)}});
}

int missing(const Patterns& some, const Patterns& others) {
  return static_cast<int>(std::count_if(some.begin(), some.end(), [&](const std::string& each) {
    return std::find(others.begin(), others.end(), each) == others.end();
  }));
}

/// "2,33": what people would work out by hand.
std::string mean_of(const Patterns& people, std::size_t question) {
  double sum = 0;
  for (const std::string& each : people) sum += each[question] - '0';
  std::string text = std::to_string(static_cast<long>(sum / static_cast<double>(people.size()) * 100 + 0.5));
  while (text.size() < 3) text.insert(0, "0");
  return text.insert(text.size() - 2, ",");
}

TEST(ThenAndNow, IsShownOnlyWhereNoOnesChangeIs) {
  std::mt19937 random(3);
  int compared = 0, refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::set<std::string> all;
    while (all.size() < 14) {
      std::string pattern;
      for (int i = 0; i < 9; ++i) pattern += static_cast<char>('0' + random() % 5);
      all.insert(pattern);
    }
    const Patterns pool(all.begin(), all.end());
    const auto some = [&] {
      const std::size_t from = random() % 5;
      return Patterns(pool.begin() + static_cast<long>(from),
                      pool.begin() + static_cast<long>(from + 3 + random() % 7));
    };
    const Patterns then = some(), now = some();
    TeamTable table(sample::klantgedreven());
    Session session = between(table, then, now);
    const auto close = [](int n) { return n == 1 || n == 2; };
    const bool safe = !close(missing(then, now)) && !close(missing(now, then));
    ASSERT_EQ(session.act("team.show"), safe) << missing(then, now) << " " << missing(now, then);
    const View view = build_view(session, {});
    ASSERT_EQ(node_of(view, "team.changes") != nullptr, safe);
    ASSERT_EQ(table.file("team.csv", 0).find("Gemiddelde toen") != std::string::npos, safe);
    if (!safe) {
      // Neither beside the other nor by itself: who saw the first would know.
      ASSERT_FALSE(table.seen());
      ASSERT_EQ(node_of(view, "team.show"), nullptr);
      ASSERT_NE(node_of(view, "team.waiting"), nullptr);
      EXPECT_TRUE(node_of(view, "team.waiting")->text.starts_with("Tussen toen en nu"));
    }
    ++(safe ? compared : refused);
    if (!safe) continue;
    const std::vector<std::string> means = cells(view, "team.means.t");
    ASSERT_EQ(means.size(), 9u * 4);
    for (std::size_t i = 0; i < 9; ++i) {
      EXPECT_EQ(means[4 * i + 1], mean_of(then, i));
      EXPECT_EQ(means[4 * i + 2], mean_of(now, i));
    }
  }
  EXPECT_GT(compared, 40);
  EXPECT_GT(refused, 40);
}

TEST(ThenAndNow, BeginsAnewAndKeepsTheEarlierPicture) {
  TeamTable table(sample::klantgedreven());
  Session session =
      sample::team_session(table, "nl", {{"team.add", sample::codes("", {"000000000", "111111111", "222222222"})}});
  EXPECT_FALSE(session.act("team.then")) << "nothing is shown";
  ASSERT_TRUE(session.act("team.show"));
  ASSERT_TRUE(session.act({"team.add", sample::codes("", {"333333333"})}));
  EXPECT_FALSE(session.act("team.then")) << "one waits, and would be lost";
  ASSERT_TRUE(session.act({"team.add", sample::codes("", {"333333334", "333333344"})}));
  ASSERT_TRUE(session.act("team.show"));
  ASSERT_TRUE(session.act("team.then"));
  EXPECT_FALSE(table.seen());
  ASSERT_TRUE(table.before());
  EXPECT_EQ(table.before()->size(), 6);
  EXPECT_NE(node_of(build_view(session, {}), "team.then.kept"), nullptr);
  ASSERT_TRUE(session.act({"team.add", sample::codes("", {"000000000", "111111111", "222222222"})}))
      << "they count again";
  EXPECT_EQ(table.waiting().size(), 3);
  ASSERT_TRUE(session.act("nav.restart"));
  ASSERT_TRUE(session.act("nav.wipe"));
  EXPECT_FALSE(table.before());
}

TEST(SmallestGroup, MayBeRaisedAndNeverUnderThree) {
  TeamTable table(sample::klantgedreven());
  Session session = sample::team_session(
      table, "nl", {{"team.group-4", ""}, {"team.add", sample::codes("", {"000000000", "111111111", "222222222"})}});
  for (const char* bad : {"team.group-2", "team.group-0", "team.group-1", "team.group-", "team.group-x"})
    EXPECT_FALSE(session.act(bad)) << bad;
  EXPECT_FALSE(session.act("team.show")) << "three are no group of four";
  ASSERT_TRUE(session.act({"team.add", sample::codes("", {"333333333"})}));
  ASSERT_TRUE(session.act("team.show"));
  EXPECT_EQ(table.seen()->min_group, 4);
  ASSERT_TRUE(session.act("team.more"));
  ASSERT_TRUE(session.act({"team.add", sample::codes("", {"444444444", "444444443", "444444442"})}));
  EXPECT_FALSE(session.act("team.show")) << "it holds for those who come later";
}

TEST(TeamPage, AsksBeforeAllCodesGo) {
  TeamTable table(sample::klantgedreven());
  Session session = sample::team_session(
      table, "nl", {{"team.add", sample::codes("", {"000000000", "111111111", "222222222"})}, {"team.show", ""}});
  EXPECT_FALSE(session.act("team.clear-yes"));
  ASSERT_TRUE(session.act("team.clear"));
  EXPECT_EQ(session.focus(), "team.keep");
  const View asking = build_view(session, {});
  ASSERT_NE(node_of(asking, "team.keep"), nullptr);
  EXPECT_EQ(node_of(asking, "team.keep")->described_by, "team.ask");
  ASSERT_TRUE(session.act("team.keep"));
  EXPECT_EQ(session.focus(), "team.clear");
  EXPECT_TRUE(table.seen());
  ASSERT_TRUE(session.act("team.clear"));
  ASSERT_TRUE(session.act("team.clear-yes"));
  EXPECT_FALSE(table.seen());
}

}  // namespace
}  // namespace kk
