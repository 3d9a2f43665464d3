// The audit against the scorer it audits, and against questionnaires that were broken on purpose.
#include "author/audit/audit.h"

#include <algorithm>
#include <functional>
#include <map>

#include "author/audit/scorer.h"
#include "model/problem.h"
#include "score/score.h"
#include "support/small_questionnaire.h"

namespace kk::test {
namespace {

/// Weights, a reversed question, one that is asked only after a high answer, and one after a low answer.
Json odd_json() {
  Json json = small_json();
  json["sections"][0]["weight"] = 3;
  json["sections"][0]["questions"][1]["reverse"] = true;
  json["sections"][1]["questions"][0]["weight"] = 2.5;
  json["sections"][1]["questions"][0]["when"] = Json::parse(R"({">=": [{"var": "a1"}, 1]})");
  json["sections"][1]["questions"].push_back(small_question("b3"));
  json["sections"][1]["questions"][2]["when"] = Json::parse(R"({"<": [{"var": "b2"}, 2]})");
  return json;
}

using Finds = std::vector<std::string>;

/// "error unreachable_stage /stages/2", …
Finds finds(const Questionnaire& questionnaire, const AuditOptions& options = {}) {
  Finds out;
  const Audit found = audit(questionnaire, options);
  for (const Finding& finding : found.findings) {
    out.push_back(std::string(finding.severity == Severity::kError ? "error " : "warning ") +
                  std::string(code_of(finding.code)) + " " + pointer_of(questionnaire, finding));
  }
  return out;
}

/// What is found once `change` was made to the small questionnaire.
Finds finds_after(const std::function<void(Json&)>& change) {
  Json json = small_json();
  change(json);
  return finds(questionnaire_of(json));
}

// --- The figures are those of the real scorer. ---

/// Every set of core answers, as clicked.
void each_set(const Questionnaire& questionnaire, bool with_unknown, const std::function<void(const Answers&)>& use) {
  Answers answers = blank_answers(questionnaire);
  const std::function<void(std::size_t)> turn = [&](std::size_t i) {
    if (i == answers.questions.size()) return use(answers);
    for (int level = with_unknown ? -1 : 0; level <= questionnaire.questions[i].top(); ++level) {
      answers.questions[i] = static_cast<Level>(level);
      turn(i + 1);
    }
  };
  turn(0);
}

struct Counts {
  std::map<std::string, std::uint64_t> of;
  bool operator==(const Counts&) const = default;
};

std::string name(const std::string& what, std::size_t index) { return what + std::to_string(index); }

/// The audit's figures, each under a name; zeros are left out.
Counts counts_of(const Audit& audit) {
  Counts counts;
  const auto put = [&](const std::string& what, std::uint64_t count) {
    if (count > 0) counts.of[what] = count;
  };
  put("sets", audit.sets), put("unscored", audit.unscored), put("capped", audit.capped), put("no step", audit.no_step);
  for (std::size_t i = 0; i < audit.stages.size(); ++i) {
    put(name("score stage ", i + 1), audit.stages[i].score), put(name("final stage ", i + 1), audit.stages[i].final);
  }
  for (std::size_t i = 0; i < audit.gates.size(); ++i) {
    put(name("binds ", i), audit.gates[i].binds), put(name("alone ", i), audit.gates[i].alone);
  }
  for (std::size_t i = 0; i < audit.patterns.size(); ++i) put(name("pattern ", i), audit.patterns[i].fired);
  for (std::size_t i = 0; i < audit.strengths.size(); ++i) put(name("strength ", i), audit.strengths[i].fired);
  for (std::size_t i = 0; i < audit.patterns_at_once.size(); ++i) put(name("at once ", i), audit.patterns_at_once[i]);
  for (std::size_t i = 0; i < audit.questions.size(); ++i) {
    const AuditQuestion& question = audit.questions[i];
    put(name("first ", i), question.first), put(name("asked ", i), question.asked);
    put(name("score rose ", i), question.score.rose), put(name("score same ", i), question.score.same);
    put(name("score fell ", i), question.score.fell), put(name("stage rose ", i), question.stage.rose);
    put(name("stage same ", i), question.stage.same), put(name("stage fell ", i), question.stage.fell);
  }
  for (std::size_t i = 0; i < audit.histogram.size(); ++i) put(name("bin ", i), audit.histogram[i]);
  return counts;
}

/// What a question's answer counts for, asked or not.
int value_of(const Question& question, Level answer) { return answer < 0 ? -1 : question.value_of(answer).number; }

/// A raise of one answer, as score() sees it before and after. What neither of them asks stands at its lowest, or the
/// raise would be counted once for each answer nobody gives.
void count_raise(const Questionnaire& questionnaire, const Answers& answers, const Result& before, std::size_t i,
                 int lowest, Counts& counts) {
  const Question& question = questionnaire.questions[i];
  const Value value = before.values[i];
  if (!known(value) || value.number == question.top()) return;
  Answers raised = answers;
  raised.questions[i] = question.level_for(value + 1);
  const Result after = score(questionnaire, raised);
  for (std::size_t k = 0; k < after.values.size(); ++k) {
    const bool is_asked = before.values[k] != kNotAsked || after.values[k] != kNotAsked;
    if (!is_asked && value_of(questionnaire.questions[k], answers.questions[k]) != lowest) return;
  }
  if (!before.overall || !after.overall) return;
  for (std::size_t k = 0; k < after.values.size(); ++k) {
    const bool is_new = before.values[k] == kNotAsked && after.values[k] != kNotAsked;
    if (is_new && after.values[k].number != questionnaire.questions[k].top()) return;
  }
  const auto word = [](auto from, auto to) { return to > from ? "rose " : to < from ? "fell " : "same "; };
  ++counts.of[name(std::string("score ") + word(*before.overall, *after.overall), i)];
  ++counts.of[name(std::string("stage ") + word(before.stage->final, after.stage->final), i)];
}

/// The same figures from score() alone, one set after the other.
Counts counted_by_score(const Questionnaire& questionnaire, bool with_unknown) {
  Counts counts;
  const int lowest = with_unknown ? -1 : 0;
  each_set(questionnaire, with_unknown, [&](const Answers& answers) {
    const Result result = score(questionnaire, answers);
    for (std::size_t i = 0; i < answers.questions.size(); ++i) {
      count_raise(questionnaire, answers, result, i, lowest, counts);
    }
    for (std::size_t i = 0; i < answers.questions.size(); ++i) {
      const int value = value_of(questionnaire.questions[i], answers.questions[i]);
      if (result.values[i] == kNotAsked && value != lowest) return;  // the same set as one with the lowest value
    }
    ++counts.of["sets"];
    for (std::size_t i = 0; i < result.values.size(); ++i) {
      if (result.values[i] != kNotAsked) ++counts.of[name("asked ", i)];
    }
    for (const int i : result.patterns) ++counts.of[name("pattern ", static_cast<std::size_t>(i))];
    for (const int i : result.strengths) ++counts.of[name("strength ", static_cast<std::size_t>(i))];
    ++counts.of[name("at once ", result.patterns.size())];
    ++counts.of[result.steps.empty() ? "no step" : name("first ", static_cast<std::size_t>(result.steps[0].question))];
    if (!result.stage) {
      ++counts.of["unscored"];
      return;
    }
    ++counts.of[name("score stage ", static_cast<std::size_t>(result.stage->score))];
    ++counts.of[name("final stage ", static_cast<std::size_t>(result.stage->final))];
    if (result.stage->final < result.stage->score) ++counts.of["capped"];
    for (const int i : result.stage->binding) {
      ++counts.of[name("binds ", static_cast<std::size_t>(i))];
      if (result.stage->binding.size() == 1) ++counts.of[name("alone ", static_cast<std::size_t>(i))];
    }
    const Ticks bin = *result.overall / (5 * questionnaire.ticks_per_point);
    ++counts.of[name("bin ", static_cast<std::size_t>(std::min<Ticks>(bin, 19)))];
  });
  return counts;
}

class AuditFigures : public testing::TestWithParam<bool> {};

TEST_P(AuditFigures, AreThoseOfTheScorer) {
  for (const Json& json : {small_json(), odd_json()}) {
    const Questionnaire questionnaire = questionnaire_of(json);
    AuditOptions options;
    options.with_unknown = GetParam();
    const Counts audited = counts_of(audit(questionnaire, options)),
                 scored = counted_by_score(questionnaire, GetParam());
    EXPECT_EQ(audited.of, scored.of);
    EXPECT_GT(scored.of.size(), 30u);
  }
}

INSTANTIATE_TEST_SUITE_P(Unknown, AuditFigures, testing::Bool());

/// The fast path of one set against score(): stage, gates, rules and first step.
void expect_scored_alike(const Questionnaire& questionnaire, int sets) {
  Random random(5);
  AuditScorer scorer(questionnaire);
  Result result;
  for (int i = 0; i < sets; ++i) {
    Answers answers = random_answers(questionnaire, random);
    answers = {std::move(answers.questions),
               std::vector<Level>(answers.claims.size(), kSkipped),
               std::vector<Level>(answers.profile.size(), kSkipped),
               std::vector<std::uint32_t>(answers.ticks.size()),
               -1,
               std::vector<std::uint8_t>(questionnaire.parameters.size())};
    for (std::size_t q = 0; q < answers.questions.size(); ++q) {
      answers.questions[q] = std::min(answers.questions[q], static_cast<Level>(questionnaire.questions[q].top()));
    }
    scorer.score(answers);
    score(questionnaire, answers, result);
    ASSERT_EQ(scorer.overall(), result.overall);
    ASSERT_EQ(scorer.final_stage(), result.stage ? result.stage->final : 0);
    ASSERT_EQ(scorer.score_stage(), result.stage ? result.stage->score : 0);
    if (result.stage) {
      ASSERT_EQ(scorer.caps(), result.stage->caps);
      ASSERT_EQ(scorer.binding(), result.stage->binding);
    }
    std::vector<int> fired;
    for (std::size_t p = 0; p < scorer.patterns().size(); ++p) {
      if (scorer.patterns()[p]) fired.push_back(static_cast<int>(p));
    }
    ASSERT_EQ(fired, result.patterns);
    fired.clear();
    for (std::size_t p = 0; p < scorer.strengths().size(); ++p) {
      if (scorer.strengths()[p]) fired.push_back(static_cast<int>(p));
    }
    ASSERT_EQ(fired, result.strengths);
    ASSERT_EQ(scorer.first_step(), result.steps.empty() ? -1 : result.steps[0].question);
  }
}

TEST(AuditScorer, AgreesWithScoreOnAnyAnswers) {
  expect_scored_alike(klantgedreven(), kIsSanitized ? 5'000 : 200'000);
  expect_scored_alike(questionnaire_of(odd_json()), 2'000);
}

// --- What is broken is found, and nothing else. ---

TEST(Audit, FindsNothingWrongWithASoundQuestionnaire) {
  EXPECT_EQ(finds(questionnaire_of(small_json())), Finds{});
  const Audit found = audit(questionnaire_of(small_json()));
  EXPECT_TRUE(found.is_complete);
  EXPECT_EQ(found.sets, 81u);
  EXPECT_FALSE(has_errors(found));
}

TEST(Audit, FindsAStageThatAGateKeepsOutOfReach) {
  EXPECT_EQ(finds_after([](Json& json) {
              json["gates"][0]["cap"] = Json::parse(R"({"min": [2, {"+": [{"var": "a1"}, 1]}]})");
            }),
            Finds{"error unreachable_stage /stages/2"});
}

TEST(Audit, FindsAStageThatNoScoreFallsIn) {
  // Scores go by 12.5: 37.5 is the next after 25.
  EXPECT_EQ(finds_after([](Json& json) {
              json["stages"] = Json::array({small_stage(0), small_stage(34), small_stage(35), small_stage(67)});
              json["gates"] = Json::array();
            }),
            Finds{"error unreachable_stage /stages/1"});
}

TEST(Audit, FindsAStageThatFallsWhenAnAnswerIsRaised) {
  const Finds found =
      finds_after([](Json& json) { json["gates"][0]["cap"] = Json::parse(R"({"-": [3, {"var": "a1"}]})"); });
  EXPECT_EQ(found, Finds{"error falling_stage /sections/0/questions/0"});
}

TEST(Audit, FindsAScoreThatFallsWhenAnAnswerIsRaised) {
  Json json = small_json();
  json["sections"][0]["questions"][1]["weight"] = 3;
  json["sections"][0]["questions"][1]["when"] = Json::parse(R"({"<": [{"var": "a1"}, 1]})");
  json["gates"] = Json::array();
  const Questionnaire questionnaire = questionnaire_of(json);
  const Audit found = audit(questionnaire);
  EXPECT_EQ(finds(questionnaire),
            (Finds{"error falling_score /sections/0/questions/0", "error falling_stage /sections/0/questions/0"}));
  // The example shows it.
  Answers before = blank_answers(questionnaire);
  before.questions = found.questions[0].score_fell_from;
  Answers after = before;
  ++after.questions[0];
  EXPECT_LT(score(questionnaire, after).overall, score(questionnaire, before).overall);
}

TEST(Audit, FindsPatternsThatNeverOrAlwaysFire) {
  const Json never = Json::parse(R"({">": [{"var": "a1"}, 2]})"), always = Json::parse(R"({">=": [{"var": "a1"}, 0]})");
  EXPECT_EQ(finds_after([&](Json& json) { json["patterns"][0]["if"] = never; }),
            Finds{"error dead_pattern /patterns/0"});
  EXPECT_EQ(finds_after([&](Json& json) { json["strengths"][0]["if"] = never; }),
            Finds{"error dead_pattern /strengths/0"});
  EXPECT_EQ(finds_after([&](Json& json) { json["patterns"][0]["if"] = always; }),
            Finds{"warning constant_pattern /patterns/0"});
}

TEST(Audit, FindsAGateThatNeverBinds) {
  EXPECT_EQ(finds_after([](Json& json) { json["gates"][0]["cap"] = Json::parse(R"({"+": [{"var": "a1"}, 3]})"); }),
            Finds{"warning idle_gate /gates/0"});
}

TEST(Audit, FindsAQuestionWithoutInfluence) {
  EXPECT_EQ(finds_after([](Json& json) {
              json["sections"][0]["questions"][0]["weight"] = 10;
              json["strengths"] = Json::array();  // the score alone tells
              json["sections"][0]["questions"][1]["weight"] = 0.1;
            }),
            Finds{"warning idle_question /sections/0/questions/1"});
}

TEST(Audit, FindsAQuestionThatIsNeverAsked) {
  EXPECT_EQ(finds_after([](Json& json) {
              json["sections"][1]["questions"][1]["when"] = Json::parse(R"({">": [{"var": "a1"}, 2]})");
            }),
            Finds{"error never_asked /sections/1/questions/1"});
}

TEST(Audit, LooksFurtherForWhatOpenAnswersAndModulesBringAbout) {
  AuditOptions quick;
  quick.most_sets = 1;
  quick.sample_sets = 500;
  const Audit found = audit(klantgedreven(), quick);
  std::map<std::string, AuditReach> reach;
  for (std::size_t i = 0; i < found.patterns.size(); ++i) {
    reach[klantgedreven().patterns[i].id] = found.patterns[i].reach;
  }
  EXPECT_EQ(reach["brake_at_top"], AuditReach::kAnswers);
  EXPECT_EQ(reach["blind_spot"], AuditReach::kOpen);
  for (const char* module : {"word_over_deed", "wall_of_excuses", "self_image", "mirror_clash"}) {
    EXPECT_EQ(reach[module], AuditReach::kModules) << module;
  }
}

TEST(Audit, TellsModulePatternsThatNeverOrAlwaysFire) {
  Json json = Json::parse(klantgedreven_json());
  for (Json& pattern : json["patterns"]) {
    if (pattern["id"] == "word_over_deed") pattern["if"] = Json::parse(R"({">": [{"var": "claims.gap"}, 100]})");
    if (pattern["id"] == "mirror_clash") pattern["if"] = Json::parse(R"({">=": [{"var": "profile.max"}, 0]})");
  }
  AuditOptions quick;
  quick.most_sets = 1;
  quick.sample_sets = 2'000;
  const Finds found = finds(questionnaire_of(json), quick);
  EXPECT_EQ(found, (Finds{"warning dead_pattern /patterns/1", "warning constant_pattern /patterns/14"}));
}

// --- A sample says what it is. ---

TEST(Audit, ASampleProvesFallsButNotAbsence) {
  Json json = small_json();
  json["gates"][0]["cap"] = Json::parse(R"({"-": [3, {"var": "a1"}]})");
  json["patterns"][0]["if"] = Json::parse(R"({">": [{"var": "a1"}, 2]})");
  AuditOptions sampled;
  sampled.most_sets = 80;
  sampled.sample_sets = 3'000;
  const Questionnaire questionnaire = questionnaire_of(json);
  EXPECT_FALSE(audit(questionnaire, sampled).is_complete);
  EXPECT_EQ(finds(questionnaire, sampled),
            (Finds{"error falling_stage /sections/0/questions/0", "warning dead_pattern /patterns/0"}));
}

TEST(Audit, ASampleOnlyWarnsOfAStageItDidNotSee) {
  Json json = small_json();
  json["gates"][0]["cap"] = Json::parse(R"({"min": [2, {"+": [{"var": "a1"}, 1]}]})");
  AuditOptions sampled;
  sampled.most_sets = 80;
  EXPECT_EQ(finds(questionnaire_of(json), sampled), Finds{"warning unreachable_stage /stages/2"});
}

TEST(Audit, ASampleReachesBothEndsAndIsTheSameEachTime) {
  AuditOptions sampled;
  sampled.most_sets = 1;
  sampled.sample_sets = 500;
  const Audit first = audit(klantgedreven(), sampled), second = audit(klantgedreven(), sampled);
  EXPECT_EQ(first.lowest, Ticks{0});
  EXPECT_EQ(first.highest, 100 * klantgedreven().ticks_per_point);
  EXPECT_EQ(counts_of(first).of, counts_of(second).of);
  EXPECT_TRUE(first.findings.empty());
  sampled.seed = 2;
  EXPECT_NE(counts_of(audit(klantgedreven(), sampled)).of, counts_of(first).of);
}

// --- klantgedreven, whole. ---

}  // namespace
}  // namespace kk::test
