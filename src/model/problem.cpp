#include "model/problem.h"

#include "base/json_writer.h"

namespace kk {

std::string to_line(const Problem& problem, const std::string& file) {
  std::string line = file;
  line += ':';
  append_int(line, problem.line);
  line += ':';
  append_int(line, problem.column);
  line += problem.severity == Severity::kError ? ": error[" : ": warning[";
  line += problem.code;
  line += "] ";
  line += problem.pointer;
  line += ": ";
  line += problem.sentence;
  return line;
}

bool has_errors(const Problems& problems) {
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::kError) return true;
  }
  return false;
}

}  // namespace kk
