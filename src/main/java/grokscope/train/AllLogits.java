package grokscope.train;

import grokscope.kernel.Matrix;
import grokscope.measure.fourier.Table;

/**
 * The logits of all pairs of a table of sums, in the order of the table. Lanes write rows of their
 * own examples; the trainer thread reads when they are done.
 */
final class AllLogits {
  private final int classes;
  private final Table table;

  /** For p² pairs with p classes each. */
  AllLogits(int modulus) {
    classes = modulus;
    table = new Table(modulus * modulus, modulus, new float[modulus * modulus * modulus]);
  }

  /** Takes the logits of so many examples, those at ids[from], ids[from + 1], … */
  void take(int[] ids, int from, int count, Matrix logits) {
    for (int i = 0; i < count; i++) {
      logits.copyRow(i, table.values(), ids[from + i] * classes, classes);
    }
  }

  /** [p², p]; overwritten by the next evaluation. */
  Table table() {
    return table;
  }
}
