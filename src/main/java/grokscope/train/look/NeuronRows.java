package grokscope.train.look;

import grokscope.measure.fourier.Table;
import grokscope.model.Activations;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Collects what the last hidden layer does with some examples of a task's table, a row for each:
 * activations, or what shows its waves. Lanes write rows of their own examples; the trainer thread
 * reads when they are done.
 */
final class NeuronRows implements ExampleReader {
  /** Values in all rows together; of a wider layer the first neurons are read. */
  private static final int MOST_VALUES = 1 << 25;

  private final int[] rowOf; // for each example of the table; −1 for none
  private final int layer;
  private final int all; // neurons of the layer
  private final boolean sums; // before they are squared
  private final Table table;

  private NeuronRows(int[] rowOf, int rows, boolean sums, Activations inside) {
    this.rowOf = rowOf;
    layer = inside.layers() - 1;
    all = inside.neurons();
    this.sums = sums;
    int columns = Math.max(1, Math.min(all, MOST_VALUES / rows));
    table = new Table(rows, columns, new float[rows * columns]);
  }

  /**
   * A reader of the waves of neurons at every example of a table, in its order: of quadratic
   * neurons what they square, because the square of a wave is another one.
   *
   * @param inside of any worker of the network, with neurons
   */
  static NeuronRows wavesOfAll(int examples, Activations inside) {
    int[] all = IntStream.range(0, examples).toArray();
    return new NeuronRows(all, examples, inside.squares(), inside);
  }

  /** A reader of the activations at some examples, in their order. */
  static NeuronRows of(int[] chosen, int examples, Activations inside) {
    int[] rowOf = new int[examples];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < chosen.length; row++) {
      rowOf[chosen[row]] = row;
    }
    return new NeuronRows(rowOf, chosen.length, false, inside);
  }

  @Override
  public void read(ForwardPass forwardPass) {
    Activations inside = forwardPass.inside();
    float[] activations = new float[all];
    for (int i = 0; i < forwardPass.size(); i++) {
      int row = rowOf[forwardPass.example(i)];
      if (row >= 0) {
        if (sums) {
          inside.copySums(layer, i, activations, 0);
        } else {
          inside.copyNeurons(layer, i, activations, 0);
        }
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
