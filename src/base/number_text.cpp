// Numbers as text. The page has JavaScript's own instead: src/wasm/widget/numbers.cpp.
#include "base/number_text.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "base/bits.h"

namespace kk {
namespace {

/// A whole number wide enough for the exact value of any double, scaled.
class Big {
 public:
  explicit Big(std::uint64_t value) {
    words_[0] = static_cast<std::uint32_t>(value), words_[1] = static_cast<std::uint32_t>(value >> 32);
  }

  void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  void shift(int bits) {
    for (; bits >= 31; bits -= 31) multiply(1u << 31);
    multiply(1u << bits);
  }

  void subtract(const Big& other) {
    std::int64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      carry += std::int64_t{words_[i]} - other.words_[i];
      words_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  Big plus(const Big& other) const {
    Big sum = *this;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      carry += std::uint64_t{words_[i]} + other.words_[i];
      sum.words_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    return sum;
  }

  /// Below, equal, above: -1, 0, 1.
  int compare(const Big& other) const {
    for (std::size_t i = words_.size(); i-- > 0;) {
      if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
    }
    return 0;
  }

 private:
  std::array<std::uint32_t, 38> words_{};  // 1,216 bits: 2^1074 times a few powers of two and ten
};

struct Decimal {
  std::array<char, 20> digits{};
  int count = 0;
  int point = 0;  ///< the value is 0.DIGITS times ten to this power
};

/// Steele and White's digit generation: exact, and the shortest that reads back the same.
Decimal shortest_decimal(double value) {
  const std::uint64_t bits = bits_of(value);
  const int raw_exponent = static_cast<int>(bits >> 52 & 0x7FF);
  const std::uint64_t raw_fraction = bits & ((std::uint64_t{1} << 52) - 1);
  const std::uint64_t fraction = raw_exponent == 0 ? raw_fraction : raw_fraction | std::uint64_t{1} << 52;
  const int exponent = (raw_exponent == 0 ? 1 : raw_exponent) - 1075;
  // value = rest / scale; the neighbouring doubles are `above / scale` and `below / scale` away, both halved.
  const bool narrow_below = raw_fraction == 0 && raw_exponent > 1;
  const int extra = narrow_below ? 2 : 1;
  Big rest(fraction), scale(1), above(1), below(1);
  rest.shift(extra + (exponent > 0 ? exponent : 0));
  scale.shift(extra + (exponent < 0 ? -exponent : 0));
  above.shift((narrow_below ? 1 : 0) + (exponent > 0 ? exponent : 0));
  below.shift(exponent > 0 ? exponent : 0);
  const bool even = fraction % 2 == 0;
  const auto reaches = [&](int comparison) { return even ? comparison >= 0 : comparison > 0; };

  Decimal decimal;
  while (reaches(rest.plus(above).compare(scale))) {
    scale.multiply(10);
    ++decimal.point;
  }
  for (;;) {
    Big ten = rest.plus(above);
    ten.multiply(10);
    if (reaches(ten.compare(scale))) break;
    rest.multiply(10), above.multiply(10), below.multiply(10);
    --decimal.point;
  }
  for (;;) {
    rest.multiply(10), above.multiply(10), below.multiply(10);
    int digit = 0;
    for (; rest.compare(scale) >= 0; ++digit) rest.subtract(scale);
    const bool low = reaches(below.compare(rest));
    const bool high = reaches(rest.plus(above).compare(scale));
    if (low || high) {
      const bool up = low && high ? rest.plus(rest).compare(scale) >= 0 : high;
      decimal.digits[static_cast<std::size_t>(decimal.count++)] = static_cast<char>('0' + digit + (up ? 1 : 0));
      return decimal;
    }
    decimal.digits[static_cast<std::size_t>(decimal.count++)] = static_cast<char>('0' + digit);
  }
}

/// Writes characters into a NumberText, which holds the longest number there is.
class NumberWriter {
 public:
  explicit NumberWriter(NumberText& text) : text_(text) {}

  void add(std::string_view part) {
    for (const char c : part) text_.chars[text_.size++] = c;
  }

  void add_whole(std::uint64_t value) {
    char digits[20];
    std::size_t first = sizeof digits;
    do {
      digits[--first] = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
    add({digits + first, sizeof digits - first});
  }

  void add_decimal(const Decimal& decimal) {
    if (decimal.point > 21 || decimal.point <= -6) {
      add_digits(decimal, 0, 1);
      if (decimal.count > 1) add("."), add_digits(decimal, 1, decimal.count);
      add(decimal.point > 0 ? "e+" : "e-");
      add_whole(static_cast<std::uint64_t>(decimal.point > 0 ? decimal.point - 1 : 1 - decimal.point));
    } else if (decimal.point <= 0) {
      add("0.");
      for (int i = decimal.point; i < 0; ++i) add("0");
      add_digits(decimal, 0, decimal.count);
    } else {
      add_digits(decimal, 0, decimal.point);
      if (decimal.count > decimal.point) add("."), add_digits(decimal, decimal.point, decimal.count);
    }
  }

 private:
  void add_digits(const Decimal& decimal, int from, int to) {
    for (int i = from; i < to; ++i)
      text_.chars[text_.size++] = i < decimal.count ? decimal.digits[static_cast<std::size_t>(i)] : '0';
  }

  NumberText& text_;
};

}  // namespace

NumberText number_text(double value) {
  NumberText text;
  NumberWriter writer(text);
  if (std::isnan(value)) {
    writer.add("NaN");
    return text;
  }
  if (value < 0) writer.add("-");
  const double size = std::fabs(value);
  constexpr double kExactIntegers = 9007199254740992.0;
  if (std::isinf(value)) {
    writer.add("Infinity");
  } else if (size < kExactIntegers && size == std::trunc(size)) {
    writer.add_whole(static_cast<std::uint64_t>(size));
  } else {
    writer.add_decimal(shortest_decimal(size));
  }
  return text;
}

void append_number(std::string& out, double value) { out += number_text(value).view(); }

}  // namespace kk
