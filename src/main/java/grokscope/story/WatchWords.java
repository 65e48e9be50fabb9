package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.Phases;
import java.util.Locale;

/** Says what is worth watching in a run, from its measures. Stateless; one thread. */
final class WatchWords {
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
    return switch (outcome.verdict()) {
      case LEARNING, LEARNED_IN_PART -> over ? "" : fresh(course);
      case NOT_LEARNED -> over ? "" : learning(course);
      case MEMORIZED_ONLY ->
          outcome.field().rule()
              ? memorized(course, over)
              : "The answers are random: there is no rule to find, so it stays like this.";
      case IN_PART -> over ? "" : inPart(course);
      case NO_DELAY ->
          outcome.memorized().isEmpty()
              ? ""
              : "Less data or larger initial weights may bring a delay.";
      case SHORT_DELAY -> "Less data or larger initial weights may make it longer.";
      case GROKKING -> grokking(course.phases(), over);
      case UNGROKKED -> over ? "" : "Watch which examples are still answered correctly.";
      case COLLAPSED -> decays ? "Weight decay is probably too strong." : "";
      case DIVERGED -> "A smaller learning rate usually helps.";
      case FROM_START, FORGOTTEN, LEARNED -> "";
    };
  }

  private static String fresh(Course course) {
    return course.falls(MetricIds.TRAIN_LOSS) && course.falls(MetricIds.TEST_LOSS)
        ? "Nothing can be memorised: both losses fall together."
        : "Nothing can be memorised: watch for a sudden fall in both losses.";
  }

  private static String learning(Course course) {
    if (course.outcome().understoodInPart()) {
      return "Hidden examples are understood along the way.";
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
      return over || !course.falls(MetricIds.EXCLUDED_LOSS)
          ? ""
          : "Excluded loss is falling: the answers come from memory.";
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
    if (!course.falls(MetricIds.TEST_LOSS)) {
      return "";
    }
    return course.falls(MetricIds.WEIGHT_NORM)
        ? "Watch test loss fall towards train loss; Σw² falls too, as memory is given up."
        : "Watch test loss fall towards train loss.";
  }

  private static String grokking(Phases phases, boolean over) {
    if (!separate(phases)) {
      return "";
    }
    if (phases.cleanupEnd().filter(PhaseBoundary::confirmed).isPresent()) {
      return "The cleanup is over: test loss is down to ten times train loss.";
    }
    if (!over) {
      return "Watch test loss keep falling towards train loss: the memory is being cleaned up.";
    }
    return phases.cleanupEnd().isPresent()
        ? ""
        : "The cleanup was not over when the run ended: test loss is still more than ten times"
            + " train loss.";
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
