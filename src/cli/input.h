// Reading files, the standard input and questionnaires.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/problem.h"
#include "model/questionnaire.h"

namespace kk {

/// An open file or the standard input ("-"). Closes itself.
class Input {
 public:
  explicit Input(const std::string& path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  bool is_open() const { return descriptor_ >= 0; }

  /// Bytes read into `buffer`; 0 at the end, -1 on failure.
  long read(char* buffer, std::size_t size);

 private:
  int descriptor_;
};

/// At most `most` + 1 bytes of a file, so that a longer one can be seen to be; nothing, with a message, on failure.
std::optional<std::string> read_text(const std::string& path, std::size_t most);

/// The questionnaire in a file or with a built-in name, and all that was found in it.
struct SourceQuestionnaire {
  std::string text;
  Questionnaire questionnaire;  ///< unspecified with errors
  Problems problems;
};
/// Nothing, with a message, when there is no such file.
std::optional<SourceQuestionnaire> read_source(const std::string& file);

/// The same for a command that only needs it, with what is to be said of it.
struct LoadedQuestionnaire {
  int status = 0;  ///< kFine, or the exit code; what was wrong has been told
  Questionnaire questionnaire;
};
/// What happens to warnings: only who makes a questionnaire wants to hear them.
enum class Warnings { kHidden, kTold };
LoadedQuestionnaire load_questionnaire(const std::string& file, Warnings warnings = Warnings::kHidden);

/// The page that a questionnaire is put into, or the one for a team; empty, with a message, in a build without.
std::string_view page_shell(bool team);

/// All of them, separated by commas.
std::string builtin_names();

}  // namespace kk
