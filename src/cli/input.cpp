#include "cli/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

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

void cannot_read(const std::string& path) {
  write_error("klantkompas: cannot read " + path + ": " + std::strerror(errno) + "\n");
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

LoadedQuestionnaire load_questionnaire(const std::string& file, Warnings warnings) {
  LoadedQuestionnaire loaded;
  const Asset* const builtin = find_builtin(file);
  std::optional<std::string> text;
  if (builtin == nullptr) {
    text = read_text(file, kMaxQuestionnaireBytes);
    if (!text) {
      write_error("Built-in questionnaires: " + builtin_names() + "\n");
      loaded.status = kWrongUsage;
      return loaded;
    }
  }
  ReadQuestionnaire read = read_questionnaire(builtin != nullptr ? builtin->text : std::string_view(*text));
  const auto is_warning = [](const Problem& problem) { return problem.severity == Severity::kWarning; };
  if (warnings == Warnings::kHidden) {
    read.problems.erase(std::remove_if(read.problems.begin(), read.problems.end(), is_warning), read.problems.end());
  } else if (warnings == Warnings::kErrors) {
    for (Problem& problem : read.problems) problem.severity = Severity::kError;
  }
  loaded.warnings = static_cast<int>(std::count_if(read.problems.begin(), read.problems.end(), is_warning));
  write_problems(read.problems, file);
  loaded.status = has_errors(read.problems) ? kInputHasProblems : kFine;
  loaded.questionnaire = std::move(read.questionnaire);
  return loaded;
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
