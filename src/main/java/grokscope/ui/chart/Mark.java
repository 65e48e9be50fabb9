package grokscope.ui.chart;

import grokscope.figure.Hue;
import grokscope.story.ReachedMark;
import grokscope.telemetry.StepInterval;

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
    /** The hidden or new examples were understood. */
    GENERALIZED(Hue.TEST),
    /** What was understood was lost. */
    LOST(Hue.TEST),
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

  /** What a run has reached or lost. */
  public static Mark of(ReachedMark reached) {
    Kind kind =
        switch (reached.kind()) {
          case MEMORIZED -> Kind.MEMORIZED;
          case GENERALIZED -> Kind.GENERALIZED;
          case LOST -> Kind.LOST;
        };
    return new Mark(kind, reached.at(), reached.label());
  }

  /** A knob was turned at a step; the label says which and how. */
  public static Mark knob(int step, String label) {
    return new Mark(Kind.KNOB, new StepInterval(step, step), label);
  }
}
