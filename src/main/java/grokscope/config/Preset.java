package grokscope.config;

import java.util.List;

/**
 * An experiment worth opening: a complete config with words around it. Immutable, any thread.
 *
 * @param id the name of its file, without the ending
 * @param shipped whether it came with the program, and so cannot be changed
 * @param heading the words around it
 * @param config the run
 */
public record Preset(String id, boolean shipped, Heading heading, RunConfig config) {
  /** What it is called. */
  public String title() {
    return heading.title();
  }

  /** What to watch, in two sentences; empty for a bare config. */
  public String story() {
    return heading.story();
  }

  /** The paths of the knobs to play with. */
  public List<String> focus() {
    return heading.focus();
  }

  /** What its run is expected to do. */
  public Expectation expectation() {
    return heading.expectation();
  }
}
