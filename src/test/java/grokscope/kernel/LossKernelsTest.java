package grokscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.KernelsContractTest.Pair;
import grokscope.kernel.KernelsContractTest.Subject;
import grokscope.kernel.nd4j.Nd4jBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The losses beside the usual cross-entropy: against naive loops, slopes, and what makes them so.
 */
class LossKernelsTest {
  private static final int[][] SHAPES = {{1, 1}, {3, 5}, {1, 9}, {33, 17}, {70, 113}};

  static Stream<Subject> subjects() {
    // Floats inside the kernel are as good as floats inside the matrix.
    return KernelsContractTest.subjects();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void lossesAndGradientsAreThoseOfTheFormula(Subject subject) {
    for (LossFormula loss : LossFormula.values()) {
      boolean rounds = loss == LossFormula.CROSS_ENTROPY_IN_FLOAT;
      Subject judged = rounds ? new Subject(subject.name(), subject.backend(), 2e-5) : subject;
      for (int[] shape : SHAPES) {
        Pair pair = new Pair(judged);
        pair.random(shape[0], shape[1]);
        pair.random(shape[0], shape[1]);
        int[] targets = targets(shape[0], shape[1]);
        List<LossSum> sums = new ArrayList<>();
        pair.both(
            (k, m) -> {
              LossSum sum = new LossSum();
              k.losses().add(loss, m.get(0), targets, 0.3, m.get(1), sum);
              k.losses().add(loss, m.get(0), targets, 0, null, sum);
              k.losses().add(loss, m.get(0), targets, 2, m.get(0), sum); // in place
              sums.add(sum);
            });
        assertThat(sums.get(0).meanLoss())
            .as("%s", loss)
            .isCloseTo(sums.get(1).meanLoss(), Offset.offset(rounds ? 1e-5 : 1e-9));
        assertThat(sums.get(0).accuracy()).as("%s", loss).isEqualTo(sums.get(1).accuracy());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void distancesAreThoseOfTheFormula(Subject subject) {
    for (int[] shape : SHAPES) {
      for (double tolerance : new double[] {0, 1.5}) {
        Pair pair = new Pair(subject);
        pair.random(shape[0], shape[1]);
        pair.random(4, shape[1]);
        int[] rows = targets(shape[0], 4);
        List<LossSum> sums = new ArrayList<>();
        pair.both(
            (k, m) -> {
              LossSum sum = new LossSum();
              k.losses().addSquaredDistance(m.get(0), m.get(1), rows, tolerance, 0, null, sum);
              k.losses()
                  .addSquaredDistance(m.get(0), m.get(1), rows, tolerance, 0.3, m.get(0), sum);
              sums.add(sum);
            });
        assertThat(sums.get(0).meanLoss()).isCloseTo(sums.get(1).meanLoss(), Offset.offset(1e-9));
        assertThat(sums.get(0).accuracy()).isEqualTo(sums.get(1).accuracy());
      }
    }
  }

  /** Rows that are one-hot make it the squared error, and the nearest is the largest output. */
  @ParameterizedTest
  @MethodSource("subjects")
  void distancesFromOneHotRowsAreSquaredErrors(Subject subject) {
    Pair pair = new Pair(subject);
    pair.random(33, 5);
    pair.random(5, 5);
    int[] targets = targets(33, 5);
    pair.both(
        (k, m) -> {
          double[] ones = new double[25];
          for (int i = 0; i < 25; i += 6) {
            ones[i] = 1;
          }
          m.get(1).set(ones);
          LossSum distances = new LossSum();
          LossSum errors = new LossSum();
          k.losses().addSquaredDistance(m.get(0), m.get(1), targets, 0, 0, null, distances);
          k.losses().add(LossFormula.SQUARED_ERROR, m.get(0), targets, 0, null, errors);
          assertThat(distances.meanLoss()).isCloseTo(errors.meanLoss(), Offset.offset(1e-12));
          assertThat(distances.accuracy()).isEqualTo(errors.accuracy());
        });
  }

  private static int[] targets(int rows, int classes) {
    return new SplittableRandom(3).ints(rows, 0, classes).toArray();
  }

  /** Central differences in double; the float loss has none fine enough. */
  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    try (Backend backend = Nd4jBackend.inDouble()) {
      Kernels kernels = backend.kernels(0);
      int[] targets = {2, 0, 1};
      for (LossFormula loss : List.of(LossFormula.STABLE_MAX, LossFormula.SQUARED_ERROR)) {
        double[] at = new SplittableRandom(5).doubles(9, -2, 2).toArray();
        Matrix z = backend.zeros(3, 3);
        Matrix dz = backend.zeros(3, 3);
        z.set(at);
        kernels.losses().add(loss, z, targets, 1.0 / 3, dz, new LossSum());
        double[] gradient = dz.toDoubles();
        for (int i = 0; i < at.length; i++) {
          double[] moved = at.clone();
          moved[i] = at[i] + 1e-6;
          z.set(moved);
          double above = mean(loss, kernels, z, targets);
          moved[i] = at[i] - 1e-6;
          z.set(moved);
          double below = mean(loss, kernels, z, targets);
          assertThat((above - below) / 2e-6)
              .as("%s", loss)
              .isCloseTo(gradient[i], Offset.offset(1e-8));
        }
      }
    }
  }

  private static double mean(LossFormula loss, Kernels kernels, Matrix z, int[] targets) {
    LossSum sum = new LossSum();
    kernels.losses().add(loss, z, targets, 0, null, sum);
    return sum.meanLoss();
  }

  /** Two classes with the other's share fixed at s(0) = 1: the loss is log(1 + 1/s). */
  @ParameterizedTest
  @MethodSource("subjects")
  void stableMaxIsContinuousWithSlopeOneAtZero(Subject subject) {
    double step = 1e-3;
    double left = 1 / (Math.exp(stableLoss(subject, -step)) - 1);
    double middle = 1 / (Math.exp(stableLoss(subject, 0)) - 1);
    double right = 1 / (Math.exp(stableLoss(subject, step)) - 1);
    assertThat(middle).isCloseTo(1, Offset.offset(1e-6));
    assertThat((right - middle) / step).isCloseTo(1, Offset.offset(1e-3));
    assertThat((middle - left) / step).isCloseTo(1, Offset.offset(2e-3));
  }

  private static double stableLoss(Subject subject, double own) {
    Matrix z = subject.backend().zeros(1, 2);
    z.set(new double[] {own, 0});
    return mean(LossFormula.STABLE_MAX, subject.backend().kernels(0), z, new int[] {0});
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void inFloatTheLossHasAFloorAndThenTheTargetsGradientIsZero(Subject subject) {
    Kernels kernels = subject.backend().kernels(0);
    Matrix z = subject.backend().zeros(1, 2);
    Matrix dz = subject.backend().zeros(1, 2);
    double smallest = 1;
    for (double ahead = 10; ahead < 30; ahead += 0.05) {
      z.set(new double[] {ahead, 0});
      LossSum sum = new LossSum();
      kernels.losses().add(LossFormula.CROSS_ENTROPY_IN_FLOAT, z, new int[] {0}, 1, dz, sum);
      double loss = sum.meanLoss();
      if (loss > 0) {
        smallest = Math.min(smallest, loss);
      } else {
        assertThat(dz.toDoubles()[0]).as("%.2f ahead", ahead).isEqualTo(0);
      }
    }
    assertThat(smallest).isCloseTo(1.19e-7, Offset.offset(2e-9));
    LossSum exact = new LossSum();
    kernels.losses().add(LossFormula.CROSS_ENTROPY, z, new int[] {0}, 1, dz, exact);
    assertThat(exact.meanLoss()).as("in double").isBetween(0.0, 1e-12);
    assertThat(dz.toDoubles()[0]).as("in double").isNotZero();
  }
}
