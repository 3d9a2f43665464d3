// Numbers as text by the browser, whose way of writing them is the one that is asked for: in place of
// base/number_text.cpp, which does it by arithmetic on a thousand bits.
#include "base/number_text.h"
#include "wasm/platform.h"

KK_IMPORT(js_number) int js_number(double value, char* out, int room);

namespace kk {

NumberText number_text(double value) {
  NumberText text;
  text.size = static_cast<std::size_t>(js_number(value, text.chars.data(), static_cast<int>(text.chars.size())));
  return text;
}

void append_number(std::string& out, double value) { out += number_text(value).view(); }

}  // namespace kk
