// Division that rounds, with whole numbers alone.
#pragma once

#include <cassert>
#include <cstdint>

namespace kk {

/// numerator / denominator, rounded half away from zero; denominator above 0.
constexpr std::int64_t divide_rounded(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator > 0);
  const std::int64_t half = denominator / 2;
  return numerator < 0 ? -((-numerator + half) / denominator) : (numerator + half) / denominator;
}

}  // namespace kk
