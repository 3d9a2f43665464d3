// A result as an xAPI 1.0.3 statement, for a learning record store (adlnet/xAPI-Spec, xAPI-Data.md).
#pragma once

#include <string>
#include <string_view>

#include "model/questionnaire.h"
#include "model/result.h"

namespace kk {

/// What the core cannot know.
struct StatementFacts {
  std::string_view id, actor;  ///< random UUIDs, new for every statement: it names nobody
  std::string_view timestamp;  ///< ISO 8601
  int language = 0;            ///< index into Questionnaire::languages
};

/// Appends one JSON object: "completed", with the overall score and those of the sections; no answers. Without an
/// overall score there is none in it, and the completion is false.
void write_statement(const Questionnaire& questionnaire, const Result& result, const StatementFacts& facts,
                     std::string& out);

}  // namespace kk
