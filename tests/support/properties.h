// What must hold of anything the readers accept, whoever made the input: fuzz targets and the mutants share it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "author/read/questionnaire.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "model/questionnaire.h"
#include "model/result.h"
#include "score/score.h"
#include "store/compact.h"

namespace kk::test {

/// Ends the program where a debugger and libFuzzer see it.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline std::string contents_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The questionnaire in which everything of the format stands once.
inline const Questionnaire& every_field() {
  static const Questionnaire read =
      read_questionnaire(contents_of(KK_TESTS_DIR "/cases/every_field.json")).questionnaire;
  return read;
}

/// Numbers that follow from a seed and are the same everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2 + 1) {}
  /// From 0 to `limit` - 1.
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

/// Any answers, modules and parameters included.
inline Answers any_answers(const Questionnaire& questionnaire, Chance& chance) {
  Answers answers = blank_answers(questionnaire);
  const auto level = [&](int top) { return static_cast<Level>(chance.below(static_cast<std::size_t>(top) + 3)) - 2; };
  for (std::size_t i = 0; i < answers.questions.size(); ++i) {
    answers.questions[i] = static_cast<Level>(level(questionnaire.questions[i].top()));
  }
  for (std::size_t i = 0; i < answers.claims.size(); ++i) {
    answers.claims[i] = static_cast<Level>(level(questionnaire.claims.questions[i].top()));
  }
  for (Level& item : answers.profile) item = static_cast<Level>(level(questionnaire.profile.top()));
  for (std::size_t i = 0; i < answers.ticks.size(); ++i) {
    answers.ticks[i] = static_cast<std::uint32_t>(chance.below(std::size_t{1} << questionnaire.ticks[i].items.size()));
  }
  answers.context = static_cast<int>(chance.below(questionnaire.context.choices.size() + 1)) - 1;
  for (std::size_t i = 0; i < answers.parameters.size(); ++i) {
    answers.parameters[i] = static_cast<std::uint8_t>(chance.below(questionnaire.parameters[i].values.size()));
  }
  return answers;
}

inline std::string result_of(const Questionnaire& questionnaire, const Answers& answers) {
  std::string out;
  write_result(questionnaire, score(questionnaire, answers), out);
  return out;
}

/// Any answers can be scored, alike by the stored form; scores lie on their scale; codes lead back to the answers.
inline void require_sound(const Questionnaire& questionnaire, std::uint64_t seed) {
  Questionnaire opened;
  require(open_compact(to_compact(questionnaire), opened), "the stored form opens");
  require(to_compact(opened) == to_compact(questionnaire), "the stored form is the same again");
  Chance chance(seed);
  for (int round = 0; round < 3; ++round) {
    const Answers answers = any_answers(questionnaire, chance);
    const Result result = score(questionnaire, answers);
    const Ticks full = 100 * questionnaire.ticks_per_point;
    require(!result.overall || (*result.overall >= 0 && *result.overall <= full), "the score lies in 0 to 100");
    require(result.range_low >= 0 && result.range_low <= result.range_high && result.range_high <= 100,
            "the range lies in 0 to 100");
    require(result.answered <= result.asked, "only what is asked is answered");
    require(result_of(opened, answers) == result_of(questionnaire, answers), "the stored form scores alike");
    const DecodedCode decoded = decode_result_code(questionnaire, result_code(questionnaire, answers));
    require(decoded.status == CodeStatus::kOk && decoded.answers == answers, "a code leads back to the answers");
  }
}

}  // namespace kk::test
