package grokscope.config.preset;

import grokscope.text.ClockText;
import java.util.List;

/**
 * The words around a preset's config. Immutable, any thread.
 *
 * @param title what it is called
 * @param group under which title the box of presets has it; empty for a user's own
 * @param story what to watch, in two sentences; empty for a bare config
 * @param source where it was published, and what was changed; empty when it is our own
 * @param focus the paths of the knobs to play with
 * @param expectation what its run is expected to do
 * @param minutes how long it is expected to take on two cores; 0 when nobody has measured
 */
public record PresetNotes(
    String title,
    String group,
    String story,
    String source,
    List<String> focus,
    Expectation expectation,
    double minutes) {
  private static final double A_NIGHT = 300; // minutes

  public PresetNotes {
    focus = List.copyOf(focus);
  }

  /** How long the run is expected to take: "about 3 min", "overnight"; empty if not measured. */
  public String duration() {
    if (minutes <= 0) {
      return "";
    }
    if (minutes >= A_NIGHT) {
      return "overnight";
    }
    return ClockText.about(60 * minutes);
  }

  /** A title and nothing else. */
  public static PresetNotes bare(String title) {
    return new PresetNotes(title, "", "", "", List.of(), Expectation.OPEN, 0);
  }

  /** The same under another title. */
  PresetNotes titled(String other) {
    return new PresetNotes(other, group, story, source, focus, expectation, minutes);
  }
}
