package grokscope.kernel.cpu;

import grokscope.kernel.AttentionKernels;
import grokscope.kernel.AttentionQueries;
import grokscope.kernel.AttentionShape;
import grokscope.kernel.Indices;
import grokscope.kernel.Matrix;
import java.util.Arrays;

/**
 * Attention on the host: for each query and head a handful of dot products over rows on the Java
 * heap; for long sequences as {@link CpuSequenceAttention} does it. One thread.
 */
final class CpuAttention implements AttentionKernels {
  private final CpuSequenceAttention.Memory sequences = new CpuSequenceAttention.Memory();
  private final HeapBlock q = new HeapBlock();
  private final HeapBlock k = new HeapBlock();
  private final HeapBlock v = new HeapBlock();
  private final HeapBlock dq = new HeapBlock();
  private final HeapBlock dk = new HeapBlock();
  private final HeapBlock dv = new HeapBlock();
  private final HeapBlock pattern = new HeapBlock();
  private final HeapBlock out = new HeapBlock();
  private double[] scores = new double[0];

  @Override
  public void forward(
      AttentionShape shape,
      Matrix queries,
      AttentionQueries asking,
      Matrix keys,
      Matrix values,
      Indices keyRows,
      Matrix patternOut,
      Matrix result) {
    if (CpuSequenceAttention.serves(shape, asking, keyRows)) {
      new CpuSequenceAttention(sequences, shape, asking)
          .forward(queries, keys, values, patternOut, result);
      return;
    }
    float[] qs = q.load(queries);
    float[] ks = k.load(keys);
    float[] vs = v.load(values);
    int patternSize = asking.size() * shape.patternColumns();
    scores = scores.length < patternSize ? new double[patternSize] : scores;
    scores(shape, qs, asking, ks, keyRows);
    VectorExp.replace(scores, patternSize);
    float[] weights = pattern.sized(patternSize);
    float[] outs = out.sized(result.size());
    Arrays.fill(outs, 0, result.size(), 0);
    for (int i = 0; i < asking.size(); i++) {
      int example = asking.sequence(i);
      for (int head = 0; head < shape.heads(); head++) {
        int w = i * shape.patternColumns() + head * shape.context();
        normalize(scores, weights, w, shape.context());
        int to = i * shape.width() + head * shape.headWidth();
        for (int j = 0; j < asking.visible(i); j++) {
          int value = keyAt(shape, keyRows.rows(), example, j, head);
          addScaled(weights[w + j], vs, value, outs, to, shape);
        }
      }
    }
    pattern.store(patternOut, 0, patternSize);
    out.store(result, 0, result.size());
  }

  /** Scores minus the largest of their query and head; −∞ where not visible. */
  private void scores(
      AttentionShape shape, float[] qs, AttentionQueries asking, float[] ks, Indices keyRows) {
    double scale = shape.scoreScale();
    for (int i = 0; i < asking.size(); i++) {
      int example = asking.sequence(i);
      int visible = asking.visible(i);
      for (int head = 0; head < shape.heads(); head++) {
        int query = asking.rows().rows()[i] * shape.width() + head * shape.headWidth();
        int w = i * shape.patternColumns() + head * shape.context();
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < visible; j++) {
          int key = keyAt(shape, keyRows.rows(), example, j, head);
          scores[w + j] = FloatSums.ofProducts(qs, query, ks, key, shape.headWidth()) * scale;
          max = Math.max(max, scores[w + j]);
        }
        for (int j = 0; j < shape.context(); j++) {
          scores[w + j] = j < visible ? scores[w + j] - max : Double.NEGATIVE_INFINITY;
        }
      }
    }
  }

  private static void normalize(double[] exps, float[] weights, int from, int length) {
    double total = 0;
    for (int j = 0; j < length; j++) {
      total += exps[from + j];
    }
    for (int j = 0; j < length; j++) {
      weights[from + j] = (float) (exps[from + j] / total);
    }
  }

  @Override
  public void backward(
      AttentionShape shape,
      Matrix queries,
      AttentionQueries asking,
      Matrix keys,
      Matrix values,
      Indices keyRows,
      Matrix patternIn,
      Matrix dOut,
      Matrix dQueries,
      Matrix dKeys,
      Matrix dValues) {
    if (CpuSequenceAttention.serves(shape, asking, keyRows)) {
      new CpuSequenceAttention(sequences, shape, asking)
          .backward(queries, keys, values, patternIn, dOut, dQueries, dKeys, dValues);
      return;
    }
    float[] qs = q.load(queries);
    float[] ks = k.load(keys);
    float[] vs = v.load(values);
    float[] weights = pattern.load(patternIn);
    float[] dOuts = out.load(dOut);
    float[] dqs = dq.load(dQueries);
    float[] dks = dk.load(dKeys);
    float[] dvs = dv.load(dValues);
    scores = scores.length < shape.context() ? new double[shape.context()] : scores;
    for (int i = 0; i < asking.size(); i++) {
      int example = asking.sequence(i);
      int visible = asking.visible(i);
      for (int head = 0; head < shape.heads(); head++) {
        int query = asking.rows().rows()[i] * shape.width() + head * shape.headWidth();
        int w = i * shape.patternColumns() + head * shape.context();
        int d = i * shape.width() + head * shape.headWidth();
        double mean = 0; // Σⱼ pattern·dPattern
        for (int j = 0; j < visible; j++) {
          int key = keyAt(shape, keyRows.rows(), example, j, head);
          scores[j] = FloatSums.ofProducts(dOuts, d, vs, key, shape.headWidth());
          mean += weights[w + j] * scores[j];
          addScaled(weights[w + j], dOuts, d, dvs, key, shape);
        }
        for (int j = 0; j < visible; j++) {
          int key = keyAt(shape, keyRows.rows(), example, j, head);
          float dScore = (float) (weights[w + j] * (scores[j] - mean) * shape.scoreScale());
          addScaled(dScore, ks, key, dqs, query, shape);
          addScaled(dScore, qs, query, dks, key, shape);
        }
      }
    }
    dq.store(dQueries, 0, dQueries.size());
    dk.store(dKeys, 0, dKeys.size());
    dv.store(dValues, 0, dValues.size());
  }

  private static int keyAt(AttentionShape shape, int[] rows, int example, int j, int head) {
    return rows[example * shape.context() + j] * shape.width() + head * shape.headWidth();
  }

  private static void addScaled(
      float factor, float[] from, int i, float[] to, int j, AttentionShape shape) {
    int length = shape.headWidth();
    for (int n = 0; n < length; n++) {
      to[j + n] += factor * from[i + n];
    }
  }
}
