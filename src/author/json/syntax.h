// Why a text is not JSON, in our own words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kk {

struct SyntaxFault {
  std::string_view code;
  std::size_t offset = 0;
  std::string sentence;
};

/// Where reading stopped: at the token that starts at `offset`, while `expected` was needed there.
struct SyntaxStop {
  std::string_view text;
  std::size_t offset = 0;
  std::string_view expected;    ///< for a sentence: `"," or "]"`
  bool wants_value = false;     ///< a value could stand here
  bool is_after_comma = false;  ///< a comma was the last that could be read
  bool is_complete = false;     ///< the document was already complete
};

SyntaxFault explain_syntax(const SyntaxStop& stop);

}  // namespace kk
