package grokscope.train.look;

import grokscope.measure.fourier.Table;
import grokscope.model.Activations;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Collects the activations of the last hidden layer for some examples of a task's table, a row for
 * each. Lanes write rows of their own examples; the trainer thread reads when they are done.
 */
final class NeuronRows implements ExampleReader {
  /** Values in all rows together; of a wider layer the first neurons are read. */
  private static final int MOST_VALUES = 1 << 25;

  private final int[] rowOf; // for each example of the table; −1 for none
  private final int layer;
  private final int all; // neurons of the layer
  private final Table table;

  private NeuronRows(int[] rowOf, int rows, Activations inside) {
    this.rowOf = rowOf;
    layer = inside.layers() - 1;
    all = inside.neurons();
    int columns = Math.max(1, Math.min(all, MOST_VALUES / rows));
    table = new Table(rows, columns, new float[rows * columns]);
  }

  /**
   * A reader of every example of a table, in its order.
   *
   * @param inside of any worker of the network, with neurons
   */
  static NeuronRows ofAll(int examples, Activations inside) {
    return new NeuronRows(IntStream.range(0, examples).toArray(), examples, inside);
  }

  /** A reader of some examples, in their order. */
  static NeuronRows of(int[] chosen, int examples, Activations inside) {
    int[] rowOf = new int[examples];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < chosen.length; row++) {
      rowOf[chosen[row]] = row;
    }
    return new NeuronRows(rowOf, chosen.length, inside);
  }

  @Override
  public void read(ForwardPass forwardPass) {
    Activations inside = forwardPass.inside();
    float[] activations = new float[all];
    for (int i = 0; i < forwardPass.size(); i++) {
      int row = rowOf[forwardPass.example(i)];
      if (row >= 0) {
        inside.copyNeurons(layer, i, activations, 0);
        int columns = table.columns();
        System.arraycopy(activations, 0, table.values(), row * columns, columns);
      }
    }
  }

  /** Overwritten by the next reading. */
  Table table() {
    return table;
  }
}
