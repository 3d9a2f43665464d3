// The command line as a user meets it: what it prints, where, and how it ends.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/sanitized.h"

namespace {

using Json = nlohmann::json;

std::string cli() {
  const char* const set = std::getenv("KK_CLI");
  return set != nullptr ? set : KK_CLI;
}

struct Ran {
  int exit = -1;
  std::string out, err;
  long peak_kilobytes = 0;
};

std::string read_and_remove(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  std::remove(path.c_str());
  return text;
}

std::string temporary(const std::string& name) {
  return testing::TempDir() + "kk_cli_" + std::to_string(getpid()) + "_" + name;
}

void redirect(const std::string& path, int flags, int descriptor) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(126);
}

/// Runs the tool with `input` as its standard input; standard output goes to `out` when given, else it is returned.
Ran run(const std::vector<std::string>& arguments, const std::function<void(FILE*)>& write_input,
        const std::string& out = "") {
  const std::string out_path = out.empty() ? temporary("out") : out, err_path = temporary("err");
  int input[2];
  EXPECT_EQ(pipe(input), 0);
  const pid_t child = fork();
  if (child == 0) {
    dup2(input[0], STDIN_FILENO);
    close(input[0]), close(input[1]);
    redirect(out_path, out.empty() ? O_WRONLY | O_CREAT | O_TRUNC : O_WRONLY, STDOUT_FILENO);
    redirect(err_path, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    const std::string tool = cli();
    std::vector<char*> words = {const_cast<char*>(tool.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    execv(words[0], words.data());
    _exit(127);
  }
  close(input[0]);
  FILE* const stream = fdopen(input[1], "w");
  write_input(stream);
  fclose(stream);
  Ran ran;
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  ran.peak_kilobytes = usage.ru_maxrss;
  if (out.empty()) ran.out = read_and_remove(out_path);
  ran.err = read_and_remove(err_path);
  return ran;
}

Ran run(const std::vector<std::string>& arguments, const std::string& input = "") {
  return run(arguments, [&](FILE* stream) { fwrite(input.data(), 1, input.size(), stream); });
}

const std::string kAnswers =
    R"({"answers":{"q1":3,"q2":2,"q3":"unknown","q4":2,"q5":3,"q6":2,"q7":null,"q8":2,"q9":1}})";

class Cli : public testing::Test {
 protected:
  /// A reader that goes away must not end the tests.
  static void SetUpTestSuite() { signal(SIGPIPE, SIG_IGN); }
};

TEST_F(Cli, ScoresOneObject) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"score", "klantgedreven"}, std::vector<std::string>{"score", "klantgedreven", "-"}}) {
    const Ran ran = run(arguments, kAnswers);
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.err, "");
    const Json result = Json::parse(ran.out);
    EXPECT_EQ(result["questionnaire"]["id"], "klantgedreven");
    EXPECT_EQ(result["answered"], 7);
    EXPECT_EQ(ran.out.find('\n'), ran.out.size() - 1);
  }
}

TEST_F(Cli, ReadsAnswersAndQuestionnaireFromFiles) {
  const std::string path = temporary("answers.json");
  std::ofstream(path) << kAnswers;
  const Ran built_in = run({"score", "klantgedreven", path});
  const Ran from_file = run({"score", KK_ASSETS_DIR "/questionnaires/klantgedreven.json", path});
  EXPECT_EQ(built_in.exit, 0);
  EXPECT_EQ(built_in.out, from_file.out);
  std::remove(path.c_str());
}

TEST_F(Cli, NamesTheAnswerThatIsWrong) {
  const Ran ran = run({"score", "klantgedreven", "-"}, R"({"answers":{"q1":9}})");
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err,
            "-:1:18: error[level_out_of_range] /answers/q1: found the number 9, expected a whole number from 0 to 4, "
            "\"unknown\" or null\n");
}

struct Bad {
  const char* input;
  const char* told;
};

