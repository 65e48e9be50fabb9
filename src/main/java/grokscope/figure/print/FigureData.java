package grokscope.figure.print;

import grokscope.config.ProgramVersion;
import grokscope.figure.Hue;
import grokscope.story.PhaseBand;
import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Of what a figure is drawn. One thread, because its histories are.
 *
 * @param title what it shows, for those who cannot see it
 * @param sentence the same in a sentence
 * @param heading lines above the curves, the first of them larger; may be none
 * @param runs the main run first; it lies on top
 * @param end the last step of the axis where all are in view; empty for that of the runs
 * @param phases of the main run
 * @param marks what happened to the main run
 * @param foot lines below the curves; may be none
 * @param program what draws it
 */
public record FigureData(
    String title,
    String sentence,
    List<String> heading,
    List<FigureRun> runs,
    OptionalDouble end,
    List<Phase> phases,
    List<Mark> marks,
    List<String> foot,
    ProgramVersion program) {
  public FigureData {
    heading = List.copyOf(heading);
    runs = List.copyOf(runs);
    phases = List.copyOf(phases);
    marks = List.copyOf(marks);
    foot = List.copyOf(foot);
  }

  /**
   * A stretch of steps behind the curves.
   *
   * @param from its first step
   * @param to its last step
   * @param words its name
   * @param hue its place in the palette
   * @param certain whether both its ends are; others are hatched
   */
  public record Phase(double from, double to, String words, Hue hue, boolean certain) {
    /** That of a story. */
    public static Phase of(PhaseBand band) {
      return new Phase(
          band.from(), band.to(), band.phase().words(), Hue.of(band.phase()), band.certain());
    }
  }

  /**
   * Something that happened.
   *
   * @param hue its place in the palette, which says what it was
   * @param at between which steps
   * @param label the words beside it
   */
  public record Mark(Hue hue, StepInterval at, String label) {
    boolean knob() {
      return hue == Hue.KNOB;
    }
  }
}
