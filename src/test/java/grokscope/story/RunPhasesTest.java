package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.Outcome;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Phases in words, from made-up runs. */
class RunPhasesTest {
  private static final List<Metric> METRICS =
      Stream.of("train_loss", "test_loss", "train_accuracy", "test_accuracy", "weight_norm")
          .map(id -> new Metric(id, id, "."))
          .toList();

  private final History history = new History(METRICS);
  private final RunPhases phases = new RunPhases(history, new Outcome(0.99, false));

  private void measure(int step, double... values) {
    history.append(new Sample(1, step, values));
    phases.update();
  }

  @Test
  void aRunThatHasNotBegunHasNoPhases() {
    assertThat(phases.sentence()).isEmpty();
  }

  @Test
  void whileNothingHasTurnedItMemorizesProvisionally() {
    measure(0, 4, 4, 0, 0, 100);
    measure(10, 2, 5, 0.5, 0, 120);
    assertThat(phases.sentence()).isEqualTo("The training examples are not learned yet.");
  }

  /** Test loss rises to a peak at step 500, falls slowly, and test accuracy jumps at 2,000. */
  @Test
  void aGrokkingRunHasThreePhasesThatMeet() {
    for (int step = 0; step <= 4000; step += 20) {
      double train = step < 100 ? 4 - step / 26.0 : 1e-4;
      double test = step < 500 ? 4 + step / 50.0 : step < 2000 ? 14 - (step - 500) / 200.0 : 0.0005;
      double accuracy = step < 2000 ? 0.05 : 1;
      measure(step, train, test, step < 100 ? step / 100.0 : 1, accuracy, 100);
    }
    assertThat(phases.sentence())
        .isEqualTo("Grokking: hidden examples were understood long after the training examples.");
    assertThat(phases.rules())
        .contains("Memorising ended at ", "(test loss was greatest).", "\nCleanup began at ");
  }

  @Test
  void learningBothTogetherHasNoPhases() {
    for (int step = 0; step <= 400; step += 10) {
      double accuracy = step < 100 ? step / 100.0 : 1;
      measure(step, 4 - accuracy * 3.9, 4 - accuracy * 3.8, accuracy, accuracy, 100);
    }
    assertThat(phases.sentence()).startsWith("No delay");
  }
}
