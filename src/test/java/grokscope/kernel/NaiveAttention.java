package grokscope.kernel;

/** Self-attention, in double. */
final class NaiveAttention implements AttentionKernels {
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
    double[] weights = new double[pattern.size()];
    double[] result = new double[out.size()];
    double[] values = v.toDoubles();
    double[] asked = q.toDoubles();
    double[] keys = k.toDoubles();
    for (int i = 0; i < asking.size(); i++) {
      for (int head = 0; head < shape.heads(); head++) {
        double[] p = pattern(shape, asked, asking, keys, keyRows, i, head);
        for (int j = 0; j < shape.context(); j++) {
          weights[i * shape.patternColumns() + head * shape.context() + j] = p[j];
          for (int c = 0; c < shape.headWidth(); c++) {
            int column = head * shape.headWidth() + c;
            result[i * shape.width() + column] +=
                p[j] * values[row(shape, keyRows, asking.sequence(i), j) * shape.width() + column];
          }
        }
      }
    }
    pattern.set(weights);
    out.set(result);
  }

  private static double[] pattern(
      AttentionShape shape,
      double[] q,
      AttentionQueries asking,
      double[] k,
      Indices keyRows,
      int query,
      int head) {
    int visible = asking.visible(query);
    double[] p = new double[shape.context()];
    double total = 0;
    for (int j = 0; j < visible; j++) {
      double score = 0;
      for (int c = 0; c < shape.headWidth(); c++) {
        int column = head * shape.headWidth() + c;
        score +=
            q[asking.rows().rows()[query] * shape.width() + column]
                * k[row(shape, keyRows, asking.sequence(query), j) * shape.width() + column];
      }
      p[j] = Math.exp(score / Math.sqrt(shape.headWidth()));
      total += p[j];
    }
    for (int j = 0; j < visible; j++) {
      p[j] /= total;
    }
    return p;
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
    double[] p = pattern.toDoubles();
    double[] toQ = dq.toDoubles();
    double[] toK = dk.toDoubles();
    double[] toV = dv.toDoubles();
    double[] d = dOut.toDoubles();
    double[] asked = q.toDoubles();
    double[] keys = k.toDoubles();
    double[] values = v.toDoubles();
    int width = shape.width();
    for (int i = 0; i < asking.size(); i++) {
      int query = asking.rows().rows()[i];
      for (int head = 0; head < shape.heads(); head++) {
        int visible = asking.visible(i);
        int w = i * shape.patternColumns() + head * shape.context();
        double[] dPattern = new double[visible];
        double mean = 0;
        for (int j = 0; j < visible; j++) {
          int key = row(shape, keyRows, asking.sequence(i), j);
          for (int c = head * shape.headWidth(); c < (head + 1) * shape.headWidth(); c++) {
            dPattern[j] += d[i * width + c] * values[key * width + c];
            toV[key * width + c] += p[w + j] * d[i * width + c];
          }
          mean += p[w + j] * dPattern[j];
        }
        for (int j = 0; j < visible; j++) {
          int key = row(shape, keyRows, asking.sequence(i), j);
          double dScore = p[w + j] * (dPattern[j] - mean) / Math.sqrt(shape.headWidth());
          for (int c = head * shape.headWidth(); c < (head + 1) * shape.headWidth(); c++) {
            toQ[query * width + c] += dScore * keys[key * width + c];
            toK[key * width + c] += dScore * asked[query * width + c];
          }
        }
      }
    }
    dq.set(toQ);
    dk.set(toK);
    dv.set(toV);
  }

  private static int row(AttentionShape shape, Indices keyRows, int sequence, int position) {
    return keyRows.rows()[sequence * shape.context() + position];
  }
}
