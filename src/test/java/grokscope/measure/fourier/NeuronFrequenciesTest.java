package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NeuronFrequenciesTest {
  private static final int P = 11;
  private final FourierBasis basis = new FourierBasis(P);

  @Test
  void meansOverDiagonalsGiveTheEightEntriesOfTheTwoDimensionalTransform() {
    Table maps = Cubes.random(P * P, 3, 6);
    NeuronFrequencies frequencies = NeuronFrequencies.ofActivations(basis, maps);
    for (int neuron = 0; neuron < 3; neuron++) {
      double[] map = new double[P * P];
      for (int pair = 0; pair < map.length; pair++) {
        map[pair] = maps.at(pair, neuron);
      }
      double[] transformed = basis.transformPairs(map);
      double all = 0;
      for (int i = 1; i < transformed.length; i++) {
        all += transformed[i] * transformed[i];
      }
      for (int k = 1; k <= basis.frequencies(); k++) {
        assertThat(frequencies.explained(neuron, k))
            .isCloseTo(block(transformed, k) / all, within(1e-12));
      }
    }
  }

  private static double block(double[] transformed, int k) {
    int[] rows = {0, FourierBasis.cosineRow(k), FourierBasis.sineRow(k)};
    double sum = 0;
    for (int i : rows) {
      for (int j : rows) {
        double entry = i + j == 0 ? 0 : transformed[i * P + j];
        sum += entry * entry;
      }
    }
    return sum;
  }

  @Test
  void neuronsBuiltByHand() {
    double w = 2 * Math.PI / P;
    float[] maps = new float[P * P * 4];
    for (int a = 0; a < P; a++) {
      for (int b = 0; b < P; b++) {
        int from = (a * P + b) * 4;
        maps[from] = (float) (7 + Math.cos(3 * w * (a + b)) + Math.sin(3 * w * a));
        maps[from + 1] = (float) (Math.cos(2 * w * a) * Math.cos(2 * w * b));
        maps[from + 2] = (float) (Math.cos(w * a) + Math.sin(5 * w * b));
        maps[from + 3] = 0.1f;
      }
    }
    NeuronFrequencies found = NeuronFrequencies.ofActivations(basis, new Table(P * P, 4, maps));
    assertThat(found.frequency(0)).isEqualTo(3);
    assertThat(found.explained(0)).isCloseTo(1, within(1e-6));
    assertThat(found.frequency(1)).isEqualTo(2);
    assertThat(found.explained(1)).isCloseTo(1, within(1e-6));
    assertThat(found.explained(2)).isCloseTo(0.5, within(1e-6));
    assertThat(found.frequency(3)).as("dead").isZero();
    assertThat(found.explained(3)).isZero();
    assertThat(found.dead()).isEqualTo(1);
    assertThat(found.clusters(NeuronFrequencies.CLUSTER)).containsExactly(0, 1, 1, 0, 0);
    assertThat(KeyFrequencies.ofNeurons(found, 0.05, 0.85)).containsExactly(2, 3);
    assertThat(KeyFrequencies.ofNeurons(found, 0.4, 0.85)).isEmpty();
  }

  /** Five neurons for each of 48 frequencies, and then one neuron beside 239 of none. */
  @Test
  void manyFrequenciesHaveFewNeuronsEachAndOneNeuronIsNoKey() {
    FourierBasis many = new FourierBasis(97);
    float[] all = new float[97 * 240];
    float[] single = new float[97 * 240];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < all.length; i++) {
      int x = i / 240;
      int n = i % 240;
      int k = n / 5 + 1;
      all[i] = (float) Math.cos(2 * Math.PI * k * x / 97 + n);
      single[i] = n == 0 ? all[i] : (float) random.nextGaussian();
    }
    NeuronFrequencies alike = NeuronFrequencies.ofWeights(many, new Table(97, 240, all));
    assertThat(KeyFrequencies.ofNeurons(alike, 0.05, 0.85)).isEmpty();
    assertThat(KeyFrequencies.ofNeurons(alike)).hasSize(48);
    NeuronFrequencies one = NeuronFrequencies.ofWeights(many, new Table(97, 240, single));
    assertThat(one.clusters(0.85)[0]).isOne();
    assertThat(KeyFrequencies.ofNeurons(one)).isEmpty();
  }

  @Test
  void weightRowsOfOneFrequency() {
    float[] weights = new float[P * 2];
    for (int x = 0; x < P; x++) {
      weights[x * 2] = (float) (2 + Math.cos(2 * Math.PI * 4 * x / P + 1));
      weights[x * 2 + 1] = -1;
    }
    NeuronFrequencies found = NeuronFrequencies.ofWeights(basis, new Table(P, 2, weights));
    assertThat(found.frequency(0)).isEqualTo(4);
    assertThat(found.explained(0)).isCloseTo(1, within(1e-6));
    assertThat(found.dead()).isEqualTo(1);
  }
}
