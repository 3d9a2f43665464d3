// Writing, with every failure noticed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "model/problem.h"

namespace kk {

/// Writes all of `text` to the standard output: kFine, or kWrongUsage with a message when that fails.
int write_output(std::string_view text);

/// Writes to the standard error; a failure there cannot be reported anywhere.
void write_error(std::string_view text);

/// All problems, one a line.
void write_problems(const Problems& problems, const std::string& file);

/// A path as the reference of a URI (RFC 3986): what has a meaning in one, or is no ASCII, percent-encoded.
std::string as_uri(std::string_view path);

/// Whether writing `path` would destroy `source`, an argument that is read: the same regular file by whatever name or
/// link, or "-" when that file is the standard input. Then it says so.
bool would_destroy(const std::string& path, const std::string& source);

/// Whether `path` is somebody's own file: one with something in it, and none of the `marks` of which each file has one
/// that the command makes. Then it says so.
bool is_foreign(const std::string& path, std::initializer_list<std::string_view> marks);

/// Writes under a temporary name beside the file and renames it, so that no reader sees half of it. A link stays a
/// link, and a device or a pipe is written to. kFine, or kWrongUsage with a message; then nothing is left behind.
int write_file(const std::string& path, std::string_view text);

}  // namespace kk
