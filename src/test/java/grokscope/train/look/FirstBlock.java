package grokscope.train.look;

import grokscope.telemetry.snapshot.Snapshot;

/** The first block of a transformer at the last position, by the book and in double. */
final class FirstBlock {
  private final Snapshot snapshot;
  private final int heads;
  private final int width;
  private final boolean biases;

  FirstBlock(Snapshot snapshot, int heads, int width, boolean biases) {
    this.snapshot = snapshot;
    this.heads = heads;
    this.width = width;
    this.biases = biases;
  }

  private double[] stream(int token, int position) {
    double[] row = new double[width];
    for (int i = 0; i < width; i++) {
      row[i] =
          WeightRows.of(snapshot, "embed.W_E").at(token, i)
              + WeightRows.of(snapshot, "pos_embed.W_pos").at(position, i);
    }
    return row;
  }

  /** x·W for one head of [heads, width, head width]. */
  private double[] projected(double[] x, String matrix, int head) {
    WeightRows weights = WeightRows.of(snapshot, "blocks.0.attn." + matrix);
    double[] out = new double[width / heads];
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < width; i++) {
        out[j] += x[i] * weights.at(head * width + i, j);
      }
    }
    return out;
  }

  /** Softmax over the positions, for each head. */
  double[][] pattern(int[] tokens) {
    double[][] pattern = new double[heads][tokens.length];
    int last = tokens.length - 1;
    for (int head = 0; head < heads; head++) {
      double[] query = projected(stream(tokens[last], last), "W_Q", head);
      double sum = 0;
      for (int j = 0; j < tokens.length; j++) {
        double[] key = projected(stream(tokens[j], j), "W_K", head);
        double score = 0;
        for (int i = 0; i < key.length; i++) {
          score += query[i] * key[i];
        }
        pattern[head][j] = Math.exp(score / Math.sqrt(key.length));
        sum += pattern[head][j];
      }
      for (int j = 0; j < tokens.length; j++) {
        pattern[head][j] /= sum;
      }
    }
    return pattern;
  }

  /** max(0, (x + attention)·W_in + b_in). */
  double[] neurons(int[] tokens, double[][] pattern) {
    int last = tokens.length - 1;
    double[] middle = stream(tokens[last], last);
    WeightRows output = WeightRows.of(snapshot, "blocks.0.attn.W_O");
    for (int head = 0; head < heads; head++) {
      for (int j = 0; j < tokens.length; j++) {
        double[] value = projected(stream(tokens[j], j), "W_V", head);
        for (int i = 0; i < value.length; i++) {
          for (int column = 0; column < width; column++) {
            middle[column] +=
                pattern[head][j] * value[i] * output.at(head * value.length + i, column);
          }
        }
      }
    }
    WeightRows in = WeightRows.of(snapshot, "blocks.0.mlp.W_in");
    double[] neurons = new double[in.columns()];
    for (int neuron = 0; neuron < neurons.length; neuron++) {
      double sum = biases ? WeightRows.of(snapshot, "blocks.0.mlp.b_in").at(0, neuron) : 0;
      for (int i = 0; i < width; i++) {
        sum += middle[i] * in.at(i, neuron);
      }
      neurons[neuron] = Math.max(0, sum);
    }
    return neurons;
  }
}
