package grokscope.measure.phase;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.StepInterval;
import org.junit.jupiter.api.Test;

class HeldThresholdTest {
  private final HeldThreshold threshold = new HeldThreshold(0.99, 3);

  @Test
  void theIntervalIsTheFirstOfThreeInARowAndWhatWasBefore() {
    threshold.observe(0, 0.1);
    threshold.observe(10, 0.99);
    threshold.observe(20, 1.0);
    assertThat(threshold.found()).isEmpty();
    assertThat(threshold.observe(30, 0.995)).contains(new StepInterval(0, 10));
    assertThat(threshold.observe(40, 1)).as("said once").isEmpty();
    assertThat(threshold.found()).contains(new StepInterval(0, 10));
  }

  @Test
  void aSpikeDoesNotCount() {
    threshold.observe(0, 1);
    threshold.observe(1, 1);
    threshold.observe(2, 0.98);
    threshold.observe(3, 1);
    threshold.observe(4, Double.NaN);
    assertThat(threshold.found()).isEmpty();
    threshold.observe(5, 1);
    threshold.observe(6, 1);
    assertThat(threshold.observe(7, 1)).contains(new StepInterval(4, 5));
  }

  @Test
  void trueFromTheStart() {
    threshold.observe(0, 1);
    threshold.observe(1, 1);
    assertThat(threshold.observe(2, 1)).contains(new StepInterval(-1, 0));
  }
}
