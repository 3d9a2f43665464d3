// Weights, reversed and conditional questions, parameters and what an author adds around the questions.
#include "author/read/answers.h"
#include "author/read/questionnaire.h"
#include "exchange/answers_json.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "model/problem.h"
#include "model/result.h"
#include "score/score.h"
#include "store/compact.h"
#include "support/made.h"
#include "support/support.h"

namespace kk::test {
namespace {

Questionnaire made(const std::string& json) {
  ReadQuestionnaire read = read_questionnaire(json);
  EXPECT_EQ(lines(read.problems), "");
  // What a bundled page holds scores alike, so every test here also tests the compact form.
  Questionnaire opened;
  EXPECT_TRUE(open_compact(to_compact(read.questionnaire), opened));
  EXPECT_EQ(to_compact(opened), to_compact(read.questionnaire));
  return opened;
}

std::string scored(const Questionnaire& questionnaire, const std::string& answers) {
  Answers read;
  EXPECT_EQ(lines(read_answers(answers, questionnaire, read)), "");
  std::string out;
  write_result(questionnaire, score(questionnaire, read), out);
  // From "answered" to "range", without the head.
  const std::size_t from = out.find("\"answered\""), to = out.find(",\"stage\"");
  return out.substr(from, to - from);
}

std::string codes(const std::string& json) {
  std::string text;
  for (const Problem& problem : read_questionnaire(json).problems) {
    text += (text.empty() ? "" : " | ") + problem.code + " " + problem.pointer;
  }
  return text;
}

TEST(Options, WeighQuestionsAndSections) {
  const Questionnaire q = made(made_questionnaire(
      made_section("s", 1, made_question("a", R"(,"weight":3)") + "," + made_question("b", R"(,"weight":1.5)")) + "," +
      made_section("u", 1, made_question("c"), R"(,"weight":2)")));
  // s: (3 x 100 + 1.5 x 0) / 4.5; overall: (s + 2 x 50) / 3.
  EXPECT_EQ(scored(q, R"({"answers":{"a":2,"b":0,"c":1}})"),
            R"("answered":3,"coverage":1,"confidence":"high","sections":{"s":66.67,"u":50},"overall":55.56,)"
            R"("range":[56,56])");
  // Without b its weight is out of the mean, and back in the range.
  EXPECT_EQ(scored(q, R"({"answers":{"a":2,"c":1}})"),
            R"("answered":2,"coverage":0.67,"confidence":"medium","sections":{"s":100,"u":50},"overall":66.67,)"
            R"("range":[56,67])");
}

TEST(Options, ExactMeansStayExact) {
  const Questionnaire q = made(made_questionnaire(
      made_section("s", 1, made_question("a", R"(,"weight":0.3)") + "," + made_question("b", R"(,"weight":0.4)")) +
      "," + made_section("u", 1, made_question("c"))));
  EXPECT_LT(q.ticks_per_point, kMostTicksPerPoint);
  EXPECT_EQ(q.questions[0].share, 3);
  EXPECT_EQ(q.questions[1].share, 4);
  EXPECT_EQ(q.ticks_per_point * 100 % (2 * 3 * 4 * 7), 0) << q.ticks_per_point;
}

TEST(Options, ReversedLevelsCountFromTheOtherEnd) {
  const Questionnaire q = made(made_questionnaire(made_section("s", 1, made_question("a", R"(,"reverse":true)")) + "," +
                                                  made_section("u", 1, made_question("b", R"(,"needs":["a"])"))));
  Answers answers;
  ASSERT_TRUE(read_answers(R"({"answers":{"a":2,"b":1}})", q, answers).empty());
  const Result result = score(q, answers);
  EXPECT_EQ(*result.sections[0], 0);
  EXPECT_EQ(*result.sections[1], 50 * q.ticks_per_point);
  // The way up leads to the level before; b waits for a, whose value is lower.
  ASSERT_EQ(result.steps.size(), 2u);
  EXPECT_EQ(result.steps[0].question, 0);
  EXPECT_EQ(result.steps[0].from, 2);
  EXPECT_EQ(result.steps[0].to, 1);
  EXPECT_EQ(result.steps[0].priority, 2 * 100 * 2);
  EXPECT_EQ(result.steps[1].blocked_by, std::vector<int>{0});
  EXPECT_EQ(result.sensitivity->up, (std::vector<int>{0, 1}));
  EXPECT_TRUE(result.sensitivity->down.empty());
  EXPECT_EQ(final_stage_with(q, answers, 0, 1), 2);
  std::string code = result_code(q, answers);
  EXPECT_EQ(decode_result_code(q, code).answers, answers);
}

/// c is asked when a is above its lowest level; u holds nothing else.
std::string conditional(const std::string& options = "") {
  return made_questionnaire(made_section("s", 2, made_question("a") + "," + made_question("b")) + "," +
                                made_section("u", 1, made_question("c", R"(,"when":{">=":[{"var":"a"},1]})")),
                            options);
}

TEST(Options, WhatIsNotAskedIsOutOfEverySum) {
  const Questionnaire q = made(conditional());
  EXPECT_EQ(scored(q, R"({"answers":{"a":0,"b":2}})"),
            R"("answered":2,"coverage":1,"confidence":"high","sections":{"s":50,"u":null},"overall":50,)"
            R"("range":[50,50])");
  // An answer from when it was asked is not looked at.
  EXPECT_EQ(scored(q, R"({"answers":{"a":0,"b":2,"c":0}})"), scored(q, R"({"answers":{"a":0,"b":2}})"));
  EXPECT_EQ(scored(q, R"({"answers":{"a":1,"b":2}})"),
            R"("answered":2,"coverage":0.67,"confidence":"insufficient","sections":{"s":75,"u":null},"overall":null,)"
            R"("range":[38,88])");
  EXPECT_EQ(scored(q, R"({"answers":{"a":1,"b":2,"c":0}})"),
            R"("answered":3,"coverage":1,"confidence":"high","sections":{"s":75,"u":0},"overall":37.5,)"
            R"("range":[38,38])");
}

TEST(Options, TheRangeHoldsWhateverIsAnsweredToWhatIsOpen) {
  // c opens with a, d with what is low, e with c; f is in a section of its own.
  const Questionnaire q = made(made_questionnaire(
      made_section("s", 1, made_question("a") + "," + made_question("b")) + "," +
      made_section("u", 1,
                   made_question("c", R"(,"when":{">=":[{"var":"a"},1]})") + "," +
                       made_question("d", R"(,"weight":2,"reverse":true,"when":{"==":[{"var":"b"},0]})") + "," +
                       made_question("e", R"(,"when":{">":[{"var":"c"},1]})")) +
      "," + made_section("w", 1, made_question("f", R"(,"when":{"!=":[{"var":"d"},2]})"))));
  // Every way of answering: the first four levels of six questions, of which the last is "open".
  constexpr int kWays = 4 * 4 * 4 * 4 * 4 * 4;
  const auto answers_of = [&](int way) {
    Answers answers = blank_answers(q);
    for (Level& level : answers.questions) {
      level = way % 4 == 3 ? kUnknown : static_cast<Level>(way % 4);
      way /= 4;
    }
    return answers;
  };
  std::vector<std::optional<double>> scores;
  for (int way = 0; way < kWays; ++way) {
    const Result result = score(q, answers_of(way));
    const bool whole = result.answered == result.asked && result.overall;
    scores.push_back(whole
                         ? std::optional(static_cast<double>(*result.overall) / static_cast<double>(q.ticks_per_point))
                         : std::nullopt);
  }
  int compared = 0;
  for (int way = 0; way < kWays; ++way) {
    const Result result = score(q, answers_of(way));
    for (int other = 0; other < kWays; ++other) {
      bool follows = scores[static_cast<std::size_t>(other)].has_value();
      for (int i = 0, a = way, b = other; i < 6; ++i, a /= 4, b /= 4)
        follows = follows && (a % 4 == 3 || a % 4 == b % 4);
      if (!follows) continue;
      ++compared;
      const double points = *scores[static_cast<std::size_t>(other)];
      ASSERT_TRUE(result.range_low <= points + 0.5 && points - 0.5 <= result.range_high)
          << way << " may become " << other << ", which has " << points << ": not in " << result.range_low << " to "
          << result.range_high;
    }
  }
  EXPECT_GT(compared, 10'000);
}

TEST(Options, WhatIsNotAskedIsNoStep) {
  const Questionnaire q = made(conditional());
  Answers answers;
  ASSERT_TRUE(read_answers(R"({"answers":{"a":0,"b":2,"c":"unknown"}})", q, answers).empty());
  const Result result = score(q, answers);
  EXPECT_EQ(result.asked, 2);
  EXPECT_EQ(result.values, (std::vector<Value>{Value::of(0), Value::of(2), kNotAsked}));
  ASSERT_EQ(result.steps.size(), 1u);
  EXPECT_EQ(result.steps[0].question, 0);
}

TEST(Options, OneStepTakesTheQuestionsItOpensIntoAccount) {
  const Questionnaire q = made(conditional());
  Answers answers;
  // a at its lowest: 50 points, stage 2. One up opens c, which nobody answered: no stage, so nothing is lifted.
  ASSERT_TRUE(read_answers(R"({"answers":{"a":0,"b":1}})", q, answers).empty());
  EXPECT_EQ(score(q, answers).stage->final, 1);
  EXPECT_EQ(score(q, answers).sensitivity->up, std::vector<int>{1});
  // a at 1 with c at 0: 37.5 points. One down closes c: 50 points, so nothing is lost.
  ASSERT_TRUE(read_answers(R"({"answers":{"a":1,"b":2,"c":0}})", q, answers).empty());
  EXPECT_EQ(score(q, answers).stage->final, 1);
  EXPECT_EQ(final_stage_with(q, answers, 0, 0), 2);
  EXPECT_TRUE(score(q, answers).sensitivity->down.empty());
}

TEST(Options, ConditionsOnlyLookBack) {
  const auto with_condition = [](const std::string& rule) {
    return codes(
        made_questionnaire(made_section("s", 1, made_question("a") + "," + made_question("b", ",\"when\":" + rule)) +
                           "," + made_section("u", 1, made_question("c"))));
  };
  EXPECT_EQ(with_condition(R"({"var":"a"})"), "");
  EXPECT_EQ(with_condition(R"({"known":["a"]})"), "");
  EXPECT_EQ(with_condition(R"({"var":"b"})"), "cyclic_condition /sections/0/questions/1/when");
  EXPECT_EQ(with_condition(R"({"var":"c"})"), "later_question /sections/0/questions/1/when");
  EXPECT_EQ(with_condition(R"({"known":[]})"), "cyclic_condition /sections/0/questions/1/when");
  EXPECT_EQ(with_condition(R"({"var":"overall"})"), "name_in_condition /sections/0/questions/1/when");
  EXPECT_EQ(with_condition(R"({"var":"d"})"), "unknown_name /sections/0/questions/1/when/var");
  EXPECT_EQ(codes(made_questionnaire(made_section("s", 1,
                                                  made_question("a", R"(,"when":{"var":"b"})") + "," +
                                                      made_question("b", R"(,"when":{"var":"a"})")) +
                                     "," + made_section("u", 1, made_question("c")))),
            "cyclic_condition /sections/0/questions/0/when");
}

constexpr const char* kSector =
    R"(,"parameters":[{"id":"sector","values":[{"id":"retail","text":{"nl":"winkel"}},{"id":"care","text":{"nl":"zorg"}}]}])";

TEST(Options, ParametersDecideConditions) {
  const Questionnaire q = made(made_questionnaire(
      made_section("s", 1, made_question("a")) + "," +
          made_section(
              "u", 1,
              made_question("b", R"(,"when":{"==":[{"var":"parameters.sector"},"care"]})") + "," + made_question("c")),
      kSector));
  EXPECT_NE(scored(q, R"({"answers":{"a":1,"c":1}})").find(R"("coverage":1,)"), std::string::npos);
  EXPECT_NE(scored(q, R"({"answers":{"a":1,"c":1},"parameters":{"sector":"care"}})").find(R"("coverage":0.67,)"),
            std::string::npos);
  Answers answers;
  const std::string json = R"({"answers":{"a":1,"b":null,"c":2},"parameters":{"sector":"care"}})";
  ASSERT_TRUE(read_answers(json, q, answers).empty());
  std::string written;
  write_answers(q, answers, written);
  EXPECT_EQ(written, json);
  EXPECT_EQ(decode_result_code(q, result_code(q, answers)).answers, answers);
  EXPECT_EQ(
      lines(read_answers(R"({"answers":{},"parameters":{"sector":"x","y":1}})", q, answers)),
      "-:1:38: error[unknown_id] /parameters/sector: found the unknown id \"x\", expected one of \"retail\", "
      "\"care\"\n-:1:42: error[unknown_id] /parameters/y: found the unknown id \"y\", expected one of \"sector\"\n");
}

TEST(Options, CountsWhatIsAsked) {
  const Questionnaire q = made(
      conditional(R"(,"patterns":[{"id":"all","if":{"==":[{"asked":[]},3]},"title":{"nl":"t"},"text":{"nl":"t"}}])"));
  Answers answers;
  ASSERT_TRUE(read_answers(R"({"answers":{"a":0,"b":2}})", q, answers).empty());
  EXPECT_TRUE(score(q, answers).patterns.empty());
  ASSERT_TRUE(read_answers(R"({"answers":{"a":1,"b":2}})", q, answers).empty());
  EXPECT_EQ(score(q, answers).patterns, std::vector<int>{0});
}

TEST(Options, AuthorsWordsAroundTheQuestions) {
  const Questionnaire q = made(conditional(
      R"(,"theme":{"mode":"dark","accent":"0B6E4F"},"author":{"name":"A. Author","link":"https://example.org/a"},)"
      R"("source":{"text":{"nl":"bron"}},"action":{"label":{"nl":"Bel ons"},"link":"https://example.org/"},)"
      R"("benchmark":{"source":{"nl":"Onderzoek"},"year":2024,"counts":[1,2,3,4]})"));
  EXPECT_EQ(q.theme.mode, ThemeMode::kDark);
  EXPECT_EQ(q.theme.accent, "0b6e4f");
  EXPECT_EQ(q.author.text, Text{"A. Author"});
  EXPECT_EQ(q.author.link, "https://example.org/a");
  EXPECT_EQ(q.source.text, Text{"bron"});
  EXPECT_EQ(q.action.link, "https://example.org/");
  EXPECT_EQ(q.benchmark.counts, (std::vector<int>{1, 2, 3, 4}));
  EXPECT_EQ(q.benchmark.year, 2024);
  // None of it changes what answers mean.
  EXPECT_EQ(q.hash, made(conditional()).hash);
  EXPECT_NE(q.text_hash, made(conditional()).text_hash);
}

TEST(Options, RefuseWhatCouldNotWork) {
  const auto extra = [](const std::string& options) { return codes(conditional("," + options)); };
  EXPECT_EQ(extra(R"("theme":{"mode":"blue"})"), "bad_theme /theme/mode");
  EXPECT_EQ(extra(R"("theme":{"accent":"red"})"), "bad_colour /theme/accent");
  EXPECT_EQ(extra(R"("author":{"name":"A","link":"http://example.org"})"), "unsafe_link /author/link");
  EXPECT_EQ(extra(R"("author":{"name":"A","link":"javascript:alert"})"), "unsafe_link /author/link");
  EXPECT_EQ(extra(R"("author":{"name":"A","link":"https://"})"), "bad_link /author/link");
  EXPECT_EQ(extra(R"("author":{"name":"A","link":"https://a@b"})"), "bad_link /author/link");
  EXPECT_EQ(extra(R"("author":{"name":"A","link":"https://a b"})"), "bad_link /author/link");
  EXPECT_EQ(extra(R"("action":{"label":{"nl":"t"}})"), "missing_member /action");
  EXPECT_EQ(extra(R"("benchmark":{"source":{"nl":"t"},"year":2024,"counts":[0,0]})"), "empty_benchmark /benchmark");
  EXPECT_EQ(extra(R"("benchmark":{"source":{"nl":"t"},"year":20,"counts":[1]})"),
            "out_of_range /benchmark/year | bad_count /benchmark/counts");
  EXPECT_EQ(extra(R"("parameters":[{"id":"topic","values":[{"id":"a","text":{"nl":"t"}}]}])"),
            "reserved_id /parameters/0/id");
}

TEST(Options, FallBackToAnotherLanguage) {
  std::string json = with(conditional(), R"("languages":["nl"])", R"("languages":["nl","en"],"fallback":{"en":"nl"})");
  const ReadQuestionnaire read = read_questionnaire(json);
  EXPECT_FALSE(has_errors(read.problems));
  EXPECT_EQ(read.problems.front().code, "fallback_text");
  EXPECT_EQ(read.questionnaire.title, (Text{"t", "t"}));
  json = with(json, R"("title":{"nl":"t"})", R"("title":{"en":"e"})");
  EXPECT_EQ(read_questionnaire(json).problems.front().code, "missing_translation");
  EXPECT_EQ(codes(with(conditional(), R"("languages":["nl"])", R"("languages":["nl"],"fallback":{"nl":"nl"})")),
            "bad_fallback /fallback/nl");
}

TEST(Options, LeaveTheProductsOwnHashAlone) {
  // Codes that readers have shared hold it.
  EXPECT_EQ(klantgedreven().hash, 0xcd9ffdc89d7d987fu);
}

}  // namespace
}  // namespace kk::test
