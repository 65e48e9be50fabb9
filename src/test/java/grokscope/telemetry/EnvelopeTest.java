package grokscope.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  @Test
  void everySpikeSurvives() {
    int points = 20_000;
    int columns = 900;
    double[] x = new double[points];
    double[] y = new double[points];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < points; i++) {
      x[i] = (double) i * columns / points;
      y[i] = random.nextDouble();
    }
    y[12_345] = 50;
    y[777] = -50;
    Envelope envelope = new Envelope();
    envelope.thin(x, y, 0, points);

    assertThat(envelope.size()).isLessThanOrEqualTo(4 * columns);
    double[] keptX = Arrays.copyOf(envelope.x(), envelope.size());
    double[] keptY = Arrays.copyOf(envelope.y(), envelope.size());
    assertThat(keptX).isSorted();
    for (int column = 0; column < columns; column++) {
      assertThat(range(keptX, keptY, column)).containsExactly(range(x, y, column));
    }
  }

  @Test
  void pointsInColumnsOfTheirOwnAllStay() {
    double[] x = {-3, 0.5, 1.5, 7, 9.9};
    double[] y = {1, 2, 3, 4, 5};
    Envelope envelope = new Envelope();
    envelope.thin(x, y, 0, 5);
    assertThat(Arrays.copyOf(envelope.x(), envelope.size())).containsExactly(x);
    assertThat(Arrays.copyOf(envelope.y(), envelope.size())).containsExactly(y);
  }

  @Test
  void nothingGivesNothing() {
    Envelope envelope = new Envelope();
    envelope.thin(new double[0], new double[0], 0, 0);
    assertThat(envelope.size()).isZero();
  }

  private static double[] range(double[] x, double[] y, int column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (Math.floor(x[i]) == column) {
        low = Math.min(low, y[i]);
        high = Math.max(high, y[i]);
      }
    }
    return new double[] {low, high};
  }
}
