package grokscope.run.export;

import grokscope.figure.Hue;
import grokscope.telemetry.StepInterval;
import java.util.List;

/**
 * What is told of a run beside its curves. Immutable, any thread.
 *
 * @param sentence what it turned out to be; empty where it has measured nothing
 * @param phases from its first step to its last
 * @param marks what happened to it, in the order of the steps
 */
record Told(String sentence, List<Phase> phases, List<Mark> marks) {
  Told {
    phases = List.copyOf(phases);
    marks = List.copyOf(marks);
  }

  /**
   * A stretch of its steps.
   *
   * @param name what it is called
   * @param hue its place in the palette
   * @param from its first step
   * @param to its last step
   * @param certain whether both ends are
   * @param rule by what its end was found; empty where the run ended before
   */
  record Phase(String name, Hue hue, double from, double to, boolean certain, String rule) {}

  /**
   * Something that happened.
   *
   * @param hue its place in the palette
   * @param at between which steps
   * @param label what it was
   */
  record Mark(Hue hue, StepInterval at, String label) {
    boolean knob() {
      return hue == Hue.KNOB;
    }
  }
}
