package grokscope.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which row of a table each example uses. One of the trainer's threads fills it, then any of them
 * may read.
 */
public final class Indices {
  private final int[] rows;
  private boolean inOrder; // whether they are 0, 1, …
  private @Nullable INDArray oneHot; // made when it is asked for

  /** So many rows, all 0 at first. */
  public Indices(int size) {
    this(new int[size]);
  }

  /** Rows of a table, one per example; the array is not copied. */
  public Indices(int[] rows) {
    this.rows = rows;
  }

  /** Chooses the row of an example. */
  public void set(int example, int row) {
    rows[example] = row;
    inOrder = false;
    oneHot = null;
  }

  /** The row of an example. */
  public int at(int example) {
    return rows[example];
  }

  /** The rows 0, 1, … n − 1. */
  public static Indices firstRows(int n) {
    int[] rows = new int[n];
    Arrays.setAll(rows, i -> i);
    Indices first = new Indices(rows);
    first.inOrder = true;
    return first;
  }

  /** The number of examples. */
  public int size() {
    return rows.length;
  }

  /** Whether they were made as {@link #firstRows}. */
  public boolean inOrder() {
    return inOrder;
  }

  /** The rows, one per example; not a copy. */
  public int[] rows() {
    return rows;
  }

  /**
   * This choice of rows as a matrix [examples, tableRows] with a single 1 in each row, so that
   * gathering is a product. Made once: ND4J's own scatter operations are slow or wrong.
   */
  public INDArray oneHot(int tableRows, DataType type) {
    INDArray made = oneHot;
    if (made == null || made.size(1) != tableRows || made.dataType() != type) {
      double[] ones = new double[rows.length * tableRows];
      for (int i = 0; i < rows.length; i++) {
        ones[i * tableRows + rows[i]] = 1;
      }
      made = Nd4j.createFromArray(ones).reshape(rows.length, tableRows).castTo(type);
      oneHot = made;
    }
    return made;
  }
}
