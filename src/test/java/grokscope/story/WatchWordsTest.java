package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said to be worth watching, along made-up runs. */
class WatchWordsTest {
  private static List<Metric> metrics(String... more) {
    return Stream.concat(
            Stream.of("train_loss", "test_loss", "train_accuracy", "test_accuracy", "weight_norm"),
            Stream.of(more))
        .map(id -> new Metric(id, id, "."))
        .toList();
  }

  private final Outcome outcome = new Outcome(0.99, false);

  private String said(History history, RunPhases phases) {
    phases.update();
    return WatchWords.of(history, phases.phases(), outcome.verdict(), Optional.empty(), 10_000);
  }

  @Test
  void followsARunWithACircuitFromMemoryToCleanup() {
    History history = new History(metrics("excluded_loss"));
    RunPhases phases = new RunPhases(history, outcome);
    assertThat(said(history, phases)).isEmpty();
    history.append(new Sample(1, 0, new double[] {4, 4, 0, 0, 100, 4}));
    assertThat(said(history, phases)).contains("that is memorising");
    for (int step = 10; step <= 500; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 14, 1, 0, 100, 1 - step / 600.0}));
    }
    assertThat(said(history, phases)).contains("the answers come from memory");
    for (int step = 510; step <= 1000; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 13, 1, 0, 100, step / 300.0}));
    }
    assertThat(said(history, phases))
        .isEqualTo(
            "Excluded loss has left its minimum and is at 3.3: the circuit carries part of the"
                + " training set, though test accuracy hardly shows it.");
    for (int step = 1010; step <= 1100; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 3, 1, 0.7, 80, 5}));
    }
    assertThat(said(history, phases)).startsWith("Watch Σw² and test loss fall together");
    for (int step = 1110; step <= 1200; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 0.01, 1, 1, 60, 5}));
    }
    assertThat(said(history, phases)).contains("until it meets train loss");
    for (int step = 1210; step <= 1300; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 5e-4, 1, 1, 60, 5}));
    }
    assertThat(said(history, phases)).startsWith("The cleanup is over");
  }

  @Test
  void withoutACircuitTestLossTells() {
    History history = new History(metrics());
    RunPhases phases = new RunPhases(history, outcome);
    for (int step = 0; step <= 500; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 4 + step / 100.0, 1, 0, 100}));
    }
    assertThat(said(history, phases)).contains("it rises as long as the network only memorises");
    for (int step = 510; step <= 1000; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 9 - step / 200.0, 1, 0, 100}));
    }
    assertThat(said(history, phases)).startsWith("Test loss has passed its peak");
  }

  @Test
  void foretellsOnlyWhileNothingHasJumped() {
    History history = new History(metrics());
    RunPhases phases = new RunPhases(history, outcome);
    for (int step = 0; step <= 100; step += 10) {
      history.append(new Sample(1, step, new double[] {1e-4, 4 + step / 100.0, 1, 0, 100}));
    }
    phases.update();
    Optional<Forecast> forecast = Optional.of(new Forecast(500, 5000));
    assertThat(WatchWords.of(history, phases.phases(), outcome.verdict(), forecast, 10_000))
        .endsWith("The jump is due between steps 500 and 5\u202f000, as seeds differ.");
    assertThat(WatchWords.of(history, phases.phases(), PhaseVerdict.LEARNING, forecast, 10_000))
        .startsWith("Every step brings new examples");
  }
}
