// The Team page: what it takes out of a text, what it shows, and what nobody can work out from it.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "exchange/result_code.h"
#include "exchange/team_json.h"
#include "score/team.h"
#include "support/sample.h"
#include "support/support.h"
#include "support/team.h"
#include "support/view_properties.h"
#include "team/lanes.h"
#include "team/table.h"

namespace kk {
namespace {

using nlohmann::json;
using sample::codes;
using sample::klantgedreven;

std::string code(const std::string& pattern) {
  return result_code(klantgedreven(), sample::answers(klantgedreven(), pattern));
}

bool act(TeamTable& table, std::string_view id, std::string_view value = {}) {
  Session session(klantgedreven(), team_rows(), &table);
  return session.act({id, value});
}

/// A table after these texts.
std::unique_ptr<TeamTable> table_of(const std::vector<std::string>& texts) {
  auto table = std::make_unique<TeamTable>(klantgedreven());
  for (const std::string& text : texts) EXPECT_TRUE(act(*table, "team.add", text));
  return table;
}

TEST(TeamPage, SaysWhatTheGoldenTeamsSay) {
  const json cases = json::parse(sample::read_file(std::string(KK_TESTS_DIR) + "/cases/team.json"));
  ASSERT_GE(cases.size(), 2u);
  for (const json& team : cases) {
    SCOPED_TRACE(team["id"].get<std::string>());
    std::string text;
    for (const json& member : team["input"]["members"]) {
      Answers answers = blank_answers(klantgedreven());
      for (const auto& [id, level] : member["answers"].items()) {
        const auto at = static_cast<std::size_t>(klantgedreven().question_index(id));
        answers.questions[at] = level.is_number() ? level.get<Level>() : level.is_string() ? kUnknown : kSkipped;
      }
      text += member.value("role", std::string()) + "\t" + result_code(klantgedreven(), answers) + "\n";
    }
    const auto table = table_of({text});
    if (!table->may_show()) continue;  // fewer than are ever shown
    ASSERT_TRUE(act(*table, "team.show"));
    const json shown = json::parse(table->file("team.json", 0));
    for (const auto& [name, expected] : team["expected"].items()) {
      if (name == "n" || !shown.contains(name)) continue;
      EXPECT_EQ(shown[name], expected) << name;
    }
    EXPECT_EQ(shown["n"], team["input"]["members"].size());
  }
}

TEST(TeamPage, TakesExactlyTheCodesOutOfAConversation) {
  test::Random random(1);
  std::vector<std::string> members;
  std::string chat;
  for (int line = 0; line < 500; ++line) {
    chat += "[28-11-2026 10:0" + std::to_string(line % 10) + "] Anna de Vries: ";
    if (line % 17 == 3) {
      std::string pattern;
      for (int i = 0; i < 9; ++i) pattern += static_cast<char>('0' + random.below(5));
      pattern[0] = static_cast<char>('0' + members.size() % 5);
      pattern[1] = static_cast<char>('0' + members.size() / 5 % 5);
      pattern[2] = static_cast<char>('0' + members.size() / 25);
      members.push_back(pattern);
      const std::string of = code(pattern);
      const std::string ways[] = {of,
                                  "„" + of + "”",
                                  "> " + of,
                                  "https://example.org/kompas.html#k=" + of + "&at=result",
                                  "*" + of + "*",
                                  "Mijn code:\u200b" + of + "."};
      chat += ways[members.size() % std::size(ways)];
    } else {
      chat += "tot morgen, 1gqs is geen code en 12.30 ook niet";
    }
    chat += "\r\n";
  }
  ASSERT_EQ(members.size(), 30u);
  const auto table = table_of({chat});
  EXPECT_EQ(table->added()->codes, static_cast<int>(members.size()));
  EXPECT_TRUE(table->added()->left_out.empty());
  EXPECT_EQ(table->waiting().size(), static_cast<std::int64_t>(members.size()));
  // Once more, as when a thread is pasted again: nobody counts twice, and each line says so.
  ASSERT_TRUE(act(*table, "team.add", chat));
  EXPECT_EQ(table->added()->codes, 0);
  EXPECT_EQ(table->added()->left_out.size() + static_cast<std::size_t>(table->added()->more_left_out), members.size());
  for (const auto& out : table->added()->left_out) EXPECT_EQ(out.status, CodeStatus::kOk);
  EXPECT_EQ(table->waiting().size(), static_cast<std::int64_t>(members.size()));
}

TEST(TeamPage, NamesWhatItLeavesOut) {
  const std::string good = code("012343210");
  std::string changed = good;
  changed.back() = changed.back() == '0' ? '1' : '0';
  const auto table = table_of({good + "\n\n" + changed + "\nleiding; " + good + "\n"});
  EXPECT_EQ(table->added()->codes, 1);
  ASSERT_EQ(table->added()->left_out.size(), 2u);
  EXPECT_EQ(table->added()->left_out[0].line, 3);
  EXPECT_EQ(table->added()->left_out[0].status, CodeStatus::kDamaged);
  EXPECT_EQ(table->added()->left_out[1].line, 4);
  EXPECT_EQ(table->added()->left_out[1].status, CodeStatus::kOk);
  Questionnaire other = klantgedreven();
  other.id = "een-ander";
  ASSERT_TRUE(act(*table, "team.add", result_code(other, sample::answers(other, "012343210"))));
  ASSERT_EQ(table->added()->left_out.size(), 1u);
  EXPECT_EQ(table->added()->left_out[0].status, CodeStatus::kOtherQuestionnaire);
}

TEST(TeamPage, ReadsARoleWhereACellHoldsNothingElse) {
  const std::string of = code("012343210");
  const struct {
    std::string line;
    Role role;
  } cases[] = {{"leiding; " + of, Role::kLeadership},
               {"leadership\t" + of, Role::kLeadership},
               {"\"Uitvoering\";\"" + of + "\"", Role::kFrontline},
               {of + ",Front line", Role::kFrontline},
               {"Jan;middenkader;" + of + "\r", Role::kMiddle},
               {"leiding gevraagd: " + of, Role::kNone},
               {"private;" + of, Role::kNone},
               {of, Role::kNone}};
  for (const auto& [line, role] : cases) {
    EXPECT_EQ(role_in(line), role) << line;
    EXPECT_EQ(table_of({line})->waiting().members[role_index(role)], 1) << line;
  }
  // Two on a line: it cannot be known whose role it is.
  const auto table = table_of({"leiding; " + of + "; " + code("111111111")});
  EXPECT_EQ(table->waiting().members[role_index(Role::kNone)], 2);
  // What was chosen holds for codes without a role of their own.
  TeamTable chosen(klantgedreven());
  ASSERT_TRUE(act(chosen, "team.role-4"));
  ASSERT_TRUE(act(chosen, "team.add", of + "\nleiding; " + code("222222222")));
  EXPECT_EQ(chosen.waiting().members, (std::array<std::int64_t, kTeamRoles>{1, 0, 1, 0}));
}

TEST(TeamPage, HostileTextsChangeNothingElse) {
  test::Random random(2);
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl", {});
  const Answers answers = session.answers();
  const std::string good = code("012343210");
  for (int i = 0; i < 300; ++i) {
    std::string text;
    const int size = random.below(400);
    for (int at = 0; at < size; ++at) {
      switch (random.below(6)) {
        case 0:
          text += static_cast<char>(random.below(256));
          break;
        case 1:
          text += "<script>\"%00%%2&#x0;"[random.below(20)];
          break;
        case 2:
          text += good.substr(random.next() % good.size());
          break;
        case 3:
          text += "\xE2\x80\x8B";
          break;
        default:
          text += "\n\t;.-09az"[random.below(9)];
      }
    }
    ASSERT_TRUE(session.act({"team.add", text}));
    EXPECT_EQ(session.answers(), answers);
    EXPECT_EQ(name_of(session.place(), session.screens()), "team");
    const View view = build_view(session, {});
    test::require_record(view);
    EXPECT_EQ(table.seen(), nullptr);
    EXPECT_LE(table.waiting().size(), 2);
  }
  ASSERT_TRUE(session.act({"team.add", std::string(kMostPasted + 1, 'x')}));
  EXPECT_TRUE(table.added()->too_long);
  // A million bytes on one line, as a page without line ends has them.
  ASSERT_TRUE(session.act({"team.add", std::string(kMostPasted - good.size() - 1, ' ') + " " + code("444444444")}));
  EXPECT_EQ(table.added()->codes, 1);
}

TEST(TeamPage, TenThousandStayFewNodes) {
  TeamTable table(klantgedreven());
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    std::string pattern;
    for (int left = i; pattern.size() < 9; left /= 5) pattern += static_cast<char>('0' + left % 5);
    text += (i % 3 == 0 ? "leiding;" : "uitvoering;") + code(pattern) + "\n";
  }
  ASSERT_LT(text.size(), kMostPasted);
  Session session = sample::team_session(table, "nl", {{"team.add", text}, {"team.show", ""}});
  EXPECT_EQ(table.seen()->size(), 10'000);
  const View view = build_view(session, {});
  test::require_record(view);
  EXPECT_LT(view.nodes.size(), 250u);
}

TEST(TeamPage, OpenRefusesAndWipesAsItSays) {
  TeamTable table(klantgedreven());
  Session session = sample::team_session(table, "nl", {});
  EXPECT_FALSE(session.act("team.show"));  // there is nothing to show
  EXPECT_FALSE(session.act("team.more"));
  EXPECT_FALSE(session.act("team.role-0"));
  EXPECT_FALSE(session.act("team.role-5"));
  EXPECT_FALSE(session.act("team.nothing"));
  EXPECT_TRUE(session.act({"team.add", codes("", {"000000000", "111111111"})}));
  EXPECT_FALSE(session.act("team.show"));  // two people are no group
  EXPECT_TRUE(session.act({"team.add", codes("", {"222222222"})}));
  EXPECT_TRUE(session.act("team.show"));
  EXPECT_EQ(session.focus(), "team.h");
  EXPECT_EQ(table.seen()->size(), 3);
  EXPECT_TRUE(session.act("nav.restart"));
  EXPECT_TRUE(session.act("nav.wipe"));
  EXPECT_EQ(table.seen(), nullptr);
  EXPECT_EQ(table.file("team.csv", 0), "");
  EXPECT_TRUE(session.act("go.team"));
  EXPECT_TRUE(session.act({"team.add", codes("", {"222222222"})}));  // it counts again
  EXPECT_EQ(table.waiting().size(), 1);
}

// What can be worked out.

using Vector = std::vector<double>;

/// Whether `wanted` is a sum of multiples of `known`.
bool in_span(std::vector<Vector> known, Vector wanted) {
  std::size_t rank = 0;
  for (std::size_t column = 0; column < wanted.size(); ++column) {
    std::size_t pivot = rank;
    while (pivot < known.size() && std::abs(known[pivot][column]) < 1e-9) ++pivot;
    if (pivot == known.size()) continue;
    std::swap(known[rank], known[pivot]);
    for (std::size_t row = rank + 1; row < known.size(); ++row) {
      const double times = known[row][column] / known[rank][column];
      for (std::size_t i = column; i < wanted.size(); ++i) known[row][i] -= times * known[rank][i];
    }
    const double times = wanted[column] / known[rank][column];
    for (std::size_t i = column; i < wanted.size(); ++i) wanted[i] -= times * known[rank][i];
    ++rank;
  }
  return std::all_of(wanted.begin(), wanted.end(), [](double left) { return std::abs(left) < 1e-9; });
}

/// A group that came at one time with one role: the smallest thing of which answers could be worked out.
struct Atom {
  std::size_t batch = 0, role = 0;
  std::int64_t members = 0, answers = 0;
};

/// Every picture of a team that grows, all of them side by side: of no question can the answers be worked out of a
/// group under the least, neither from one picture nor by sums and differences of several. Fewer answers than that can
/// only be known of all who came at one time.
TEST(TeamPage, NobodyCanWorkOutTheAnswersOfAFew) {
  test::Random random(3);
  int apart = 0, merged = 0;
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    TeamTable table(klantgedreven());
    int serial = 0;                           // in each code, so that none comes twice
    std::vector<std::vector<Atom>> atoms(9);  // by question
    std::vector<std::vector<Vector>> known(9);
    std::vector<TeamCounts> batches;
    for (std::size_t step = 0; step < 1 + random.next() % 3; ++step) {
      std::string text;
      const bool whole = random.below(3) > 0;
      for (const char* role : {"leadership;", "middle;", "frontline;", ""}) {
        const int size = whole ? random.below(2) * (3 + random.below(2)) : random.below(5);
        for (int i = 0; i < size; ++i) {
          std::string pattern;
          for (int at = 0; at < 6; ++at)
            pattern += random.below(4) == 0 ? '?' : static_cast<char>('0' + random.below(5));
          for (int left = serial++; pattern.size() < 9; left /= 5) pattern += static_cast<char>('0' + left % 5);
          text += role + code(pattern) + "\n";
        }
      }
      ASSERT_TRUE(act(table, "team.add", text));
      if (!table.may_show()) continue;
      batches.push_back(table.waiting());
      ASSERT_TRUE(act(table, "team.show"));
      const std::size_t batch = batches.size() - 1;
      for (std::size_t q = 0; q < 9; ++q) {
        for (std::size_t role = 0; role < kTeamRoles; ++role) {
          if (batches[batch].members[role] == 0) continue;
          std::int64_t answers = 0;
          for (const std::int64_t times : batches[batch].answers[q][role]) answers += times;
          atoms[q].push_back({batch, role, batches[batch].members[role], answers});
        }
      }
      // What is drawn is a lane for each role or one for all; each is a sum over what came so far.
      const TeamCounts& seen = *table.seen();
      for (std::size_t q = 0; q < 9; ++q) {
        AnswerCounts all{}, by_role{};
        for (const TeamCounts& each : batches) {
          for (std::size_t role = 0; role < kTeamRoles; ++role) {
            for (std::size_t value = 0; value < kMostLevels; ++value) {
              by_role[role][value] += each.answers[q][role][value];
              all[kTeamRoles - 1][value] += each.answers[q][role][value];
            }
          }
        }
        const bool is_apart = seen.answers[q] != all;
        if (is_apart) {
          EXPECT_EQ(seen.answers[q], by_role);
        }
        std::vector<Vector> lanes(is_apart ? kTeamRoles : 1);
        for (Vector& lane : lanes) lane.resize(64);
        for (std::size_t i = 0; i < atoms[q].size(); ++i) lanes[is_apart ? atoms[q][i].role : 0][i] = 1;
        known[q].insert(known[q].end(), lanes.begin(), lanes.end());
        ++(is_apart ? apart : merged);
      }
      const TeamResult team = team_result(klantgedreven(), seen);
      for (std::size_t q = 0; q < 9; ++q) {
        if (!team.questions[q].gap) {
          EXPECT_FALSE(role_means(seen.answers[q], team.questions[q]).leaders);
        }
      }
    }
    for (std::size_t q = 0; q < 9; ++q) {
      const std::size_t size = atoms[q].size();
      for (std::size_t set = 1; set < std::size_t{1} << size; ++set) {
        std::int64_t members = 0, answers = 0;
        Vector wanted(64);
        std::map<std::size_t, std::pair<int, int>> of_batch;  // how many are in the set, of how many
        for (std::size_t i = 0; i < size; ++i) {
          auto& [in, all] = of_batch[atoms[q][i].batch];
          ++all;
          if (!(set >> i & 1)) continue;
          ++in;
          members += atoms[q][i].members;
          answers += atoms[q][i].answers;
          wanted[i] = 1;
        }
        const bool whole = std::all_of(of_batch.begin(), of_batch.end(), [](const auto& each) {
          return each.second.first == 0 || each.second.first == each.second.second;
        });
        const bool few = members < kLeastGroup || (!whole && answers > 0 && answers < kLeastGroup);
        if (few) {
          ASSERT_FALSE(in_span(known[q], wanted)) << "question " << q << ", set " << set;
        }
      }
    }
  }
  EXPECT_GT(apart, 500);
  EXPECT_GT(merged, 500);
}

/// A disc is a leader wherever roles stand apart: an answer whose role is not told is drawn otherwise.
TEST(TeamPage, DrawsNoAnswerWithoutARoleAsALeaders) {
  TeamTable table(klantgedreven());
  const Session session =
      sample::team_session(table, "nl",
                           {{"team.add", codes("leiding;", {"333222222", "43?333322", "33?233223"}) +
                                             codes("uitvoering;", {"111122121", "210132111", "121122212"})},
                            {"team.show", ""}});
  int mixed = 0;
  for (const Node& node : build_view(session, {}).nodes) {
    const auto* own = node.figure ? std::get_if<OwnFigure>(node.figure.get()) : nullptr;
    if (!own) continue;
    for (const LanesFigure::Row& row : static_cast<const LanesFigure&>(*own->picture).rows) {
      EXPECT_TRUE(row.small) << row.label;
      mixed += !row.apart;
    }
  }
  EXPECT_EQ(mixed, 1);  // question 3
}

/// A file holds what is shown, no more: the same counts in another order of roles give the same one where roles do not
/// stand apart.
TEST(TeamPage, AFileHoldsNoRoleThatIsNotShown) {
  const std::vector<std::string> members = {"012343210", "111111111", "222222222", "321043212"};
  std::vector<std::string> files;
  for (const char* first : {"leadership;", "frontline;", "middle;", ""}) {
    TeamTable table(klantgedreven());
    std::string text = codes(first, {members[0]}) + codes("frontline;", {members[1], members[2], members[3]});
    if (std::string(first) == "frontline;")
      text = codes("leadership;", {members[0], members[1]}) + codes("", {members[2], members[3]});
    ASSERT_TRUE(act(table, "team.add", text));
    ASSERT_TRUE(act(table, "team.show"));
    files.push_back(table.file("team.csv", 0) + table.file("team.json", 0));
  }
  for (const std::string& file : files) EXPECT_EQ(file, files[0]);
  EXPECT_NE(files[0].find("\"role_gap_overall\":null"), std::string::npos);
}

}  // namespace
}  // namespace kk
