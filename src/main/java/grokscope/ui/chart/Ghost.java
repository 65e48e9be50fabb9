package grokscope.ui.chart;

import grokscope.telemetry.History;

/**
 * An earlier run, drawn pale behind the live one. Its history must not grow any more; FX thread.
 *
 * @param label what tells it from the live run, such as {@code "data 40 %"}
 * @param history what it measured
 */
public record Ghost(String label, History history) {}
