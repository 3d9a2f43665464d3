// The kinds of files that a reader can take along.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace kk {

enum class FileKind : std::uint8_t { kTable, kText, kCalendar, kAnswers, kStatement };
/// By FileKind: as `--format` and the page's ids have them.
inline constexpr std::string_view kFileKinds[] = {"csv", "md", "ics", "json", "xapi"};

inline std::optional<FileKind> file_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kFileKinds); ++i) {
    if (kFileKinds[i] == name) return static_cast<FileKind>(i);
  }
  return std::nullopt;
}

}  // namespace kk
