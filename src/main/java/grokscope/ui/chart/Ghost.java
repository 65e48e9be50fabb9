package grokscope.ui.chart;

import grokscope.telemetry.History;

/**
 * An earlier run, or a published one, drawn pale behind the live one. Its history must not grow any
 * more; FX thread.
 *
 * @param label what tells it from the live run, such as {@code "data 40 %"}
 * @param history what it measured
 * @param fitted whether the step axis makes room for all of it
 */
public record Ghost(String label, History history, boolean fitted) {
  /** An earlier run, all of which is shown. */
  public Ghost(String label, History history) {
    this(label, history, true);
  }
}
