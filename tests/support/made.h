// Small questionnaires made in a test, in one language.
#pragma once

#include <string>

namespace kk::test {

inline const std::string kText = R"({"nl":"t"})";

/// Three levels, so that one is worth 50 points; `options` is more members, each with a comma before it.
inline std::string made_question(const std::string& id, const std::string& options = "") {
  const std::string& t = kText;
  return R"({"id":")" + id + R"(","topic":{"nl":")" + id + R"("},"text":{"nl":")" + id + R"("},"why":)" + t +
         R"(,"levels":[)" + R"({"nl":"a"},{"nl":"b"},{"nl":"c"}],"steps":[)" + t + "," + t + R"(],"priority":1)" +
         options + "}";
}

inline std::string made_section(const std::string& id, int min_answered, const std::string& questions,
                                const std::string& options = "") {
  return R"({"id":")" + id + R"(","name":)" + kText + R"(,"min_answered":)" + std::to_string(min_answered) + options +
         R"(,"questions":[)" + questions + "]}";
}

/// Two stages, from 0 and from 50 points.
inline std::string made_questionnaire(const std::string& sections, const std::string& options = "") {
  std::string json = R"({"format":1,"id":"small","version":"1.0.0","languages":["nl"])";
  for (const char* name : {"title", "lead", "duration", "hint", "doubt", "small_hint", "limits", "open_step", "keep"}) {
    json += ",\"" + std::string(name) + "\":" + kText;
  }
  json += R"(,"stages":[{"from":0,"name":)" + kText + R"(,"text":)" + kText + R"(},{"from":50,"name":)" + kText +
          R"(,"text":)" + kText + "}]";
  return json + R"(,"sections":[)" + sections + "]" + options + "}";
}

}  // namespace kk::test
