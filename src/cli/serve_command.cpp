// klantkompas serve: a questionnaire's page on this machine, shown anew at each save. libevent serves and keeps the
// time.
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/phrase.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/serve_page.h"
#include "publish/page.h"

namespace kk {
namespace {

constexpr int kUsualPort = 8417, kMostPort = 65535;
constexpr timeval kBetweenLooks{0, 200'000};  ///< s, µs
constexpr int kLooksBetweenSigns = 75;        ///< of life, so that no connection is ended for its silence

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* what) const {
    Free(what);
  }
};
using Base = std::unique_ptr<event_base, Freed<event_base_free>>;
using Timer = std::unique_ptr<event, Freed<event_free>>;
using Server = std::unique_ptr<evhttp, Freed<evhttp_free>>;
using Buffer = std::unique_ptr<evbuffer, Freed<evbuffer_free>>;

Buffer buffer_of(std::string_view text) {
  Buffer buffer(evbuffer_new());
  evbuffer_add(buffer.get(), text.data(), text.size());
  return buffer;
}

/// By what a saved file differs from what it was: it may be written anew, or another put in its place.
struct Mark {
  ino_t inode = 0;  ///< 0: there is none
  off_t size = 0;
  timespec changed{};
  bool operator==(const Mark& other) const {
    return inode == other.inode && size == other.size && changed.tv_sec == other.changed.tv_sec &&
           changed.tv_nsec == other.changed.tv_nsec;
  }
};

Mark mark_of(const std::string& path) {
  struct stat found;
  if (::stat(path.c_str(), &found) != 0) return {};
  return {found.st_ino, found.st_size, found.st_mtim};
}

class Serving {
 public:
  Serving(std::string file, std::string_view shell) : file_(std::move(file)), shell_(shell) { read(); }

  /// Once a moment: a file that has changed is read when it is at rest, for it may be written in pieces.
  void look() {
    const Mark mark = mark_of(file_);
    if (mark == mark_) {
      if (std::exchange(is_moving_, false)) {
        read();
        tell_all("data: " + state() + "\n\n");
      }
    } else {
      mark_ = mark;
      is_moving_ = true;
    }
    if (++looks_ % kLooksBetweenSigns == 0) tell_all(":\n\n");
  }

  void answer(evhttp_request* request) {
    const char* const path = evhttp_uri_get_path(evhttp_request_get_evhttp_uri(request));
    const std::string_view asked = path == nullptr ? "" : path;
    evkeyvalq* const headers = evhttp_request_get_output_headers(request);
    evhttp_add_header(headers, "Cache-Control", "no-store");
    if (asked == "/changes") {
      evhttp_add_header(headers, "Content-Type", "text/event-stream");
      evhttp_send_reply_start(request, HTTP_OK, "OK");
      evhttp_connection_set_closecb(evhttp_request_get_connection(request), forget, this);
      listeners_.push_back(request);
      tell(request, "retry: 1000\ndata: " + state() + "\n\n");
      return;
    }
    const bool is_page = asked == "/page.html";
    if (!is_page && asked != "/") return evhttp_send_error(request, HTTP_NOTFOUND, nullptr);
    evhttp_add_header(headers, "Content-Type", "text/html; charset=utf-8");
    evhttp_send_reply(request, HTTP_OK, "OK", buffer_of(is_page ? std::string_view(page_) : kServePage).get());
  }

 private:
  /// Nothing is lost by a mistake: the page stays the last one that could be made.
  void read() {
    std::optional<SourceQuestionnaire> source = read_source(file_);
    problems_.clear();
    if (!source) {
      problems_ = cat(file_, " cannot be read\n");
      return;
    }
    write_problems(source->problems, file_);
    for (const Problem& problem : source->problems) {
      if (problem.severity == Severity::kError) problems_ += to_line(problem, file_) + "\n";
    }
    if (!problems_.empty()) return;
    page_ = page_with(source->questionnaire, shell_, "", 0);
    ++number_;
  }

  std::string state() const {
    std::string out;
    JsonWriter json(out);
    json.open('{');
    json.name("page").whole(page_.empty() ? 0 : number_);
    json.name("problems").text(problems_);
    json.close('}');
    return out;
  }

  static void tell(evhttp_request* request, std::string_view text) {
    evhttp_send_reply_chunk(request, buffer_of(text).get());
  }
  void tell_all(std::string_view text) {
    for (evhttp_request* const request : listeners_) tell(request, text);
  }

  static void forget(evhttp_connection* connection, void* self) {
    std::erase_if(static_cast<Serving*>(self)->listeners_,
                  [&](evhttp_request* request) { return evhttp_request_get_connection(request) == connection; });
  }

  const std::string file_;
  const std::string_view shell_;
  std::string page_;      ///< empty: none could be made yet
  std::string problems_;  ///< errors, a line each
  /// Of the page: another one after this command was started again, too.
  std::int64_t number_ = static_cast<std::int64_t>(std::time(nullptr)) * 1000;
  Mark mark_ = mark_of(file_);
  bool is_moving_ = false;
  int looks_ = 0;
  std::vector<evhttp_request*> listeners_;  ///< pages that wait to be told; libevent owns them
};

/// The port that was given; nothing, with a message, where it is none.
std::optional<std::uint16_t> port_of(const std::string& text) {
  if (text.empty()) return kUsualPort;
  int port = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error == std::errc() && end == text.data() + text.size() && port >= 0 && port <= kMostPort) {
    return static_cast<std::uint16_t>(port);
  }
  write_error(
      cat("klantkompas: --port needs a number from 0 (any that is free) to ", kMostPort, ", found ", text, "\n"));
  return std::nullopt;
}

int bound_port(evhttp_bound_socket* socket) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  if (::getsockname(evhttp_bound_socket_get_fd(socket), reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  return ntohs(address.sin_port);
}

}  // namespace

int run_serve(const Arguments& arguments) {
  const std::string& file = arguments.files[0];
  const std::optional<std::uint16_t> port = port_of(arguments.port);
  if (!port) return kWrongUsage;
  const std::string_view shell = page_shell(arguments.team);
  if (shell.empty()) return kWrongUsage;
  if (file == "-") {
    write_error("klantkompas: serve needs a file that it can look at again, found the standard input\n");
    return kWrongUsage;
  }
  if (!read_source(file)) return kWrongUsage;
  const Base base(event_base_new());
  const Server server(base ? evhttp_new(base.get()) : nullptr);
  // Only for this machine: what is being written need not be public.
  evhttp_bound_socket* const socket =
      server ? evhttp_bind_socket_with_handle(server.get(), "127.0.0.1", *port) : nullptr;
  if (socket == nullptr) {
    write_error(cat("klantkompas: cannot serve at port ", static_cast<int>(*port), ": ", std::strerror(errno),
                    "; --port takes another, 0 any that is free\n"));
    return kWrongUsage;
  }
  Serving serving(file, shell);
  evhttp_set_allowed_methods(server.get(), EVHTTP_REQ_GET);
  evhttp_set_gencb(
      server.get(), [](evhttp_request* request, void* self) { static_cast<Serving*>(self)->answer(request); },
      &serving);
  const Timer timer(event_new(
      base.get(), -1, EV_PERSIST, [](evutil_socket_t, short, void* self) { static_cast<Serving*>(self)->look(); },
      &serving));
  event_add(timer.get(), &kBetweenLooks);
  const int status = write_output(
      cat(file, ": http://localhost:", bound_port(socket), "/ shows it, and anew at each save; Ctrl+C ends it\n"));
  if (status != kFine) return status;
  event_base_dispatch(base.get());
  return kFine;
}

}  // namespace kk
