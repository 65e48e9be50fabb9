package grokscope.telemetry;

/**
 * One column of a run: what a measure is called and says. Immutable, any thread.
 *
 * @param id the column in {@code metrics.csv}
 * @param title the words in a legend; they name the split where there is one
 * @param sentence what it means, for a tooltip
 */
public record Metric(String id, String title, String sentence) {}
