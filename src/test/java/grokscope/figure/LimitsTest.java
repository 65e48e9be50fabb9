package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void accuracyIsAlwaysZeroToOne() {
    Limits none = Limits.of(ValueAxis.UNIT, Double.NaN, Double.NaN);
    assertThat(none).isEqualTo(Limits.of(ValueAxis.UNIT, 0.4, 0.5));
    assertThat(none.min()).isBetween(-0.1, 0.0);
    assertThat(none.max()).isBetween(1.0, 1.1);
  }

  @Test
  void aLogarithmicRangeIsNeverEmptyNorReachesZero() {
    for (double[] seen :
        new double[][] {{Double.NaN, Double.NaN}, {1e-12, 1e-12}, {2, 2}, {1e-7, 30}, {1, 10}}) {
      Limits limits = Limits.of(ValueAxis.LOG, seen[0], seen[1]);
      assertThat(limits.min()).isPositive();
      assertThat(limits.max()).isGreaterThanOrEqualTo(limits.min() * 9.99);
      if (!Double.isNaN(seen[0])) {
        assertThat(limits.min()).isLessThanOrEqualTo(seen[0]);
        assertThat(limits.max()).isGreaterThanOrEqualTo(seen[1]);
      }
    }
  }

  @Test
  void aRangeFromZeroMovesInStops() {
    assertThat(Limits.of(ValueAxis.FROM_ZERO, 0, 1201)).isEqualTo(new Limits(0, 1500));
    assertThat(Limits.of(ValueAxis.FROM_ZERO, 0, 1300)).isEqualTo(new Limits(0, 1500));
    assertThat(Limits.of(ValueAxis.FROM_ZERO, Double.NaN, Double.NaN)).isEqualTo(new Limits(0, 1));
    assertThat(Limits.of(ValueAxis.FROM_ZERO, 0, 0)).isEqualTo(new Limits(0, 1));
  }

  @Test
  void aRangeWithZeroReachesToBothSides() {
    assertThat(Limits.of(ValueAxis.WITH_ZERO, -2.8, -0.1)).isEqualTo(new Limits(-3, 0));
    assertThat(Limits.of(ValueAxis.WITH_ZERO, -2.8, 0.9)).isEqualTo(new Limits(-3, 1));
    assertThat(Limits.of(ValueAxis.WITH_ZERO, 1, 1.2)).isEqualTo(new Limits(0, 1.5));
    assertThat(Limits.of(ValueAxis.WITH_ZERO, 0, 0)).isEqualTo(new Limits(-1, 1));
    assertThat(Limits.of(ValueAxis.WITH_ZERO, Double.NaN, Double.NaN)).isEqualTo(new Limits(-1, 1));
  }

  @Test
  void theStepAxisGrowsToWhatIsExpectedAndHoldsEarlierRuns() {
    assertThat(Limits.lastStep(-1, 5000, 0)).isEqualTo(100);
    assertThat(Limits.lastStep(130, 5000, 0)).isEqualTo(150);
    assertThat(Limits.lastStep(4990, 5000, 0)).isEqualTo(5000);
    assertThat(Limits.lastStep(60, 50, 0)).isEqualTo(60);
    assertThat(Limits.lastStep(10, 5000, 4985)).isEqualTo(5000);
    assertThat(Limits.lastStep(10, 5000, 1240)).isEqualTo(1500);
    assertThat(Limits.lastStep(10, 500, 1240)).isEqualTo(1240);
    assertThat(Limits.lastStep(700, 0, 0)).isEqualTo(800);
  }
}
