// What a reader takes along: the same bytes from the page and from `klantkompas export`.
#pragma once

#include <string>
#include <string_view>

#include "view/files/kind.h"
#include "view/session/session.h"

namespace kk {

/// What a statement and a calendar hold that the core cannot know; see StatementFacts and is_utc_time. All may be empty
/// until it is asked for.
struct FileFacts {
  std::string id, actor, timestamp;
};

/// The whole file, UTF-8, in the session's language.
std::string file_of(const Session& session, FileKind kind, const FileFacts& facts);

/// RFC 4180, a row a question, with a byte order mark so that Excel reads it as UTF-8. Where the language writes a
/// decimal comma, semicolons part the cells. A text that a spreadsheet would take for a formula begins with an
/// apostrophe.
std::string csv_file(const Session& session);

/// The pages of the result as Markdown (CommonMark with tables).
std::string markdown_file(const Session& session);

/// RFC 5545: an event on the ninetieth day from `now`, to measure again, which holds the code; and one for each check
/// of the plan that is still to come about. `now`: see is_utc_time; empty, where nobody asked for a file yet: then the
/// file is, too.
std::string calendar_file(const Session& session, std::string_view now);

/// As a browser writes the time, 2026-11-27T18:10:30.123Z, with or without parts of a second.
bool is_utc_time(std::string_view text);

/// Contract 4 with the code, the result and the plan beside it: what reads answers, reads this.
std::string answers_file(const Session& session);

}  // namespace kk
