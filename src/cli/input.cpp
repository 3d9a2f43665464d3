#include "cli/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

#include "author/json/names.h"
#include "author/read/questionnaire.h"
#include "cli/assets.h"
#include "cli/command.h"
#include "cli/output.h"
#include "model/problem.h"

namespace kk {
namespace {

const Asset* find_builtin(std::string_view name) {
  for (const Asset& asset : kBuiltinQuestionnaires) {
    if (asset.name == name) return &asset;
  }
  return nullptr;
}

/// A name in the same folder, or a built-in one, that was meant perhaps; or nothing.
std::string near(const std::string& file) {
  namespace fs = std::filesystem;
  const fs::path path(file);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    names.push_back(entry.path().filename().string());
  }
  for (const Asset& asset : kBuiltinQuestionnaires) names.emplace_back(asset.name);
  std::sort(names.begin(), names.end());
  return did_you_mean(path.filename().string(), {names.begin(), names.end()});
}

void cannot_read(const std::string& path) {
  const int error = errno;
  write_error("klantkompas: cannot read " + path + ": " + std::strerror(error) + (error == ENOENT ? near(path) : "") +
              "\n");
}

}  // namespace

Input::Input(const std::string& path)
    : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

Input::~Input() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

long Input::read(char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0 || errno != EINTR) return count;
  }
}

std::optional<std::string> read_text(const std::string& path, std::size_t most) {
  constexpr std::size_t kPiece = 64 * 1024;
  Input input(path);
  std::string text;
  long count = input.is_open() ? 1 : -1;
  while (count > 0 && text.size() <= most) {
    const std::size_t size = text.size(), room = std::min(kPiece, most + 1 - size);
    text.resize(size + room);
    count = input.read(text.data() + size, room);
    text.resize(size + static_cast<std::size_t>(std::max(count, 0L)));
  }
  if (count >= 0) return text;
  cannot_read(path);
  return std::nullopt;
}

std::optional<SourceQuestionnaire> read_source(const std::string& file) {
  SourceQuestionnaire source;
  const Asset* const builtin = find_builtin(file);
  if (builtin != nullptr) {
    source.text = builtin->text;
  } else {
    std::optional<std::string> text = read_text(file, kMaxQuestionnaireBytes);
    if (!text) {
      write_error("Built-in questionnaires: " + builtin_names() + "\n");
      return std::nullopt;
    }
    source.text = std::move(*text);
  }
  ReadQuestionnaire read = read_questionnaire(source.text);
  source.questionnaire = std::move(read.questionnaire);
  source.problems = std::move(read.problems);
  return source;
}

LoadedQuestionnaire load_questionnaire(const std::string& file, Warnings warnings) {
  LoadedQuestionnaire loaded;
  std::optional<SourceQuestionnaire> source = read_source(file);
  if (!source) {
    loaded.status = kWrongUsage;
    return loaded;
  }
  Problems& problems = source->problems;
  const auto is_warning = [](const Problem& problem) { return problem.severity == Severity::kWarning; };
  if (warnings == Warnings::kHidden) {
    problems.erase(std::remove_if(problems.begin(), problems.end(), is_warning), problems.end());
  }
  write_problems(problems, file);
  loaded.status = has_errors(problems) ? kInputHasProblems : kFine;
  loaded.questionnaire = std::move(source->questionnaire);
  return loaded;
}

std::string_view page_shell(bool team) {
  const std::string_view shell = team ? kTeamShell : kPageShell;
  if (shell.empty()) write_error("klantkompas: this build has no page inside; scripts/build makes one that has\n");
  return shell;
}

std::string builtin_names() {
  std::string names;
  for (const Asset& asset : kBuiltinQuestionnaires) {
    if (!names.empty()) names += ", ";
    names += asset.name;
  }
  return names;
}

}  // namespace kk
