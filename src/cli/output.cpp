#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/json_writer.h"
#include "cli/command.h"
#include "model/problem.h"

namespace kk {
namespace {

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

int cannot_write(const std::string& where) {
  write_error("klantkompas: cannot write " + where + ": " + std::strerror(errno) + "\n");
  return kWrongUsage;
}

/// A device, a pipe or a terminal: it takes what is written, and must never be replaced by a file.
bool is_device(const std::string& path) {
  struct stat found;
  return ::stat(path.c_str(), &found) == 0 && !S_ISREG(found.st_mode);
}

int write_to_device(const std::string& path, std::string_view text) {
  const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (device < 0) return cannot_write(path);
  const bool written = write_all(device, text);
  const int result = written ? kFine : cannot_write(path);
  ::close(device);
  return result;
}

/// The file behind a link, so that the link stays one.
std::string behind_links(const std::string& path) {
  char* const found = ::realpath(path.c_str(), nullptr);
  if (found == nullptr) return path;  // no such file yet
  std::string real = found;
  std::free(found);
  return real;
}

}  // namespace

int write_output(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return kFine;
  return cannot_write("the output");
}

void write_error(std::string_view text) { (void)write_all(STDERR_FILENO, text); }

void write_problems(const Problems& problems, const std::string& file) {
  std::string lines;
  for (const Problem& problem : problems) lines += to_line(problem, file) + "\n";
  write_error(lines);
}

std::string as_uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

bool would_destroy(const std::string& path, const std::string& source) {
  struct stat read, written;
  const int found = source == "-" ? ::fstat(STDIN_FILENO, &read) : ::stat(source.c_str(), &read);
  if (found != 0 || ::stat(path.c_str(), &written) != 0 || !S_ISREG(read.st_mode)) return false;
  if (read.st_dev != written.st_dev || read.st_ino != written.st_ino) return false;
  write_error("klantkompas: " + path + " is the file that is read; it would be overwritten\n");
  return true;
}

bool is_foreign(const std::string& path, std::initializer_list<std::string_view> marks) {
  if (is_device(path)) return false;
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto is_in = [&](std::string_view mark) { return text.find(mark) != text.npos; };
  if (text.empty() || std::any_of(marks.begin(), marks.end(), is_in)) return false;
  write_error("klantkompas: " + path + " is there already, and klantkompas did not make it; --force writes over it\n");
  return true;
}

int write_file(const std::string& path, std::string_view text) {
  if (is_device(path)) return write_to_device(path, text);
  const std::string target = behind_links(path);
  std::string temporary = target + ".";
  append_int(temporary, ::getpid());
  temporary += ".part";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return cannot_write(path);
  const bool written = write_all(file, text);
  const bool closed = ::close(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), target.c_str()) == 0) return kFine;
  const int result = cannot_write(path);
  ::unlink(temporary.c_str());
  return result;
}

}  // namespace kk
