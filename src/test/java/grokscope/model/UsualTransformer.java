package grokscope.model;

import java.util.HashMap;
import java.util.Map;

/**
 * The transformer as one would write it down: every position, every layer, one sequence at a time,
 * straight from the definition.
 */
final class UsualTransformer {
  private final Map<String, double[][]> weights = new HashMap<>();
  private final int layers;
  private final int heads;

  UsualTransformer(Parameters parameters, int layers, int heads) {
    this.layers = layers;
    this.heads = heads;
    for (Parameter parameter : parameters.list()) {
      int columns = parameter.value().columns();
      double[] flat = parameter.value().toDoubles();
      double[][] rows = new double[parameter.value().rows()][columns];
      for (int i = 0; i < flat.length; i++) {
        rows[i / columns][i % columns] = flat[i];
      }
      weights.put(parameter.name(), rows);
    }
  }

  /** The logits at the last position. */
  double[] logits(int[] tokens) {
    double[][] stream = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      stream[position] =
          plus(
              weights.get("embed.W_E")[tokens[position]], weights.get("pos_embed.W_pos")[position]);
    }
    for (int layer = 0; layer < layers; layer++) {
      stream = block(stream, "blocks." + layer + ".");
    }
    return times(stream[tokens.length - 1], weights.get("unembed.W_U"));
  }

  private double[][] block(double[][] stream, String name) {
    double[][] after = new double[stream.length][];
    for (int i = 0; i < stream.length; i++) {
      double[] middle =
          plus(stream[i], times(heads(stream, i, name), weights.get(name + "attn.W_O")));
      double[] hidden =
          plus(times(middle, weights.get(name + "mlp.W_in")), weights.get(name + "mlp.b_in")[0]);
      for (int n = 0; n < hidden.length; n++) {
        hidden[n] = Math.max(hidden[n], 0);
      }
      double[] out =
          plus(times(hidden, weights.get(name + "mlp.W_out")), weights.get(name + "mlp.b_out")[0]);
      after[i] = plus(middle, out);
    }
    return after;
  }

  private double[] heads(double[][] stream, int query, String name) {
    double[] q = times(stream[query], weights.get(name + "attn.W_Q"));
    double[] result = new double[q.length];
    int width = q.length / heads;
    for (int head = 0; head < heads; head++) {
      double[] p = new double[query + 1];
      double total = 0;
      for (int j = 0; j <= query; j++) {
        double[] k = times(stream[j], weights.get(name + "attn.W_K"));
        double score = 0;
        for (int c = head * width; c < (head + 1) * width; c++) {
          score += q[c] * k[c];
        }
        p[j] = Math.exp(score / Math.sqrt(width));
        total += p[j];
      }
      for (int j = 0; j <= query; j++) {
        double[] v = times(stream[j], weights.get(name + "attn.W_V"));
        for (int c = head * width; c < (head + 1) * width; c++) {
          result[c] += p[j] / total * v[c];
        }
      }
    }
    return result;
  }

  private static double[] times(double[] row, double[][] matrix) {
    double[] result = new double[matrix[0].length];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j] += row[i] * matrix[i][j];
      }
    }
    return result;
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
