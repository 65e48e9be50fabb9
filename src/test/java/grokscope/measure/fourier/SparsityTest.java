package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparsityTest {
  @Test
  void giniOfEqualValuesIsZeroAndOfASpikeNearlyOne() {
    double[] equal = new double[113];
    Arrays.fill(equal, 0.3);
    double[] spike = new double[113];
    spike[40] = 7;
    assertThat(Sparsity.gini(equal)).isCloseTo(0, within(1e-13));
    assertThat(Sparsity.gini(spike)).isCloseTo(1 - 1.0 / 113, within(1e-13));
    assertThat(Sparsity.gini(new double[] {3, 1})).as("by hand").isCloseTo(0.25, within(1e-15));
  }

  @Test
  void participationIsBetweenOneOverTheNumberAndOne() {
    double[] equal = {2, -2, 2, -2, 2};
    assertThat(Sparsity.participation(equal, 2)).isCloseTo(0.2, within(1e-15));
    assertThat(Sparsity.participation(equal, 3)).isCloseTo(0.04, within(1e-15));
    assertThat(Sparsity.participation(new double[] {0, 5, 0}, 2)).isEqualTo(1);
    assertThat(Sparsity.participation(new double[] {3, 3, 0}, 2)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void aPureFrequencyOfAnyPhaseIsOneWhenJoinedAndHalfToOneApart() {
    int p = 17;
    float[] weights = new float[p * 3];
    for (int x = 0; x < p; x++) {
      double angle = 2 * Math.PI * 3 * x / p;
      weights[x * 3] = (float) Math.cos(angle);
      weights[x * 3 + 1] = (float) Math.cos(angle + Math.PI / 4);
      weights[x * 3 + 2] = x == 0 ? 1 : 0;
    }
    FourierBasis basis = new FourierBasis(p);
    Table table = new Table(p, 3, weights);
    double[] apart = NeuronSpectra.participation(basis, table);
    double[] joined = NeuronSpectra.joinedParticipation(basis, table);
    assertThat(apart[0]).isCloseTo(1, within(1e-6));
    assertThat(apart[1]).isCloseTo(0.5, within(1e-6));
    assertThat(joined[0]).isCloseTo(1, within(1e-6));
    assertThat(joined[1]).isCloseTo(1, within(1e-6));
    assertThat(joined[2]).as("one number has all frequencies").isCloseTo(1 / 8.0, within(1e-6));
  }
}
