// What the core's tests share.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "author/read/questionnaire.h"
#include "base/phrase.h"
#include "model/answers.h"
#include "model/problem.h"
#include "model/questionnaire.h"
#include "support/sanitized.h"

namespace kk::test {

/// Empty when there is no such file.
inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string klantgedreven_json() { return read_file(KK_ASSETS_DIR "/questionnaires/klantgedreven.json"); }

inline const Questionnaire& klantgedreven() {
  static const Questionnaire questionnaire = [] {
    ReadQuestionnaire read = read_questionnaire(klantgedreven_json());
    for (const Problem& problem : read.problems) ADD_FAILURE() << to_line(problem, "klantgedreven.json");
    return std::move(read.questionnaire);
  }();
  return questionnaire;
}

inline std::string lines(const Problems& problems, const std::string& file = "-") {
  std::string text;
  for (const Problem& problem : problems) text += to_line(problem, file) + "\n";
  return text;
}

/// Replaces the first occurrence; fails the test when there is none.
inline std::string with(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << "no " << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

/// A small generator whose numbers are the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33);
  }
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint32_t>(limit)); }

 private:
  std::uint64_t state_;
};

/// Any answers of klantgedreven, modules included.
inline Answers random_answers(const Questionnaire& questionnaire, Random& random) {
  Answers answers = blank_answers(questionnaire);
  const auto fill = [&](std::vector<Level>& levels) {
    for (Level& level : levels) level = static_cast<Level>(random.below(7) - 2);
  };
  fill(answers.questions);
  if (random.below(3) > 0) fill(answers.claims);
  if (random.below(3) > 0) fill(answers.profile);
  for (std::size_t i = 0; i < answers.ticks.size(); ++i) {
    answers.ticks[i] = random.next() & ((1u << questionnaire.ticks[i].items.size()) - 1);
  }
  answers.context = random.below(static_cast<int>(questionnaire.context.choices.size()) + 1) - 1;
  return answers;
}

}  // namespace kk::test
