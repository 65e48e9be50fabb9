package grokscope.measure.fourier;

import java.util.Arrays;
import java.util.List;

/**
 * A copy of weights, logits or activations, row after row. Immutable by convention (nobody writes
 * to the array after construction), any thread.
 *
 * @param rows how many rows
 * @param columns how many values in a row
 * @param values rows · columns values
 */
// A plain array on purpose: it may hold millions of values, and nothing compares tables.
@SuppressWarnings("ArrayRecordComponent")
public record Table(int rows, int columns, float[] values) {
  /**
   * A table.
   *
   * @throws IllegalArgumentException when the array has another size
   */
  public Table {
    if (values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          rows + " × " + columns + " values expected, not " + values.length);
    }
  }

  float at(int row, int column) {
    return values[row * columns + column];
  }

  /** The first rows, for instance the numbers of an embedding without the token "=". */
  public Table firstRows(int count) {
    return new Table(count, columns, Arrays.copyOf(values, count * columns));
  }

  /** Tables with equally many rows side by side. */
  public static Table beside(List<Table> tables) {
    int rows = tables.get(0).rows;
    int columns = tables.stream().mapToInt(Table::columns).sum();
    float[] joined = new float[rows * columns];
    int at = 0;
    for (Table table : tables) {
      table.require(rows, "a table beside another");
      for (int row = 0; row < rows; row++) {
        System.arraycopy(
            table.values, row * table.columns, joined, row * columns + at, table.columns);
      }
      at += table.columns;
    }
    return new Table(rows, columns, joined);
  }

  /** Rows as columns. */
  public Table transposed() {
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i % columns * rows + i / columns] = values[i];
    }
    return new Table(/* rows= */ columns, /* columns= */ rows, turned);
  }

  /**
   * The product with another table, for instance of the un-embedding (classes × width) and the
   * MLP's output (width × neurons): the map from neurons to logits.
   *
   * @param right columns × any
   */
  public Table times(Table right) {
    if (columns != right.rows) {
      throw new IllegalArgumentException(
          "the right side needs " + columns + " rows, not " + right.rows);
    }
    float[] product = new float[rows * right.columns];
    double[] sums = new double[right.columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sums, 0);
      for (int inner = 0; inner < columns; inner++) {
        double factor = at(row, inner);
        int from = inner * right.columns;
        for (int column = 0; column < sums.length; column++) {
          sums[column] += factor * right.values[from + column];
        }
      }
      for (int column = 0; column < sums.length; column++) {
        product[row * sums.length + column] = (float) sums[column];
      }
    }
    return new Table(rows, right.columns, product);
  }

  void require(int expectedRows, String what) {
    if (rows != expectedRows) {
      throw new IllegalArgumentException(
          what + " needs " + expectedRows + " rows, but the table has " + rows);
    }
  }
}
