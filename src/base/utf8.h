// UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kk {

/// The bytes of the well-formed character `text` starts with, 1 to 4; 0 when it starts with none (overlong forms,
/// surrogates and values above U+10FFFF are not well-formed).
std::size_t utf8_size(std::string_view text);

/// The character `text` starts with; it must be well-formed.
std::uint32_t utf8_char(std::string_view text);

/// C0 and C1 control characters.
constexpr bool is_control(std::uint32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// Embeddings, overrides and isolates: they reorder the text around them.
constexpr bool is_bidi_control(std::uint32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

/// Characters that take no room: soft hyphen, zero width, marks and controls of direction, word joiner, byte order
/// mark.
constexpr bool is_invisible(std::uint32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || is_bidi_control(c) || c == 0x2060 || c == 0xFEFF;
}

}  // namespace kk
