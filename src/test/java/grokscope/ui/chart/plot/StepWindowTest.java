package grokscope.ui.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.figure.StepScale;
import org.junit.jupiter.api.Test;

class StepWindowTest {
  private final StepWindow window = new StepWindow();

  @Test
  void aLiveWindowGrowsWithTheRun() {
    window.setEnd(500);
    assertThat(window.min()).isZero();
    assertThat(window.max()).isEqualTo(500);
    window.zoom(0.5, 0.5);
    window.setEnd(1000);
    assertThat(window.isLive()).isFalse();
    assertThat(window.max()).isEqualTo(375);
    window.follow();
    assertThat(window.isLive()).isTrue();
    assertThat(window.max()).isEqualTo(1000);
  }

  @Test
  void zoomingKeepsTheStepUnderTheCursor() {
    for (boolean log : new boolean[] {false, true}) {
      window.setLog(log);
      window.setEnd(10_000);
      window.follow();
      double step = window.stepAt(0.7);
      window.zoom(0.3, 0.7);
      assertThat(window.stepAt(0.7)).isCloseTo(step, within(step * 1e-9));
      assertThat(window.position(step)).isCloseTo(0.7, within(1e-9));
    }
  }

  @Test
  void zoomingOutEndsLive() {
    window.setEnd(1000);
    window.zoom(0.2, 0.9);
    window.zoom(100, 0.1);
    assertThat(window.isLive()).isTrue();
    assertThat(window.min()).isZero();
    assertThat(window.max()).isEqualTo(1000);
  }

  @Test
  void panningStopsAtTheEnds() {
    window.setEnd(1000);
    window.select(0.4, 0.6);
    window.pan(5);
    assertThat(window.min()).isZero();
    assertThat(window.max()).isCloseTo(200, within(1e-9));
    window.pan(-50);
    assertThat(window.min()).isCloseTo(800, within(1e-9));
    assertThat(window.max()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void stepZeroHasAPlaceOnALogarithmicAxis() {
    window.setEnd(1000);
    window.setLog(true);
    assertThat(window.min()).isEqualTo(StepScale.LOG_ZERO);
    assertThat(window.position(0)).isZero();
    assertThat(window.position(1000)).isEqualTo(1);
    assertThat(window.position(1)).isBetween(0.05, 0.2);
  }

  @Test
  void theScaleChangesWithinAZoom() {
    window.setEnd(1000);
    window.select(0, 0.5);
    window.setLog(true);
    assertThat(window.min()).isEqualTo(StepScale.LOG_ZERO);
    assertThat(window.max()).isEqualTo(500);
    window.setLog(false);
    assertThat(window.max()).isEqualTo(500);
  }

  @Test
  void aSelectionIsNeverTooNarrowToSee() {
    window.setEnd(1000);
    window.select(0.5, 0.5);
    assertThat(window.max() - window.min()).isGreaterThanOrEqualTo(4);
  }
}
