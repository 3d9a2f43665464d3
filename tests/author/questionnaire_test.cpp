// Checking a questionnaire: the product's own with one thing changed, and what is said about it.
#include "author/read/questionnaire.h"

#include <nlohmann/json.hpp>
#include <string>

#include "base/phrase.h"
#include "model/problem.h"
#include "support/support.h"

namespace kk::test {
namespace {

struct Change {
  const char* from;
  const char* to;
  const char* told;  ///< "code /pointer", several with " | "; after "…" any others
};

std::string in_short(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) text += (text.empty() ? "" : " | ") + problem.code + " " + problem.pointer;
  return text;
}

std::string check(const std::string& json) { return in_short(read_questionnaire(json).problems); }

const Change kChanges[] = {
    {R"("format": 1)", R"("format": 2)", "newer_format /format"},
    {R"("format": 1)", R"("format": "1")", "bad_format /format"},
    {R"("format": 1,)", "", "missing_member "},
    {R"("id": "klantgedreven")", R"("id": "Klant gedreven")", "bad_id /id"},
    {R"("version": "2.0.0")", R"("version": "1.0")", "bad_version /version"},
    {R"("languages": ["nl", "en"])", R"("languages": [])", "bad_count /languages"},
    {R"("languages": ["nl", "en"])", R"("languages": ["nl", "en", "nl"])", "duplicate_language /languages/2"},
    {R"("languages": ["nl", "en"])", R"("languages": ["nl", "en", "x!"])", "bad_language /languages/2"},
    {R"("lead": {)", R"("leed": {)", "missing_member  | unknown_member /leed"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?", )", "", "missing_translation /title"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?")", R"("nl": " ")", "empty_text /title/nl"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?")", R"("nl": 5)", "wrong_type /title/nl"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?")", R"("nl": "a\u202eb")", "bidi_control /title/nl"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?")", R"("nl": "a\u2066b")", "bidi_control /title/nl"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?")", R"("nl": "a\u0000b")", "control_character /title/nl"},
    {R"("nl": "Hoe klantgedreven zijn jullie echt?")", R"("de": "x", "nl": "y")", "unknown_language /title/de"},
    {R"("confidence": {"medium": 7})", R"("confidence": {"medium": 10})", "out_of_range /confidence/medium"},
    {R"("min_answered": 2)", R"("min_answered": 4)", "out_of_range /sections/0/min_answered"},
    {R"("min_answered": 2)", R"("min_answered": 1.5)", "out_of_range /sections/0/min_answered"},
    {R"("id": "w2")", R"("id": "w1")", "duplicate_id /claims/questions/1/id"},
    {R"("id": "w2")", R"("id": "q2")", "duplicate_id /claims/questions/1/id"},
    {R"("id": "q1")", R"("id": "overall")", "reserved_id /sections/0/questions/0/id | …"},
    {R"("priority": 3)", R"("priority": 0)", "bad_priority /sections/0/questions/0/priority"},
    {R"("priority": 3)", R"("priority": 1.234)", "bad_priority /sections/0/questions/0/priority"},
    {R"("priority": 3)", R"("priority": "3")", "bad_priority /sections/0/questions/0/priority"},
    {R"("priority": 3)", R"("priority": 3, "needs": ["q99"])", "unknown_question /sections/0/questions/0/needs/0"},
    {R"("priority": 3)", R"("priority": 3, "needs": ["q1"])", "cyclic_needs /sections/0/questions/0/needs"},
    {R"("priority": 3)", R"("priority": 3, "needs": ["q9"])", "cyclic_needs /sections/0/questions/0/needs"},
    {R"("priority": 3)", R"("priority": 3, "needs": ["q4", "q4"])",
     "duplicate_reference /sections/0/questions/0/needs/1"},
    {R"("from": 0)", R"("from": 1)", "stage_gap /stages/0/from"},
    {R"("from": 40)", R"("from": 20)", "stage_overlap /stages/2/from"},
    {R"("from": 80)", R"("from": 101)", "out_of_range /stages/4/from"},
    {R"("step": {"question": "q1"})", R"("step": {"question": "q1", "weakest_section": true})",
     "bad_step /gates/0/step"},
    {R"("step": {"question": "q1"})", R"("step": {})", "bad_step /gates/0/step"},
    {R"("step": {"question": "q1"})", R"("step": {"question": "mindset"})", "unknown_question /gates/0/step/question"},
    {R"({"ticked": ["excuses"]})", R"({"ticked": ["excuse"]})", "unknown_list /patterns/12/if/>=/0/ticked/0"},
    {R"({"ticked": ["excuses"]})", R"({"tickt": ["excuses"]})", "unknown_operator /patterns/12/if/>=/0/tickt"},
    {R"({"ticked": ["excuses"]})", R"({"var": "q10"})", "unknown_name /patterns/12/if/>=/0/var"},
    {R"({"ticked": ["excuses"]})", R"({"var": {"cat": "q1"}})", "wrong_type /patterns/12/if/>=/0/var"},
    {R"({"ticked": ["excuses"]})", R"({"known": ["w1"]})", "unknown_question /patterns/12/if/>=/0/known/0"},
    {R"({"ticked": ["excuses"]})", R"({"count": [">", 3]})", "bad_arguments /patterns/12/if/>=/0/count"},
    {R"({"ticked": ["excuses"]})", R"({"!": [1, 2]})", "bad_arguments /patterns/12/if/>=/0/!"},
    {R"({"ticked": ["excuses"]})", R"({"+": [1], "-": [1]})", "bad_rule /patterns/12/if/>=/0"},
    {R"("requires": ["stage.final"])", R"("requires": ["stage.finale"])", "unknown_name /patterns/13/requires/0"},
    {R"({"known": ["q1"]})", R"({"var": "stage.score"})", "name_in_cap /gates/0/cap"},
    {R"("section": "insight")", R"("section": "mindset")", "duplicate_reference /claims/questions/1/section"},
    {R"("section": "insight")", R"("section": "insigt")", "unknown_section /claims/questions/1/section"},
    {R"("lead": 15)", R"("lead": 31)", "label_overlap /claims/labels"},
    {R"("awareness": ["mindset"])", R"("awareness": [])", "bad_count /balance/awareness"},
    {R"("bands": [38, 63, 88])", R"("bands": [38, 63, 63])", "band_overlap /profile/bands/2"},
    {R"("bands": [38, 63, 88])", R"("bands": [38, 63])", "bad_count /profile/bands"},
};

TEST(ReadQuestionnaire, AcceptsTheProductsOwn) { EXPECT_EQ(check(klantgedreven_json()), ""); }

TEST(ReadQuestionnaire, TellsWhatIsWrongAndWhere) {
  const std::string json = klantgedreven_json();
  for (const Change& change : kChanges) {
    const std::string_view expected = change.told;
    const std::size_t rest = expected.find("…");
    const std::string found = check(with(json, change.from, change.to));
    EXPECT_EQ(found.substr(0, rest), expected.substr(0, rest)) << change.from << " -> " << change.to;
  }
}

TEST(ReadQuestionnaire, TellsEverythingInOneRun) {
  std::string json = with(klantgedreven_json(), R"("version": "2.0.0")", R"("version": "x")");
  json = with(json, R"("priority": 3)", R"("priority": -1)");
  json = with(json, R"("from": 0)", R"("from": 3)");
  json = with(json, R"({"ticked": ["excuses"]})", R"({"nope": 1})");
  EXPECT_EQ(check(json),
            "bad_version /version | bad_priority /sections/0/questions/0/priority | stage_gap /stages/0/from | "
            "unknown_operator /patterns/12/if/>=/0/nope");
}

TEST(ReadQuestionnaire, SuggestsTheNameThatWasMeant) {
  const std::string text =
      lines(read_questionnaire(with(klantgedreven_json(), R"("lead": {)", R"("leed": {)")).problems);
  EXPECT_NE(text.find("did you mean \"lead\"?"), std::string::npos) << text;
}

TEST(ReadQuestionnaire, RefusesAFileCutOffAnywhere) {
  const std::string json = klantgedreven_json();
  const std::size_t end = json.rfind('}');
  for (std::size_t size = 0; size < end; size += kIsSanitized ? 997 : 97) {
    const Problems problems = read_questionnaire(json.substr(0, size)).problems;
    ASSERT_EQ(problems.size(), 1u) << size;
    EXPECT_EQ(problems[0].code, size == 0 ? "empty" : "truncated") << size;
  }
}

TEST(ReadQuestionnaire, SurvivesDamage) {
  const std::string json = klantgedreven_json();
  Random random(17);
  for (int i = 0; i < (kIsSanitized ? 100 : 1'000); ++i) {
    std::string damaged = json;
    for (int j = random.below(4); j >= 0; --j) {
      const auto at = static_cast<std::size_t>(random.below(static_cast<int>(damaged.size())));
      if (random.below(2) == 0)
        damaged[at] = "{}[]\",:0a"[random.below(9)];
      else
        damaged.erase(at, static_cast<std::size_t>(random.below(40)));
    }
    const ReadQuestionnaire read = read_questionnaire(damaged);
    for (const Problem& problem : read.problems) ASSERT_FALSE(problem.code.empty());
  }
}

/// A questionnaire of any size in one language.
std::string questionnaire_of(int sections, int questions, int levels) {
  const std::string t = R"({"nl":"t"})";
  const auto repeated = [](int count, const auto& part) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i > 0 ? "," : "") + part(i);
    return text;
  };
  const auto text = [](int i) { return R"({"nl":"t)" + std::to_string(i) + "\"}"; };
  std::string json = R"({"format":1,"id":"made","version":"1.0.0","languages":["nl"])";
  for (const char* name : {"title", "lead", "duration", "hint", "doubt", "small_hint", "limits", "open_step", "keep"}) {
    json += ",\"" + std::string(name) + "\":" + t;
  }
  json += R"(,"stages":[{"from":0,"name":)" + t + R"(,"text":)" + t + R"(},{"from":50,"name":)" + t + R"(,"text":)" +
          t + "}]";
  json +=
      R"(,"sections":[)" +
      repeated(sections,
               [&](int s) {
                 return R"({"id":"s)" + std::to_string(s) + R"(","name":)" + t + R"(,"min_answered":1,"questions":[)" +
                        repeated(questions,
                                 [&](int q) {
                                   return R"({"id":"q)" + std::to_string(s) + "_" + std::to_string(q) +
                                          R"(","topic":)" + t + R"(,"text":)" + text(s * questions + q) + R"(,"why":)" +
                                          t + R"(,"priority":1,"levels":[)" + repeated(levels, text) +
                                          R"(],"steps":[)" + repeated(levels - 1, text) + "]}";
                                 }) +
                        "]}";
               }) +
      "]}";
  return json;
}

