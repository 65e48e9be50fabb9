package grokscope.run.format;

/** Numbers of half precision (IEEE 754 binary16). Stateless, any thread. */
final class HalfPrecision {
  private static final float SUBNORMAL = 0x1p-24f;

  private HalfPrecision() {}

  /** The same number in single precision, which has every one of them. */
  static float widened(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0) { // zero, or a multiple of the smallest number
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SUBNORMAL));
    }
    int widened = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
  }
}
