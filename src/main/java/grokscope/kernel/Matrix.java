package grokscope.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A matrix of a backend: an ND4J array with contiguous rows, or a part of one, of fixed size, made
 * once and overwritten ever after. It belongs to the trainer's threads.
 */
public final class Matrix implements AutoCloseable {
  private final INDArray array;
  private final int rows;
  private final int columns;
  private final int stride;
  // Views of a float array's host memory, made once because making them allocates.
  private final @Nullable FloatPointer pointer;
  private final @Nullable FloatBuffer floats; // of whole rows only
  private final @Nullable DoubleBuffer doubles; // the same, where they are doubles
  private final int firstRow; // of the matrix whose memory this shares
  private final List<Matrix> views = new ArrayList<>();

  /**
   * A matrix.
   *
   * @param onHost whether its values are floats in memory that the host may read and write
   */
  public Matrix(INDArray array, boolean onHost) {
    if (array.rank() != 2 || array.ordering() != 'c' || array.offset() != 0) {
      throw new IllegalArgumentException("needs contiguous rows from the start of a buffer");
    }
    this.array = array;
    this.rows = (int) array.size(0);
    this.columns = (int) array.size(1);
    this.stride = columns;
    this.firstRow = 0;
    this.pointer = onHost ? new FloatPointer(array.data().pointer()) : null;
    this.floats = onHost ? array.data().asNioFloat() : null;
    this.doubles = array.dataType() == DataType.DOUBLE ? array.data().asNioDouble() : null;
  }

  /** A part of another matrix, sharing its memory. */
  private Matrix(Matrix whole, int firstRow, int rows, int firstColumn, int columns) {
    this.array =
        whole.array.get(
            NDArrayIndex.interval(firstRow, firstRow + rows),
            NDArrayIndex.interval(firstColumn, firstColumn + columns));
    this.rows = rows;
    this.columns = columns;
    this.stride = whole.stride;
    this.firstRow = firstRow;
    int start = firstRow * stride + firstColumn;
    FloatPointer origin = whole.pointer;
    this.pointer =
        origin == null ? null : new FloatPointer(origin).position(origin.position() + start);
    FloatBuffer all = whole.floats;
    this.floats = all == null || columns != stride ? null : all.slice(start, rows * columns);
    this.doubles =
        whole.doubles != null && columns == stride
            ? whole.doubles.slice(start, rows * columns)
            : null;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** The number of values. */
  public int size() {
    return rows * columns;
  }

  /**
   * The first rows of this matrix, sharing its memory. Few sizes are asked for, so all are kept.
   */
  public Matrix firstRows(int count) {
    return rows(0, count);
  }

  /** Some of the rows, sharing the memory. Few ranges are asked for, so all are kept. */
  public Matrix rows(int first, int count) {
    if (count == rows) {
      return this;
    }
    for (int i = 0; i < views.size(); i++) {
      Matrix view = views.get(i);
      if (view.rows == count && view.firstRow == first) {
        return view;
      }
    }
    Matrix view = rowRange(first, count);
    views.add(view);
    return view;
  }

  /** Some of the rows, sharing the memory. Makes a new object: for constructors, not for steps. */
  public Matrix rowRange(int first, int count) {
    return new Matrix(this, first, count, 0, columns);
  }

  /**
   * Some of the columns, sharing the memory; only {@link Kernels#multiply} takes such a matrix.
   * Makes a new object: for constructors, not for steps.
   */
  public Matrix columnRange(int first, int count) {
    return new Matrix(this, 0, rows, first, count);
  }

  /** A copy of the values, row by row. */
  public double[] toDoubles() {
    if (doubles == null) {
      return array.dup('c').data().asDouble();
    }
    double[] values = new double[size()];
    doubles.get(0, values);
    return values;
  }

  /** Copies the first values of a row. */
  public void copyRow(int row, float[] to, int at, int count) {
    if (floats == null) {
      float[] values = array.getRow(row).castTo(DataType.FLOAT).toFloatVector();
      System.arraycopy(values, 0, to, at, count);
    } else {
      floats.get(row * columns, to, at, count);
    }
  }

  /** Overwrites all values, row by row. */
  public void set(double[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(values.length + " values for " + this);
    }
    if (doubles == null) {
      array.assign(Nd4j.createFromArray(values).reshape(rows, columns).castTo(array.dataType()));
    } else {
      doubles.put(0, values);
    }
  }

  /** Overwrites all values, row by row. */
  public void set(float[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(values.length + " values for " + this);
    }
    if (floats == null) {
      array.assign(Nd4j.createFromArray(values).reshape(rows, columns).castTo(array.dataType()));
    } else {
      floats.put(0, values, 0, values.length);
    }
  }

  /** Frees the memory now; the matrix must not be used again. */
  @Override
  public void close() {
    if (array.closeable()) {
      array.close();
    }
  }

  /** The array, for kernels in ND4J operations. */
  public INDArray array() {
    return array;
  }

  /** How many values one row starts after another. */
  public int stride() {
    return stride;
  }

  /**
   * The first value in host memory, shared by all callers: copy the pointer before moving it.
   *
   * @throws NullPointerException where the host cannot reach the values
   */
  public FloatPointer pointer() {
    return Objects.requireNonNull(pointer, "out of the host's reach");
  }

  /**
   * The values in host memory, row by row.
   *
   * @throws NullPointerException for a range of columns, and where the host cannot reach the values
   */
  public FloatBuffer floats() {
    return Objects.requireNonNull(floats, "out of the host's reach");
  }

  @Override
  public String toString() {
    return "a matrix of " + rows + " × " + columns;
  }
}