TEST(ReadQuestionnaire, KeepsToItsLimits) {
  EXPECT_EQ(check(questionnaire_of(2, 1, 2)), "");
  EXPECT_EQ(check(questionnaire_of(12, 4, 11)), "");
  EXPECT_EQ(check(questionnaire_of(10, 100, 3)), "");
  EXPECT_EQ(check(questionnaire_of(1, 3, 5)), "bad_count /sections");
  EXPECT_NE(check(questionnaire_of(13, 1, 5)), "");
  EXPECT_NE(check(questionnaire_of(2, 3, 12)), "");
  EXPECT_NE(check(questionnaire_of(11, 92, 2)).find("too_many_questions"), std::string::npos);
}

/// A questionnaire with the levels of each question in a scale of its own, and the steps too or not.
std::string with_scales(const std::string& json, bool with_steps) {
  nlohmann::ordered_json root = nlohmann::ordered_json::parse(json), scales = nlohmann::ordered_json::array();
  for (auto& section : root["sections"]) {
    for (auto& question : section["questions"]) {
      const std::string id = "scale_" + std::to_string(scales.size());
      nlohmann::ordered_json scale = {{"id", id}, {"levels", question["levels"]}};
      question.erase("levels");
      if (with_steps) {
        scale["steps"] = question["steps"];
        question.erase("steps");
      }
      question["scale"] = id;
      scales.push_back(scale);
    }
  }
  root["scales"] = scales;
  return root.dump();
}

