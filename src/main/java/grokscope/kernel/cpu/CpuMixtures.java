package grokscope.kernel.cpu;

import grokscope.kernel.AttentionShape;
import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import grokscope.kernel.MixtureKernels;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Sums of table rows weighted by attention, on the host. The rows of all heads at one position lie
 * side by side, so each position of an example is a small matrix times a vector, straight on the
 * tables' memory; and examples in a row that share a row of the table (the mark of all of them, the
 * first operand when they are sorted) are taken together. One row at a time goes faster by plain
 * sums and dot products than by the matrix-vector routines, which take a lock for their buffer. One
 * thread.
 */
final class CpuMixtures implements MixtureKernels {
  private static final int ROW_MAJOR = 101;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;

  private final MatrixPointers pointers = new MatrixPointers();
  private final HeapBlock table = new HeapBlock();
  private final HeapBlock weights = new HeapBlock();
  private final HeapBlock dWeights = new HeapBlock();
  private double[] scores = new double[0];

  @Override
  public void pattern(AttentionShape shape, Matrix scoreTable, Indices keyRows, Matrix patternOut) {
    float[] scoreOf = table.load(scoreTable);
    int size = patternOut.size();
    scores = scores.length < size ? new double[size] : scores;
    int heads = shape.heads();
    int context = shape.context();
    int columns = shape.patternColumns();
    for (int w = 0; w < size; w += columns) {
      for (int head = 0; head < heads; head++) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < context; j++) {
          int row = keyRows.rows()[w / columns * context + j];
          double score = scoreOf[row * heads + head] * shape.scoreScale();
          scores[w + j * heads + head] = score;
          max = Math.max(max, score);
        }
        for (int j = 0; j < context; j++) {
          scores[w + j * heads + head] -= max;
        }
      }
    }
    VectorExp.replace(scores, size);
    float[] shares = weights.sized(size);
    for (int w = 0; w < size; w += columns) {
      for (int head = 0; head < heads; head++) {
        double total = 0;
        for (int j = head; j < columns; j += heads) {
          total += scores[w + j];
        }
        for (int j = head; j < columns; j += heads) {
          shares[w + j] = (float) (scores[w + j] / total);
        }
      }
    }
    weights.store(patternOut, 0, size);
  }

  @Override
  public void patternBackward(
      AttentionShape shape, Matrix patternIn, Matrix dPattern, Indices keyRows, Matrix dScores) {
    float[] shares = weights.load(patternIn);
    float[] dShares = dWeights.load(dPattern);
    float[] dScoreOf = table.load(dScores);
    int heads = shape.heads();
    int columns = shape.patternColumns();
    for (int w = 0; w < patternIn.size(); w += columns) {
      int firstRow = w / columns * shape.context();
      for (int head = 0; head < heads; head++) {
        double mean = 0; // Σⱼ pattern·dPattern
        for (int j = head; j < columns; j += heads) {
          mean += shares[w + j] * (double) dShares[w + j];
        }
        for (int j = head; j < columns; j += heads) {
          int row = keyRows.rows()[firstRow + j / heads];
          double dScore = shares[w + j] * (dShares[w + j] - mean) * shape.scoreScale();
          dScoreOf[row * heads + head] += (float) dScore;
        }
      }
    }
    table.store(dScores, 0, dScores.size());
  }

  @Override
  public void mix(
      AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out) {
    FloatPointer weights = pointers.of(pattern);
    FloatPointer rows = pointers.of(tables);
    FloatPointer sums = pointers.of(out);
    int heads = shape.heads();
    int context = shape.context();
    int slots = shape.patternColumns();
    int columns = out.columns();
    for (int j = 0; j < context; j++) {
      float keep = j == 0 ? 0 : 1;
      int run;
      for (int i = 0; i < out.rows(); i += run) {
        run = run(shape, keyRows, i, j, out.rows());
        rows.position(row(shape, keyRows, i, j) * heads * columns);
        weights.position((long) i * slots + (long) j * heads);
        sums.position((long) i * columns);
        if (run == 1 && j > 0) {
          addRows(heads, columns, pattern.floats(), (i * context + j) * heads, rows, sums);
        } else {
          openblas_nolapack.cblas_sgemm(
              ROW_MAJOR, AS_IS, AS_IS, run, columns, heads, 1, weights, slots, rows, columns, keep,
              sums, columns);
        }
      }
    }
  }

  /** sum += Σ over the heads of weight · row, moving the pointer to the rows. */
  private static void addRows(
      int heads, int columns, FloatBuffer weights, int at, FloatPointer rows, FloatPointer sum) {
    long first = rows.position();
    for (int h = 0; h < heads; h++) {
      rows.position(first + (long) h * columns);
      openblas_nolapack.cblas_saxpy(columns, weights.get(at + h), rows, 1, sum, 1);
    }
  }

  @Override
  public void mixBackward(
      AttentionShape shape,
      Matrix pattern,
      Indices keyRows,
      Matrix tables,
      Matrix dOut,
      Matrix dPattern,
      Matrix dTables) {
    FloatPointer weights = pointers.of(pattern);
    FloatPointer dWeights = pointers.of(dPattern);
    FloatPointer rows = pointers.of(tables);
    FloatPointer dRows = pointers.of(dTables);
    FloatPointer dSums = pointers.of(dOut);
    int heads = shape.heads();
    int context = shape.context();
    int slots = shape.patternColumns();
    int columns = dOut.columns();
    for (int j = 0; j < context; j++) {
      int run;
      for (int i = 0; i < dOut.rows(); i += run) {
        run = run(shape, keyRows, i, j, dOut.rows());
        rows.position(row(shape, keyRows, i, j) * heads * columns);
        dRows.position(rows.position());
        weights.position((long) i * slots + (long) j * heads);
        dWeights.position(weights.position());
        dSums.position((long) i * columns);
        if (run == 1) {
          int at = (i * context + j) * heads;
          for (int h = 0; h < heads; h++) {
            float product = openblas_nolapack.cblas_sdot(columns, dSums, 1, rows, 1);
            dPattern.floats().put(at + h, dPattern.floats().get(at + h) + product);
            openblas_nolapack.cblas_saxpy(
                columns, pattern.floats().get(at + h), dSums, 1, dRows, 1);
            rows.position(rows.position() + columns);
            dRows.position(rows.position());
          }
        } else {
          openblas_nolapack.cblas_sgemm(
              ROW_MAJOR,
              AS_IS,
              TRANSPOSED,
              run,
              heads,
              columns,
              1,
              dSums,
              columns,
              rows,
              columns,
              1,
              dWeights,
              slots);
          openblas_nolapack.cblas_sgemm(
              ROW_MAJOR,
              TRANSPOSED,
              AS_IS,
              heads,
              columns,
              run,
              1,
              weights,
              slots,
              dSums,
              columns,
              1,
              dRows,
              columns);
        }
      }
    }
  }

  /** How many examples in a row, from i, have the same row at position j; at least 1. */
  private static int run(AttentionShape shape, Indices keyRows, int i, int j, int examples) {
    long row = row(shape, keyRows, i, j);
    int end = i + 1;
    while (end < examples && row(shape, keyRows, end, j) == row) {
      end++;
    }
    return end - i;
  }

  private static long row(AttentionShape shape, Indices keyRows, int i, int j) {
    return keyRows.rows()[i * shape.context() + j];
  }
}
