package grokscope.kernel.cpu;

import grokscope.kernel.AttentionKernels;
import grokscope.kernel.AttentionQueries;
import grokscope.kernel.AttentionShape;
import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Attention over long sequences on the host, whose rows lie in memory in order: for each sequence
 * and head a few products, straight on the matrices' memory. The queries are taken in parts, and a
 * part's products stop at the last position that one of its queries sees. One call; one thread.
 */
final class CpuSequenceAttention {
  private static final int SHORTEST = 16; // below, single dot products are faster
  private static final int PART = 32; // queries
  private static final int ROW_MAJOR = 101;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;

  private final MatrixPointers pointers;
  private final HeapBlock block;
  private final HeapBlock dBlock;
  private final FloatPointer dPattern; // of one part, as its pattern
  private final double[] scores;
  private final AttentionShape shape;
  private final AttentionQueries asking;
  private final int width;
  private final int columns; // of the pattern
  private final int step; // from one query of a sequence to its next
  // Of the part that goes on:
  private int sequence;
  private int first;
  private int rows;
  private int visible;

  /** The memory of the calls, which grows to what the largest of them needed. One thread. */
  static final class Memory {
    private final MatrixPointers pointers = new MatrixPointers();
    private final HeapBlock block = new HeapBlock();
    private final HeapBlock dBlock = new HeapBlock();
    private FloatPointer dPattern = new FloatPointer(0L);
    private double[] scores = new double[0];

    private void grow(int size) {
      if (scores.length < size) {
        scores = new double[size];
        dPattern.close();
        dPattern = new FloatPointer(size);
      }
    }
  }

  CpuSequenceAttention(Memory memory, AttentionShape shape, AttentionQueries asking) {
    this.shape = shape;
    this.asking = asking;
    width = shape.width();
    columns = shape.patternColumns();
    step = asking.bySequence() ? 1 : asking.sequences();
    memory.grow(Math.min(PART, asking.perSequence()) * columns);
    pointers = memory.pointers;
    block = memory.block;
    dBlock = memory.dBlock;
    dPattern = memory.dPattern;
    scores = memory.scores;
  }

  /** Whether this serves such sequences. */
  static boolean serves(AttentionShape shape, AttentionQueries asking, Indices keyRows) {
    return shape.context() >= SHORTEST && asking.rows().inOrder() && keyRows.inOrder();
  }

  private void beginPart(int ofSequence, int from) {
    sequence = ofSequence;
    first = from;
    rows = Math.min(PART, asking.perSequence() - from);
    visible = 0;
    for (int i = 0; i < rows; i++) {
      visible = Math.max(visible, asking.visible(query(i)));
    }
  }

  /** The i-th query of the part among all. */
  private int query(int i) {
    return asking.index(sequence, first + i);
  }

  /** Where a head's columns begin in the row of the part's first query. */
  private int atQuery(int head) {
    return query(0) * width + head * shape.headWidth();
  }

  /** Where a head's columns begin in the row of the sequence's first key. */
  private int atKey(int head) {
    return sequence * shape.context() * width + head * shape.headWidth();
  }

  private int atPattern(int head) {
    return query(0) * columns + atHead(head);
  }

  /** Where a head's columns begin in a row of the pattern. */
  private int atHead(int head) {
    return head * shape.context();
  }

  /** See {@link AttentionKernels#forward}. */
  void forward(Matrix q, Matrix k, Matrix v, Matrix pattern, Matrix out) {
    FloatPointer p = pointers.of(pattern);
    for (int s = 0; s < asking.sequences(); s++) {
      for (int from = 0; from < asking.perSequence(); from += PART) {
        beginPart(s, from);
        for (int head = 0; head < shape.heads(); head++) {
          p.position(atPattern(head));
          timesKeys(pointers.of(q), k, head, p, step * columns);
        }
        softmax(pattern);
        for (int head = 0; head < shape.heads(); head++) {
          p.position(atPattern(head));
          timesRows(p, step * columns, v, head, 0, out);
        }
      }
    }
  }

