package grokscope.run.export;

import grokscope.figure.Hue;
import grokscope.figure.print.FigureData;
import grokscope.story.PhaseBand;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.List;

/**
 * What is told of a run beside its curves. Immutable, any thread.
 *
 * @param badge where it stands, in a word or two
 * @param sentence what it turned out to be; empty where it has measured nothing
 * @param phases from its first step to its last
 * @param marks what happened to it, in the order of the steps
 */
record Told(String badge, String sentence, List<PhaseBand> phases, List<Mark> marks) {
  Told {
    phases = List.copyOf(phases);
    marks = List.copyOf(marks);
  }

  /**
   * Something that happened.
   *
   * @param hue its place in the palette
   * @param at between which steps
   * @param what it was
   * @param label the same beside its place; says when, where that does not say it exactly
   */
  record Mark(Hue hue, StepInterval at, String what, String label) {
    /** The same as a figure has it. */
    FigureData.Mark drawn() {
      return new FigureData.Mark(hue, at, label);
    }

    /** Its step, or the two between which it was. */
    String steps() {
      boolean one = at.after() < 0 || at.after() == at.by();
      return (one ? "" : NumberText.count(at.after()) + "–") + NumberText.count(at.by());
    }
  }
}
