package grokscope.kernel;

/**
 * The sizes of self-attention. Immutable, any thread.
 *
 * @param heads how many heads; head h owns the columns h·width … (h+1)·width − 1
 * @param headWidth columns of one head
 * @param context positions of a sequence, whose keys and values are attended to
 */
public record AttentionShape(int heads, int headWidth, int context) {
  /** Columns of queries, keys, values and outputs. */
  public int width() {
    return heads * headWidth;
  }

  /** Columns of the attention pattern of one query: one per head and position. */
  public int patternColumns() {
    return heads * context;
  }

  /** What scores are multiplied with before the softmax: 1/√headWidth. */
  public double scoreScale() {
    return 1 / Math.sqrt(headWidth);
  }
}