TEST_F(Cli, RefusesBadAnswersWithNothingOnStdout) {
  for (const Bad& bad : {Bad{"", "error[empty]"}, Bad{"{\"answers\":{\"q1\":", "error[truncated]"},
                         Bad{R"({"answers":{"q1":"3"}})", "error[wrong_type] /answers/q1"},
                         Bad{R"({"answers":{"q77":3}})", "error[unknown_id] /answers/q77"},
                         Bad{R"({"answers":{"q1":3,"q1":3}})", "error[duplicate_key] /answers/q1"},
                         Bad{R"({"answers":{}} {})", "error[trailing_data]"}, Bad{"[]", "error[wrong_type]"}}) {
    for (const std::string command : {"score", "code"}) {
      const Ran ran = run({command, "klantgedreven"}, bad.input);
      EXPECT_EQ(ran.exit, 1) << bad.input;
      EXPECT_EQ(ran.out, "") << bad.input;
      EXPECT_NE(ran.err.find(bad.told), std::string::npos) << ran.err;
    }
  }
}

TEST_F(Cli, RefusesFiftyMegabytesOfBracketsInBoundedMemory) {
  const std::string block(1 << 20, '[');
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"score", "klantgedreven"}, std::vector<std::string>{"check", "-"}}) {
    const Ran ran = run(arguments, [&](FILE* stream) {
      for (int i = 0; i < 50 && fwrite(block.data(), 1, block.size(), stream) == block.size(); ++i) {
      }
    });
    EXPECT_EQ(ran.exit, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("error[too_deep]"), std::string::npos) << ran.err;
    if (!kIsSanitized) {
      EXPECT_LT(ran.peak_kilobytes, 40'000);
    }
  }
}

TEST_F(Cli, WrongUsageExitsTwo) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {},
           {"nope"},
           {"score"},
           {"score", "klantgedreven", "a", "b"},
           {"score", "no such questionnaire"},
           {"score", "klantgedreven", "no such file"},
           {"score", "klantgedreven", "--nope"},
           {"check", "klantgedreven", "--ndjson"},
           {"decode", "klantgedreven"},
           {"logic", "a file"},
           {"audit", "minimal", "--format", "xml"},
           {"audit", "minimal", "--format", "html", "--lang", "de"},
       }) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.exit, 2) << testing::PrintToString(arguments);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
  }
}

TEST_F(Cli, HelpAndVersion) {
  EXPECT_NE(run({"--help"}).out.find("klantkompas score"), std::string::npos);
  EXPECT_EQ(run({"--help"}).exit, 0);
  EXPECT_EQ(run({"--version"}).out.find("klantkompas "), 0u);
}

TEST_F(Cli, CheckTellsProblemsOnStderr) {
  EXPECT_EQ(run({"check", "klantgedreven"}).exit, 0);
  const Ran ran = run({"check", "-"}, R"({"format": 1, "id": "x", "languages": ["nl"]})");
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(ran.out, "");
  // One mistake, one line: all that is missing.
  EXPECT_EQ(ran.err,
            "-:1:1: error[missing_member] : found no \"version\", \"title\", \"lead\", \"duration\", \"hint\", "
            "\"doubt\", \"small_hint\", \"limits\", \"open_step\", \"keep\", \"sections\" or "
            "\"stages\" in the questionnaire, which needs them\n");
}

TEST_F(Cli, CodeAndDecodeAreInverse) {
  const Ran code = run({"code", "klantgedreven"}, kAnswers);
  ASSERT_EQ(code.exit, 0);
  const std::string word = code.out.substr(0, code.out.size() - 1);
  const Ran decoded = run({"decode", "klantgedreven", word});
  EXPECT_EQ(decoded.exit, 0);
  EXPECT_EQ(Json::parse(decoded.out), Json::parse(kAnswers));
  std::string damaged = word;
  damaged[10] = damaged[10] == '1' ? '2' : '1';
  const Ran refused = run({"decode", "klantgedreven", damaged});
  EXPECT_EQ(refused.exit, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("error[damaged_code]"), std::string::npos) << refused.err;
}

