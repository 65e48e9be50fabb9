package grokscope.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Expectation.Outcome;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.RunRequest.Until;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts as a kept promise. */
class OutcomeCheckTest {
  private static final RunConfig CONFIG = new Laboratory(1L << 30).catalog().defaults();

  private static Preset preset(Outcome outcome, Integer memorizedBy, Integer grokkedBy) {
    Expectation expectation =
        new Expectation(outcome, Optional.ofNullable(memorizedBy), Optional.ofNullable(grokkedBy));
    PresetNotes presetNotes = new PresetNotes("title", "", "", "", List.of(), expectation, 1);
    return new Preset("id", true, presetNotes, CONFIG);
  }

  private static RunSummary seen(Integer memorized, Integer grokked, double testAccuracy) {
    return seen(memorized, grokked, 1, testAccuracy);
  }

  private static RunSummary seen(
      Integer memorized, Integer grokked, double trainAccuracy, double testAccuracy) {
    return new RunSummary(
        1,
        RunState.FINISHED,
        CONFIG.steps(),
        Optional.ofNullable(memorized).map(step -> new StepInterval(step - 1, step)),
        Optional.ofNullable(grokked).map(step -> new StepInterval(step - 1, step)),
        2,
        9,
        Map.of("train_accuracy", trainAccuracy, "test_accuracy", testAccuracy),
        "");
  }

  /** Of a run that has stood at its last values for a while. */
  private static Optional<String> broken(Preset preset, RunSummary seen) {
    List<Metric> metrics =
        Stream.of("train_accuracy", "test_accuracy").map(id -> new Metric(id, id, "")).toList();
    double[] values =
        metrics.stream().mapToDouble(metric -> seen.finalValues().get(metric.id())).toArray();
    OutcomeListener listener = new OutcomeListener(CONFIG, metrics);
    IntStream.range(0, 10).forEach(step -> listener.onSample(new Sample(1, step, values)));
    return OutcomeCheck.broken(preset, seen, listener.outcome(seen));
  }

  @Test
  void grokkingNeedsADelayAndHasToComeInTime() {
    Preset groks = preset(Outcome.GROKS, 100, 1000);
    assertThat(broken(groks, seen(90, 900, 1))).isEmpty();
    assertThat(broken(groks, seen(90, 1100, 1)))
        .hasValue("it should have generalised by step 1000, but did so at 1099–1100");
    assertThat(broken(groks, seen(101, 900, 1)))
        .hasValue("it should have memorised by step 100, but did so at 100–101");
    assertThat(broken(groks, seen(90, null, 0.2)))
        .hasValue("it should have generalised by step 1000, but did not");
    Preset slow = preset(Outcome.GROKS, 2000, 4000);
    assertThat(broken(slow, seen(1500, 2500, 1))).isEmpty();
    assertThat(broken(slow, seen(1500, 2499, 1))).isPresent();
    assertThat(broken(groks, seen(90, 150, 1)))
        .hasValueSatisfying(words -> assertThat(words).contains("hardly any delay"));
  }

  @Test
  void withoutADelayBothComeTogether() {
    Preset together = preset(Outcome.NO_DELAY, 200, 300);
    assertThat(broken(together, seen(100, 140, 1))).isEmpty();
    assertThat(broken(together, seen(100, 160, 1))).hasValue("it generalised only 60 steps later");
  }

  @Test
  void aShortDelayIsNeitherNoneNorGrokking() {
    Preset soon = preset(Outcome.SHORT_DELAY, 100, 400);
    assertThat(broken(soon, seen(100, 200, 1))).isEmpty();
    assertThat(broken(soon, seen(100, 300, 1))).hasValue("its delay was long enough for grokking");
    assertThat(broken(soon, seen(100, 120, 1))).hasValue("it generalised without a delay");
    assertThat(broken(soon, seen(100, null, 0.3))).isPresent();
  }

  @Test
  void aPhaseChangeHasNoGap() {
    Preset jump = preset(Outcome.PHASE_CHANGE, null, 300);
    assertThat(broken(jump, seen(250, 240, 0.98, 1))).isEmpty();
    assertThat(broken(jump, seen(null, 240, 0.98, 0.99))).isEmpty();
    assertThat(broken(jump, seen(null, 301, 1, 1)))
        .hasValue("it should have generalised by step 300, but did so at 300–301");
    assertThat(broken(jump, seen(90, 269, 1, 1))).isEmpty();
    assertThat(broken(jump, seen(90, 270, 1, 1))).hasValue("it generalised only 180 steps later");
    assertThat(broken(jump, seen(null, 240, 0.9, 1)))
        .hasValue("train accuracy is 0.9, but test accuracy is 1.0");
    assertThat(broken(preset(Outcome.PHASE_CHANGE, null, null), seen(100, null, 1, 0.2)))
        .hasValue("it did not generalise in " + CONFIG.steps() + " steps");
  }

  @Test
  void generalizingBeforeMemorizingIsNoDelay() {
    assertThat(broken(preset(Outcome.NO_DELAY, null, 300), seen(null, 140, 1))).isEmpty();
    assertThat(broken(preset(Outcome.GROKS, null, 300), seen(null, 140, 1)))
        .hasValueSatisfying(words -> assertThat(words).contains("hardly any delay"));
  }

  @Test
  void withoutAStepToKeepItStillHasToHappen() {
    assertThat(broken(preset(Outcome.GROKS, null, null), seen(90, null, 0.2)))
        .hasValue("it did not generalise in " + CONFIG.steps() + " steps");
    assertThat(broken(preset(Outcome.NO_DELAY, null, null), seen(90, null, 0.2))).isPresent();
  }

  @Test
  void partlyMeansAllStepsAndMoreThanHalfOfTheHiddenExamplesButNotAll() {
    Preset partly = preset(Outcome.PARTLY, 200, null);
    assertThat(broken(partly, seen(100, null, 0.5))).isEmpty();
    assertThat(broken(partly, seen(300, null, 0.8))).isPresent();
    assertThat(broken(partly, seen(100, null, 0.49)))
        .hasValue("it should generalise only in part, but its test accuracy is 0.49");
    assertThat(broken(partly, seen(100, 400, 1)))
        .hasValue(
            "it should generalise only in part, but its test accuracy is 1.0 and it generalised at"
                + " 399–400");
  }

  @Test
  void ungrokkingIsToUnderstandAndToLoseIt() {
    Preset ungroks = preset(Outcome.UNGROKS, 200, 500);
    assertThat(OutcomeCheck.until(ungroks)).isEqualTo(Until.STEPS);
    assertThat(broken(ungroks, seen(100, 400, 0.1))).isEmpty();
    assertThat(broken(ungroks, seen(100, 400, 0.99)))
        .hasValue("it should lose its test accuracy again, but this is 0.99");
    assertThat(broken(ungroks, seen(100, null, 0.1))).isPresent();
  }

  @Test
  void neverMeansAllStepsWithoutUnderstanding() {
    Preset never = preset(Outcome.NEVER, 200, null);
    assertThat(broken(never, seen(100, null, 0.1))).isEmpty();
    assertThat(broken(never, seen(100, null, 0.6))).isPresent();
    assertThat(broken(never, seen(100, 400, 1))).isPresent();
  }
}
