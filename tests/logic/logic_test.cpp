// JsonLogic: cases for every operator, JavaScript's corners, limits, and rules over answers.
#include <nlohmann/json.hpp>

#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/read/answers.h"
#include "author/read/questionnaire.h"
#include "author/rules/compile.h"
#include "author/rules/data.h"
#include "author/rules/operators.h"
#include "logic/evaluate.h"
#include "score/score.h"
#include "support/support.h"

namespace kk::test {
namespace {

struct Limits {
  int steps = 100'000;
  std::size_t memory = 1 << 20;
};

/// The value as JSON; "problem: CODE" when the rule is refused, "exhausted" when it ran out.
std::string evaluated(const std::string& rule_text, const std::string& data_text = "null", const Limits& limits = {}) {
  JsonProblems problems(rule_text), data_problems(data_text);
  JsonDocument rule, data;
  if (!read_json(rule_text, {.bytes = 1 << 20}, rule, problems)) return "problem: " + problems.take()[0].code;
  if (!read_json(data_text, {.bytes = 1 << 20}, data, data_problems)) return "bad data";
  const Logic logic = compile_data_rule(JsonValue(rule, 0), problems);
  if (!problems.empty()) return "problem: " + problems.take()[0].code;
  std::vector<std::max_align_t> memory(limits.memory / sizeof(std::max_align_t));
  LogicRun run;
  run.arena = Arena(std::as_writable_bytes(std::span<std::max_align_t>(memory)));
  run.data = data_value(JsonValue(data, 0), run.arena);
  run.steps = limits.steps;
  const LogicValue value = evaluate(logic, run);
  if (run.exhausted) return "exhausted";
  std::string text;
  write_logic_value(value, text);
  return text;
}

TEST(LogicSuite, EveryOperatorDoesWhatItsCasesSay) {
  const auto suite = nlohmann::json::parse(read_file(KK_TESTS_DIR "/cases/jsonlogic.json"), nullptr, false);
  ASSERT_TRUE(suite.is_object());
  for (const auto& [name, cases] : suite["operators"].items()) {
    for (const auto& one : cases) {
      const std::string value = evaluated(one["rule"].dump(), one["data"].dump());
      EXPECT_EQ(nlohmann::json::parse(value, nullptr, false), one["value"])
          << name << ": " << one.dump() << " gave " << value;
    }
  }
  for (const Operator& each : kOperators) {
    const std::string name(each.name);
    EXPECT_TRUE(suite["operators"].contains(name) && suite["operators"][name].size() > 2) << name << " has no cases";
  }
}

struct LogicCase {
  const char* rule;
  const char* data;
  const char* value;
};

const LogicCase kCases[] = {
    // Coercion as in JavaScript.
    {R"({"==":[null,0]})", "null", "false"},
    {R"({"==":["",0]})", "null", "true"},
    {R"({"==":[" 1 ",1]})", "null", "true"},
    {R"({"==":[true,"1"]})", "null", "true"},
    {R"({"==":[[1],1]})", "null", "true"},
    {R"({"==":[[1,2],"1,2"]})", "null", "true"},
    {R"({"==":[[1],[1]]})", "null", "false"},
    {R"({"===":[null,null]})", "null", "true"},
    {R"({"===":[{"var":"a"},{"var":"a"}]})", R"({"a":[1]})", "true"},
    {R"({"<":["10","9"]})", "null", "true"},
    {R"({"<":["10",9]})", "null", "false"},
    {R"({"<":["a",1]})", "null", "false"},
    {R"({">=":[null,0]})", "null", "true"},
    {R"({"<":[[2],[10]]})", "null", "false"},
    {R"({"+":["3.5 apples",1]})", "null", "4.5"},
    {R"({"+":[null,1]})", "null", "null"},
    {R"({"+":[0.1,0.2]})", "null", "0.30000000000000004"},
    {R"({"-":["0x10",1]})", "null", "15"},
    {R"({"*":["2"]})", "null", R"("2")"},
    {R"({"/":[1,0]})", "null", "null"},
    {R"({"/":[1,3]})", "null", "0.3333333333333333"},
    {R"({"%":[-5,3]})", "null", "-2"},
    {R"({"max":[]})", "null", "null"},
    {R"({"max":["3",2]})", "null", "3"},
    {R"({"min":[null,2]})", "null", "0"},
    {R"({"cat":[1,null,[1,[2,null]],true,0.1,1e21,1e-7]})", "null", R"("11,2,true0.11e+211e-7")"},
    {R"({"cat":[{"var":""}]})", R"({"a":1})", R"("[object Object]")"},
    {R"({"in":[1,"213"]})", "null", "true"},
    {R"({"in":[1,["1"]]})", "null", "false"},
    {R"({"in":["a",null]})", "null", "false"},
    {R"({"in":["",""]})", "null", "false"},
    {R"({"in":["","a"]})", "null", "true"},
    // Arrays are equal only to themselves, empty ones too.
    {R"({"==":[[],[]]})", "null", "false"},
    {R"({"===":[{"merge":[]},{"map":[[],1]}]})", "null", "false"},
    {R"({"!=":[{"missing_some":[0,[]]},{"missing_some":[1,"a"]}]})", "null", "true"},
    {R"({"===":[{"var":"a"},{"var":"a"}]})", R"({"a":[]})", "true"},
    {R"({"substr":["héllo",1,2]})", "null", R"("él")"},
    {R"({"substr":["abc",5]})", "null", R"("")"},
    {R"({"substr":["abc",0,-9]})", "null", R"("")"},
    {R"({"!!":["0"]})", "null", "true"},
    {R"({"!!":[{}]})", "null", "true"},
    // Data.
    {R"({"var":"a.1.b"})", R"({"a":[0,{"b":5}]})", "5"},
    {R"({"var":"a.01"})", R"({"a":[0,1]})", "null"},
    {R"({"var":["a",7]})", R"({"a":null})", "null"},
    {R"({"var":["b",7]})", R"({"a":null})", "7"},
    {R"({"var":"a.b"})", R"({"a":"text"})", "null"},
    {R"({"map":[{"var":"xs"},{"var":"outer"}]})", R"({"xs":[1],"outer":2})", "[null]"},
    {R"({"filter":[[{"a":1,"b":2},{"a":0,"b":3}],{"var":"a"}]})", "null", R"([{"a":1,"b":2}])"},
    {R"({"reduce":[[1,2,3],{"+":[{"var":"accumulator"},{"var":"current"}]}]})", "null", "null"},
    {R"({"some":[[[1],[2]],{"==":[{"var":"0"},2]}]})", "null", "true"},
    {R"({"missing_some":[1,"a"]})", "null", "[]"},
    {R"({"log":"x"})", "null", R"("x")"},
    // What is not one operator is data, and data is never evaluated.
    {R"({"a":1,"b":{"+":[1,2]}})", "null", R"({"a":1,"b":{"+":[1,2]}})"},
    {"{}", "null", "{}"},
    {R"([{"+":[1,2]},"a"])", "null", R"([3,"a"])"},
    // Refused before anything runs.
    {R"({"nope":[1]})", "null", "problem: unknown_operator"},
    {R"({"if":[false,{"nope":1},2]})", "null", "problem: unknown_operator"},
    {R"({"known":["q1"]})", "null", "problem: unknown_operator"},
};

TEST(Logic, FollowsJavaScript) {
  for (const LogicCase& one : kCases)
    EXPECT_EQ(evaluated(one.rule, one.data), one.value) << one.rule << " with " << one.data;
}

TEST(Logic, StepsAndMemoryAreBounded) {
  const std::string list = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]";
  const std::string nested =
      R"({"map":[)" + list + R"(,{"map":[)" + list + R"(,{"map":[)" + list + R"(,{"!":[{"var":"x"}]}]}]}]})";
  EXPECT_NE(evaluated(nested), "exhausted");
  EXPECT_EQ(evaluated(nested, "null", {.steps = 1000}), "exhausted");
  EXPECT_EQ(evaluated(nested, "null", {.memory = 1024}), "exhausted");
  const std::string doubling =
      R"({"reduce":[)" + list + R"(,{"cat":[{"var":"accumulator"},{"var":"accumulator"}]},"0123456789abcdef"]})";
  EXPECT_EQ(evaluated(doubling, "null", {.memory = 4096}), "exhausted");
}

TEST(Logic, EndsWhereverItsStepsOrMemoryDo) {
  const auto suite = nlohmann::json::parse(read_file(KK_TESTS_DIR "/cases/jsonlogic.json"), nullptr, false);
  std::vector<std::pair<std::string, std::string>> rules = {
      {R"({"a":{"b":[1,{"c":2,"d":"x"}],"e":3},"f":[{"g":{"h":1,"i":2},"j":3}]})", "null"}};
  for (const auto& [name, cases] : suite["operators"].items()) {
    for (const auto& one : cases) rules.emplace_back(one["rule"].dump(), one["data"].dump());
  }
  for (const auto& [rule, data] : rules) {
    const std::string whole = evaluated(rule, data);
    std::string value;
    for (int steps = 0; steps < 300 && value != whole; ++steps) {
      value = evaluated(rule, data, {.steps = steps});
      EXPECT_TRUE(value == "exhausted" || value == whole) << rule << " in " << steps << " steps: " << value;
    }
    EXPECT_EQ(value, whole) << rule;
  }
  // The data takes its own part of the arena: rules with none.
  std::string value;
  for (std::size_t memory = 0; memory < 4096 && value.find('j') == value.npos; memory += 16) {
    value = evaluated(rules[0].first, "null", {.memory = memory});
    EXPECT_TRUE(value == "exhausted" || value == evaluated(rules[0].first)) << memory << " bytes: " << value;
  }
  EXPECT_NE(value.find('j'), value.npos);
}

TEST(Logic, DeepRulesAreRefused) {
  std::string rule = "1";
  for (int i = 0; i < 100; ++i) rule = "{\"!\":[" + rule + "]}";
  EXPECT_EQ(evaluated(rule), "problem: too_deep");
}

TEST(NumberText, IsTheShortestThatReadsBack) {
  const std::pair<double, const char*> cases[] = {
      {0, "0"},
      {-1.5, "-1.5"},
      {100, "100"},
      {1e21, "1e+21"},
      {123456789012345680000.0, "123456789012345680000"},
      {0.000001, "0.000001"},
      {1.5e-7, "1.5e-7"},
      {5e-324, "5e-324"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {9007199254740993.0, "9007199254740992"},
      {4.35, "4.35"},
  };
  for (const auto& [value, text] : cases) EXPECT_EQ(number_text(value).view(), text);
  Random random(9);
  for (int i = 0; i < (kIsSanitized ? 2'000 : 100'000); ++i) {
    const double value = static_cast<double>(random.next()) * random.next() / (random.next() + 1.0);
    const std::string text(number_text(value).view());
    ASSERT_EQ(std::stod(text), value) << text;
  }
}

/// The value of a rule over klantgedreven's answers, written into the place of a pattern's condition.
bool fires(const std::string& condition, const std::string& answers_json) {
  const std::string json =
      with(klantgedreven_json(), R"("if": {">=": [{"ticked": ["excuses"]}, 3]})", "\"if\": " + condition);
  const ReadQuestionnaire read = read_questionnaire(json);
  EXPECT_EQ(lines(read.problems), "");
  if (!read.problems.empty()) return false;
  Answers answers;
  EXPECT_EQ(lines(read_answers(answers_json, read.questionnaire, answers)), "");
  const Result result = score(read.questionnaire, answers);
  for (const int index : result.patterns) {
    if (read.questionnaire.patterns[static_cast<std::size_t>(index)].id == "wall_of_excuses") return true;
  }
  return false;
}

TEST(AnswerLogic, KnowsWhatAConditionCanName) {
  const std::string answers = R"({"answers":{"q1":3,"q2":2,"q3":2,"q4":2,"q5":2,"q6":"unknown","q7":1,"q8":1,"q9":null},
    "claims":{"w1":4,"w2":4},"profile":{"fear1":4,"fear2":2},"ticks":{"excuses":["e2"]},"context":"unique"})";
  for (const std::string condition : {
           R"({"==":[{"var":"q1"},3]})",
           R"({"==":[{"var":"q9"},null]})",
           R"({"==":[{"var":["q9",7]},7]})",
           R"({"==":[{"var":"insight"},50]})",
           R"({"==":[{"var":"stage.score"},3]})",
           R"({"==":[{"var":"stage.final"},3]})",
           R"({"<":[41.6,{"var":"overall"},44.5]})",
           R"({">":[{"var":"claims.gap"},40]})",
           R"({"==":[{"var":"claims.score"},100]})",
           R"({"==":[{"var":"profile.fear"},75]})",
           R"({"==":[{"var":"profile.max"},75]})",
           R"({"==":[{"var":"profile.arrogance"},null]})",
           R"({"==":[{"var":"context"},"unique"]})",
           R"({"in":["e2",{"var":"ticks.excuses"}]})",
           R"({"==":[{"ticked":["excuses"]},1]})",
           R"({"==":[{"known":[]},7]})",
           R"({"==":[{"known":["q6","q7"]},1]})",
           R"({"==":[{"unknown":[]},1]})",
           R"({"==":[{"mean":["q1","q2","q6"]},2.5]})",
           R"({"==":[{"mean":["q6"]},null]})",
           R"({"==":[{"lowest":[]},1]})",
           R"({"==":[{"highest":[]},3]})",
           R"({"==":[{"count":[">=",2]},5]})",
           R"({"==":[{"count":["<=",1]},2]})",
           R"({"==":[{"count":["==",2,"q1","q2"]},1]})",
           R"({"==":[{"missing":["q1","q9","q6"]},"q9,q6"]})",
           R"({"!":[{"missing_some":[1,["q1","q9"]]}]})",
           R"({"==":[{"missing_some":[2,["q1","q9"]]},"q9"]})",
           R"({"some":[[1,2],{"==":[{"var":""},{"known":["q1","q2"]}]}]})",
       }) {
    EXPECT_TRUE(fires(condition, answers)) << condition;
  }
}

}  // namespace
}  // namespace kk::test
