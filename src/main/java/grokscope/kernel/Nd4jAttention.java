package grokscope.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * One attention operation spelled out in plain ND4J, a query position, a key position and a head at
 * a time, on gathered copies of queries, keys and values. One thread at a time.
 */
final class Nd4jAttention {
  private final AttentionShape shape;
  private final DataType type;
  private final int examples;
  private final INDArray q; // [examples, queries, heads, headWidth]
  private final INDArray k; // [examples, context, heads, headWidth]
  private final INDArray v;
  private INDArray dq;
  private INDArray dk;
  private INDArray dv;

  Nd4jAttention(
      AttentionShape shape, Matrix q, Indices queryRows, Matrix k, Matrix v, Indices keyRows) {
    this.shape = shape;
    this.type = q.array().dataType();
    this.examples = keyRows.size() / shape.context();
    this.q = gathered(q, queryRows, shape.queries());
    this.k = gathered(k, keyRows, shape.context());
    this.v = gathered(v, keyRows, shape.context());
  }

  private INDArray gathered(Matrix table, Indices rows, int positions) {
    INDArray out = Nd4j.create(type, new long[] {rows.size(), shape.width()}, 'c');
    Nd4j.gemm(rows.oneHot(table.rows(), type), table.array(), out, false, false, 1, 0);
    return out.reshape(examples, positions, shape.heads(), shape.headWidth());
  }

  void forward(INDArray patternOut, INDArray out) {
    INDArray pattern = Nd4j.zeros(type, patternShape());
    INDArray result = Nd4j.zeros(type, q.shape());
    for (int i = 0; i < shape.queries(); i++) {
      INDArray scores = Nd4j.create(type, examples, shape.heads(), shape.visible(i));
      for (int j = 0; j < shape.visible(i); j++) {
        putLast(scores, j, at(q, i).mul(at(k, j)).sum(2).muli(shape.scoreScale()));
      }
      INDArray exp = Transforms.exp(scores.sub(repeated(scores.max(true, 2), scores)), false);
      INDArray weights = exp.div(repeated(exp.sum(true, 2), exp)); // [examples, heads, visible]
      for (int j = 0; j < shape.visible(i); j++) {
        INDArray weight = last(weights, j);
        at(result, i).addi(wide(weight).mul(at(v, j)));
        pattern
            .get(
                NDArrayIndex.all(),
                NDArrayIndex.point(i),
                NDArrayIndex.all(),
                NDArrayIndex.point(j))
            .assign(weight);
      }
    }
    patternOut.assign(pattern.reshape('c', patternOut.shape()));
    out.assign(result.reshape('c', out.shape()));
  }

  void backward(INDArray patternIn, INDArray dOutIn) {
    INDArray pattern = patternIn.dup('c').reshape('c', patternShape());
    INDArray dOut = dOutIn.dup('c').reshape('c', q.shape());
    dq = Nd4j.zeros(type, q.shape());
    dk = Nd4j.zeros(type, k.shape());
    dv = Nd4j.zeros(type, v.shape());
    for (int i = 0; i < shape.queries(); i++) {
      INDArray mean = Nd4j.zeros(type, examples, shape.heads()); // Σⱼ pattern·dPattern
      for (int j = 0; j < shape.visible(i); j++) {
        mean.addi(patternAt(pattern, i, j).mul(dPattern(dOut, i, j)));
      }
      for (int j = 0; j < shape.visible(i); j++) {
        INDArray weight = patternAt(pattern, i, j);
        at(dv, j).addi(wide(weight).mul(at(dOut, i)));
        INDArray dScore = dPattern(dOut, i, j).sub(mean).mul(weight).muli(shape.scoreScale());
        at(dq, i).addi(wide(dScore).mul(at(k, j)));
        at(dk, j).addi(wide(dScore).mul(at(q, i)));
      }
    }
  }

  INDArray dq() {
    return dq.reshape('c', dq.size(0) * dq.size(1), shape.width());
  }

  INDArray dk() {
    return dk.reshape('c', dk.size(0) * dk.size(1), shape.width());
  }

  INDArray dv() {
    return dv.reshape('c', dv.size(0) * dv.size(1), shape.width());
  }

  private long[] patternShape() {
    return new long[] {examples, shape.queries(), shape.heads(), shape.context()};
  }

  private INDArray dPattern(INDArray dOut, int query, int key) { // [examples, heads]
    return at(dOut, query).mul(at(v, key)).sum(2);
  }

  private static INDArray patternAt(INDArray pattern, int query, int key) {
    return pattern
        .get(
            NDArrayIndex.all(),
            NDArrayIndex.point(query),
            NDArrayIndex.all(),
            NDArrayIndex.point(key))
        .dup('c');
  }

  /** The view [examples, heads, headWidth] at a position. */
  private static INDArray at(INDArray array, int position) {
    return array.get(
        NDArrayIndex.all(), NDArrayIndex.point(position), NDArrayIndex.all(), NDArrayIndex.all());
  }

  private static INDArray last(INDArray array, int index) { // [examples, heads]
    return array.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(index)).dup('c');
  }

  private static void putLast(INDArray array, int index, INDArray value) {
    array.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(index)).assign(value);
  }

  /** [examples, heads] spread over a head's columns. */
  private INDArray wide(INDArray perHead) {
    INDArray column = perHead.dup('c').reshape('c', examples * shape.heads(), 1);
    INDArray ones = Nd4j.ones(type, 1, shape.headWidth());
    return column.mmul(ones).dup('c').reshape('c', examples, shape.heads(), shape.headWidth());
  }

  private static INDArray repeated(INDArray keptDims, INDArray like) {
    return keptDims.broadcast(Nd4j.create(like.dataType(), like.shape()));
  }
}