TEST_F(Cli, CompareTakesFilesCodesAndTheStandardInput) {
  const std::string now_text = R"({"answers":{"q1":4,"q2":2,"q3":1,"q4":1,"q5":3,"q6":2,"q7":3,"q8":2,"q9":1}})";
  const std::string before = run({"code", "klantgedreven"}, kAnswers).out,
                    now = run({"code", "klantgedreven"}, now_text).out;
  const std::string file = temporary("before.json"), code_file = temporary("code.txt");
  std::ofstream(file) << kAnswers;
  std::ofstream(code_file) << "\n " << before;
  const std::string before_code = before.substr(0, before.size() - 1), now_code = now.substr(0, now.size() - 1);
  const Ran ran = run({"compare", "klantgedreven", before_code, now_code});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json["up"], 1);
  EXPECT_EQ(json["down"], 1);
  EXPECT_EQ(json["equal"], 5);
  EXPECT_EQ(json["questions"]["q3"], Json::parse(R"({"before":"unknown","now":1,"difference":null})"));
  EXPECT_EQ(json["not_compared"],
            Json::parse(R"([{"question":"q3","why":"unknown_before"},{"question":"q7","why":"skipped_before"}])"));
  EXPECT_EQ(run({"compare", "klantgedreven", file, "-"}, now_text).out, ran.out);
  EXPECT_EQ(run({"compare", "klantgedreven", "-", now_code}, kAnswers).out, ran.out);
  EXPECT_EQ(run({"compare", "klantgedreven", code_file, "-"}, now).out, ran.out);
  std::remove(file.c_str()), std::remove(code_file.c_str());
}

TEST_F(Cli, CompareSaysWhichOfTheTwoIsWrong) {
  const std::string code = run({"code", "klantgedreven"}, kAnswers).out, word = code.substr(0, code.size() - 1);
  const std::string other = run({"code", "weerbaar"}, R"({"answers":{}})").out,
                    foreign = other.substr(0, other.size() - 1);
  const Ran answers = run({"compare", "klantgedreven", word, "-"}, R"({"answers":{"q1":9}})");
  EXPECT_EQ(answers.exit, 1);
  EXPECT_EQ(answers.out, "");
  EXPECT_EQ(answers.err.rfind("-:1:18: error[level_out_of_range] /answers/q1", 0), 0u) << answers.err;
  const Ran of_another = run({"compare", "klantgedreven", foreign, word});
  EXPECT_EQ(of_another.exit, 1);
  EXPECT_NE(of_another.err.find(foreign + ":1:1: error[other_questionnaire]"), std::string::npos) << of_another.err;
  const Ran damaged = run({"compare", "klantgedreven", "-", word}, word.substr(1));
  EXPECT_EQ(damaged.exit, 1);
  EXPECT_NE(damaged.err.find("error[damaged_code]"), std::string::npos) << damaged.err;
  const Ran nothing = run({"compare", "klantgedreven", "no-such-file", word});
  EXPECT_EQ(nothing.exit, 2);
  EXPECT_NE(nothing.err.find("no-such-file"), std::string::npos) << nothing.err;
  EXPECT_EQ(run({"compare", "klantgedreven", "-", "-"}, kAnswers).exit, 2);
  EXPECT_EQ(run({"compare", "klantgedreven", word}).exit, 2);
}

/// Of the version before, as its own program wrote it: what `earlier` writes is what makes it comparable.
TEST_F(Cli, ACodeOfAnEarlierVersionIsComparedByQuestion) {
  const std::string old = KK_TESTS_DIR "/cases/format1/klantgedreven.json";
  const Json entry = Json::parse(run({"earlier", old}).out);
  std::ifstream file(KK_ASSETS_DIR "/questionnaires/klantgedreven.json");
  EXPECT_EQ(Json::parse(file)["earlier"][0], entry);
  const std::string code = run({"code", old}, kAnswers).out, word = code.substr(0, code.size() - 1);
  const Ran ran = run({"compare", "klantgedreven", word, "-"}, kAnswers);
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json["before"]["version"], "1.0.0");
  EXPECT_EQ(json["now"]["version"], "2.0.0");
  EXPECT_EQ(json["equal"], 7);
  const Ran backwards = run({"compare", "klantgedreven", "-", word}, kAnswers);
  EXPECT_EQ(backwards.exit, 1);
  EXPECT_NE(backwards.err.find("error[rescored_code]"), std::string::npos) << backwards.err;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    found.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return found;
}

