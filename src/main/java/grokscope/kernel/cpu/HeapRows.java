package grokscope.kernel.cpu;

import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import java.util.Arrays;

/**
 * The rows of a table that are used, each copied to an array of its own on the Java heap: two rows
 * then have the same indices, and the JIT compiler turns loops over both into vector instructions,
 * which it does not when they lie at different places of one array. One thread.
 */
final class HeapRows {
  private float[][] rows = new float[0][];
  private boolean[] used = new boolean[0];

  /** Copies the chosen rows of a table; the others are undefined. */
  float[][] load(Matrix table, Indices chosen) {
    int columns = table.columns();
    int had = rows.length;
    if (had < table.rows()) {
      rows = Arrays.copyOf(rows, table.rows());
      Arrays.fill(rows, had, rows.length, new float[0]);
      used = new boolean[table.rows()];
    }
    Arrays.fill(used, false);
    for (int i = 0; i < chosen.size(); i++) {
      int row = chosen.rows()[i];
      if (!used[row]) {
        used[row] = true;
        if (rows[row].length < columns) {
          rows[row] = new float[columns];
        }
        table.floats().get(row * columns, rows[row], 0, columns);
      }
    }
    return rows;
  }

  /** Copies the rows that were chosen back. */
  void store(Matrix table) {
    for (int row = 0; row < table.rows(); row++) {
      if (used[row]) {
        table.floats().put(row * table.columns(), rows[row], 0, table.columns());
      }
    }
  }
}
