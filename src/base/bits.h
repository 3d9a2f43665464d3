// A double as its 64 bits and back: std::bit_cast, which the oldest supported Emscripten's library lacks.
#pragma once

#include <cstdint>
#include <cstring>

namespace kk {

inline std::uint64_t bits_of(double number) {
  std::uint64_t bits;
  std::memcpy(&bits, &number, sizeof bits);
  return bits;
}

inline double double_of(std::uint64_t bits) {
  double number;
  std::memcpy(&number, &bits, sizeof number);
  return number;
}

}  // namespace kk
