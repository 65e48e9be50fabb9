package grokscope.kernel.nd4j;

import grokscope.kernel.AttentionKernels;
import grokscope.kernel.AttentionQueries;
import grokscope.kernel.AttentionShape;
import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Attention in plain ND4J operations. One thread at a time. */
final class Nd4jAttention implements AttentionKernels {
  private static final double UNSEEN = -1e9; // beside any score its exponential is 0

  @Override
  public void forward(
      AttentionShape shape,
      Matrix q,
      AttentionQueries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out) {
    new Call(shape, q, asking, k, v, keyRows).forward(pattern.array(), out.array());
  }

  @Override
  public void backward(
      AttentionShape shape,
      Matrix q,
      AttentionQueries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    Gradients gradients =
        new Call(shape, q, asking, k, v, keyRows).backward(pattern.array(), dOut.array());
    Nd4jRows.scatterAdd(gradients.q, asking.rows(), dq.array());
    Nd4jRows.scatterAdd(gradients.k, keyRows, dk.array());
    Nd4jRows.scatterAdd(gradients.v, keyRows, dv.array());
  }

  /**
   * What goes back to the rows of queries, keys and values.
   *
   * @param q by query, [queries, width]
   * @param k by row of keys, [n·context, width]
   * @param v likewise
   */
  private record Gradients(INDArray q, INDArray k, INDArray v) {}

  /**
   * One call: the products of all sequences and heads at once, on gathered copies of queries, keys
   * and values.
   */
  private static final class Call {

    private final AttentionShape shape;
    private final AttentionQueries asking;
    private final DataType type;
    private final long sequences;
    private final long groups; // sequences · heads
    private final INDArray q; // [groups, queries of a sequence, headWidth]
    private final INDArray k; // [groups, context, headWidth]
    private final INDArray v;

    Call(
        AttentionShape shape,
        Matrix q,
        AttentionQueries asking,
        Matrix k,
        Matrix v,
        Indices keyRows) {
      this.shape = shape;
      this.asking = asking;
      this.type = q.array().dataType();
      this.sequences = asking.sequences();
      this.groups = sequences * shape.heads();
      this.q = queriesApart(Nd4jRows.gathered(q, asking.rows()), shape.headWidth());
      this.k = apart(Nd4jRows.gathered(k, keyRows), true, shape.context(), shape.headWidth());
      this.v = apart(Nd4jRows.gathered(v, keyRows), true, shape.context(), shape.headWidth());
    }

    /** Rows with the heads side by side, as [groups, rows of a sequence, columns of a head]. */
    private INDArray apart(INDArray rows, boolean bySequence, long perSequence, long columns) {
      INDArray whole = rows.dup('c');
      INDArray ordered =
          bySequence
              ? whole.reshape('c', sequences, perSequence, shape.heads(), columns)
              : whole
                  .reshape('c', perSequence, sequences, shape.heads(), columns)
                  .permute(1, 0, 2, 3);
      return ordered.permute(0, 2, 1, 3).dup('c').reshape('c', groups, perSequence, columns);
    }

    /** The way back from {@link #apart}. */
    private INDArray together(INDArray x, boolean bySequence) {
      long perSequence = x.size(1);
      INDArray whole = x.dup('c').reshape('c', sequences, shape.heads(), perSequence, x.size(2));
      INDArray ordered = bySequence ? whole.permute(0, 2, 1, 3) : whole.permute(2, 0, 1, 3);
      return ordered.dup('c').reshape('c', sequences * perSequence, shape.heads() * x.size(2));
    }

    private INDArray queriesApart(INDArray rows, long columns) {
      return apart(rows, asking.bySequence(), asking.perSequence(), columns);
    }

    void forward(INDArray patternOut, INDArray out) {
      INDArray scores = product(q, transposed(k)).muli(shape.scoreScale()).addi(unseen());
      INDArray exp =
          Transforms.exp(scores.sub(Nd4jRows.repeated(scores.max(true, 2), scores)), false);
      INDArray pattern = exp.div(Nd4jRows.repeated(exp.sum(true, 2), exp));
      patternOut.assign(together(pattern, asking.bySequence()));
      out.assign(together(product(pattern, v), asking.bySequence()));
    }

    /** 0 where a query sees a position, a large negative number where it does not. */
    private INDArray unseen() {
      double[] mask = new double[asking.size() * shape.patternColumns()];
      for (int i = 0; i < mask.length; i++) {
        int position = i % shape.context();
        mask[i] = position < asking.visible(i / shape.patternColumns()) ? 0 : UNSEEN;
      }
      INDArray rows =
          Nd4j.createFromArray(mask).reshape('c', asking.size(), shape.patternColumns());
      return queriesApart(rows.castTo(type), shape.context());
    }

    Gradients backward(INDArray patternIn, INDArray dOutIn) {
      INDArray pattern = queriesApart(patternIn, shape.context());
      INDArray dOut = queriesApart(dOutIn, shape.headWidth());
      INDArray dPattern = product(dOut, transposed(v));
      INDArray mean = Nd4jRows.repeated(dPattern.mul(pattern).sum(true, 2), dPattern);
      INDArray dScores = dPattern.sub(mean).muli(pattern).muli(shape.scoreScale());
      return new Gradients(
          together(product(dScores, k), asking.bySequence()),
          together(product(transposed(dScores), q), true),
          together(product(transposed(pattern), dOut), true));
    }

    private static INDArray transposed(INDArray x) {
      return x.permute(0, 2, 1).dup('c');
    }

    /** The products of the groups. */
    private static INDArray product(INDArray a, INDArray b) {
      return Nd4j.matmul(a, b);
    }
  }
}
