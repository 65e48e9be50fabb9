package grokscope.kernel;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The kernels as loops over doubles that follow the Javadoc's formulas word for word. */
final class NaiveKernels implements Kernels {
  @Override
  public void multiply(
      double factor,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      Matrix c,
      boolean add) {
    double[] x = a.toDoubles();
    double[] y = b.toDoubles();
    double[] z = c.toDoubles();
    int inner = transposeA ? a.rows() : a.columns();
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        double sum = add ? z[i * c.columns() + j] : 0;
        for (int k = 0; k < inner; k++) {
          double left = transposeA ? x[k * a.columns() + i] : x[i * a.columns() + k];
          double right = transposeB ? y[j * b.columns() + k] : y[k * b.columns() + j];
          sum += factor * left * right;
        }
        z[i * c.columns() + j] = sum;
      }
    }
    c.set(z);
  }

  @Override
  public void gather(Matrix table, Indices rows, Matrix out, boolean add) {
    double[] from = table.toDoubles();
    double[] to = out.toDoubles();
    int columns = table.columns();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns; j++) {
        double value = from[rows.rows()[i] * columns + j];
        to[i * columns + j] = add ? to[i * columns + j] + value : value;
      }
    }
    out.set(to);
  }

  @Override
  public void scatterAdd(Matrix values, Indices rows, Matrix table) {
    double[] from = values.toDoubles();
    double[] to = table.toDoubles();
    int columns = table.columns();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns; j++) {
        to[rows.rows()[i] * columns + j] += from[i * columns + j];
      }
    }
    table.set(to);
  }

  @Override
  public void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y) {
    if (bias != null) {
      addBias(x, bias);
    }
    y.set(Arrays.stream(x.toDoubles()).map(value -> value(f, value)).toArray());
  }

  private static double value(Activation f, double x) {
    return switch (f) {
      case RELU -> Math.max(x, 0);
      case SQUARE -> x * x;
      case TANH -> Math.tanh(x);
      case GELU -> x * normalDistribution(x);
    };
  }

  /** The slope where f has the value, for those whose value tells it; else where it has x. */
  private static double slope(Activation f, double kept) {
    return switch (f) {
      case RELU -> kept > 0 ? 1 : 0;
      case SQUARE -> 2 * kept;
      case TANH -> 1 - kept * kept;
      case GELU ->
          normalDistribution(kept) + kept * Math.exp(-kept * kept / 2) / Math.sqrt(2 * Math.PI);
    };
  }

  /** Φ(x) = 1/2 + φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
  private static double normalDistribution(double x) {
    if (Math.abs(x) > 30) {
      return x > 0 ? 1 : 0; // where the series would overflow
    }
    double term = x;
    double sum = x;
    for (int n = 3; Math.abs(term) > 1e-18 * Math.abs(sum); n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  @Override
  public void layerNorm(
      Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y) {
    int columns = x.columns();
    double[] in = x.toDoubles();
    double[] g = gain.toDoubles();
    double[] b = bias.toDoubles();
    double[] z = new double[in.length];
    double[] s = new double[x.rows()];
    double[] out = new double[in.length];
    for (int i = 0; i < x.rows(); i++) {
      double mean = 0;
      double variance = 0;
      for (int j = 0; j < columns; j++) {
        mean += in[i * columns + j] / columns;
      }
      for (int j = 0; j < columns; j++) {
        variance += Math.pow(in[i * columns + j] - mean, 2) / columns;
      }
      s[i] = 1 / Math.sqrt(variance + 1e-5);
      for (int j = 0; j < columns; j++) {
        z[i * columns + j] = (in[i * columns + j] - mean) * s[i];
        out[i * columns + j] = z[i * columns + j] * g[j] + b[j];
      }
    }
    normal.set(z);
    scales.set(s);
    y.set(out);
  }

  /** By the derivative of each z with respect to each x, one after the other. */
  @Override
  public void layerNormBackward(
      Matrix gain, Matrix normal, Matrix scales, Matrix dy, Matrix dx, Matrix dGain, Matrix dBias) {
    int columns = dy.columns();
    double[] g = gain.toDoubles();
    double[] z = normal.toDoubles();
    double[] s = scales.toDoubles();
    double[] d = dy.toDoubles();
    double[] toX = dx.toDoubles();
    double[] toGain = dGain.toDoubles();
    double[] toBias = dBias.toDoubles();
    for (int i = 0; i < dy.rows(); i++) {
      int row = i * columns;
      for (int j = 0; j < columns; j++) {
        toGain[j] += d[row + j] * z[row + j];
        toBias[j] += d[row + j];
        for (int k = 0; k < columns; k++) {
          double slope = (j == k ? 1 : 0) - 1.0 / columns - z[row + j] * z[row + k] / columns;
          toX[row + k] += d[row + j] * g[j] * s[i] * slope;
        }
      }
    }
    dx.set(toX);
    dGain.set(toGain);
    dBias.set(toBias);
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias) {
    double[] in = x.toDoubles();
    double[] d = dy.toDoubles();
    for (int i = 0; i < d.length; i++) {
      d[i] *= slope(f, in[i]);
    }
    dy.set(d);
    if (dBias != null) {
      addColumnSums(dy, dBias);
    }
  }

  @Override
  public void addBias(Matrix x, Matrix bias) {
    double[] in = x.toDoubles();
    double[] b = bias.toDoubles();
    for (int i = 0; i < in.length; i++) {
      in[i] += b[i % b.length];
    }
    x.set(in);
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    double[] in = x.toDoubles();
    double[] total = sums.toDoubles();
    for (int i = 0; i < in.length; i++) {
      total[i % total.length] += in[i];
    }
    sums.set(total);
  }

  @Override
  public void add(Matrix x, Matrix y) {
    double[] from = x.toDoubles();
    double[] to = y.toDoubles();
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
    y.set(to);
  }

  @Override
  public void zero(Matrix x) {
    x.set(new double[x.size()]);
  }

  @Override
  public void crossEntropy(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    double[] z = logits.toDoubles();
    double[] d = new double[z.length];
    int classes = logits.columns();
    for (int i = 0; i < targets.length; i++) {
      double max = Double.NEGATIVE_INFINITY;
      int best = -1;
      for (int j = 0; j < classes; j++) {
        if (z[i * classes + j] > max) {
          max = z[i * classes + j];
          best = j;
        }
      }
      double total = 0;
      for (int j = 0; j < classes; j++) {
        total += Math.exp(z[i * classes + j] - max);
      }
      for (int j = 0; j < classes; j++) {
        double p = Math.exp(z[i * classes + j] - max) / total;
        d[i * classes + j] = scale * (p - (j == targets[i] ? 1 : 0));
      }
      double loss = Math.log(total) - (z[i * classes + targets[i]] - max);
      sum.add(loss, best == targets[i] ? 1 : 0, 1);
    }
    if (dLogits != null) {
      dLogits.set(d);
    }
  }

  /** The formula only; {@link LossKernelsTest} looks at the rounding. */
  @Override
  public void crossEntropyInFloat(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    crossEntropy(logits, targets, scale, dLogits, sum);
  }

  @Override
  public void stableMax(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    double[] z = logits.toDoubles();
    double[] d = new double[z.length];
    int classes = logits.columns();
    for (int i = 0; i < targets.length; i++) {
      double total = 0;
      for (int j = 0; j < classes; j++) {
        total += stable(z[i * classes + j]);
      }
      double own = stable(z[i * classes + targets[i]]);
      for (int j = 0; j < classes; j++) {
        double x = z[i * classes + j];
        double slope = x >= 0 ? 1 : 1 / ((1 - x) * (1 - x));
        d[i * classes + j] = scale * slope * (1 / total - (j == targets[i] ? 1 / own : 0));
      }
      sum.add(-Math.log(own / total), best(z, i, classes) == targets[i] ? 1 : 0, 1);
    }
    if (dLogits != null) {
      dLogits.set(d);
    }
  }

  private static double stable(double x) {
    return x >= 0 ? x + 1 : 1 / (1 - x);
  }

  private static int best(double[] z, int row, int classes) {
    int best = 0;
    for (int j = 1; j < classes; j++) {
      best = z[row * classes + j] > z[row * classes + best] ? j : best;
    }
    return best;
  }

  @Override
  public void squaredError(
      Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum) {
    double[] z = logits.toDoubles();
    double[] d = new double[z.length];
    int classes = logits.columns();
    for (int i = 0; i < targets.length; i++) {
      double loss = 0;
      for (int j = 0; j < classes; j++) {
        double error = z[i * classes + j] - (j == targets[i] ? 1 : 0);
        loss += error * error / classes;
        d[i * classes + j] = scale * 2 * error / classes;
      }
      sum.add(loss, best(z, i, classes) == targets[i] ? 1 : 0, 1);
    }
    if (dLogits != null) {
      dLogits.set(d);
    }
  }

  @Override
  public void squaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      Matrix dOutputs,
      LossSum sum) {
    double[] z = outputs.toDoubles();
    double[] v = values.toDoubles();
    int columns = outputs.columns();
    double[] d = new double[z.length];
    for (int i = 0; i < rows.length; i++) {
      double[] means = new double[values.rows()];
      for (int row = 0; row < means.length; row++) {
        for (int j = 0; j < columns; j++) {
          double error = z[i * columns + j] - v[row * columns + j];
          means[row] += error * error / columns;
          d[i * columns + j] = row == rows[i] ? scale * 2 * error / columns : d[i * columns + j];
        }
      }
      double own = means[rows[i]];
      boolean nearest = Arrays.stream(means).allMatch(other -> other >= own);
      sum.add(own, (tolerance > 0 ? own < tolerance : nearest) ? 1 : 0, 1);
    }
    if (dOutputs != null) {
      dOutputs.set(d);
    }
  }

  @Override
  public void attention(
      AttentionShape shape,
      Matrix q,
      Queries asking,
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

  private static int row(AttentionShape shape, Indices keyRows, int sequence, int position) {
    return keyRows.rows()[sequence * shape.context() + position];
  }

  private static double at(Matrix x, int row, int column) {
    return x.toDoubles()[row * x.columns() + column];
  }

  private static double[] pattern(
      AttentionShape shape,
      double[] q,
      Queries asking,
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
  public void attentionBackward(
      AttentionShape shape,
      Matrix q,
      Queries asking,
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

  @Override
  public void pattern(AttentionShape shape, Matrix scores, Indices keyRows, Matrix pattern) {
    double[] weights = new double[pattern.size()];
    for (int i = 0; i < pattern.rows(); i++) {
      for (int head = 0; head < shape.heads(); head++) {
        double total = 0;
        for (int j = 0; j < shape.context(); j++) {
          int slot = i * shape.patternColumns() + j * shape.heads() + head;
          weights[slot] =
              Math.exp(at(scores, row(shape, keyRows, i, j), head) / Math.sqrt(shape.headWidth()));
          total += weights[slot];
        }
        for (int j = 0; j < shape.context(); j++) {
          weights[i * shape.patternColumns() + j * shape.heads() + head] /= total;
        }
      }
    }
    pattern.set(weights);
  }

  @Override
  public void patternBackward(
      AttentionShape shape, Matrix pattern, Matrix dPattern, Indices keyRows, Matrix dScores) {
    double[] d = dScores.toDoubles();
    for (int i = 0; i < pattern.rows(); i++) {
      for (int head = 0; head < shape.heads(); head++) {
        for (int j = 0; j < shape.context(); j++) {
          double p = at(pattern, i, j * shape.heads() + head);
          for (int other = 0; other < shape.context(); other++) {
            double q = at(pattern, i, other * shape.heads() + head);
            d[row(shape, keyRows, i, j) * shape.heads() + head] +=
                at(dPattern, i, other * shape.heads() + head)
                    * q
                    * ((j == other ? 1 : 0) - p)
                    / Math.sqrt(shape.headWidth());
          }
        }
      }
    }
    dScores.set(d);
  }

  @Override
  public void mix(
      AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out) {
    double[] result = new double[out.size()];
    double[] t = tables.toDoubles();
    int columns = out.columns();
    for (int i = 0; i < out.rows(); i++) {
      for (int j = 0; j < shape.context(); j++) {
        for (int head = 0; head < shape.heads(); head++) {
          int from = (row(shape, keyRows, i, j) * shape.heads() + head) * columns;
          double weight = at(pattern, i, j * shape.heads() + head);
          for (int c = 0; c < columns; c++) {
            result[i * columns + c] += weight * t[from + c];
          }
        }
      }
    }
    out.set(result);
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
    double[] t = tables.toDoubles();
    double[] d = dOut.toDoubles();
    double[] toPattern = dPattern.toDoubles();
    double[] toTables = dTables.toDoubles();
    int columns = dOut.columns();
    for (int i = 0; i < dOut.rows(); i++) {
      for (int slot = 0; slot < shape.patternColumns(); slot++) {
        int head = slot % shape.heads();
        int from = (row(shape, keyRows, i, slot / shape.heads()) * shape.heads() + head) * columns;
        for (int c = 0; c < columns; c++) {
          toPattern[i * shape.patternColumns() + slot] += d[i * columns + c] * t[from + c];
          toTables[from + c] += d[i * columns + c] * at(pattern, i, slot);
        }
      }
    }
    dPattern.set(toPattern);
    dTables.set(toTables);
  }

  @Override
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    double[] w = weights.toDoubles();
    double[] g = gradient.toDoubles();
    double[] m = mean.toDoubles();
    double[] v = meanSquare.toDoubles();
    for (int i = 0; i < w.length; i++) {
      w[i] *= 1 - step.rate() * step.decay();
      m[i] = step.beta1() * m[i] + (1 - step.beta1()) * g[i];
      v[i] = step.beta2() * v[i] + (1 - step.beta2()) * g[i] * g[i];
      double mHat = m[i] / (1 - Math.pow(step.beta1(), step.update()));
      double vHat = v[i] / (1 - Math.pow(step.beta2(), step.update()));
      w[i] -= step.rate() * mHat / (Math.sqrt(vHat) + step.epsilon());
    }
    weights.set(w);
    mean.set(m);
    meanSquare.set(v);
  }

  @Override
  public void blend(double a, Matrix x, double b, Matrix y) {
    double[] from = x.toDoubles();
    double[] to = y.toDoubles();
    for (int i = 0; i < to.length; i++) {
      to[i] = a * from[i] + b * to[i];
    }
    y.set(to);
  }

  @Override
  public void addSigns(double a, Matrix x, Matrix y) {
    double[] from = x.toDoubles();
    double[] to = y.toDoubles();
    for (int i = 0; i < to.length; i++) {
      to[i] += a * Math.signum(from[i]);
    }
    y.set(to);
  }

  @Override
  public void shrink(Matrix x, double by) {
    x.set(
        Arrays.stream(x.toDoubles())
            .map(value -> Math.signum(value) * Math.max(Math.abs(value) - by, 0))
            .toArray());
  }

  @Override
  public void addNoise(double sd, RandomGenerator random, Matrix x) {
    x.set(Arrays.stream(x.toDoubles()).map(value -> value + sd * random.nextGaussian()).toArray());
  }

  @Override
  public void drawMask(double rate, RandomGenerator random, Matrix mask) {
    double[] values = new double[mask.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
    }
    mask.set(values);
  }

  @Override
  public void timesElements(Matrix mask, Matrix x, Matrix y) {
    double[] factors = mask.toDoubles();
    double[] values = x.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
    y.set(values);
  }

  @Override
  public double dot(Matrix x, Matrix y) {
    double[] left = x.toDoubles();
    double[] right = y.toDoubles();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  @Override
  public double sumOfSquares(Matrix x) {
    return Arrays.stream(x.toDoubles()).map(value -> value * value).sum();
  }
}
