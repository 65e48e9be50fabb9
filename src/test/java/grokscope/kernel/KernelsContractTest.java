package grokscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel of every backend does what naive loops in double do, over odd shapes. */
class KernelsContractTest {
  private static final int[][] SHAPES = {{1, 1}, {3, 5}, {7, 1}, {1, 9}, {33, 17}, {70, 113}};

  /** A backend that is held against the naive loops, and how close it must come. */
  record Subject(String name, Backend backend, double tolerance) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Subject> subjects() {
    return Stream.of(
        new Subject("host", new CpuBackend(1), 2e-5),
        new Subject("ND4J in float", Nd4jBackend.inFloat(), 2e-5),
        new Subject("ND4J in double", Nd4jBackend.inDouble(), 1e-11));
  }

  /** The same random matrices on the subject and, in double, for the naive loops. */
  static final class Pair {
    private final Subject subject;
    private final Backend exact = Nd4jBackend.inDouble();
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Matrix> ours = new ArrayList<>();
    private final List<Matrix> naive = new ArrayList<>();

    Pair(Subject subject) {
      this.subject = subject;
    }

    int random(int rows, int columns) {
      Matrix one = subject.backend().zeros(rows, columns);
      Matrix other = exact.zeros(rows, columns);
      double[] values = new double[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      one.set(values);
      other.set(values);
      ours.add(one);
      naive.add(other);
      return ours.size() - 1;
    }

    Indices indices(int size, int rows) {
      int[] chosen = new int[size];
      for (int i = 0; i < size; i++) {
        chosen[i] = random.nextInt(rows);
      }
      return new Indices(chosen);
    }

    void both(BiConsumer<Kernels, List<Matrix>> operation) {
      operation.accept(subject.backend().kernels(0), ours);
      operation.accept(new NaiveKernels(), naive);
      for (int i = 0; i < ours.size(); i++) {
        double[] expected = naive.get(i).toDoubles();
        double[] actual = ours.get(i).toDoubles();
        double size = 1;
        double worst = 0;
        for (int j = 0; j < expected.length; j++) {
          size = Math.max(size, Math.abs(expected[j]));
          worst = Math.max(worst, Math.abs(actual[j] - expected[j]));
        }
        assertThat(worst / size)
            .as("difference in matrix %d, %s", i, ours.get(i))
            .isLessThan(subject.tolerance());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void multiply(Subject subject) {
    for (int[] shape : SHAPES) {
      for (int inner : new int[] {1, 31}) {
        for (int flags = 0; flags < 8; flags++) {
          boolean ta = (flags & 1) > 0;
          boolean tb = (flags & 2) > 0;
          boolean add = (flags & 4) > 0;
          Pair pair = new Pair(subject);
          pair.random(ta ? inner : shape[0], ta ? shape[0] : inner);
          pair.random(tb ? shape[1] : inner, tb ? inner : shape[1]);
          pair.random(shape[0], shape[1]);
          pair.both((k, m) -> k.multiply(m.get(0), ta, m.get(1), tb, m.get(2), add));
          pair.both((k, m) -> k.multiply(-0.3, m.get(0), ta, m.get(1), tb, m.get(2), add));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void firstRowsShareTheMemory(Subject subject) {
    Pair pair = new Pair(subject);
    pair.random(9, 4);
    pair.random(4, 6);
    pair.random(9, 6);
    pair.both(
        (k, m) ->
            k.multiply(
                m.get(0).firstRows(5), false, m.get(1), false, m.get(2).firstRows(5), false));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void gatherAndScatter(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.random(40, shape[1]);
      Indices rows = pair.indices(40, shape[0]);
      pair.both((k, m) -> k.gather(m.get(0), rows, m.get(1), false));
      pair.both((k, m) -> k.gather(m.get(0), rows, m.get(1), true));
      pair.both((k, m) -> k.scatterAdd(m.get(1), rows, m.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void gatherAndScatterWithATableThatIsReadRowByRow(Subject subject) {
    Pair pair = new Pair(subject);
    pair.random(2100, 128);
    pair.random(50, 128);
    Indices rows = pair.indices(50, 2100);
    pair.both((k, m) -> k.gather(m.get(0), rows, m.get(1), true));
    pair.both((k, m) -> k.scatterAdd(m.get(1), rows, m.get(0)));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void biasAndActivation(Subject subject) {
    for (int[] shape : SHAPES) {
      for (Activation f : Activation.values()) {
        Pair pair = new Pair(subject);
        pair.random(shape[0], shape[1]);
        pair.random(1, shape[1]);
        pair.random(shape[0], shape[1]);
        pair.random(1, shape[1]);
        pair.both((k, m) -> k.activations().biasActivate(m.get(0), m.get(1), f, m.get(2)));
        pair.both((k, m) -> k.activations().biasActivateBackward(m.get(0), f, m.get(2), m.get(3)));
        pair.both((k, m) -> k.activations().biasActivate(m.get(0), null, f, m.get(2)));
        pair.both((k, m) -> k.activations().biasActivateBackward(m.get(0), f, m.get(2), null));
        pair.both((k, m) -> k.activations().biasActivate(m.get(0), null, f, m.get(0)));
        pair.both((k, m) -> k.activations().biasActivateBackward(m.get(0), f, m.get(2), m.get(3)));
      }
    }
  }

  /** Where it is steep, flat, far out, and at the kink. */
  @ParameterizedTest
  @MethodSource("subjects")
  void activationsAreRightToTheirLastDigits(Subject subject) {
    double closeness = Math.min(1e-6, subject.tolerance());
    double[] x = {0, -0.0, 1e-30, -1e-8, 0.001, -0.3, 1, -1.7, 2.5, -3, 5.5, -6, 9, -11, 40, -40};
    try (Matrix in = subject.backend().zeros(1, x.length);
        Matrix out = subject.backend().zeros(1, x.length);
        Matrix slope = subject.backend().zeros(1, x.length);
        Matrix exact = Nd4jBackend.inDouble().zeros(1, x.length);
        Matrix exactSlope = Nd4jBackend.inDouble().zeros(1, x.length)) {
      for (Activation f : Activation.values()) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        in.set(x);
        slope.set(ones);
        exactSlope.set(ones);
        exact.set(in.toDoubles());
        Kernels kernels = subject.backend().kernels(0);
        kernels.activations().biasActivate(in, null, f, out);
        kernels.activations().biasActivateBackward(f.slopeFromValue() ? out : in, f, slope, null);
        NaiveActivations naive = new NaiveActivations();
        if (f.slopeFromValue()) {
          naive.biasActivate(exact, null, f, exact);
          naive.biasActivateBackward(exact, f, exactSlope, null);
        } else {
          naive.biasActivateBackward(exact, f, exactSlope, null);
          naive.biasActivate(exact, null, f, exact);
        }
        for (int i = 0; i < x.length; i++) {
          double expected = exact.toDoubles()[i];
          assertThat(out.toDoubles()[i])
              .as("%s at %s", f, x[i])
              .isCloseTo(expected, Offset.offset(closeness * (1 + Math.abs(expected))));
          double expectedSlope = exactSlope.toDoubles()[i];
          assertThat(slope.toDoubles()[i])
              .as("slope of %s at %s", f, x[i])
              .isCloseTo(expectedSlope, Offset.offset(closeness * (1 + Math.abs(expectedSlope))));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void layerNorm(Subject subject) {
    for (int[] shape :
        new int[][] {{1, 1}, {3, 5}, {7, 1}, {1, 9}, {33, 17}, {70, 113}, {9, 600}}) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]); // x
      pair.random(1, shape[1]); // gain
      pair.random(1, shape[1]); // bias
      pair.random(shape[0], shape[1]); // normal
      pair.random(shape[0], 1); // scales
      pair.random(shape[0], shape[1]); // y, then its gradient
      pair.random(shape[0], shape[1]); // dx
      pair.random(1, shape[1]); // dGain
      pair.random(1, shape[1]); // dBias
      pair.both(
          (k, m) -> k.norm().forward(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5)));
      pair.both(
          (k, m) ->
              k.norm()
                  .backward(m.get(1), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8)));
      pair.both(
          (k, m) -> k.norm().forward(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void sums(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.random(1, shape[1]);
      pair.random(shape[0], shape[1]);
      pair.both((k, m) -> k.activations().addBias(m.get(0), m.get(1)));
      pair.both((k, m) -> k.activations().addColumnSums(m.get(0), m.get(1)));
      pair.both((k, m) -> k.elements().add(m.get(0), m.get(2)));
      assertThat(subject.backend().kernels(0).elements().sumOfSquares(pair.ours.get(2)))
          .isCloseTo(
              new NaiveKernels().elements().sumOfSquares(pair.naive.get(2)),
              Offset.offset(1e-5 * (1 + shape[0] * shape[1])));
      pair.both((k, m) -> k.elements().zero(m.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void crossEntropy(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.random(shape[0], shape[1]);
      int[] targets = pair.indices(shape[0], shape[1]).rows();
      LossSum[] sums = {new LossSum(), new LossSum()};
      int[] call = {0};
      pair.both(
          (k, m) ->
              k.losses()
                  .add(
                      LossFormula.CROSS_ENTROPY,
                      m.get(0),
                      targets,
                      0.25,
                      m.get(1),
                      sums[call[0]++]));
      assertThat(sums[0].meanLoss())
          .isCloseTo(sums[1].meanLoss(), Offset.offset(Math.min(1e-6, subject.tolerance())));
      assertThat(sums[0].accuracy()).isEqualTo(sums[1].accuracy());
      LossSum again = new LossSum();
      subject
          .backend()
          .kernels(0)
          .losses()
          .add(LossFormula.CROSS_ENTROPY, pair.ours.get(0), targets, 0, null, again);
      assertThat(again.meanLoss()).isEqualTo(sums[0].meanLoss());
      // The gradient may overwrite the logits.
      pair.both(
          (k, m) ->
              k.losses()
                  .add(
                      LossFormula.CROSS_ENTROPY, m.get(0), targets, 0.25, m.get(0), new LossSum()));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void attentionOverOwnRowsAndOverATable(Subject subject) {
    for (AttentionShape shape :
        List.of(
            new AttentionShape(1, 1, 1),
            new AttentionShape(2, 3, 3),
            new AttentionShape(3, 5, 4),
            new AttentionShape(4, 8, 3),
            new AttentionShape(1, 2, 35))) {
      for (int tableRows : new int[] {0, 5}) {
        for (int answers : new int[] {0, 1, 3}) {
          attention(subject, shape, tableRows, answers, true);
          attention(subject, shape, tableRows, answers, false);
        }
      }
    }
  }

  /**
   * Six sequences.
   *
   * @param tableRows rows of the matrices that are looked up; 0 where every sequence has its own
   * @param answers how many positions of a sequence ask, anywhere in it; 0 for all
   * @param causal whether they see only what comes before them
   */
  private static void attention(
      Subject subject, AttentionShape shape, int tableRows, int answers, boolean causal) {
    int sequences = 6;
    int queries = sequences * (answers == 0 ? shape.context() : answers);
    int keys = sequences * shape.context();
    Pair pair = new Pair(subject);
    int queryTable = tableRows > 0 ? tableRows : queries;
    int keyTable = tableRows > 0 ? tableRows : keys;
    Indices queryRows =
        tableRows > 0 ? pair.indices(queries, tableRows) : Indices.firstRows(queries);
    Indices keyRows = tableRows > 0 ? pair.indices(keys, tableRows) : Indices.firstRows(keys);
    AttentionQueries asking =
        answers == 0
            ? AttentionQueries.everywhere(queryRows, shape.context(), causal)
            : AttentionQueries.at(queryRows, sequences, shape.context(), causal);
    for (int i = 0; i < sequences * answers; i++) {
      asking.ask(i / answers, i % answers, (7 * i + 3) % shape.context());
    }
    pair.random(queryTable, shape.width()); // q
    pair.random(keyTable, shape.width()); // k
    pair.random(keyTable, shape.width()); // v
    pair.random(queries, shape.patternColumns());
    pair.random(queries, shape.width()); // out, then its gradient
    pair.random(queryTable, shape.width()); // dq
    pair.random(keyTable, shape.width()); // dk
    pair.random(keyTable, shape.width()); // dv
    pair.both(
        (k, m) ->
            k.attention()
                .forward(shape, m.get(0), asking, m.get(1), m.get(2), keyRows, m.get(3), m.get(4)));
    pair.both(
        (k, m) ->
            k.attention()
                .backward(
                    shape, m.get(0), asking, m.get(1), m.get(2), keyRows, m.get(3), m.get(4),
                    m.get(5), m.get(6), m.get(7)));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void masksOfDropout(Subject subject) {
    Pair pair = new Pair(subject);
    pair.random(90, 100); // more than a block
    pair.random(90, 100);
    pair.random(90, 100);
    pair.both((k, m) -> k.elements().drawMask(0.3, new SplittableRandom(5), m.get(0)));
    pair.both((k, m) -> k.elements().timesElements(m.get(0), m.get(1), m.get(2)));
    pair.both((k, m) -> k.elements().timesElements(m.get(0), m.get(1), m.get(1)));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void multiplyPartsOfMatrices(Subject subject) {
    Pair pair = new Pair(subject);
    pair.random(9, 12);
    pair.random(7, 12);
    pair.random(9, 20);
    pair.both(
        (k, m) ->
            k.multiply(
                m.get(0).columnRange(4, 5),
                false,
                m.get(1).rowRange(2, 4).columnRange(3, 5),
                true,
                m.get(2).columnRange(11, 4),
                true));
    pair.both(
        (k, m) ->
            k.multiply(
                m.get(0).columnRange(2, 3),
                true,
                m.get(2).columnRange(1, 12),
                false,
                m.get(1).rowRange(3, 3),
                false));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void rowRangesShareTheMemory(Subject subject) {
    Pair pair = new Pair(subject);
    pair.random(9, 4);
    pair.random(9, 4);
    pair.both((k, m) -> k.elements().add(m.get(0).rowRange(2, 3), m.get(1).rowRange(5, 3)));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void mixturesOfTableRows(Subject subject) {
    for (AttentionShape shape :
        List.of(
            new AttentionShape(1, 1, 1),
            new AttentionShape(2, 3, 3),
            new AttentionShape(4, 8, 5))) {
      for (int columns : new int[] {1, 17, 64}) {
        int examples = 11;
        int tableRows = 6;
        Pair pair = new Pair(subject);
        Indices rows = pair.indices(examples * shape.context(), tableRows);
        pair.random(tableRows, shape.heads()); // scores
        pair.random(examples, shape.patternColumns()); // pattern
        pair.random(tableRows, shape.heads() * columns); // tables
        pair.random(examples, columns); // out, then its gradient
        pair.random(examples, shape.patternColumns()); // dPattern
        pair.random(tableRows, shape.heads() * columns); // dTables
        pair.random(tableRows, shape.heads()); // dScores
        pair.both((k, m) -> k.mixtures().pattern(shape, m.get(0), rows, m.get(1)));
        pair.both((k, m) -> k.mixtures().mix(shape, m.get(1), rows, m.get(2), m.get(3)));
        pair.both(
            (k, m) ->
                k.mixtures()
                    .mixBackward(shape, m.get(1), rows, m.get(2), m.get(3), m.get(4), m.get(5)));
        pair.both(
            (k, m) -> k.mixtures().patternBackward(shape, m.get(1), m.get(4), rows, m.get(6)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void adamW(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      for (int i = 0; i < 3; i++) {
        pair.random(shape[0], shape[1]);
      }
      int square = pair.random(shape[0], shape[1]);
      pair.both((k, m) -> k.elements().zero(m.get(square))); // a mean square is never negative
      for (int update = 1; update <= 3; update++) {
        AdamWStep step = new AdamWStep(0.01, 0.5, 0.9, 0.98, 1e-8, update);
        pair.both((k, m) -> k.updates().adamW(step, m.get(0), m.get(1), m.get(2), m.get(3)));
      }
    }
  }
}
