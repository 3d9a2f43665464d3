#include "cli/lines.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/json_writer.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "model/problem.h"

namespace kk {
namespace {

constexpr std::size_t kInputBuffer = 4 * kLongestLine;
constexpr std::size_t kOutputBuffer = 1 << 20;

void write_error_object(const Problem& problem, std::int64_t line, std::string& out) {
  out += "{\"error\":{\"line\":";
  append_int(out, line);
  out += ",\"column\":";
  append_int(out, problem.column);
  out += ",\"pointer\":";
  append_json_string(out, problem.pointer);
  out += ",\"code\":";
  append_json_string(out, problem.code);
  out += ",\"sentence\":";
  append_json_string(out, problem.sentence);
  out += "}}";
}

class LineRunner {
 public:
  explicit LineRunner(LineCommand& command) : command_(command), buffer_(kInputBuffer) {}

  int run(Input& input) {
    for (;;) {
      const long count = input.read(buffer_.data() + filled_, buffer_.size() - filled_);
      if (count < 0) {
        write_error("klantkompas: cannot read: " + std::string(std::strerror(errno)) + "\n");
        flush();
        return kWrongUsage;
      }
      if (count == 0) break;
      filled_ += static_cast<std::size_t>(count);
      take_lines();
      // Whoever sends one line and waits for its answer gets it before we wait for the next.
      if (!flush()) return kWrongUsage;
    }
    if (filled_ > 0 || skipping_) end_line({buffer_.data(), filled_});
    if (!flush()) return kWrongUsage;
    return has_problems_ ? kInputHasProblems : kFine;
  }

 private:
  void take_lines() {
    std::size_t start = 0;
    while (const void* const found = std::memchr(buffer_.data() + start, '\n', filled_ - start)) {
      const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
      end_line({buffer_.data() + start, end - start});
      start = end + 1;
      if (out_.size() >= kOutputBuffer) flush();
    }
    filled_ -= start;
    std::memmove(buffer_.data(), buffer_.data() + start, filled_);
    if (filled_ > kLongestLine) {
      skipping_ = true;
      filled_ = 0;
    }
  }

  void end_line(std::string_view line) {
    ++line_;
    const std::size_t before = out_.size();
    problems_.clear();
    if (skipping_ || line.size() > kLongestLine) {
      Problem problem;
      problem.code = "line_too_long";
      problem.sentence = "found a line of more than 65536 bytes, which is the most that is read";
      problems_.push_back(problem);
    } else {
      problems_ = command_.run(line, out_);
    }
    skipping_ = false;
    if (!problems_.empty()) {
      out_.resize(before);
      write_error_object(problems_.front(), line_, out_);
      has_problems_ = true;
    }
    if (out_.size() > before) out_ += '\n';
  }

  /// After a failed write nothing more is written.
  bool flush() {
    if (!is_broken_ && !out_.empty()) is_broken_ = write_output(out_) != kFine;
    out_.clear();
    return !is_broken_;
  }

  LineCommand& command_;
  std::vector<char> buffer_;
  std::size_t filled_ = 0;
  std::string out_;
  std::int64_t line_ = 0;
  bool skipping_ = false;  ///< the line so far was too long and has been dropped
  bool has_problems_ = false;
  bool is_broken_ = false;
  Problems problems_;
};

}  // namespace

int run_lines(const std::string& path, LineCommand& command) {
  Input input(path);
  if (!input.is_open()) {
    write_error("klantkompas: cannot read " + path + ": " + std::strerror(errno) + "\n");
    return kWrongUsage;
  }
  return LineRunner(command).run(input);
}

}  // namespace kk
