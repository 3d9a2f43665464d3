// What is wrong with an input, where, and what was expected instead.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kk {

enum class Severity { kError, kWarning };

/// One problem in one input. `pointer` is a JSON pointer (RFC 6901), empty for the whole document.
struct Problem {
  Severity severity = Severity::kError;
  std::string code;      ///< stable, snake_case: users and tests match on it
  std::string pointer;   ///< e.g. "/answers/goal"
  int line = 1;          ///< from 1
  int column = 1;        ///< from 1, in bytes
  std::string sentence;  ///< what was found and what was expected; no full stop needed at the end
};

using Problems = std::vector<Problem>;

/// "FILE:LINE:COL: error[code] /pointer: sentence", without a line end.
std::string to_line(const Problem& problem, const std::string& file);

bool has_errors(const Problems& problems);

}  // namespace kk