TEST_F(Cli, NdjsonPutsAnErrorInTheBadLinesPlaceAndGoesOn) {
  const std::string too_long = "{\"answers\":{" + std::string(70'000, ' ') + "}}";
  const Ran ran = run({"score", "klantgedreven", "--ndjson"},
                      kAnswers + "\n{\"answers\":{\"q1\":9}}\r\n" + too_long + "\n\n" + kAnswers + "\n{");
  EXPECT_EQ(ran.exit, 1);
  const std::vector<std::string> lines = split(ran.out);
  ASSERT_EQ(lines.size(), 6u);
  EXPECT_EQ(lines[0], lines[4]);
  EXPECT_EQ(Json::parse(lines[0])["answered"], 7);
  const Json error = Json::parse(lines[1])["error"];
  EXPECT_EQ(error["line"], 2);
  EXPECT_EQ(error["pointer"], "/answers/q1");
  EXPECT_EQ(error["code"], "level_out_of_range");
  EXPECT_EQ(Json::parse(lines[2])["error"]["code"], "line_too_long");
  EXPECT_EQ(Json::parse(lines[3])["error"]["code"], "empty");
  EXPECT_EQ(Json::parse(lines[5])["error"]["code"], "truncated");
}

TEST_F(Cli, NdjsonEqualsOneByOne) {
  EXPECT_EQ(run({"score", "klantgedreven", "--ndjson"}, kAnswers).out, run({"score", "klantgedreven"}, kAnswers).out);
}

TEST_F(Cli, NdjsonRunsInConstantMemory) {
  if (kIsSanitized) GTEST_SKIP() << "sanitizers keep freed memory for a while";
  const auto peak_of = [&](int count, const std::string& line) {
    const Ran ran = run(
        {"score", "klantgedreven", "--ndjson"},
        [&](FILE* stream) {
          for (int i = 0; i < count; ++i) fwrite(line.data(), 1, line.size(), stream);
        },
        "/dev/null");
    EXPECT_EQ(ran.exit, line[0] == '{' ? 0 : 1);
    return ran.peak_kilobytes;
  };
  const std::string line = kAnswers + "\n";
  EXPECT_LT(peak_of(100'000, line), peak_of(5'000, line) + 2'000);
  // One endless line, too.
  EXPECT_LT(peak_of(1'000, std::string(100'000, 'x')), peak_of(10, std::string(100'000, 'x')) + 2'000);
}

TEST_F(Cli, NdjsonAnswersBeforeTheInputEnds) {
  const std::string out = temporary("live");
  std::ofstream(out).close();
  run(
      {"score", "klantgedreven", "--ndjson"},
      [&](FILE* stream) {
        fputs((kAnswers + "\n").c_str(), stream);
        fflush(stream);
        std::string seen;
        for (int i = 0; i < 500 && seen.empty(); ++i) {
          usleep(10'000);
          std::ifstream in(out);
          seen.assign(std::istreambuf_iterator<char>(in), {});
        }
        EXPECT_NE(seen.find("\"answered\":7"), std::string::npos);
      },
      out);
  std::remove(out.c_str());
}

TEST_F(Cli, AFailedWriteIsNotAResult) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "this system has no /dev/full";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"score", "klantgedreven"},
        std::vector<std::string>{"score", "klantgedreven", "--ndjson"}, std::vector<std::string>{"--help"}}) {
    const Ran ran = run(
        arguments, [&](FILE* stream) { fputs(kAnswers.c_str(), stream); }, "/dev/full");
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("cannot write"), std::string::npos) << ran.err;
  }
}

TEST_F(Cli, LogicWritesOneValueALine) {
  std::string costly = "1";
  for (int i = 0; i < 7; ++i) costly = R"({"map":[[1,2,3,4,5,6,7,8],)" + costly + "]}";
  costly = "[" + costly + ",null]\n";
  const Ran ran = run({"logic"}, R"([{"+":[1,{"var":"a"}]},{"a":2}]
[{"cat":["a","b"]},null]
[{"nope":[]},null]
[1,2,3]
)" + costly);
  EXPECT_EQ(ran.exit, 1);
  const std::vector<std::string> lines = split(ran.out);
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0], "3");
  EXPECT_EQ(lines[1], "\"ab\"");
  EXPECT_EQ(Json::parse(lines[4])["error"]["code"], "too_costly");
  EXPECT_EQ(Json::parse(lines[2])["error"]["code"], "unknown_operator");
  EXPECT_EQ(Json::parse(lines[2])["error"]["pointer"], "/0/nope");
  EXPECT_EQ(Json::parse(lines[3])["error"]["line"], 4);
}

}  // namespace
