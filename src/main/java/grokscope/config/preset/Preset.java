package grokscope.config.preset;

import grokscope.config.RunConfig;
import java.util.List;

/**
 * An experiment worth opening: a complete config with words around it. Immutable, any thread.
 *
 * @param id the name of its file, without the ending
 * @param shipped whether it came with the program, and so cannot be changed
 * @param presetNotes the words around it
 * @param config the run
 * @param remark what was done to read it, in a sentence; empty where there is nothing to say
 */
public record Preset(
    String id, boolean shipped, PresetNotes presetNotes, RunConfig config, String remark) {
  /** A preset of which there is nothing more to say. */
  public Preset(String id, boolean shipped, PresetNotes presetNotes, RunConfig config) {
    this(id, shipped, presetNotes, config, "");
  }

  /** What it is called. */
  public String title() {
    return presetNotes.title();
  }

  /** What to watch, in two sentences; empty for a bare config. */
  public String story() {
    return presetNotes.story();
  }

  /** The paths of the knobs to play with. */
  public List<String> focus() {
    return presetNotes.focus();
  }

  /** What its run is expected to do. */
  public Expectation expectation() {
    return presetNotes.expectation();
  }
}
