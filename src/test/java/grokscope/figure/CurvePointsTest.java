package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a column is drawn. */
class CurvePointsTest {
  private static final double NONE = Double.NaN;

  private static History history(boolean seldom, double[]... rows) {
    History history =
        new History(
            List.of(
                new Metric("a", "a", "", false),
                new Metric("b", "b", "", seldom),
                new Metric("c", "c", "", seldom)));
    for (int i = 0; i < rows.length; i++) {
      history.append(10 * i, rows[i]);
    }
    return history;
  }

  @Test
  void onALogarithmicAxisZeroAndLessLieOnItsFloor() {
    History history =
        history(false, new double[][] {{2, 0, 0}, {0, 0, 0}, {-1, 0, 0}, {1e-30, 0, 0}});
    assertThat(CurvePoints.of(history, 0, ValueAxis.LOG).values())
        .containsExactly(2, Limits.LOG_FLOOR, Limits.LOG_FLOOR, Limits.LOG_FLOOR);
    assertThat(CurvePoints.of(history, 0, ValueAxis.WITH_ZERO).values())
        .containsExactly(2, 0, -1, 1e-30);
  }

  @Test
  void whatIsNotAFiniteNumberBreaksTheLine() {
    double up = Double.POSITIVE_INFINITY;
    History history =
        history(
            false, new double[][] {{1, 0, 0}, {NONE, 0, 0}, {2, 0, 0}, {up, 0, 0}, {-up, 0, 0}});
    for (ValueAxis axis : ValueAxis.values()) {
      CurvePoints points = CurvePoints.of(history, 0, axis);
      assertThat(points.steps()).containsExactly(0, 10, 20, 30, 40);
      assertThat(points.values()).containsExactly(1, NONE, 2, NONE, NONE);
      assertThat(points.lowest()).isEqualTo(1);
      assertThat(points.highest()).isEqualTo(2);
    }
  }

  @Test
  void aSeldomMeasureGoesOnWhereItWasNotTakenAndBreaksWhereItHadNoValue() {
    double[][] rows = {{1, 5, 7}, {1, NONE, NONE}, {1, NONE, 8}, {1, NONE, NONE}, {1, 6, 9}};
    CurvePoints seldom = CurvePoints.of(history(true, rows), 1, ValueAxis.WITH_ZERO);
    assertThat(seldom.steps()).containsExactly(0, 20, 40);
    assertThat(seldom.values()).containsExactly(5, NONE, 6);
    CurvePoints usual = CurvePoints.of(history(false, rows), 1, ValueAxis.WITH_ZERO);
    assertThat(usual.values()).containsExactly(5, NONE, NONE, NONE, 6);
  }

  @Test
  void whatIsShownOfAValueIsTakenFirst() {
    History history = history(false, new double[][] {{4, 0, 0}, {9, 0, 0}, {-1, 0, 0}});
    assertThat(CurvePoints.of(history, 0, 1, ValueAxis.FROM_ZERO, Math::sqrt).values())
        .containsExactly(3, NONE);
  }

  @Test
  void aSeldomMeasureIsKnownUntilItIsTakenAgain() {
    double[][] rows = {{1, NONE, NONE}, {1, 5, 7}, {1, NONE, NONE}, {1, NONE, 8}};
    History history = history(true, rows);
    assertThat(CurvePoints.lastTaken(history, 1, 0)).isEqualTo(-1);
    assertThat(CurvePoints.lastTaken(history, 1, 2)).isEqualTo(1);
    assertThat(CurvePoints.lastTaken(history, 1, 3)).isEqualTo(3); // when it had no value
    assertThat(CurvePoints.lastTaken(history(false, rows), 1, 2)).isEqualTo(2);
  }
}
