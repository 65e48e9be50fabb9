package grokscope.app;

import grokscope.config.Expectation;
import grokscope.config.Preset;
import grokscope.measure.MetricIds;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import grokscope.train.RunRequest.Until;
import java.util.Optional;

/** Whether a run did what its preset says it would. Stateless, any thread. */
final class Promise {
  private static final double UNDERSTOOD = 0.5;

  /** A delay of so many steps is grokking, however long memorising took (Liu et al. 2022). */
  private static final int LONG_DELAY = 1000;

  /** Of accuracies; of 128 examples, one that is almost always right, a few wrong are within it. */
  private static final double SMALL_GAP = 0.05;

  private Promise() {}

  /** What ends the preset's run as soon as its promise can be judged. */
  static Until until(Preset preset) {
    return switch (preset.expectation().outcome()) {
      case OPEN, UNGROKS -> Until.STEPS;
      default -> Until.GROKKED;
    };
  }

  /** What was not as promised, as a sentence without its full stop; empty if everything was. */
  static Optional<String> broken(Preset preset, RunSummary seen) {
    Expectation expected = preset.expectation();
    if (seen.state() != RunState.FINISHED) {
      return Optional.of("the run did not come to its end: " + seen.message());
    }
    return late("memorised", expected.memorizedBy(), seen.memorizedAt())
        .or(() -> late("grokked", expected.grokkedBy(), seen.grokkedAt()))
        .or(() -> otherOutcome(preset, seen));
  }

  private static Optional<String> otherOutcome(Preset preset, RunSummary seen) {
    return switch (preset.expectation().outcome()) {
      case GROKS ->
          notGrokked(seen)
              .or(
                  () ->
                      delay(seen) > memorized(seen) || delay(seen) >= LONG_DELAY
                          ? Optional.empty()
                          : Optional.of("it generalised without a delay worth the name"));
      case NO_DELAY -> notGrokked(seen).or(() -> delayed(seen));
      case PHASE_CHANGE -> notGrokked(seen).or(() -> parted(seen)).or(() -> apart(seen));
      case NEVER -> understood(preset, seen);
      case PARTLY -> allOrLittle(preset, seen);
      case UNGROKS -> notGrokked(seen).or(() -> kept(seen));
      case OPEN -> Optional.empty();
    };
  }

  private static Optional<String> delayed(RunSummary seen) {
    return delay(seen) < Math.max(1, memorized(seen) / 2.0)
        ? Optional.empty()
        : Optional.of("it generalised only " + delay(seen) + " steps later");
  }

  /**
   * Train accuracy is that of one batch, so it may reach its level by luck, early or late; a delay
   * that would be grokking is not luck.
   */
  private static Optional<String> parted(RunSummary seen) {
    return seen.memorizedAt().isPresent() && delay(seen) > memorized(seen)
        ? Optional.of("it generalised only " + delay(seen) + " steps later")
        : Optional.empty();
  }

  private static Optional<String> apart(RunSummary seen) {
    double train = seen.finalValues().getOrDefault(MetricIds.TRAIN_ACCURACY, Double.NaN);
    double test = seen.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN);
    return Math.abs(train - test) <= SMALL_GAP
        ? Optional.empty()
        : Optional.of("train accuracy is " + train + ", but test accuracy is " + test);
  }

  private static Optional<String> notGrokked(RunSummary seen) {
    return seen.grokkedAt().isPresent()
        ? Optional.empty()
        : Optional.of("it did not grok in " + seen.steps() + " steps");
  }

  private static Optional<String> late(
      String what, Optional<Integer> by, Optional<StepInterval> at) {
    if (by.isEmpty() || at.filter(interval -> interval.by() <= by.get()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "it should have "
            + what
            + " by step "
            + by.get()
            + ", but "
            + at.map(interval -> "did so at " + interval).orElse("did not"));
  }

  private static Optional<String> understood(Preset preset, RunSummary seen) {
    double accuracy = seen.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN);
    if (seen.grokkedAt().isPresent() || !(accuracy < UNDERSTOOD)) {
      return Optional.of("it should never generalise, but its test accuracy is " + accuracy);
    }
    return cutShort(preset, seen);
  }

  private static Optional<String> allOrLittle(Preset preset, RunSummary seen) {
    double accuracy = seen.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN);
    if (seen.grokkedAt().isPresent() || !(accuracy >= UNDERSTOOD)) {
      return Optional.of(
          "it should generalise only in part, but its test accuracy is "
              + accuracy
              + seen.grokkedAt().map(at -> " and it grokked at " + at).orElse(""));
    }
    return cutShort(preset, seen);
  }

  private static Optional<String> kept(RunSummary seen) {
    double accuracy = seen.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN);
    return accuracy < UNDERSTOOD
        ? Optional.empty()
        : Optional.of("it should lose what it understood, but its test accuracy is " + accuracy);
  }

  private static Optional<String> cutShort(Preset preset, RunSummary seen) {
    return seen.steps() == preset.config().steps()
        ? Optional.empty()
        : Optional.of("it took only " + seen.steps() + " steps");
  }

  private static int memorized(RunSummary summary) {
    return summary.memorizedAt().map(StepInterval::by).orElse(0);
  }

  /** Where test accuracy got over its own threshold before train accuracy, there is none. */
  private static int delay(RunSummary summary) {
    if (summary.memorizedAt().isEmpty()) {
      return 0;
    }
    return summary.grokkedAt().map(StepInterval::by).orElse(0) - memorized(summary);
  }
}
