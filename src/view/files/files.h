// What a reader takes along: the same bytes from the page and from `klantkompas export`.
#pragma once

#include <string>

#include "view/files/kind.h"
#include "view/session/session.h"

namespace kk {

/// What a statement holds that the core cannot know; see StatementFacts. All may be empty until it is asked for.
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

/// Contract 4 with the code and the result beside it: what reads answers, reads this.
std::string answers_file(const Session& session);

}  // namespace kk
