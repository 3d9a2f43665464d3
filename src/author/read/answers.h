// JSON text -> answers: one set, or many one after another with the same memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "author/json/reader.h"
#include "author/read/plain_answers.h"
#include "model/answers.h"
#include "model/problem.h"
#include "model/questionnaire.h"
#include "model/role.h"

namespace kk {

inline constexpr std::size_t kMaxAnswersBytes = 1u << 20;

/// Reads contract 4 answers: {"answers": {...}, "claims": …, "profile": …, "ticks": …, "context": …}; a questionnaire
/// with parameters also knows "parameters": {"id": "value"}.
/// `answers` is overwritten (its memory is reused); on problems its content is unspecified.
/// Unknown ids, levels out of range, wrong types, duplicate keys, trailing data and invalid UTF-8 are problems.
/// At most one syntax problem is reported, but every content problem.
Problems read_answers(std::string_view json, const Questionnaire& questionnaire, Answers& answers);

/// The same of an object in a larger text; problems are added.
/// `role`: where a member's own is put ("role" beside the answers, null or absent: none); null: it is an unknown
/// member.
void read_answers(JsonValue object, const Questionnaire& questionnaire, JsonProblems& problems, Answers& answers,
                  Role* role = nullptr);

/// What to say of a name that is no member's role.
std::string unknown_role(std::string_view name);

class AnswersReader {
 public:
  explicit AnswersReader(const Questionnaire& questionnaire) : questionnaire_(questionnaire), plain_(questionnaire) {}

  /// As read_answers, but quicker with plain answers, in whatever order.
  Problems read(std::string_view json, std::size_t most_bytes, Answers& answers, Role* role = nullptr);

 private:
  const Questionnaire& questionnaire_;
  PlainAnswers plain_;
  JsonDocument document_;
};

}  // namespace kk
