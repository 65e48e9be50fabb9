package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.ui.chart.plot.StepWindow;
import org.junit.jupiter.api.Test;

class StepScaleTest {
  @Test
  void bothAxesGoFromTheFirstStepToTheLastAndBack() {
    for (boolean log : new boolean[] {false, true}) {
      StepScale scale = StepScale.whole(log, 6000);
      assertThat(scale.position(0)).isZero();
      assertThat(scale.position(6000)).isEqualTo(1);
      assertThat(scale.stepAt(scale.position(1234))).isCloseTo(1234, within(1e-6));
    }
    double middle = Math.sqrt(StepScale.LOG_ZERO * 6000);
    assertThat(StepScale.whole(true, 6000).position(middle)).isCloseTo(0.5, within(1e-9));
    assertThat(StepScale.whole(true, 0).position(0)).isZero();
  }

  @Test
  void aWholeRunLiesWhereTheCurvesPutIt() {
    StepWindow window = new StepWindow();
    window.setEnd(6000);
    for (boolean log : new boolean[] {false, true}) {
      window.setLog(log);
      for (int step : new int[] {0, 1, 7, 77, 3000, 6000}) {
        assertThat(StepScale.whole(log, 6000).position(step)).isEqualTo(window.position(step));
      }
    }
  }
}
