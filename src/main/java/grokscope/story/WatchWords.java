package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.Phases;
import grokscope.text.NumberText;
import java.util.Locale;

/** Says what is worth watching in a run, from its measures. Stateless; one thread. */
final class WatchWords {
  private static final int LARGE = 10_000; // how many times is not worth saying

  private WatchWords() {}

  /**
   * One or two sentences; empty when there is nothing to add to the verdict.
   *
   * @param over whether the run is over, so that there is nothing left to watch
   * @param decays whether weights decay
   */
  static String of(Course course, boolean over, boolean decays) {
    if (course.taken() == 0) {
      return "";
    }
    Outcome outcome = course.outcome();
    if (!over && understood(outcome.verdict()) && outcome.wavers()) {
      return "At the moment only "
          + NumberText.perCent(outcome.testAccuracy())
          + " of the hidden examples are answered correctly.";
    }
    return switch (outcome.verdict()) {
      case LEARNING ->
          over ? "" : "Nothing can be memorised: watch for a sudden fall in both losses.";
      case LEARNED_IN_PART -> over ? "" : "Nothing can be memorised: watch both losses fall.";
      case NOT_LEARNED -> over ? "" : learning(course);
      case MEMORIZED_ONLY ->
          outcome.criteria().rule()
              ? memorized(course, over)
              : "The answers are random: there is no rule to find, so it stays like this.";
      case IN_PART -> over ? "" : inPart(course);
      case NO_DELAY ->
          outcome.memorized().isEmpty()
              ? ""
              : "Less data or larger initial weights may bring a delay.";
      case SHORT_DELAY -> "Less data or larger initial weights may make it longer.";
      case GROKKING -> grokking(course, over);
      case UNGROKKED -> over ? "" : "Watch which examples are still answered correctly.";
      case COLLAPSED -> decays ? "Weight decay is probably too strong." : "";
      case DIVERGED -> "A smaller learning rate usually helps.";
      case FROM_START, FORGOTTEN, LEARNED, UNTIMED, UNTOLD -> "";
    };
  }

  private static boolean understood(PhaseVerdict verdict) {
    return switch (verdict) {
      case NO_DELAY, SHORT_DELAY, UNTIMED, GROKKING, FROM_START -> true;
      default -> false;
    };
  }

  private static String learning(Course course) {
    if (course.outcome().understoodInPart()) {
      return course.rises(MetricIds.TEST_LOSS)
          ? "Some hidden examples come out right, but test loss rises: it mostly memorises."
          : "Hidden examples are understood along the way.";
    }
    if (course.rises(MetricIds.TEST_LOSS)) {
      return "Train loss falls while test loss rises: that is memorising.";
    }
    return course.falls(MetricIds.TEST_LOSS)
        ? "As long as test loss falls as well, it is not only memorising."
        : "Watch train accuracy rise.";
  }

  private static String memorized(Course course, boolean over) {
    boolean turned = course.phases().memorizationEnd().filter(PhaseBoundary::confirmed).isPresent();
    if (course.measures(MetricIds.EXCLUDED_LOSS)) {
      if (turned) {
        return String.format(
            Locale.ROOT,
            "Excluded loss has left its minimum and is at %.2g: the circuit answers part of the"
                + " training set.",
            course.latest(MetricIds.EXCLUDED_LOSS));
      }
      boolean falls =
          course.phases().memorizationEnd().isEmpty() && course.falls(MetricIds.EXCLUDED_LOSS);
      return over || !falls ? "" : "Excluded loss is falling: the answers come from memory.";
    }
    if (turned) {
      return "Test loss has passed its peak: something better than memory is growing.";
    }
    return over || !course.rises(MetricIds.TEST_LOSS)
        ? ""
        : "Test loss is rising: the network only memorises.";
  }

  /** The rise is under way. */
  private static String inPart(Course course) {
    if (course.rises(MetricIds.TEST_LOSS)) {
      return "Test loss is still rising: it mostly memorises.";
    }
    if (!course.falls(MetricIds.TEST_LOSS)) {
      return "";
    }
    return course.falls(MetricIds.WEIGHT_NORM) && course.outcome().shed()
        ? "Watch test loss fall; Σw² falls too, as memory is given up."
        : "Watch test loss fall.";
  }

  private static String grokking(Course course, boolean over) {
    Phases phases = course.phases();
    if (!separate(phases)) {
      return "";
    }
    boolean lighter = course.falls(MetricIds.WEIGHT_NORM);
    if (phases.cleanupEnd().filter(PhaseBoundary::confirmed).isPresent()) {
      return "Test loss is down to ten times train loss: there the cleanup ends by our rule"
          + (lighter && !over ? ", though Σw² still falls." : ".");
    }
    if (over) {
      return phases.cleanupEnd().isPresent()
          ? ""
          : "At its end test loss is " + times(course.ratio()) + " times train loss.";
    }
    if (course.ratioFalls() && course.outcome().shed()) {
      return "Watch test loss keep falling towards train loss: the memory is being cleaned up.";
    }
    return course.falls(MetricIds.TEST_LOSS)
        ? "Test loss is still falling, " + times(course.ratio()) + " times as high as train loss."
        : "Test loss stays at " + times(course.ratio()) + " times train loss.";
  }

  private static String times(double ratio) {
    return ratio < LARGE ? OutcomeWords.times(ratio) : "more than " + NumberText.count(LARGE);
  }

  /** Whether there is a cleanup, and one that lasted. */
  private static boolean separate(Phases phases) {
    return phases
        .cleanupStart()
        .filter(
            start ->
                phases.memorizationEnd().orElseThrow().at().by() < start.at().by()
                    && phases
                        .cleanupEnd()
                        .filter(end -> end.at().by() <= start.at().by())
                        .isEmpty())
        .isPresent();
  }
}
