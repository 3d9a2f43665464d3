// JSON text -> its tree, or the problems that keep it from being one.
#pragma once

#include <cstddef>
#include <string_view>

#include "author/json/document.h"
#include "author/json/problems.h"

namespace kk {

inline constexpr int kMaxJsonDepth = 32;

struct JsonLimits {
  std::size_t bytes;
  int depth = kMaxJsonDepth;  ///< of nested arrays and objects, at most kMaxJsonDepth
  std::size_t values = 1'000'000;
};

/// Reads the whole of `text` into `document`, whose memory is reused. False, with one problem, when the text is not
/// JSON. Duplicate names are problems too, but leave a whole document. A text over the limit is read up to it, so that
/// a syntax problem before that point is named first: a deep nest is refused as one, however long it is.
bool read_json(std::string_view text, const JsonLimits& limits, JsonDocument& document, JsonProblems& problems);

}  // namespace kk
