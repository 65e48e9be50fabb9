package grokscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.KernelsContractTest.Pair;
import grokscope.kernel.KernelsContractTest.Subject;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels that updates are made of, beside AdamW, against naive loops in double. */
class UpdateKernelsTest {
  private static final int[][] SHAPES = {{1, 1}, {3, 5}, {1, 9}, {70, 113}, {129, 130}};

  static Stream<Subject> subjects() {
    return KernelsContractTest.subjects();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void blend(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.random(shape[0], shape[1]);
      pair.both((k, m) -> k.elements().blend(0.3, m.get(0), -0.7, m.get(1)));
      pair.both((k, m) -> k.elements().blend(1, m.get(0), 0, m.get(1)));
      pair.both((k, m) -> k.elements().blend(1.5, m.get(0), 0.25, m.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void signsAndShrinking(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.random(shape[0], shape[1]);
      pair.both((k, m) -> k.updates().addSigns(0.3, m.get(0), m.get(1)));
      pair.both((k, m) -> k.updates().shrink(m.get(0), 0.5)); // a third of them becomes 0
      pair.both((k, m) -> k.updates().addSigns(-0.3, m.get(0), m.get(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void noiseIsDrawnInTheOrderOfRows(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.both((k, m) -> k.elements().addNoise(0.3, new SplittableRandom(9), m.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void dot(Subject subject) {
    for (int[] shape : SHAPES) {
      Pair pair = new Pair(subject);
      pair.random(shape[0], shape[1]);
      pair.random(shape[0], shape[1]);
      double[] seen = new double[2];
      int[] next = {0};
      pair.both((k, m) -> seen[next[0]++] = k.elements().dot(m.get(0), m.get(1)));
      assertThat(seen[0]).isCloseTo(seen[1], Offset.offset(1e-9)); // floats, summed in double
    }
  }
}
