package grokscope.ui.chart;

import grokscope.figure.Hue;
import grokscope.figure.print.FigureData;
import grokscope.story.ReachedMark;
import grokscope.telemetry.StepInterval;

/**
 * Something that happened to the run at a step or between two. Immutable, any thread.
 *
 * @param hue its colour, which says what it was
 * @param interval when it was; a knob's is empty, from its step to its step
 * @param label the words beside it
 */
public record Mark(Hue hue, StepInterval interval, String label) {

  /** What a run has reached or lost. */
  public static Mark of(ReachedMark reached) {
    return new Mark(Hue.of(reached.kind()), reached.at(), reached.label());
  }

  /** A knob was turned at a step; the label says which and how. */
  public static Mark knob(int step, String label) {
    return new Mark(Hue.KNOB, new StepInterval(step, step), label);
  }

  boolean isKnob() {
    return hue == Hue.KNOB;
  }

  /** The same in a figure. */
  FigureData.Mark drawn() {
    return new FigureData.Mark(hue, interval, label);
  }
}
