package grokscope.ui.picture.weight;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.fourier.EmbeddingReading;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When waves stand out, and when none does. */
class StandingOutTest {
  @FunctionalInterface
  private interface Weight {
    double at(int number, int column);
  }

  private static EmbeddingReading reading(int p, int columns, Weight weight) {
    float[] values = new float[p * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) weight.at(i / columns, i % columns);
    }
    Tensor tensor = new Tensor("embed.W_E", Part.EMBEDDING, new int[] {p, columns}, values);
    return EmbeddingReading.of(List.of(tensor), p, Optional.empty()).orElseThrow();
  }

  /** Random weights of twenty seeds, from the narrowest embedding to a wide one. */
  @ParameterizedTest
  @CsvSource({"59, 64", "97, 2", "113, 128", "59, 2", "11, 8", "97, 1000"})
  void ofRandomWeightsNoneStandsOut(int p, int columns) {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      EmbeddingReading reading = reading(p, columns, (number, column) -> random.nextGaussian());
      assertThat(reading.standingOut()).as("seed %d", seed).isEmpty();
      assertThat(FrequenciesPicture.words(reading)).startsWith("None stands out: ");
    }
  }

  @Test
  void aFewWavesAboveNoiseStandOut() {
    SplittableRandom random = new SplittableRandom(1);
    int[] waves = {3, 7, 20};
    EmbeddingReading reading =
        reading(
            59,
            64,
            (number, column) ->
                Math.cos(2 * Math.PI * waves[column % 3] * number / 59 + column)
                    + 0.05 * random.nextGaussian());
    assertThat(reading.standingOut()).containsExactly(3, 7, 20);
    assertThat(FrequenciesPicture.words(reading))
        .startsWith("3 of 29 frequencies stand out (green: ")
        .contains("): 3, 7, 20. Together: ");
  }

  /** As in the written-down solution: all frequencies, and all alike. */
  @Test
  void ofEquallyStrongWavesNoneStandsOut() {
    EmbeddingReading reading =
        reading(
            11,
            10,
            (number, column) ->
                Math.cos(2 * Math.PI * (1 + column / 2) * number / 11 + column % 2 * Math.PI / 2));
    assertThat(reading.keys()).hasSize(5);
    assertThat(reading.standingOut()).isEmpty();
  }

  @Test
  void withoutAnyWeightsThereAreNoWaves() {
    assertThat(FrequenciesPicture.words(reading(11, 4, (number, column) -> 0)))
        .isEqualTo("There are no waves: these weights are the same for all numbers.");
  }
}
