package grokscope.train.look;

import grokscope.measure.fourier.Table;

/**
 * The logits of all pairs of a table of sums or products, in the order of the table. Lanes write
 * rows of their own examples; the trainer thread reads when they are done.
 */
public final class AllLogits implements ExampleReader {
  private final int classes;
  private final Table table;

  /** For p² pairs with p classes each. */
  AllLogits(int p) {
    classes = p;
    table = new Table(p * p, p, new float[p * p * p]);
  }

  @Override
  public void read(ForwardPass forwardPass) {
    for (int i = 0; i < forwardPass.size(); i++) {
      forwardPass.logits().copyRow(i, table.values(), forwardPass.example(i) * classes, classes);
    }
  }

  /** [p², p]; overwritten by the next evaluation. */
  Table table() {
    return table;
  }
}
