package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static final int P = 15;

  /** 4 in every row, a cosine and sine of 2 of amplitude 3, a sine of 7 of amplitude 0.6. */
  private static Spectrum built() {
    float[] values = new float[P * 3];
    for (int x = 0; x < P; x++) {
      values[x * 3] = (float) (4 + 3 * Math.cos(2 * Math.PI * 2 * x / P));
      values[x * 3 + 1] = (float) (3 * Math.sin(2 * Math.PI * 2 * x / P));
      values[x * 3 + 2] = (float) (0.6 * Math.sin(2 * Math.PI * 7 * x / P));
    }
    return Spectrum.of(new FourierBasis(P), new Table(P, 3, values));
  }

  @Test
  void powersAreTheSquaresOfTheAmplitudes() {
    Spectrum spectrum = built();
    assertThat(spectrum.constant()).isCloseTo(16.0 * P, within(1e-4));
    assertThat(spectrum.power(2)).isCloseTo(18 * P / 2.0, within(1e-4));
    assertThat(spectrum.norm(7)).isCloseTo(0.6 * Math.sqrt(P / 2.0), within(1e-5));
    assertThat(spectrum.power(5)).isCloseTo(0, within(1e-9));
    assertThat(spectrum.componentNorms()[3]).isCloseTo(3 * Math.sqrt(P / 2.0), within(1e-5));
    assertThat(spectrum.total()).isCloseTo(P * (16 + 9 + 0.18), within(1e-4));
    assertThat(spectrum.shares()[1]).isCloseTo(18 / 18.36, within(1e-6));
    assertThat(Arrays.stream(spectrum.shares()).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void giniLeavesTheConstantOut() {
    // Norms 1, 1 and 0.2 in 14 places: 1 − (2/14)·(0.2·2.5 + 1·1.5 + 1·0.5)/2.2.
    assertThat(built().gini()).isCloseTo(1 - 2.0 / 14 * 2.5 / 2.2, within(1e-5));
  }

  @Test
  void keysOfEachRule() {
    Spectrum spectrum = built();
    double share = 0.6 / Math.sqrt(18);
    assertThat(KeyFrequencies.ofEmbedding(spectrum, KeyFrequencies.QUARTER)).containsExactly(2);
    assertThat(KeyFrequencies.ofEmbedding(spectrum, 0.99 * share)).containsExactly(2, 7);
    assertThat(KeyFrequencies.ofEmbedding(spectrum, 1.01 * share)).containsExactly(2);
    assertThat(KeyFrequencies.ofNeuronsToLogits(spectrum, KeyFrequencies.TWENTIETH))
        .containsExactly(2);
    assertThat(KeyFrequencies.ofNeuronsToLogits(spectrum, 0.01)).containsExactly(2, 7);
  }

  /** Waves of all frequencies, of 60 to 100 % of the largest power, have less than 5 % each. */
  @Test
  void manyFrequenciesUsedAlikeAreAllKeys() {
    int p = 97;
    Spectrum alike = waves(p, k -> Math.sqrt(0.6 + 0.4 * k / 48));
    assertThat(KeyFrequencies.ofNeuronsToLogits(alike, KeyFrequencies.TWENTIETH)).isEmpty();
    assertThat(KeyFrequencies.ofNeuronsToLogits(alike)).hasSize(48);
    Spectrum ten = waves(p, k -> k <= 10 ? 1 : k <= 12 ? 0.5 : 0); // 10.2 are in use
    assertThat(KeyFrequencies.ofNeuronsToLogits(ten)).hasSize(10);
    Spectrum half = waves(p, k -> k % 2 == 0 ? 1 : 0.1);
    assertThat(KeyFrequencies.ofNeuronsToLogits(half)).hasSize(24);
  }

  /** A network of few frequencies, like the published ones, keeps the rule of 5 %. */
  @Test
  void besideALargeFrequencyAKeyNeedsATwentieth() {
    Spectrum few =
        waves(
            113,
            k ->
                switch (k) {
                  case 14 -> Math.sqrt(0.41);
                  case 35 -> Math.sqrt(0.49);
                  case 41 -> Math.sqrt(0.06);
                  case 42 -> Math.sqrt(0.04);
                  default -> 0;
                });
    assertThat(KeyFrequencies.ofNeuronsToLogits(few)).containsExactly(14, 35, 41);
  }

  private static Spectrum waves(int p, IntToDoubleFunction amplitude) {
    int frequencies = (p - 1) / 2;
    float[] values = new float[p * frequencies];
    for (int i = 0; i < values.length; i++) {
      int k = i % frequencies + 1;
      int x = i / frequencies;
      double wave = Math.cos(2 * Math.PI * k * x / p + k);
      values[i] = (float) (amplitude.applyAsDouble(k) * wave);
    }
    return Spectrum.of(new FourierBasis(p), new Table(p, frequencies, values));
  }

  @Test
  void aProductOfTables() {
    Table left = new Table(2, 3, new float[] {1, 2, 3, 4, 5, 6});
    Table right = new Table(3, 2, new float[] {1, 0, 0, 1, 2, 2});
    assertThat(left.times(right).values()).containsExactly(7, 8, 16, 17);
    assertThat(left.firstRows(1).values()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> right.times(right)).hasMessageContaining("2 rows, not 3");
  }
}
