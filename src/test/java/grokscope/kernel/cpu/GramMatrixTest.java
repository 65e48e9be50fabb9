package grokscope.kernel.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against plain sums. */
class GramMatrixTest {
  @ParameterizedTest
  @CsvSource({"1,1", "3,7", "7,3", "16,16", "59,128", "130,61"})
  void itIsTheSmallerProductWithItself(int rows, int columns) {
    double[] values = new SplittableRandom(4).doubles((long) rows * columns, -1, 1).toArray();
    double[][] gram = GramMatrix.of(values, rows, columns);
    boolean byRows = rows < columns;
    assertThat(gram).hasDimensions(Math.min(rows, columns), Math.min(rows, columns));
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j < gram.length; j++) {
        double sum = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          sum +=
              byRows
                  ? values[i * columns + k] * values[j * columns + k]
                  : values[k * columns + i] * values[k * columns + j];
        }
        assertThat(gram[i][j]).isCloseTo(sum, within(1e-12));
      }
    }
  }

  @Test
  void ofNothingItIsEmpty() {
    assertThat(GramMatrix.of(new double[0], 0, 5)).isEmpty();
    assertThat(GramMatrix.of(new double[0], 5, 0)).isEmpty();
  }

  @Test
  void itLeavesTheThreadsOfOthersAlone() {
    int before = openblas_nolapack.blas_get_num_threads();
    GramMatrix.of(new double[] {1, 2}, 1, 2);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(before);
  }
}
