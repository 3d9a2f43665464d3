// Reads many answers one after another with the same memory.
#pragma once

#include "core/answers.h"
#include "core/json_read.h"

namespace kk {

class AnswersReader {
 public:
  explicit AnswersReader(const Questionnaire& questionnaire) : questionnaire_(questionnaire) {}

  /// See read_answers.
  Problems read(std::string_view json, std::size_t most_bytes, Answers& answers);

 private:
  const Questionnaire& questionnaire_;
  JsonDocument document_;
};

}  // namespace kk
