package grokscope.kernel.cpu;

import grokscope.kernel.Matrix;
import java.util.Arrays;

/**
 * Sums over the rows of a matrix that comes in blocks: whole blocks are added up first, in one
 * plain loop each, and folded to a row at the end. One thread.
 */
final class ColumnSums {
  private final HeapBlock block = new HeapBlock();
  private final HeapBlock row = new HeapBlock();
  private float[] sums = new float[0];

  /** Starts at zero, for blocks of up to a number of values. */
  void clear(int length) {
    sums = block.sized(length);
    Arrays.fill(sums, 0, length, 0);
  }

  /** Adds a block. */
  void add(float[] values, int length) {
    HeapBlock.addTo(values, sums, length);
  }

  /** Adds the products of two blocks, value by value. */
  void addProducts(float[] a, float[] b, int length) {
    float[] s = sums;
    for (int i = 0; i < length; i++) {
      s[i] += a[i] * b[i];
    }
  }

  /** Adds the rows of the blocks to a single row. */
  void foldInto(Matrix total, int rows) {
    int columns = total.columns();
    float[] into = row.load(total);
    for (int i = 0; i < rows; i++) {
      for (int n = 0; n < columns; n++) {
        into[n] += sums[i * columns + n];
      }
    }
    row.store(total, 0, columns);
  }
}
