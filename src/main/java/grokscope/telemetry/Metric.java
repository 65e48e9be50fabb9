package grokscope.telemetry;

/**
 * One column of a run: what a measure is called and says. Immutable, any thread.
 *
 * @param id the column in {@code metrics.csv}
 * @param title the words in a legend; they name the split where there is one
 * @param sentence what it means, for a tooltip
 * @param seldom whether it takes so long that only some evaluations have it
 */
public record Metric(String id, String title, String sentence, boolean seldom) {
  /** A metric that every evaluation has. */
  public Metric(String id, String title, String sentence) {
    this(id, title, sentence, false);
  }
}
