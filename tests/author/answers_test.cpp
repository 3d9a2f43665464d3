// Reading answers: every promise about what is refused, and how it is told.
#include "author/read/answers.h"

#include "exchange/answers_json.h"
#include "model/problem.h"
#include "support/support.h"

namespace kk::test {
namespace {

struct Refused {
  std::string input;
  std::string told;  ///< without the sentence
};

std::string told(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += " | ";
    text += std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.code + " " +
            problem.pointer;
    EXPECT_FALSE(problem.sentence.empty());
  }
  return text;
}

std::string read(const std::string& json) {
  Answers answers;
  return told(read_answers(json, klantgedreven(), answers));
}

const Refused kRefused[] = {
    // Not JSON.
    {"", "1:1 empty "},
    {" \n ", "2:2 empty "},
    {"{", "1:2 truncated "},
    {R"({"answers")", "1:11 truncated /answers"},
    {R"({"answers":)", "1:12 truncated /answers"},
    {R"({"answers":{"q1":"unk)", "1:22 truncated /answers/q1"},
    {R"({"answers":{"q1":3,}})", "1:20 unexpected /answers"},
    {R"({"answers":{"q1" 3}})", "1:18 unexpected /answers/q1"},
    {R"({"answers":{"q1":3 "q2":3}})", "1:20 unexpected /answers"},
    {R"({"answers":{"q1":}})", "1:18 unexpected /answers/q1"},
    {R"({"answers":{q1:3}})", "1:13 bad_literal /answers"},
    {R"({'answers':{}})", "1:2 unexpected "},
    {R"({"answers":{}}])", "1:15 trailing_data "},
    {R"({"answers":{}} {})", "1:16 trailing_data "},
    {R"({"answers":{}} x)", "1:16 trailing_data "},
    {std::string("{\"answers\":{}}\0{}", 17), "1:15 trailing_data "},
    {std::string("{\"answers\":\0{}}", 15), "1:12 unexpected /answers"},
    {R"(/* no */ {"answers":{}})", "1:1 unexpected "},
    {R"({"answers":{"q1":01}})", "1:18 bad_number /answers"},
    {R"({"answers":{"q1":+1}})", "1:18 unexpected /answers/q1"},
    {R"({"answers":{"q1":.5}})", "1:18 unexpected /answers/q1"},
    {R"({"answers":{"q1":1.}})", "1:18 bad_number /answers/q1"},
    {R"({"answers":{"q1":-}})", "1:18 bad_number /answers/q1"},
    {R"({"answers":{"q1":1e400}})", "1:18 number_out_of_range /answers/q1"},
    {R"({"answers":{"q1":NaN}})", "1:18 bad_literal /answers/q1"},
    {R"({"answers":{"q1":nul}})", "1:18 bad_literal /answers/q1"},
    {R"({"answers":{"q1":"\x"}})", "1:19 bad_escape /answers/q1"},
    {R"({"answers":{"q1":"\u12"}})", "1:19 bad_escape /answers/q1"},
    {R"({"answers":{"q1":"\ud800"}})", "1:19 lone_surrogate /answers/q1"},
    {R"({"answers":{"q1":"\ud800\ud800"}})", "1:19 lone_surrogate /answers/q1"},
    {R"({"answers":{"q1":"\udc00"}})", "1:19 lone_surrogate /answers/q1"},
    {"{\"answers\":{\"q1\":\"a\nb\"}}", "1:20 control_character /answers/q1"},
    {"{\"answers\":{\"q1\":\"\xff\"}}", "1:19 bad_utf8 /answers/q1"},
    {"{\"answers\":{\"q1\":\"\xc0\xaf\"}}", "1:19 bad_utf8 /answers/q1"},          // overlong
    {"{\"answers\":{\"q1\":\"\xed\xa0\x80\"}}", "1:19 bad_utf8 /answers/q1"},      // an encoded surrogate
    {"{\"answers\":{\"q1\":\"\xf4\x90\x80\x80\"}}", "1:19 bad_utf8 /answers/q1"},  // above U+10FFFF
    {"\xff\xfe{", "1:1 bad_utf8 "},                                                // UTF-16
    // JSON, but not answers.
    {"[]", "1:1 wrong_type "},
    {"null", "1:1 wrong_type "},
    {"{}", "1:1 missing_member "},
    {R"({"answers":[]})", "1:12 wrong_type /answers"},
    {R"({"answers":null})", "1:12 wrong_type /answers"},
    {R"({"answers":{"q1":5}})", "1:18 level_out_of_range /answers/q1"},
    {R"({"answers":{"q1":-1}})", "1:18 level_out_of_range /answers/q1"},
    {R"({"answers":{"q1":2.5}})", "1:18 level_out_of_range /answers/q1"},
    {R"({"answers":{"q1":1e308}})", "1:18 level_out_of_range /answers/q1"},
    {R"({"answers":{"q1":99999999999999999999}})", "1:18 level_out_of_range /answers/q1"},
    {R"({"answers":{"q1":"3"}})", "1:18 wrong_type /answers/q1"},
    {R"({"answers":{"q1":true}})", "1:18 wrong_type /answers/q1"},
    {R"({"answers":{"q1":[3]}})", "1:18 wrong_type /answers/q1"},
    {R"({"answers":{"Q1":3}})", "1:13 unknown_id /answers/Q1"},
    {R"({"answers":{"q10":3,"":2}})", "1:13 unknown_id /answers/q10 | 1:21 unknown_id /answers/"},
    {R"({"answers":{"a/b~c":3}})", "1:13 unknown_id /answers/a~1b~0c"},
    {R"({"answers":{"__proto__":3}})", "1:13 unknown_id /answers/__proto__"},
    {R"({"answers":{},"answer":{}})", "1:15 unknown_member /answer"},
    {R"({"answers":{"q1":1,"q2":2,"q1":3}})", "1:27 duplicate_key /answers/q1"},
    {R"({"answers":{},"answers":{}})", "1:15 duplicate_key /answers"},
    {R"({"answers":{},"claims":{"w4":1,"w1":9}})", "1:25 unknown_id /claims/w4 | 1:37 level_out_of_range /claims/w1"},
    {R"({"answers":{},"profile":{"fear1":5}})", "1:34 level_out_of_range /profile/fear1"},
    {R"({"answers":{},"ticks":{"excuses":["e1","e99",1,"e1"]}})",
     "1:40 unknown_id /ticks/excuses/1 | 1:46 wrong_type /ticks/excuses/2 | 1:48 duplicate_tick /ticks/excuses/3"},
    {R"({"answers":{},"ticks":{"other":[]}})", "1:24 unknown_id /ticks/other"},
    {R"({"answers":{},"ticks":{"excuses":{}}})", "1:34 wrong_type /ticks/excuses"},
    {R"({"answers":{},"context":"rare"})", "1:25 unknown_id /context"},
    {R"({"answers":{},"context":1})", "1:25 wrong_type /context"},
    // Places count lines, and columns in bytes.
    {"{\n  \"answers\": {\n    \"q1\": 7\n  }\n}", "3:11 level_out_of_range /answers/q1"},
    {"{\r\n\"answers\":\r\n{\"é\":1}}", "3:2 unknown_id /answers/é"},
    // Every content problem is told in one run, in the order of the text.
    {R"({"claims":{"w1":8},"answers":{"q9":9,"q1":8}})",
     "1:17 level_out_of_range /claims/w1 | 1:36 level_out_of_range /answers/q9 | 1:43 level_out_of_range /answers/q1"},
};

TEST(ReadAnswers, TellsWhatIsWrongAndWhere) {
  for (const Refused& refused : kRefused) EXPECT_EQ(read(refused.input), refused.told) << refused.input;
}

TEST(ReadAnswers, SaysWhatWasFoundAndWhatIsAllowed) {
  Answers answers;
  EXPECT_EQ(lines(read_answers(R"({"answers":{"q1":9}})", klantgedreven(), answers)),
            "-:1:18: error[level_out_of_range] /answers/q1: found the number 9, expected a whole number from 0 to 4, "
            "\"unknown\" or null\n");
  EXPECT_NE(lines(read_answers(R"({"answer":{}})", klantgedreven(), answers)).find("did you mean \"answers\"?"),
            std::string::npos);
}

TEST(ReadAnswers, AcceptsWhatTheContractAllows) {
  for (
      const std::string json : {
          R"({"answers":{}})",
          "\xEF\xBB\xBF{\"answers\":{}}",  // a byte order mark, as Windows editors write it
          R"({"answers":{"q1":0,"q2":4,"q3":"unknown","q4":null,"q5":3.0,"q6":-0}})",
          R"({"answers":{},"claims":{"w1":"unknown","w2":null},"profile":{"fear1":4},"ticks":{"excuses":[]},"context":null})",
          R"({"\u0061nswers":{"q1":1}})",
      }) {
    EXPECT_EQ(read(json), "") << json;
  }
}

TEST(ReadAnswers, NestingIsRefusedByDepthHoweverLongTheText) {
  EXPECT_EQ(
      read(std::string(100'000, '[')), "1:33 too_deep " + [] {
        std::string pointer;
        for (int i = 0; i < 32; ++i) pointer += "/0";
        return pointer;
      }());
  std::string objects;
  for (int i = 0; i < 40; ++i) objects += "{\"a\":";
  EXPECT_NE(read(objects).find("too_deep"), std::string::npos);
}

TEST(ReadAnswers, AnInputOverTheLimitIsRefused) {
  EXPECT_EQ(read("{\"answers\":{}}" + std::string(kMaxAnswersBytes, ' ')), "1:1 too_large ");
  EXPECT_EQ(read("{\"answers\":{}}" + std::string(kMaxAnswersBytes - 14, ' ')), "");
  EXPECT_NE(read("{\"answers\":" + std::string(kMaxAnswersBytes, '[')).find("too_deep"), std::string::npos);
}

TEST(ReadAnswers, FindsDuplicatesAmongManyNamesQuickly) {
  std::string json = "{\"answers\":{";
  for (int i = 0; i < 50'000; ++i) json += "\"n" + std::to_string(i) + "\":1,";
  json += "\"n7\":1}}";
  Answers answers;
  const Problems problems = read_answers(json, klantgedreven(), answers);
  int duplicates = 0;
  for (const Problem& problem : problems) duplicates += problem.code == "duplicate_key";
  EXPECT_EQ(duplicates, 1);
}

const char* const kFull =
    R"({"answers": {"q1": 3, "q2": "unknown", "q3": null, "q4": 1.0}, "claims": {"w1": 4},
 "profile": {"fear1": 2}, "ticks": {"excuses": ["e1", "e4"]}, "context": "unique"})";

TEST(ReadAnswers, RefusesAFileCutOffAnywhere) {
  const std::string full = kFull;
  ASSERT_EQ(read(full), "");
  for (std::size_t size = 0; size < full.size(); ++size) {
    Answers answers;
    const Problems problems = read_answers(full.substr(0, size), klantgedreven(), answers);
    ASSERT_EQ(problems.size(), 1u) << full.substr(0, size);
    EXPECT_EQ(problems[0].code, size == 0 ? "empty" : "truncated") << full.substr(0, size);
  }
}

TEST(ReadAnswers, SurvivesAnyOneChangedByte) {
  const std::string full = kFull;
  Answers answers;
  for (std::size_t at = 0; at < full.size(); ++at) {
    for (int byte = 0; byte < 256; byte += kIsSanitized ? 5 : 1) {
      std::string changed = full;
      changed[at] = static_cast<char>(byte);
      for (const Problem& problem : read_answers(changed, klantgedreven(), answers)) {
        ASSERT_GE(problem.line, 1);
        ASSERT_GE(problem.column, 1);
        ASSERT_FALSE(problem.code.empty());
      }
    }
  }
}

// A stream's reader has a shortcut for plain lines. It must never differ from the JSON reader.

/// True when the shortcut was taken.
bool expect_same_in_stream(const std::string& json) {
  Answers whole, streamed, plain = blank_answers(klantgedreven());
  const Problems problems = read_answers(json, klantgedreven(), whole);
  AnswersReader reader(klantgedreven());
  EXPECT_EQ(lines(reader.read(json, kMaxAnswersBytes, streamed)), lines(problems)) << json;
  EXPECT_TRUE(!problems.empty() || streamed == whole) << json;
  const bool is_plain = PlainAnswers(klantgedreven()).read(json, plain);
  EXPECT_TRUE(problems.empty() || !is_plain) << json;
  EXPECT_TRUE(!is_plain || plain == whole) << json;
  return is_plain;
}

TEST(AnswersReader, AgreesWithTheJsonReader) {
  for (const Refused& refused : kRefused) EXPECT_FALSE(expect_same_in_stream(refused.input)) << refused.input;
  for (const std::string json : {
           R"({"answers":{"q1":0,"q2":4,"q3":"unknown","q9":null}})",
           " { \"answers\" :\t{ \"q2\" : 3 , \"q3\" : \"unknown\" , \"q4\" : null } } \r",
           R"({"answers":{}})",
           R"({"answers":{"q2":1,"q1":0}})",
           R"({"answers":{"q9":1,"q1":0,"q8":null,"q2":4}})",
           R"({"context":null,"claims":{"w2":1,"w1":2},"ticks":{},"profile":{},"answers":{"q1":1}})",
       }) {
    EXPECT_TRUE(expect_same_in_stream(json)) << json;
  }
  for (const std::string json : {
           R"({"answers":{"q1":1.0,"q2":-0,"q3":0e0}})",
           R"({"answers":{"\u0071\u0031":1}})",
       }) {
    EXPECT_FALSE(expect_same_in_stream(json)) << json;
  }
}

TEST(AnswersReader, AgreesWithTheJsonReaderAfterAnyOneChangedByte) {
  for (
      const std::string plain : {
          R"({"answers": {"q1":3, "q2":"unknown","q4" : null,"q9":0}})",
          R"({"context":"unique","ticks":{"excuses":["e4","e1"]},"profile":{"fear1":2},"claims":{},"answers":{"q2":1,"q1":4}})",
      }) {
    ASSERT_TRUE(expect_same_in_stream(plain));
    for (std::size_t at = 0; at < plain.size(); ++at) {
      EXPECT_FALSE(expect_same_in_stream(plain.substr(0, at)));
      for (int byte = 0; byte < 256; byte += kIsSanitized ? 5 : 1) {
        std::string changed = plain;
        changed[at] = static_cast<char>(byte);
        expect_same_in_stream(changed);
        changed = plain;
        changed.insert(at, 1, static_cast<char>(byte));
        expect_same_in_stream(changed);
      }
    }
  }
}

TEST(AnswersReader, TakesTheShortcutForLevelsUpToTen) {
  Questionnaire questionnaire = klantgedreven();
  questionnaire.questions[0].levels.resize(kMostLevels);
  PlainAnswers plain(questionnaire);
  Answers answers = blank_answers(questionnaire);
  EXPECT_TRUE(plain.read(R"({"answers":{"q1":10}})", answers));
  EXPECT_EQ(answers.questions[0], 10);
  for (const char* const json : {R"({"answers":{"q1":11}})", R"({"answers":{"q1":100}})", R"({"answers":{"q1":01}})"}) {
    EXPECT_FALSE(plain.read(json, answers)) << json;
  }
}

TEST(WriteAnswers, ReadsBackAsTheSame) {
  Random random(5);
  for (int i = 0; i < 5'000; ++i) {
    const Answers answers = random_answers(klantgedreven(), random);
    std::string json;
    write_answers(klantgedreven(), answers, json);
    Answers again;
    ASSERT_EQ(read_answers(json, klantgedreven(), again).size(), 0u) << json;
    ASSERT_EQ(again.questions, answers.questions);
    ASSERT_EQ(again.claims, answers.claims);
    ASSERT_EQ(again.profile, answers.profile);
    ASSERT_EQ(again.ticks, answers.ticks);
    ASSERT_EQ(again.context, answers.context);
  }
}

TEST(WriteAnswers, LeavesOutModulesWithoutAnswers) {
  std::string json;
  write_answers(klantgedreven(), blank_answers(klantgedreven()), json);
  EXPECT_EQ(
      json,
      R"({"answers":{"q1":null,"q2":null,"q3":null,"q4":null,"q5":null,"q6":null,"q7":null,"q8":null,"q9":null}})");
}

}  // namespace
}  // namespace kk::test
