// JSON text -> answers: one set, or many one after another with the same memory.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "author/json/reader.h"
#include "model/answers.h"
#include "model/problem.h"
#include "model/questionnaire.h"

namespace kk {

inline constexpr std::size_t kMaxAnswersBytes = 1u << 20;

/// Reads contract 4 answers: {"answers": {...}, "claims": …, "profile": …, "ticks": …, "context": …}; a questionnaire
/// with parameters also knows "parameters": {"id": "value"}.
/// `answers` is overwritten (its memory is reused); on problems its content is unspecified.
/// Unknown ids, levels out of range, wrong types, duplicate keys, trailing data and invalid UTF-8 are problems.
/// At most one syntax problem is reported, but every content problem.
Problems read_answers(std::string_view json, const Questionnaire& questionnaire, Answers& answers);

class AnswersReader {
 public:
  explicit AnswersReader(const Questionnaire& questionnaire) : questionnaire_(questionnaire) {}

  /// As read_answers, but quicker with plain answers.
  Problems read(std::string_view json, std::size_t most_bytes, Answers& answers);

 private:
  const Questionnaire& questionnaire_;
  JsonDocument document_;
};

/// Reads a line that holds nothing but {"answers": {…}} with levels, in the order of the questionnaire. False for all
/// others, right or wrong: the JSON reader then says which. `levels` are blank before, and unspecified after false.
bool read_plain_answers(std::string_view json, const Questionnaire& questionnaire, std::vector<Level>& levels);

}  // namespace kk
