package grokscope.ui.picture.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.measure.fourier.EmbeddingReading;
import grokscope.measure.fourier.FrequencyRing;
import grokscope.measure.fourier.NumberWeights;
import grokscope.measure.fourier.PlanePoints;
import grokscope.measure.fourier.PrincipalPlane;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanePointsTest {
  private static final int P = 29;
  private static final int WIDTH = 6;

  /** Rows 3·cos(2πkx/p)·e₁ + 3·sin(2πkx/p)·e₄, shifted by 2 in every direction; "=" has its own. */
  private static Tensor circle(int frequency) {
    float[] values = new float[(P + 1) * WIDTH];
    for (int x = 0; x < P; x++) {
      double angle = 2 * Math.PI * frequency * x / P;
      for (int column = 0; column < WIDTH; column++) {
        values[x * WIDTH + column] = 2;
      }
      values[x * WIDTH + 1] += (float) (3 * Math.cos(angle));
      values[x * WIDTH + 4] += (float) (3 * Math.sin(angle));
    }
    values[P * WIDTH] = 100;
    return new Tensor("embed.W_E", Part.EMBEDDING, new int[] {P + 1, WIDTH}, values);
  }

  private static EmbeddingReading reading(int frequency) {
    return EmbeddingReading.of(List.of(circle(frequency)), P, Optional.empty()).orElseThrow();
  }

  @Test
  void aWaveIsACircleOnItsOwnPlane() {
    EmbeddingReading reading = reading(7);
    assertThat(reading.byShare().get(0)).isEqualTo(7);
    assertThat(reading.keys()).containsExactly(7);
    PlanePoints planePoints = PlanePoints.ofFrequency(reading, reading.basis().orElseThrow(), 7);
    assertThat(planePoints.share()).isCloseTo(1, within(1e-6));
    assertThat(planePoints.unevenness()).isCloseTo(0, within(1e-6));
    for (int x = 0; x < P; x++) {
      double angle = 2 * Math.PI * 7 * x / P;
      assertThat(planePoints.x()[x]).isCloseTo(3 * Math.cos(angle), within(1e-5));
      assertThat(planePoints.y()[x]).isCloseTo(3 * Math.sin(angle), within(1e-5));
    }
  }

  @Test
  void thePrincipalPlaneOfAWaveHoldsAllOfIt() {
    PlanePoints planePoints = new PrincipalPlane().of(reading(3));
    assertThat(planePoints.share()).isCloseTo(1, within(1e-9));
    for (int x = 0; x < P; x++) {
      assertThat(planePoints.radius(x)).isCloseTo(3, within(1e-5));
    }
  }

  @Test
  void theFirstPrincipalComponentIsTheDirectionOfLargestVariance() {
    float[] values = new float[5 * 3];
    for (int x = 0; x < 5; x++) {
      values[x * 3 + 2] = 10 * x;
      values[x * 3] = x % 2 == 0 ? 1 : -1;
    }
    Tensor line = new Tensor("linear.W_0", Part.INPUT, new int[] {5, 3}, values);
    PlanePoints planePoints =
        new PrincipalPlane()
            .of(EmbeddingReading.of(List.of(line), 5, Optional.empty()).orElseThrow());
    double sign = Math.signum(planePoints.x()[4]);
    for (int x = 0; x < 5; x++) {
      assertThat(sign * planePoints.x()[x]).isCloseTo(10 * (x - 2), within(0.01));
    }
  }

  @Test
  void theRowsOfTheNumbersAreFoundWhateverTheyAreCalled() {
    int[] shape = {3, 2};
    Tensor layer = new Tensor("layer", Part.INPUT, shape, new float[] {1, 2, 3, 4, 5, 6});
    Tensor words = new Tensor("wordlist", Part.EMBEDDING, shape, new float[] {6, 5, 4, 3, 2, 1});
    for (Tensor expected : List.of(layer, words)) {
      List<Tensor> weights = expected.equals(layer) ? List.of(layer) : List.of(layer, words);
      EmbeddingReading reading = EmbeddingReading.of(weights, 3, Optional.empty()).orElseThrow();
      assertThat(reading.table().values()).isEqualTo(expected.values());
    }
  }

  @Test
  void aNetworkWithoutARowForEachNumberHasNoEmbedding() {
    Tensor small = new Tensor("embed.W_E", Part.EMBEDDING, new int[] {3, 2}, new float[6]);
    assertThat(EmbeddingReading.of(List.of(small), 4, Optional.empty())).isEmpty();
    assertThat(EmbeddingReading.of(List.of(), 4, Optional.empty())).isEmpty();
  }

  @Test
  void wordsSayWhatTheRingIs() {
    EmbeddingReading reading = reading(7);
    PlanePoints planePoints = PlanePoints.ofFrequency(reading, reading.basis().orElseThrow(), 7);
    assertThat(
            EmbeddingPicture.words(new FrequencyRing(P, 7), planePoints, NumberWeights.EMBEDDING))
        .isEqualTo(
            "This is the ring of frequency 7, one wave of several; it holds 100.0\u202f% of the"
                + " embedding. Round it, add 25 each time (29 counts as 0): 0, 25, 21, … Distances"
                + " from the middle vary by 0.0\u202f%: a ring.");
    assertThat(FrequenciesPicture.words(reading)).contains("1 of 14 frequency stands out");
  }
}
