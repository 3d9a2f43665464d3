// Result codes in whatever text people pass them on in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/result_code.h"

namespace kk {

struct FoundCode {
  DecodedCode decoded;     ///< kDamaged: it has the shape of a code, and is none
  std::size_t column = 0;  ///< where it begins, in bytes from the start of the line, before anything was taken out
  std::string code;
};

/// The codes in one line, in its order: bare, in a link (also an encoded one), quoted, with marks or invisible
/// characters around and in it. Empty when nothing looks like a code. Any bytes may be given.
std::vector<FoundCode> found_codes(const Questionnaire& questionnaire, std::string_view line);

}  // namespace kk
