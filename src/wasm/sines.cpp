// sinf and cosf for the angles of a picture, in place of the C library's: those bring 2 KB and a table of 2/π along for
// angles of millions of turns.
#include <cmath>

namespace {

constexpr double kHalfPi = 1.5707963267948966, kPerHalfPi = 0.63661977236758134;

// The polynomials of FreeBSD's k_sinf.c and k_cosf.c, for |x| up to a quarter of π.
float sine(double x) {
  const double z = x * x;
  const double w = z * z, s = z * x;
  return static_cast<float>((x + s * (-0x15555554cbac77.0p-55 + z * 0x111110896efbb2.0p-59)) +
                            s * w * (-0x1a00f9e2cae774.0p-65 + z * 0x16cd878c3b46a7.0p-71));
}

float cosine(double x) {
  const double z = x * x;
  const double w = z * z;
  return static_cast<float>(((1.0 + z * -0x1ffffffd0c5e81.0p-54) + w * 0x155553e1053a42.0p-57) +
                            (w * z) * (-0x16c087e80f1e27.0p-62 + z * 0x199342e0ee5069.0p-68));
}

/// Sine of an angle that is `quarters` quarter turns further.
float turned(double angle, int quarters) {
  const double turns = std::nearbyint(angle * kPerHalfPi);
  const double rest = angle - turns * kHalfPi;
  switch ((static_cast<int>(turns) + quarters) & 3) {
    case 0:
      return sine(rest);
    case 1:
      return cosine(rest);
    case 2:
      return -sine(rest);
    default:
      return -cosine(rest);
  }
}

}  // namespace

extern "C" float sinf(float angle) { return turned(static_cast<double>(angle), 0); }
extern "C" float cosf(float angle) { return turned(static_cast<double>(angle), 1); }
