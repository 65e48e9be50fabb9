package grokscope.measure.phase;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedRangeTest {
  private static final Metric LOSS = new Metric("loss", "loss", "");
  private static final Metric NORM = new Metric("norm", "norm", "");

  /** Rows of a step and the value of each metric. */
  private static History history(List<Metric> metrics, double[]... rows) {
    History history = new History(metrics);
    for (double[] row : rows) {
      history.append(new Sample(0, (int) row[0], java.util.Arrays.copyOfRange(row, 1, row.length)));
    }
    return history;
  }

  private static History loss(double[]... rows) {
    return history(List.of(LOSS), rows);
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  @Test
  void onOneGridItIsTheMiddleTheLowestAndTheHighest() {
    SeedRange range =
        SeedRange.of(
                List.of(
                    loss(row(0, 5), row(1, 1)),
                    loss(row(0, 3), row(1, 9)),
                    loss(row(0, 4), row(1, 2))))
            .orElseThrow();
    assertThat(range.median().steps(0)).containsExactly(0, 1);
    assertThat(range.median().values(0, 0)).containsExactly(4, 2);
    assertThat(range.lowest().values(0, 0)).containsExactly(3, 1);
    assertThat(range.highest().values(0, 0)).containsExactly(5, 9);
    assertThat(range.lowest().steps(0)).containsExactly(0, 1);
  }

  @Test
  void onOtherGridsARunHasTheValueOnItsLineAndOnlyCommonStepsCount() {
    SeedRange range =
        SeedRange.of(
                List.of(
                    loss(row(0, 0), row(10, 10), row(20, 20)),
                    loss(row(4, 8), row(12, 0), row(16, 4))))
            .orElseThrow();
    assertThat(range.median().steps(0)).containsExactly(4, 10, 12, 16);
    // The first on its line: 4, 10, 12, 16; the second: 8, 2, 0, 4.
    assertThat(range.lowest().values(0, 0)).containsExactly(4, 2, 0, 4);
    assertThat(range.highest().values(0, 0)).containsExactly(8, 10, 12, 16);
    assertThat(range.median().values(0, 0)).containsExactly(6, 6, 6, 10);
  }

  @Test
  void whereOneHasNoNumberThereIsNone() {
    SeedRange range =
        SeedRange.of(List.of(loss(row(0, 1), row(1, 1)), loss(row(0, Double.NaN), row(1, 3))))
            .orElseThrow();
    assertThat(range.median().values(0, 0)).containsExactly(Double.NaN, 2);
    assertThat(range.lowest().values(0, 0)).containsExactly(Double.NaN, 1);
    assertThat(range.highest().values(0, 0)).containsExactly(Double.NaN, 3);
  }

  @Test
  void metricsAreMatchedByTheirIds() {
    History first = history(List.of(LOSS, NORM), row(0, 1, 10), row(1, 1, 10));
    History second = history(List.of(NORM), row(0, 30), row(1, 50));
    SeedRange range = SeedRange.of(List.of(first, second)).orElseThrow();
    assertThat(range.median().values(0, 0)).containsExactly(Double.NaN, Double.NaN);
    assertThat(range.median().values(1, 0)).containsExactly(20, 30);
  }

  @Test
  void oneRunOrRunsThatNeverMeetHaveNone() {
    assertThat(SeedRange.of(List.of(loss(row(0, 1))))).isEmpty();
    assertThat(SeedRange.of(List.of(loss(row(0, 1)), loss()))).isEmpty();
    assertThat(SeedRange.of(List.of(loss(row(0, 1), row(1, 1)), loss(row(2, 1))))).isEmpty();
  }
}
