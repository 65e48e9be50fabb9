package grokscope.figure;

/**
 * One curve of a panel. Immutable, any thread.
 *
 * @param metricId the metric in the history
 * @param legend the words in the legend; they name the split where there is one
 * @param role what the curve tells of
 */
public record CurveSpec(String metricId, String legend, Role role) {}
