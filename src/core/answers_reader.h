// Reads many answers one after another with the same memory.
#pragma once

#include "core/answers.h"
#include "core/json_read.h"

namespace kk {

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
