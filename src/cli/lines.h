// One line in, at most one line out, for any number of lines in constant memory.
#pragma once

#include <string>
#include <string_view>

#include "model/problem.h"

namespace kk {

inline constexpr std::size_t kLongestLine = 64 * 1024;

/// Appends what one line becomes, without a line end, or nothing: then there is no line; problems instead are written
/// in its place as {"error": …}.
class LineCommand {
 public:
  virtual ~LineCommand() = default;
  virtual Problems run(std::string_view line, std::string& out) = 0;
};

/// Feeds every line of `path` to the command. The exit code: kInputHasProblems when a line had any.
int run_lines(const std::string& path, LineCommand& command);

}  // namespace kk
