package grokscope.config;

import java.util.List;

/**
 * An experiment worth opening: a complete config with words around it. Immutable, any thread.
 *
 * @param id the name of its file, without the ending
 * @param shipped whether it came with the program, and so cannot be changed
 * @param title what it is called
 * @param story what to watch, in two sentences; empty for a bare config
 * @param focus the paths of the knobs to play with
 * @param expectation what its run is expected to do
 * @param minutes how long it is expected to take on two cores; 0 when nobody has measured
 * @param config the run
 */
public record Preset(
    String id,
    boolean shipped,
    String title,
    String story,
    List<String> focus,
    Expectation expectation,
    double minutes,
    RunConfig config) {
  public Preset {
    focus = List.copyOf(focus);
  }
}
