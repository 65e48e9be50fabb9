package grokscope.run.format;

/**
 * A table of yes and no, as other programs keep one beside their weights.
 *
 * @param rows of the same length
 */
// Plain arrays on purpose: they are written once, and nothing compares them.
@SuppressWarnings("ArrayRecordComponent")
public record Mask(String name, boolean[][] rows) {
  int[] shape() {
    return new int[] {rows.length, rows.length == 0 ? 0 : rows[0].length};
  }
}
