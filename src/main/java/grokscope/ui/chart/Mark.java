package grokscope.ui.chart;

import grokscope.figure.Hue;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;

/**
 * Something that happened to the run at a step or between two. Immutable, any thread.
 *
 * @param kind what it was
 * @param interval when it was; a knob's is empty, from its step to its step
 * @param label the words beside it
 */
public record Mark(Kind kind, StepInterval interval, String label) {

  /** What can happen to a run. */
  public enum Kind {
    /** The training examples were all known. */
    MEMORIZED(Hue.TRAIN),
    /** The held-out examples were understood. */
    GROKKED(Hue.TEST),
    /** A knob was turned. */
    KNOB(Hue.KNOB);

    private final Hue hue;

    Kind(Hue hue) {
      this.hue = hue;
    }

    Hue hue() {
      return hue;
    }
  }

  /** The run memorised within these evaluations. */
  public static Mark memorized(StepInterval interval) {
    return new Mark(Kind.MEMORIZED, interval, "memorised " + words(interval));
  }

  /** The run grokked within these evaluations. */
  public static Mark grokked(StepInterval interval) {
    return new Mark(Kind.GROKKED, interval, "grokked " + words(interval));
  }

  /** Its two ends, or the step it began with. */
  private static String words(StepInterval interval) {
    return interval.after() < 0
        ? "at " + NumberText.count(interval.by())
        : NumberText.count(interval.after()) + "–" + NumberText.count(interval.by());
  }

  /** A knob was turned at a step; the label says which and how. */
  public static Mark knob(int step, String label) {
    return new Mark(Kind.KNOB, new StepInterval(step, step), label);
  }
}