TEST(ReadQuestionnaire, IsTheSameWithItsLevelsInScales) {
  for (const std::string name : {"klantgedreven", "weerbaar", "minimal"}) {
    const std::string json = read_file(KK_ASSETS_DIR "/questionnaires/" + name + ".json");
    const Questionnaire was = read_questionnaire(json).questionnaire;
    for (const bool with_steps : {false, true}) {
      const ReadQuestionnaire read = read_questionnaire(with_scales(json, with_steps));
      EXPECT_EQ(in_short(read.problems), "") << name;
      EXPECT_EQ(read.questionnaire.hash, was.hash) << name;
      EXPECT_EQ(read.questionnaire.text_hash, was.text_hash) << name;
    }
  }
}

TEST(ReadQuestionnaire, AScaleServesManyQuestionsAndAnOwnStepGoesFirst) {
  nlohmann::ordered_json root = nlohmann::ordered_json::parse(klantgedreven_json());
  nlohmann::ordered_json& questions = root["sections"][0]["questions"];
  const nlohmann::ordered_json levels = questions[0]["levels"], steps = questions[0]["steps"],
                               own = questions[1]["steps"];
  root["scales"] = {{{"id", "shared"}, {"levels", levels}, {"steps", steps}}};
  for (std::size_t i = 0; i < 2; ++i) {
    questions[i].erase("levels");
    questions[i]["scale"] = "shared";
  }
  questions[0].erase("steps");
  for (const char* const name : {"why", "priority"}) questions[0].erase(name);
  const Questionnaire q = read_questionnaire(root.dump()).questionnaire;
  ASSERT_GT(q.questions.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(q.questions[i].levels[1][0], levels[1]["nl"]);
  EXPECT_EQ(q.questions[0].steps[2][0], steps[2]["nl"]);
  EXPECT_EQ(q.questions[1].steps[2][0], own[2]["nl"]);
  EXPECT_TRUE(q.questions[0].why.empty());
  EXPECT_EQ(q.questions[0].priority, 100);
}

TEST(ReadQuestionnaire, TellsWhatIsWrongWithAScale) {
  const auto told = [](const char* patch) {
    nlohmann::ordered_json root = nlohmann::ordered_json::parse(with_scales(klantgedreven_json(), true));
    return check(root.patch(nlohmann::ordered_json::parse(patch)).dump());
  };
  const char* const kOne = "/sections/0/questions/0";
  EXPECT_EQ(told(R"([{"op": "replace", "path": "/sections/0/questions/0/scale", "value": "scale_99"}])"),
            cat("unknown_scale ", kOne, "/scale"));
  EXPECT_EQ(told(R"([{"op": "replace", "path": "/sections/0/questions/0/scale", "value": 3}])"),
            cat("wrong_type ", kOne, "/scale"));
  EXPECT_EQ(told(R"([{"op": "remove", "path": "/sections/0/questions/0/scale"}])"), cat("missing_member ", kOne));
  EXPECT_EQ(told(R"([{"op": "copy", "from": "/scales/0/levels", "path": "/sections/0/questions/0/levels"}])"),
            cat("levels_twice ", kOne, "/scale"));
  EXPECT_EQ(told(R"([{"op": "remove", "path": "/scales/0/steps"}])"), cat("missing_member ", kOne));
  EXPECT_EQ(told(R"([{"op": "remove", "path": "/scales/0/steps/0"}])"), "bad_count /scales/0/steps");
  EXPECT_EQ(told(R"([{"op": "replace", "path": "/scales/0/levels", "value": []}])"), "bad_count /scales/0/levels");
  EXPECT_EQ(told(R"([{"op": "replace", "path": "/scales/1/id", "value": "scale_0"}])"),
            "unknown_scale /sections/0/questions/1/scale | duplicate_id /scales/1/id");
  EXPECT_EQ(told(R"([{"op": "remove", "path": "/scales"}])").substr(0, 43), cat("unknown_scale ", kOne, "/scale"));
  EXPECT_EQ(told(R"([{"op": "replace", "path": "/scales", "value": {}}])"), "wrong_type /scales");
}

TEST(ReadQuestionnaire, LargeSectionsAreScoredInRoundedTicks) {
  const ReadQuestionnaire read = read_questionnaire(questionnaire_of(2, 60, 5));
  ASSERT_EQ(lines(read.problems), "");
  EXPECT_EQ(read.questionnaire.ticks_per_point, kRoundedTicksPerPoint);
  EXPECT_EQ(klantgedreven().ticks_per_point, 36);
}

TEST(ReadQuestionnaire, HashCoversScoringButNotTexts) {
  const std::string json = klantgedreven_json();
  const std::uint64_t hash = klantgedreven().hash;
  const auto hash_with = [&](const char* from, const char* to) {
    return read_questionnaire(with(json, from, to)).questionnaire.hash;
  };
  EXPECT_EQ(hash_with("Hoe klantgedreven zijn jullie echt?", "Een andere titel"), hash);
  EXPECT_EQ(hash_with(R"("version": "2.0.0")", R"("version": "1.0.1")"), hash);
  EXPECT_NE(hash_with(R"("priority": 3)", R"("priority": 2)"), hash);
  EXPECT_NE(hash_with(R"("from": 80)", R"("from": 81)"), hash);
  EXPECT_NE(hash_with(R"("id": "klantgedreven")", R"("id": "anders")"), hash);
  EXPECT_NE(hash_with(R"({"ticked": ["excuses"]}, 3)", R"({"ticked": ["excuses"]}, 4)"), hash);
  EXPECT_NE(hash_with(R"("top_margin": 12)", R"("top_margin": 13)"), hash);
  EXPECT_NE(hash_with(R"("by_lowest": true)", R"("by_lowest": false)"), hash);
  EXPECT_EQ(hash_with(R"("ratio": [90, 18])", R"("ratio": [90, 17])"), hash);
  EXPECT_EQ(hash_with(R"("terms": ["sprint"])", R"("terms": ["sprint", "nps"])"), hash);
  EXPECT_EQ(hash_with(R"({"ticked": ["figures"]}, 3)", R"({"ticked": ["figures"]}, 2)"), hash);
  EXPECT_EQ(hash_with("De klant komt ter sprake als de leiding overlegt.", "Klaar."), hash);
}

}  // namespace
}  // namespace kk::test
