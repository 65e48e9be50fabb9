package grokscope.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void growsAndFindsTheSampleAtAStep() {
    History history =
        new History(List.of(new Metric("a", "A", "first"), new Metric("b", "B", "second")));
    assertThat(history.indexAt(5)).isEqualTo(-1);
    for (int i = 0; i < 1000; i++) {
      history.append(new Sample(1, 10 * i, new double[] {i, -i}));
    }
    assertThat(history.size()).isEqualTo(1000);
    assertThat(history.column("b")).isEqualTo(1);
    assertThat(history.column("c")).isEqualTo(-1);
    assertThat(history.indexAt(0)).isZero();
    assertThat(history.indexAt(4999)).isEqualTo(499);
    assertThat(history.indexAt(5000)).isEqualTo(500);
    assertThat(history.indexAt(1e9)).isEqualTo(999);
    assertThat(history.values(1, 998)).containsExactly(-998, -999);
    assertThat(history.steps(999)).containsExactly(9990);
  }

  @Test
  void aValueThatIsMeasuredSeldomHoldsUntilTheNext() {
    History history = new History(List.of(new Metric("a", "A", "first")));
    for (double value : new double[] {Double.NaN, 4, Double.NaN, Double.NaN, 7}) {
      history.append(new Sample(1, history.size(), new double[] {value}));
    }
    assertThat(history.latest(0, 0)).isNaN();
    assertThat(history.latest(0, 1)).isEqualTo(4);
    assertThat(history.latest(0, 3)).isEqualTo(4);
    assertThat(history.latest(0, 4)).isEqualTo(7);
  }
}