  /** See {@link AttentionKernels#backward}. */
  void backward(
      Matrix q, Matrix k, Matrix v, Matrix pattern, Matrix dOut, Matrix dq, Matrix dk, Matrix dv) {
    FloatPointer p = pointers.of(pattern);
    for (int s = 0; s < asking.sequences(); s++) {
      for (int from = 0; from < asking.perSequence(); from += PART) {
        beginPart(s, from);
        for (int head = 0; head < shape.heads(); head++) {
          timesKeys(pointers.of(dOut), v, head, dPattern.position(atHead(head)), columns);
        }
        softmaxBackward(pattern);
        for (int head = 0; head < shape.heads(); head++) {
          p.position(atPattern(head));
          transposedTimesQueries(p, step * columns, dOut, head, dv);
          dPattern.position(atHead(head));
          timesRows(dPattern, columns, k, head, 1, dq);
          transposedTimesQueries(dPattern, columns, q, head, dk);
        }
      }
    }
  }

  /** to = queries·keysᵀ, for a head. */
  private void timesKeys(FloatPointer queries, Matrix keys, int head, FloatPointer to, int stride) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        AS_IS,
        TRANSPOSED,
        rows,
        visible,
        shape.headWidth(),
        1,
        queries.position(atQuery(head)),
        step * width,
        pointers.of(keys).position(atKey(head)),
        width,
        0,
        to,
        stride);
  }

  /** to = keep·to + weights·rows of the sequence, for a head. */
  private void timesRows(
      FloatPointer weights, int stride, Matrix from, int head, float keep, Matrix to) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        AS_IS,
        AS_IS,
        rows,
        shape.headWidth(),
        visible,
        1,
        weights,
        stride,
        pointers.of(from).position(atKey(head)),
        width,
        keep,
        pointers.of(to).position(atQuery(head)),
        step * width);
  }

  /** to += weightsᵀ·queries, for a head. */
  private void transposedTimesQueries(
      FloatPointer weights, int stride, Matrix queries, int head, Matrix to) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        TRANSPOSED,
        AS_IS,
        visible,
        shape.headWidth(),
        rows,
        1,
        weights,
        stride,
        pointers.of(queries).position(atQuery(head)),
        step * width,
        1,
        pointers.of(to).position(atKey(head)),
        width);
  }

  /** Replaces the part's products by their softmax; only those that are seen are looked at. */
  private void softmax(Matrix pattern) {
    float[] weights = block.sized(rows * columns);
    int count = 0;
    for (int i = 0; i < rows; i++) {
      pattern.floats().get(query(i) * columns, weights, i * columns, columns);
      int visible = asking.visible(query(i));
      for (int head = 0; head < shape.heads(); head++) {
        shift(weights, i * columns + head * shape.context(), visible, count);
        count += visible;
      }
    }
    VectorExp.replace(scores, count);
    count = 0;
    for (int i = 0; i < rows; i++) {
      int visible = asking.visible(query(i));
      for (int head = 0; head < shape.heads(); head++) {
        int at = i * columns + head * shape.context();
        normalize(count, visible, weights, at);
        Arrays.fill(weights, at + visible, at + shape.context(), 0);
        count += visible;
      }
      pattern.floats().put(query(i) * columns, weights, i * columns, columns);
    }
  }

  /** Scores minus the largest of their query and head, which are then at most 0. */
  private void shift(float[] products, int from, int length, int to) {
    float largest = CpuSoftmax.largest(products, from, length);
    double scale = shape.scoreScale();
    double[] shifted = scores;
    for (int j = 0; j < length; j++) {
      shifted[to + j] = ((double) products[from + j] - largest) * scale;
    }
  }

  private void normalize(int from, int length, float[] weights, int to) {
    double[] exps = scores;
    double share = 1 / CpuSoftmax.sum(exps, from, length);
    for (int j = 0; j < length; j++) {
      weights[to + j] = (float) (exps[from + j] * share);
    }
  }

  /** Replaces the gradients of the part's pattern by those of its products of queries and keys. */
  private void softmaxBackward(Matrix pattern) {
    float[] weights = block.sized(rows * columns);
    float[] d = dBlock.sized(rows * columns);
    dPattern.position(0).get(d, 0, rows * columns);
    float scale = (float) shape.scoreScale();
    for (int i = 0; i < rows; i++) {
      pattern.floats().get(query(i) * columns, weights, i * columns, columns);
      int visible = asking.visible(query(i));
      for (int head = 0; head < shape.heads(); head++) {
        int at = i * columns + head * shape.context();
        float mean = (float) FloatSums.ofProducts(weights, at, d, at, visible);
        for (int j = at; j < at + visible; j++) {
          d[j] = weights[j] * (d[j] - mean) * scale;
        }
        Arrays.fill(d, at + visible, at + shape.context(), 0);
      }
    }
    dPattern.put(d, 0, rows * columns);
  }
}
