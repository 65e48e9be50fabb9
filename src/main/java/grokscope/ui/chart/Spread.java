package grokscope.ui.chart;

import grokscope.telemetry.History;

/**
 * Between what values several runs lie, drawn as a faint band around their line. Both histories
 * have the steps of the line's; they must not grow any more. FX thread.
 */
public record Spread(History lowest, History highest) {}
