package grokscope.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All numbers of half precision, by the definition of the format. */
class HalfPrecisionTest {
  @Test
  void everyNumberIsItself() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      int exponent = bits >> 10 & 31;
      double fraction = (bits & 1023) / 1024.0;
      double magnitude =
          switch (exponent) {
            case 0 -> fraction * 0x1p-14;
            case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction, exponent - 15);
          };
      Float expected = (float) (bits < 1 << 15 ? magnitude : -magnitude); // NaN equals NaN
      assertThat(HalfPrecision.widened((short) bits)).as("%04x", bits).isEqualTo(expected);
    }
    assertThat(1 / HalfPrecision.widened((short) 0x8000)).isEqualTo(Float.NEGATIVE_INFINITY);
  }
}
