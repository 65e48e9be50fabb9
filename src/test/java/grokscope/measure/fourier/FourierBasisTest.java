package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierBasisTest {
  @ParameterizedTest
  @ValueSource(ints = {3, 9, 59, 113})
  void theRowsAreOrthonormal(int p) {
    FourierBasis basis = new FourierBasis(p);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        double product = 0;
        for (int x = 0; x < p; x++) {
          product += basis.at(i, x) * basis.at(j, x);
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13));
      }
    }
  }

  @Test
  void theRowsAreWhatTheirNamesSay() {
    FourierBasis basis = new FourierBasis(7);
    double angle = 2 * Math.PI * 3 * 2 / 7;
    assertThat(basis.at(0, 4)).isCloseTo(1 / Math.sqrt(7), within(1e-15));
    assertThat(basis.at(5, 2)).isCloseTo(Math.sqrt(2.0 / 7) * Math.cos(angle), within(1e-15));
    assertThat(basis.at(6, 2)).isCloseTo(Math.sqrt(2.0 / 7) * Math.sin(angle), within(1e-15));
  }

  @Test
  void anEvenModulusHasNoSuchBasis() {
    assertThatThrownBy(() -> new FourierBasis(10))
        .hasMessageContaining("10")
        .hasMessageContaining("odd");
  }

  @Test
  void aTransformKeepsTheSumOfSquares() {
    Table table = Cubes.random(13, 6, 1);
    double before = 0;
    for (float value : table.values()) {
      before += (double) value * value;
    }
    FourierBasis basis = new FourierBasis(13);
    double after = Arrays.stream(basis.transform(table)).map(x -> x * x).sum();
    assertThat(after).isCloseTo(before, within(1e-11));
    assertThat(Spectrum.of(basis, table).total()).isCloseTo(before, within(1e-11));
  }

  @Test
  void aProductOfRowsIsOneEntryOfTheTransformOfPairs() {
    int p = 11;
    FourierBasis basis = new FourierBasis(p);
    double[] map = new double[p * p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        map[a * p + b] = 5 * basis.at(3, a) * basis.at(8, b);
      }
    }
    double[] transformed = basis.transformPairs(map);
    for (int i = 0; i < transformed.length; i++) {
      assertThat(transformed[i]).isCloseTo(i == 3 * p + 8 ? 5 : 0, within(1e-13));
    }
  }

  @Test
  void theSumDirectionsAreTheProductsOfRowsAndOrthonormal() {
    int p = 11;
    FourierBasis basis = new FourierBasis(p);
    SumPairs pairs = SumPairs.added(basis);
    for (int k = 1; k <= basis.frequencies(); k++) {
      double[] cosine = pairs.cosineDirection(k);
      double[] sine = pairs.sineDirection(k);
      int c = FourierBasis.cosineRow(k);
      int s = FourierBasis.sineRow(k);
      for (int a = 0; a < p; a++) {
        for (int b = 0; b < p; b++) {
          double cc = basis.at(c, a) * basis.at(c, b);
          double ss = basis.at(s, a) * basis.at(s, b);
          double sc = basis.at(s, a) * basis.at(c, b);
          double cs = basis.at(c, a) * basis.at(s, b);
          assertThat(cosine[a * p + b]).isCloseTo((cc - ss) / Math.sqrt(2), within(1e-14));
          assertThat(sine[a * p + b]).isCloseTo((sc + cs) / Math.sqrt(2), within(1e-14));
        }
      }
      assertThat(dot(cosine, cosine)).isCloseTo(1, within(1e-13));
      assertThat(dot(sine, sine)).isCloseTo(1, within(1e-13));
      assertThat(dot(cosine, sine)).isCloseTo(0, within(1e-13));
      assertThat(dot(cosine, pairs.cosineDirection(k % 5 + 1))).isCloseTo(0, within(1e-13));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
