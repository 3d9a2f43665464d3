// klantkompas fmt: JSON laid out as the questionnaires here are, so that versions can be compared line by line.
#include <optional>
#include <string>

#include "author/json/format.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/read/questionnaire.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"

namespace kk {

int run_fmt(const Arguments& arguments) {
  if (!arguments.write && arguments.files.size() > 1) {
    write_error("klantkompas: several files need --write, which lays each out in its place\n");
    return kWrongUsage;
  }
  int status = kFine;
  std::string told;
  for (const std::string& file : arguments.files) {
    const std::optional<std::string> text = read_text(file, kMaxQuestionnaireBytes);
    if (!text || (arguments.write && file == "-")) {
      if (text) write_error("klantkompas: the standard input has no place to write to\n");
      return kWrongUsage;
    }
    JsonProblems problems(*text);
    JsonDocument document;
    // A name that stands twice is lost to every other reader: which one, only the author knows.
    const bool whole = read_json(*text, {.bytes = kMaxQuestionnaireBytes}, document, problems);
    if (!whole || !problems.empty()) {
      write_problems(problems.take(), file);
      status = kInputHasProblems;
      continue;
    }
    const std::string out = formatted(*text, document);
    if (!arguments.write) return write_output(out);
    if (out == *text) continue;
    if (write_file(file, out) != kFine) return kWrongUsage;
    told += file + "\n";
  }
  const int written = write_output(told);
  return written == kFine ? status : written;
}

}  // namespace kk
