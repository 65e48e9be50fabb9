package grokscope.model.transformer;

import static grokscope.model.WeightRows.plus;
import static grokscope.model.WeightRows.times;
import static grokscope.model.WeightRows.timesTransposed;

import grokscope.config.Settings;
import grokscope.model.Parameters;
import grokscope.model.WeightRows;
import java.util.Arrays;

/**
 * The transformer as one would write it down: every position, every layer, one sequence at a time,
 * straight from the definition.
 */
final class UsualTransformer {
  private final WeightRows weights;
  private final int layers;
  private final int heads;
  private final String norm;
  private final String positions;
  private final boolean causal;

  UsualTransformer(Parameters parameters, Settings settings) {
    weights = WeightRows.of(parameters);
    layers = settings.whole("layers");
    heads = settings.whole("heads");
    norm = settings.choice("layerNorm");
    positions = settings.choice("positions");
    causal = settings.choice("mask").equals("causal");
  }

  /** The logits at a position; with tied weights of all tokens. */
  double[] logits(int[] tokens, int at) {
    double[][] stream = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      double[] embedded = weights.row("embed.W_E", tokens[position]);
      stream[position] = plus(embedded, positionRow(position, embedded.length));
    }
    for (int layer = 0; layer < layers; layer++) {
      stream = block(stream, "blocks." + layer + ".");
    }
    double[] last = pre(stream[at], "ln_final");
    return weights.has("unembed.W_U")
        ? times(last, weights.matrix("unembed.W_U"))
        : timesTransposed(last, weights.matrix("embed.W_E"));
  }

  private double[] positionRow(int position, int width) {
    if (positions.equals("learned")) {
      return weights.row("pos_embed.W_pos", position);
    }
    double[] row = new double[width];
    if (positions.equals("sinusoidal")) {
      for (int pair = 0; 2 * pair < width; pair++) {
        double angle = position * Math.pow(10_000, -2.0 * pair / width);
        row[2 * pair] = Math.sin(angle) / Math.sqrt(width);
        row[2 * pair + 1] = Math.cos(angle) / Math.sqrt(width);
      }
    }
    return row;
  }

  private double[][] block(double[][] stream, String name) {
    double[][] read = new double[stream.length][];
    for (int i = 0; i < stream.length; i++) {
      read[i] = pre(stream[i], name + "ln1");
    }
    double[][] after = new double[stream.length][];
    for (int i = 0; i < stream.length; i++) {
      double[] brought = times(heads(read, i, name), weights.matrix(name + "attn.W_O"));
      double[] middle = post(plus(stream[i], brought), name + "ln1");
      after[i] = weights.has(name + "mlp.W_in") ? mlp(middle, name) : middle;
    }
    return after;
  }

  private double[] mlp(double[] stream, String name) {
    double[] hidden =
        weights.affine(pre(stream, name + "ln2"), name + "mlp.W_in", name + "mlp.b_in");
    hidden = Arrays.stream(hidden).map(x -> Math.max(x, 0)).toArray();
    double[] out = weights.affine(hidden, name + "mlp.W_out", name + "mlp.b_out");
    return post(plus(stream, out), name + "ln2");
  }

  private double[] pre(double[] row, String name) {
    return norm.equals("pre") ? normalized(row, name) : row;
  }

  private double[] post(double[] row, String name) {
    return norm.equals("post") ? normalized(row, name) : row;
  }

  private double[] normalized(double[] row, String name) {
    double mean = Arrays.stream(row).average().orElseThrow();
    double variance = Arrays.stream(row).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double[] result = new double[row.length];
    Arrays.setAll(
        result,
        i ->
            (row[i] - mean) / Math.sqrt(variance + 1e-5) * weights.row(name + ".w", 0)[i]
                + weights.row(name + ".b", 0)[i]);
    return result;
  }

  private double[] heads(double[][] read, int query, String name) {
    double[] q = times(read[query], weights.matrix(name + "attn.W_Q"));
    double[] result = new double[q.length];
    int width = q.length / heads;
    int visible = causal ? query + 1 : read.length;
    for (int head = 0; head < heads; head++) {
      double[] p = new double[visible];
      double total = 0;
      for (int j = 0; j < visible; j++) {
        double[] k = times(read[j], weights.matrix(name + "attn.W_K"));
        double score = 0;
        for (int c = head * width; c < (head + 1) * width; c++) {
          score += q[c] * k[c];
        }
        p[j] = Math.exp(score / Math.sqrt(width));
        total += p[j];
      }
      for (int j = 0; j < visible; j++) {
        double[] v = times(read[j], weights.matrix(name + "attn.W_V"));
        for (int c = head * width; c < (head + 1) * width; c++) {
          result[c] += p[j] / total * v[c];
        }
      }
    }
    return result;
  }
}
