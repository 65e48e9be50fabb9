package grokscope.cli.watch;

import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import grokscope.train.loop.RunRequest.Until;
import java.util.Optional;

/** Whether a run did what its preset says it would. Stateless, any thread. */
public final class OutcomeCheck {
  /** Of accuracies; of 128 examples, one that is almost always right, a few wrong are within it. */
  private static final double SMALL_GAP = 0.05;

  private OutcomeCheck() {}

  /** What ends the preset's run as soon as its promise can be judged. */
  public static Until until(Preset preset) {
    return switch (preset.expectation().outcome()) {
      case OPEN, UNGROKS -> Until.STEPS;
      default -> Until.GENERALIZED;
    };
  }

  /**
   * What was not as promised, as a sentence without its full stop; empty if everything was.
   *
   * @param outcome what the run was, by all its evaluations
   */
  public static Optional<String> broken(Preset preset, RunSummary seen, Outcome outcome) {
    Expectation expected = preset.expectation();
    if (seen.state() != RunState.FINISHED) {
      return Optional.of("the run did not finish: " + seen.message());
    }
    return late("memorised", expected.memorizedBy(), seen.memorizedAt())
        .or(() -> late("generalised", expected.grokkedBy(), seen.generalizedAt()))
        .or(() -> otherOutcome(preset, seen, outcome));
  }

  private static Optional<String> otherOutcome(Preset preset, RunSummary seen, Outcome outcome) {
    Outcome.Rise rise = outcome.rise();
    return switch (preset.expectation().outcome()) {
      case GROKS ->
          notGeneralized(seen)
              .or(
                  () ->
                      rise == Outcome.Rise.LATE
                          ? Optional.empty()
                          : Optional.of("it generalised with hardly any delay"));
      case NO_DELAY ->
          notGeneralized(seen)
              .or(() -> rise == Outcome.Rise.AT_ONCE ? Optional.empty() : Optional.of(late(seen)));
      case SHORT_DELAY ->
          notGeneralized(seen)
              .or(
                  () ->
                      rise == Outcome.Rise.SOON
                          ? Optional.empty()
                          : Optional.of(
                              rise == Outcome.Rise.LATE
                                  ? "its delay was long enough for grokking"
                                  : "it generalised without a delay"));
      case PHASE_CHANGE -> notGeneralized(seen).or(() -> parted(seen, rise)).or(() -> apart(seen));
      case NEVER -> understood(preset, seen, outcome);
      case PARTLY -> allOrLittle(preset, seen, outcome);
      case UNGROKS -> notGeneralized(seen).or(() -> kept(seen, outcome));
      case OPEN -> Optional.empty();
    };
  }

  /**
   * Train accuracy is that of one batch, so it may reach its level by luck, early or late; a delay
   * that would be grokking is not luck.
   */
  private static Optional<String> parted(RunSummary seen, Outcome.Rise rise) {
    return rise == Outcome.Rise.LATE ? Optional.of(late(seen)) : Optional.empty();
  }

  private static String late(RunSummary seen) {
    int delay = seen.generalizedAt().orElseThrow().by() - seen.memorizedAt().orElseThrow().by();
    return "it generalised only " + delay + " steps later";
  }

  private static Optional<String> apart(RunSummary seen) {
    double train = seen.finalValues().getOrDefault(MetricIds.TRAIN_ACCURACY, Double.NaN);
    double test = seen.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN);
    return Math.abs(train - test) <= SMALL_GAP
        ? Optional.empty()
        : Optional.of("train accuracy is " + train + ", but test accuracy is " + test);
  }

  private static Optional<String> notGeneralized(RunSummary seen) {
    return seen.generalizedAt().isPresent()
        ? Optional.empty()
        : Optional.of("it did not generalise in " + seen.steps() + " steps");
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

  private static Optional<String> understood(Preset preset, RunSummary seen, Outcome outcome) {
    if (outcome.generalized().isPresent() || !outcome.lessThanHalf()) {
      return Optional.of("it should never generalise, but its test accuracy is " + accuracy(seen));
    }
    return cutShort(preset, seen);
  }

  private static Optional<String> allOrLittle(Preset preset, RunSummary seen, Outcome outcome) {
    if (outcome.generalized().isPresent() || !outcome.atLeastHalf()) {
      return Optional.of(
          "it should generalise only in part, but its test accuracy is "
              + accuracy(seen)
              + seen.generalizedAt().map(at -> " and it generalised at " + at).orElse(""));
    }
    return cutShort(preset, seen);
  }

  private static Optional<String> kept(RunSummary seen, Outcome outcome) {
    return switch (outcome.verdict()) {
      case UNGROKKED, FORGOTTEN, COLLAPSED -> Optional.empty();
      default ->
          Optional.of("it should lose its test accuracy again, but this is " + accuracy(seen));
    };
  }

  private static double accuracy(RunSummary seen) {
    return seen.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN);
  }

  private static Optional<String> cutShort(Preset preset, RunSummary seen) {
    return seen.steps() == preset.config().steps()
        ? Optional.empty()
        : Optional.of("it took only " + seen.steps() + " steps");
  }
}
