// klantkompas check: the problems of one or more questionnaires, for people, editors and build servers.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "base/json_writer.h"
#include "base/phrase.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "model/problem.h"

namespace kk {
namespace {

namespace fs = std::filesystem;

struct CheckedFile {
  std::string name;
  SourceQuestionnaire source;
  int count(Severity severity) const {
    return static_cast<int>(std::count_if(source.problems.begin(), source.problems.end(),
                                          [&](const Problem& problem) { return problem.severity == severity; }));
  }
};

std::string counted(int number, std::string_view one) { return cat(number, " ", one, number == 1 ? "" : "s"); }

std::string_view severity_of(const Problem& problem) {
  return problem.severity == Severity::kError ? "error" : "warning";
}

/// "minimal 1.0.0: no errors in 4 questions, 1 warning"
std::string summary(const CheckedFile& file) {
  const int errors = file.count(Severity::kError), warnings = file.count(Severity::kWarning);
  const Questionnaire& q = file.source.questionnaire;
  std::string line = errors > 0 ? cat(file.name, ": ", counted(errors, "error"))
                                : cat(q.id, " ", q.version, ": no errors in ",
                                      counted(static_cast<int>(q.questions.size()), "question"));
  if (warnings > 0) line += cat(", ", counted(warnings, "warning"));
  return line + "\n";
}

/// The line in which a problem stands, with a mark below its place: for a person at a terminal.
std::string excerpt(std::string_view text, const Problem& problem, bool coloured) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // no editor counts it as a column
  for (int line = 1; line < problem.line; ++line) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  std::string_view shown = text.substr(0, text.find_first_of("\r\n"));
  auto column = static_cast<std::size_t>(problem.column - 1);
  constexpr std::size_t kMost = 100, kBefore = 40;
  if (column > shown.size()) return {};
  if (shown.size() > kMost) {
    // Bytes of a character that was cut are left out.
    std::size_t from = column > kBefore ? column - kBefore : 0;
    while (from < column && (static_cast<unsigned char>(shown[from]) & 0xC0) == 0x80) ++from;
    shown = shown.substr(from, kMost);
    column -= from;
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80) shown.remove_suffix(1);
    if (!shown.empty() && static_cast<unsigned char>(shown.back()) >= 0xC0) shown.remove_suffix(1);
  }
  std::string out = "  ", mark = "  ";
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto byte = static_cast<unsigned char>(shown[i]);
    out += byte < 0x20 || byte == 0x7F ? ' ' : shown[i];
    if (i < column && (byte & 0xC0) != 0x80) mark += ' ';
  }
  return out + "\n" + mark + (coloured ? "\x1B[31m^\x1B[0m\n" : "^\n");
}

void write_text(const std::vector<CheckedFile>& files) {
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  const char* const plain = std::getenv("NO_COLOR");
  const bool coloured = terminal && (plain == nullptr || *plain == '\0');
  std::string told;
  for (const CheckedFile& file : files) {
    for (const Problem& problem : file.source.problems) {
      told += to_line(problem, file.name) + "\n";
      if (terminal) told += excerpt(file.source.text, problem, coloured);
    }
  }
  write_error(told);
}

std::string as_json(const std::vector<CheckedFile>& files) {
  std::string out;
  JsonWriter json(out);
  json.open('[');
  for (const CheckedFile& file : files) {
    for (const Problem& problem : file.source.problems) {
      json.open('{');
      json.name("file").text(file.name);
      json.name("line").whole(problem.line);
      json.name("column").whole(problem.column);
      json.name("severity").text(severity_of(problem));
      json.name("code").text(problem.code);
      json.name("pointer").text(problem.pointer);
      json.name("sentence").text(problem.sentence);
      json.close('}');
    }
  }
  json.close(']');
  return out + "\n";
}

/// Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
std::string as_github(const std::vector<CheckedFile>& files) {
  const auto escaped = [](std::string_view text, bool is_property) {
    std::string out;
    for (const char c : text) {
      if (c == '%')
        out += "%25";
      else if (c == '\r')
        out += "%0D";
      else if (c == '\n')
        out += "%0A";
      else if (is_property && c == ':')
        out += "%3A";
      else if (is_property && c == ',')
        out += "%2C";
      else
        out += c;
    }
    return out;
  };
  std::string out;
  for (const CheckedFile& file : files) {
    for (const Problem& problem : file.source.problems) {
      out += cat("::", severity_of(problem), " file=", escaped(file.name, true), ",line=", problem.line,
                 ",col=", problem.column, ",title=", problem.code, "::", escaped(problem.pointer, false),
                 problem.pointer.empty() ? "" : ": ", escaped(problem.sentence, false), "\n");
    }
  }
  return out;
}

/// SARIF 2.1.0 (OASIS).
std::string as_sarif(const std::vector<CheckedFile>& files) {
  std::string out;
  JsonWriter json(out);
  json.open('{');
  json.name("$schema").text(
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  json.name("version").text("2.1.0");
  json.name("runs").open('[');
  json.open('{');
  json.name("tool").open('{');
  json.name("driver").open('{');
  json.name("name").text("klantkompas");
  json.name("version").text(KK_VERSION);
  json.close('}');
  json.close('}');
  json.name("results").open('[');
  for (const CheckedFile& file : files) {
    for (const Problem& problem : file.source.problems) {
      json.open('{');
      json.name("ruleId").text(problem.code);
      json.name("level").text(severity_of(problem));
      json.name("message").open('{');
      json.name("text").text(problem.sentence);
      json.close('}');
      json.name("locations").open('[');
      json.open('{');
      json.name("physicalLocation").open('{');
      json.name("artifactLocation").open('{');
      json.name("uri").text(as_uri(file.name));
      json.close('}');
      json.name("region").open('{');
      json.name("startLine").whole(problem.line);
      json.close('}');
      json.close('}');
      json.close('}');
      json.close(']');
      json.close('}');
    }
  }
  json.close(']');
  json.close('}');
  json.close(']');
  json.close('}');
  return out + "\n";
}

/// The .json files of a folder, by name; other words stand for themselves.
std::vector<std::string> files_of(const std::vector<std::string>& words) {
  std::vector<std::string> files;
  for (const std::string& word : words) {
    std::error_code error;
    if (!fs::is_directory(word, error)) {
      files.push_back(word);
      continue;
    }
    const auto first = static_cast<std::ptrdiff_t>(files.size());
    for (const fs::directory_entry& entry : fs::directory_iterator(word, error)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    }
    std::sort(files.begin() + first, files.end());
  }
  return files;
}

}  // namespace

int run_check(const Arguments& arguments) {
  const std::string format = arguments.format.empty() ? "text" : arguments.format;
  if (format != "text" && format != "json" && format != "github" && format != "sarif") {
    write_error("klantkompas: --format needs text, json, github or sarif, found " + format + "\n");
    return kWrongUsage;
  }
  const std::vector<std::string> names = files_of(arguments.files);
  if (names.empty()) {
    write_error("klantkompas: found no .json file in " + arguments.files.front() + "\n");
    return kWrongUsage;
  }
  std::vector<CheckedFile> files;
  bool is_missing = false, has_errors_in_it = false;
  for (const std::string& name : names) {
    std::optional<SourceQuestionnaire> source = read_source(name);
    if (!source) {
      is_missing = true;
      continue;
    }
    CheckedFile& file = files.emplace_back(CheckedFile{name, std::move(*source)});
    for (Problem& problem : file.source.problems) {
      if (arguments.strict) problem.severity = Severity::kError;
    }
    has_errors_in_it = has_errors_in_it || has_errors(file.source.problems);
  }
  std::string out;
  if (format == "json") {
    out = as_json(files);
  } else if (format == "github") {
    out = as_github(files);
  } else if (format == "sarif") {
    out = as_sarif(files);
  } else {
    write_text(files);
    // Of one file with errors the errors say enough.
    for (const CheckedFile& file : files) {
      if (!has_errors_in_it || files.size() > 1) out += summary(file);
    }
    if (has_errors_in_it) {
      write_error(out);
      out.clear();
    }
  }
  const int status = write_output(out);
  if (status != kFine || is_missing) return kWrongUsage;
  return has_errors_in_it ? kInputHasProblems : kFine;
}

}  // namespace kk
