package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grokscope.kernel.LossFormula;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitLossesTest {
  private static final int P = 13;

  private static final int[] KEYS = {2, 5};

  private final FourierBasis basis = new FourierBasis(P);
  private final boolean[] train = Cubes.split(P * P);

  private CircuitReading read(Table logits, int... keys) {
    return losses(SumPairs.added(basis), train).read(logits, keys);
  }

  private static CircuitLosses losses(SumPairs pairs, boolean[] train) {
    return new CircuitLosses(pairs, train, LossFormula.CROSS_ENTROPY);
  }

  private static double crossEntropy(double[] logits, int answer) {
    return LogitRow.loss(LossFormula.CROSS_ENTROPY, logits, answer);
  }

  @Test
  void logitsOfKeyCosinesAreTheirOwnRestriction() {
    Table logits = Cubes.cosines(P, 3, KEYS);
    double[] row = new double[P];
    for (int c = 0; c < P; c++) {
      row[c] = logits.at(0, c);
    }
    double full = crossEntropy(row, 0);
    CircuitReading reading = read(logits, KEYS);
    assertThat(reading.restricted().all().loss()).isCloseTo(full, within(1e-6));
    assertThat(reading.restricted().train().loss()).isCloseTo(full, within(1e-6));
    assertThat(reading.restricted().test().loss()).isCloseTo(full, within(1e-6));
    assertThat(reading.restricted().all().accuracy()).isEqualTo(1);
    assertThat(reading.excluded().all().loss()).isCloseTo(Math.log(P), within(1e-6));
    assertThat(reading.excluded().train().loss()).isCloseTo(Math.log(P), within(1e-6));
    assertThat(reading.excludedFromCube().train().loss()).isCloseTo(Math.log(P), within(1e-6));
    assertThat(reading.decomposition().explained(KEYS)).isCloseTo(1, within(1e-6));
    assertThat(reading.decomposition().loss(KEYS)).isCloseTo(full, within(1e-6));
    assertThat(reading.decomposition().similarity(2)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(reading.decomposition().similarity(3)).isCloseTo(0, within(1e-6));
  }

  @Test
  void fivePublishedFrequenciesAnswerEverythingModulo113() {
    FourierBasis big = new FourierBasis(113);
    int[] keys = {14, 35, 41, 42, 52};
    CircuitReading reading =
        losses(SumPairs.added(big), Cubes.split(113 * 113))
            .read(Cubes.cosines(113, 10, keys), keys);
    assertThat(reading.restricted().all().accuracy()).isEqualTo(1);
    assertThat(reading.excluded().train().loss()).isCloseTo(Math.log(113), within(1e-5));
    assertThat(reading.singleExcludedTrainLoss()[40])
        .as("four cosines are worse than five")
        .isGreaterThan(3 * reading.restricted().train().loss());
    assertThat(reading.singleExcludedTrainLoss()[0])
        .as("without a frequency that is not there")
        .isCloseTo(reading.restricted().train().loss(), within(1e-9));
  }

  @Test
  void aLookupTableLosesNothing() {
    // The logits of a perfect memory know pairs, not sums: what they have in every direction of
    // sums is taken out of them by hand.
    Table noise = Cubes.random(P * P, P, 3);
    CircuitReading before = read(noise, KEYS);
    Table table = without(noise, SumPairs.added(basis), KEYS);
    CircuitReading after = read(table, KEYS);
    assertThat(after.excluded().train().loss())
        .isCloseTo(before.excluded().train().loss(), within(1e-6));
    assertThat(after.excluded().train().loss()).isCloseTo(fullLoss(table, true), within(1e-6));
    assertThat(after.restricted().all().loss()).isCloseTo(Math.log(P), within(0.05));
  }

  @Test
  void oneRememberedPairIsKept() {
    int p = 59;
    FourierBasis larger = new FourierBasis(p);
    boolean[] one = new boolean[p * p];
    one[7 * p + 11] = true;
    Table logits = Cubes.of(p, (a, b, c) -> a == 7 && b == 11 && c == 18 ? 20 : 0);
    CircuitReading reading = losses(SumPairs.added(larger), one).read(logits, 5, 11, 17);
    // The share of one pair in each direction is 2/p².
    double kept = 20 * (1 - 3 * 2.0 / (p * p));
    assertThat(reading.excluded().train().loss())
        .isCloseTo(Math.log1p((p - 1) * Math.exp(-kept)), within(1e-12));
    assertThat(reading.restricted().all().loss()).isCloseTo(Math.log(p), within(1e-3));
  }

  @Test
  void randomLogitsHaveAlmostNoCircuit() {
    CircuitReading reading =
        losses(SumPairs.added(new FourierBasis(59)), Cubes.split(59 * 59))
            .read(Cubes.random(59 * 59, 59, 8), 3, 20, 28);
    // The restricted logits have a standard deviation of √(6+1)/59, and 59 rows average over it.
    double four = 4 * Math.sqrt(7) / 59 / Math.sqrt(59);
    assertThat(reading.restricted().all().loss()).isCloseTo(Math.log(59), within(four));
    assertThat(reading.decomposition().explained(3, 20, 28)).isLessThan(1e-3);
  }

  @Test
  void meansOverDiagonalsGiveWhatTheDefinitionGives() {
    for (SumPairs pairs : new SumPairs[] {SumPairs.added(basis), SumPairs.subtracted(basis)}) {
      Table logits = Cubes.random(P * P, P + 1, 21);
      CircuitReading reading = losses(pairs, train).read(logits, KEYS);
      CircuitCurves curves = losses(pairs, train).curves(logits, KEYS);
      assertThat(curves.restricted()).isEqualTo(reading.restricted());
      assertThat(curves.excludedTrain()).isEqualTo(reading.excluded().train());
      Table without = without(logits, pairs, KEYS);
      Table only = restrictedTo(logits, without);
      assertThat(reading.excluded().train().loss())
          .isCloseTo(fullLoss(without, pairs, true), within(1e-6));
      assertThat(reading.excluded().test().loss())
          .isCloseTo(fullLoss(without, pairs, false), within(1e-6));
      assertThat(reading.excluded().all().accuracy())
          .isCloseTo(accuracy(without, pairs), within(1e-12));
      assertThat(reading.restricted().all().accuracy())
          .isCloseTo(accuracy(only, pairs), within(1e-12));
      assertThat(reading.restricted().train().loss())
          .isCloseTo(fullLoss(only, pairs, true), within(1e-6));
      for (int k = 1; k <= basis.frequencies(); k++) {
        assertThat(reading.singleExcludedTrainLoss()[k - 1])
            .isCloseTo(fullLoss(without(logits, pairs, k), pairs, true), within(1e-6));
      }
    }
  }

  @Test
  void theCubeLosesOnlyWhatDependsOnTheDifference() {
    Table logits = Cubes.random(P * P, P, 4);
    double[] cube = new double[P * P * P];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = logits.values()[i];
    }
    double squares = 0;
    for (int pair = 0; pair < P * P; pair++) {
      double mean = 0;
      for (int c = 0; c < P; c++) {
        mean += cube[pair * P + c] / P;
      }
      for (int c = 0; c < P; c++) {
        squares += Math.pow(cube[pair * P + c] - mean, 2);
      }
    }
    CircuitReading reading = read(logits, 4);
    double cosine = projectOut(cube, 4, 0);
    projectOut(cube, 4, Math.PI / 2);
    float[] values = new float[cube.length];
    for (int i = 0; i < cube.length; i++) {
      values[i] = (float) cube[i];
    }
    assertThat(reading.decomposition().coefficient(4)).isCloseTo(cosine, within(1e-9));
    assertThat(reading.decomposition().explained(4))
        .isCloseTo(cosine * cosine / squares, within(1e-12));
    assertThat(reading.excludedFromCube().train().loss())
        .isCloseTo(fullLoss(new Table(P * P, P, values), true), within(1e-6));
  }

  @Test
  void hugeLogitsAreExact() {
    Table logits = Cubes.of(P, (a, b, c) -> c == (a * b + 3) % P ? 900 : -a);
    CircuitReading reading = read(logits, KEYS);
    for (int k = 1; k <= basis.frequencies(); k++) {
      double expected = fullLoss(without(logits, SumPairs.added(basis), k), true);
      assertThat(reading.singleExcludedTrainLoss()[k - 1]).isCloseTo(expected, within(1e-4));
    }
    assertThat(reading.greatestSingleExcludedTrainLoss()).isFinite();
  }

  @Test
  void equalLogitsAreOnceRight() {
    CircuitReading reading = read(new Table(P * P, P, new float[P * P * P]), KEYS);
    assertThat(reading.excluded().all())
        .satisfies(
            score -> {
              assertThat(score.loss()).isCloseTo(Math.log(P), within(1e-12));
              assertThat(score.accuracy()).isCloseTo(1.0 / P, within(1e-12));
            });
    assertThat(reading.restricted().all().accuracy()).isCloseTo(1.0 / P, within(1e-12));
  }

  @Test
  void aSideWithoutPairsHasNoScore() {
    CircuitReading reading =
        losses(SumPairs.added(basis), new boolean[P * P]).read(Cubes.random(P * P, P, 1), KEYS);
    assertThat(reading.excluded().train().loss()).isNaN();
    assertThat(reading.excluded().all()).isEqualTo(reading.excluded().test());
  }

  @Test
  void aTinyLossKeepsItsDigits() {
    assertThat(crossEntropy(new double[] {60, 0, 0}, 0))
        .isCloseTo(2 * Math.exp(-60), within(1e-40));
    assertThat(crossEntropy(new double[] {0, 0, 2000}, 0)).isEqualTo(2000);
    assertThat(crossEntropy(new double[113], 5)).isCloseTo(4.7273878187, within(1e-9));
  }

  /** By the definition of each loss, written down once more. */
  private static double byDefinition(LossFormula formula, Table logits, int pair, int answer) {
    double[] shares = new double[P];
    double errors = 0;
    for (int c = 0; c < P; c++) {
      double z = logits.at(pair, c);
      shares[c] = formula != LossFormula.STABLE_MAX ? Math.exp(z) : z >= 0 ? z + 1 : 1 / (1 - z);
      errors += Math.pow(z - (c == answer ? 1 : 0), 2);
    }
    return formula == LossFormula.SQUARED_ERROR
        ? errors / P
        : Math.log(Arrays.stream(shares).sum() / shares[answer]);
  }

  private double byDefinition(LossFormula formula, Table logits, Predicate<Boolean> side) {
    SumPairs pairs = SumPairs.added(basis);
    return IntStream.range(0, P * P)
        .filter(pair -> side.test(train[pair]))
        .mapToDouble(pair -> byDefinition(formula, logits, pair, pairs.sum(pair)))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(LossFormula.class)
  void everyLossIsTheRunsOwn(LossFormula formula) {
    SumPairs pairs = SumPairs.added(basis);
    CircuitLosses losses = new CircuitLosses(pairs, train, formula);
    Table logits = Cubes.random(P * P, P, 21);
    Table without = without(logits, pairs, KEYS);
    CircuitReading reading = losses.read(logits, KEYS);
    assertThat(losses.curves(logits, KEYS).excludedTrain()).isEqualTo(reading.excluded().train());
    assertThat(reading.excluded().train().loss())
        .isCloseTo(byDefinition(formula, without, trained -> trained), within(1e-6));
    assertThat(reading.excluded().test().loss())
        .isCloseTo(byDefinition(formula, without, trained -> !trained), within(1e-6));
    assertThat(reading.restricted().all().loss())
        .isCloseTo(byDefinition(formula, restrictedTo(logits, without), any -> true), within(1e-6));
    for (int k = 1; k <= basis.frequencies(); k++) {
      assertThat(reading.singleExcludedTrainLoss()[k - 1])
          .isCloseTo(
              byDefinition(formula, without(logits, pairs, k), trained -> trained), within(1e-6));
    }
  }

  /** Also where the logits have a mean, which not every loss disregards. */
  @ParameterizedTest
  @EnumSource(LossFormula.class)
  void ofNothingButACircuitTheCircuitHasTheLossOfAll(LossFormula formula) {
    Table cosines = Cubes.cosines(P, 0.1, KEYS);
    Table logits = Cubes.of(P, (a, b, c) -> 0.7 + cosines.at(a * P + b, c));
    double own = byDefinition(formula, logits, any -> true);
    CircuitReading reading =
        new CircuitLosses(SumPairs.added(basis), train, formula).read(logits, KEYS);
    assertThat(reading.restricted().all().loss()).isCloseTo(own, within(1e-6));
    assertThat(reading.decomposition().loss(KEYS)).isCloseTo(own, within(1e-6));
    double flat = byDefinition(formula, Cubes.of(P, (a, b, c) -> 0.7), any -> true);
    assertThat(reading.excluded().train().loss()).isCloseTo(flat, within(1e-6));
    assertThat(reading.excludedFromCube().train().loss()).isCloseTo(flat, within(1e-6));
  }

  @Test
  void logitsOfAnotherSizeAreRefused() {
    assertThatThrownBy(() -> read(Cubes.random(P, P, 1), KEYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("169");
  }

  private static double projectOut(double[] cube, int k, double shift) {
    double scale = Math.sqrt(2.0 / (P * P * P));
    double product = 0;
    for (int i = 0; i < cube.length; i++) {
      product += cube[i] * scale * Math.cos(angle(i, k) - shift);
    }
    for (int i = 0; i < cube.length; i++) {
      cube[i] -= product * scale * Math.cos(angle(i, k) - shift);
    }
    return product;
  }

  private static double angle(int i, int k) {
    return 2 * Math.PI * k * (i / (P * P) + i / P % P - i % P) / P;
  }

  /** Takes the projections on u_k and v_k away, class by class, as the definition says. */
  private static Table without(Table logits, SumPairs pairs, int... keys) {
    double[][] directions = new double[2 * keys.length][];
    for (int i = 0; i < keys.length; i++) {
      directions[2 * i] = pairs.cosineDirection(keys[i]);
      directions[2 * i + 1] = pairs.sineDirection(keys[i]);
    }
    float[] values = new float[P * P * P];
    for (int c = 0; c < P; c++) {
      double[] map = new double[P * P];
      for (int pair = 0; pair < map.length; pair++) {
        map[pair] = logits.at(pair, c);
      }
      double[] left = map.clone();
      for (double[] direction : directions) {
        double product = 0;
        for (int pair = 0; pair < map.length; pair++) {
          product += map[pair] * direction[pair];
        }
        for (int pair = 0; pair < map.length; pair++) {
          left[pair] -= product * direction[pair];
        }
      }
      for (int pair = 0; pair < map.length; pair++) {
        values[pair * P + c] = (float) left[pair];
      }
    }
    return new Table(P * P, P, values);
  }

  private static Table restrictedTo(Table logits, Table without) {
    float[] values = new float[P * P * P];
    for (int c = 0; c < P; c++) {
      double mean = 0;
      for (int pair = 0; pair < P * P; pair++) {
        mean += logits.at(pair, c) / (P * P);
      }
      for (int pair = 0; pair < P * P; pair++) {
        values[pair * P + c] = (float) (mean + logits.at(pair, c) - without.at(pair, c));
      }
    }
    return new Table(P * P, P, values);
  }

  private static double accuracy(Table logits, SumPairs pairs) {
    int right = 0;
    for (int pair = 0; pair < P * P; pair++) {
      boolean greatest = true;
      for (int c = 0; c < P; c++) {
        greatest &= logits.at(pair, c) <= logits.at(pair, pairs.sum(pair));
      }
      right += greatest ? 1 : 0;
    }
    return (double) right / (P * P);
  }

  private double fullLoss(Table logits, boolean side) {
    return fullLoss(logits, SumPairs.added(basis), side);
  }

  private double fullLoss(Table logits, SumPairs pairs, boolean side) {
    double loss = 0;
    int count = 0;
    for (int pair = 0; pair < P * P; pair++) {
      if (train[pair] == side) {
        double sum = 0;
        double own = logits.at(pair, pairs.sum(pair));
        double greatest = own;
        for (int c = 0; c < P; c++) {
          greatest = Math.max(greatest, logits.at(pair, c));
        }
        for (int c = 0; c < P; c++) {
          sum += Math.exp(logits.at(pair, c) - greatest);
        }
        loss += greatest + Math.log(sum) - own;
        count++;
      }
    }
    return loss / count;
  }
}
