// A questionnaire of four questions in two sections, small enough to try by hand, and to break in one place at a time.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "author/read/questionnaire.h"
#include "model/problem.h"
#include "support/support.h"

namespace kk::test {

using Json = nlohmann::ordered_json;

inline Json text_of(const std::string& text) { return Json{{"nl", text}, {"en", text}}; }

inline Json small_question(const std::string& id) {
  Json question{{"id", id}, {"topic", text_of("Onderwerp " + id)}, {"text", text_of("Vraag " + id + "?")}};
  question["why"] = text_of("Daarom.");
  question["levels"] = Json::array({text_of("Nooit " + id), text_of("Soms " + id), text_of("Altijd " + id)});
  question["steps"] = Json::array({text_of("Begin."), text_of("Ga door.")});
  question["priority"] = 1;
  return question;
}

inline Json small_section(const std::string& id) {
  return Json{{"id", id},
              {"name", text_of("Deel " + id)},
              {"min_answered", 1},
              {"questions", Json::array({small_question(id + "1"), small_question(id + "2")})}};
}

inline Json small_stage(int from) { return Json{{"from", from}, {"name", text_of("Fase")}, {"text", text_of("Zo.")}}; }

inline Json small_rule(const std::string& id, Json condition) {
  return Json{{"id", id}, {"if", std::move(condition)}, {"title", text_of("Titel " + id)}, {"text", text_of("Zo.")}};
}

/// Sections a and b, questions a1 a2 b1 b2 of three levels, three stages, one gate, one pattern, one strength.
/// klantgedreven lends what every questionnaire must have.
inline Json small_json() {
  Json json = Json::parse(klantgedreven_json());
  json["id"] = "small";
  json["sections"] = Json::array({small_section("a"), small_section("b")});
  json["stages"] = Json::array({small_stage(0), small_stage(34), small_stage(67)});
  Json gate = json["gates"][0];
  gate["id"] = "first";
  gate["cap"] = Json::parse(R"({"+": [{"var": "a1"}, 1]})");
  gate["step"] = {{"question", "a1"}};
  json["gates"] = Json::array({gate});
  json["patterns"] = Json::array(
      {small_rule("uneven", Json::parse(R"({"and": [{">=": [{"var": "a1"}, 2]}, {"<": [{"var": "b1"}, 1]}]})"))});
  Json strength = small_rule("high", Json::parse(R"({">=": [{"var": "overall"}, 75]})"));
  strength.erase("text");
  json["strengths"] = Json::array({strength});
  for (const char* module :
       {"claims", "balance", "profile", "ticks", "context", "order", "confidence", "evidence", "glossary", "notes"}) {
    json.erase(module);
  }
  return json;
}

inline Questionnaire questionnaire_of(const Json& json) {
  ReadQuestionnaire read = read_questionnaire(json.dump());
  for (const Problem& problem : read.problems) {
    if (problem.severity == Severity::kError) ADD_FAILURE() << to_line(problem, "small");
  }
  return std::move(read.questionnaire);
}

}  // namespace kk::test
