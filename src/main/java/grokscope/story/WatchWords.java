package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.Phases;
import grokscope.task.Task;
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
      case LEARNING, LEARNED_IN_PART ->
          over ? "" : "Nothing can be memorised: watch for a sudden fall in both losses.";
      case NOT_LEARNED -> over ? "" : learning(outcome);
      case MEMORIZED_ONLY ->
          outcome.field().rule()
              ? memorized(course, over)
              : "The answers are random: there is no rule to find, so it stays like this.";
      case IN_PART -> inPart(course, over);
      case NO_DELAY, SHORT_DELAY -> "Less data or larger initial weights may bring a delay.";
      case GROKKING -> grokking(course.phases(), over);
      case UNGROKKED -> over ? "" : "Watch which examples are still answered correctly.";
      case COLLAPSED -> decays ? "Weight decay is probably too strong." : "";
      case DIVERGED -> "A smaller learning rate usually helps.";
      case FROM_START, FORGOTTEN, LEARNED -> "";
    };
  }

  private static String learning(Outcome outcome) {
    if (outcome.trainAccuracy() >= Task.LEARNED) {
      return "";
    }
    return outcome.understoodInPart()
        ? "Watch test accuracy too: hidden examples are understood along the way."
        : "Watch train loss fall while test loss rises: that is memorising.";
  }

  private static String memorized(Course course, boolean over) {
    boolean turned = course.phases().memorizationEnd().filter(PhaseBoundary::confirmed).isPresent();
    if (course.measures(MetricIds.EXCLUDED_LOSS)) {
      if (turned) {
        return String.format(
            Locale.ROOT,
            "Excluded loss has left its minimum and is at %.2g: the circuit carries part of the"
                + " training set.",
            course.latest(MetricIds.EXCLUDED_LOSS));
      }
      return over ? "" : "Watch excluded loss: while it falls, the answers come from memory.";
    }
    if (turned) {
      return "Test loss has passed its peak: something better than memory is growing.";
    }
    return over ? "" : "Watch test loss: it rises as long as the network only memorises.";
  }

  /** The rise is under way. */
  private static String inPart(Course course, boolean over) {
    if (over) {
      return "";
    }
    return course.phases().cleanupStart().isPresent()
        ? "Watch test loss fall, and Σw² once the memory is given up."
        : "Watch test accuracy rise while train accuracy stays where it is.";
  }

  private static String grokking(Phases phases, boolean over) {
    if (!separate(phases)) {
      return "";
    }
    if (phases.cleanupEnd().isPresent()) {
      return "The cleanup is over: test loss has come down to train loss.";
    }
    return over
        ? "The cleanup was not over when the run ended: test loss is still more than ten times"
            + " train loss."
        : "Watch test loss keep falling towards train loss: the memory is being cleaned up.";
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
