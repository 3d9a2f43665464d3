// klantkompas check: each file of tests/bad with the problems it is kept for, and every code in at least one of them.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "author/json/names.h"
#include "author/json/problem_codes.h"
#include "author/read/questionnaire.h"
#include "model/problem.h"
#include "model/questionnaire.h"
#include "support/made.h"

namespace kk::test {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(KK_TESTS_DIR) / "bad";

struct Checked {
  int exit = -1;
  std::string problems;
};

/// What check says of a file of the folder, on stderr.
Checked check(const std::string& file, const std::string& options = "") {
  const char* const set = std::getenv("KK_CLI");
  const std::string tool = set != nullptr ? set : KK_CLI;
  const std::string command =
      "cd '" + kFolder.string() + "' && '" + tool + "' check " + file + options + " 2>&1 >/dev/null";
  Checked checked;
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return checked;
  char piece[4096];
  while (const std::size_t size = std::fread(piece, 1, sizeof piece, pipe)) checked.problems.append(piece, size);
  const int status = pclose(pipe);
  checked.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return checked;
}

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".json") found.push_back(entry.path().stem());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Bad : public testing::TestWithParam<std::string> {};

// KK_UPDATE=1 writes the expected texts anew; the difference is then read by a person.
TEST_P(Bad, SaysExactlyWhatIsWrong) {
  const fs::path expected = kFolder / (GetParam() + ".txt");
  const Checked checked = check(GetParam() + ".json");
  if (std::getenv("KK_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << checked.problems;
  EXPECT_NE(checked.problems, "");
  EXPECT_EQ(checked.problems, contents(expected));
  const bool has_errors = checked.problems.find(": error[") != std::string::npos;
  EXPECT_EQ(checked.exit, has_errors ? 1 : 0);
  const Checked strict = check(GetParam() + ".json", " --strict");
  EXPECT_EQ(strict.exit, 1);
  EXPECT_EQ(strict.problems.find(": warning["), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Files, Bad, testing::ValuesIn(names()), [](const auto& name) { return name.param; });

/// The codes of lines such as "a.json:1:1: error[code] …".
std::set<std::string> codes_in(const std::string& lines) {
  std::set<std::string> codes;
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
    const std::size_t open = lines.find('[', at), close = lines.find(']', at);
    codes.insert(lines.substr(open + 1, close - open - 1));
  }
  return codes;
}

/// Problems of files that would be hundreds of kilobytes.
std::set<std::string> codes_of_large_files() {
  std::set<std::string> codes;
  const auto add = [&](const std::string& json) {
    for (const Problem& problem : read_questionnaire(json).problems) codes.insert(problem.code);
  };
  add(std::string(kMaxQuestionnaireBytes + 1, ' '));
  std::string values = "[0";
  for (int i = 0; i < 1'000'000; ++i) values += ",0";
  add(values + "]");
  std::string ones = "1";
  for (int i = 0; i < 25'000; ++i) ones += ",1";
  const std::string second = made_section("u", 1, made_question("c"));
  add(made_questionnaire(made_section("s", 1, made_question("a", ",\"when\":{\"+\":[" + ones + "]}")) + "," + second));
  std::string questions = made_question("q0");
  for (int i = 1; i < kMostQuestions; ++i) questions += "," + made_question("q" + std::to_string(i));
  add(made_questionnaire(made_section("s", 1, questions) + "," + second));
  return codes;
}

TEST(ProblemCodes, EachHasAFileThatShowsIt) {
  std::set<std::string> shown = codes_of_large_files();
  EXPECT_EQ(shown.count("too_large") + shown.count("too_many_values") + shown.count("rule_too_large") +
                shown.count("too_many_questions"),
            4u);
  for (const std::string& name : names()) shown.merge(codes_in(contents(kFolder / (name + ".txt"))));
  const std::set<std::string> listed(std::begin(kQuestionnaireCodes), std::end(kQuestionnaireCodes));
  EXPECT_GE(listed.size(), 40u);
  EXPECT_EQ(shown, listed);
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// What is found again and again is told each time, at a price that does not grow with what was found before.
TEST(ManyProblems, AreToldWithoutAGuessForEach) {
  std::string needs = "\"x0\"", names = "{\"var\":\"x\"}";
  for (int i = 1; i < 50; ++i) needs += ",\"x" + std::to_string(i) + "\"";
  for (int i = 1; i < 100'000; ++i) names += ",{\"var\":\"x\"}";
  std::string questions;
  for (int i = 0; i < 100; ++i) {
    questions += (i > 0 ? "," : "") + made_question("q" + std::to_string(i), ",\"needs\":[" + needs + "]");
  }
  const std::string second = made_section("u", 1, made_question("c", ",\"when\":{\"and\":[" + names + "]}"));
  const Problems problems =
      read_questionnaire(made_questionnaire(made_section("s", 1, questions) + "," + second)).problems;
  std::string lines;
  for (const Problem& problem : problems) lines += to_line(problem, "f") + "\n";
  EXPECT_EQ(times(lines, "[unknown_question]"), 5'000u);
  EXPECT_EQ(times(lines, "did you mean"), 1'000u);
  EXPECT_EQ(times(lines, "[rule_too_large]"), 1u);
  EXPECT_LE(times(lines, "[unknown_name]"), kMaxLogicNodes + 1);
}

/// A name is told as it stands, but for what would garble or reorder the line in a terminal.
TEST(Problems, ShowNoCharactersThatReorderTheLine) {
  const Problems problems = read_questionnaire("{\"f\xE2\x80\xAE\xC2\x85\\u0007ormat\":1}").problems;
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(to_line(problems.back(), "f").find("\"f...ormat\""), std::string::npos) << to_line(problems.back(), "f");
}

TEST(ProblemCodes, AFileIsNamedAfterACodeItShows) {
  const std::set<std::string> listed(std::begin(kQuestionnaireCodes), std::end(kQuestionnaireCodes));
  for (const std::string& name : names()) {
    if (!listed.count(name)) continue;
    EXPECT_TRUE(codes_in(contents(kFolder / (name + ".txt"))).count(name)) << name;
  }
}

}  // namespace
}  // namespace kk::test
