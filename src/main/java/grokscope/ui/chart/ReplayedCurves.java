package grokscope.ui.chart;

import grokscope.telemetry.History;

/**
 * The live run, read again in another way after its end: dashed, in the colours of the live curves.
 * Its history must not grow any more; FX thread.
 *
 * @param label what it is, such as {@code "final keys 17, 25"}
 * @param sentence what the dashed lines mean, and the solid ones
 * @param history what was read, in columns named like those of the live run
 */
public record ReplayedCurves(String label, String sentence, History history) {}
