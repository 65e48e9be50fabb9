package grokscope.kernel;

/** Layer normalisation, in double. */
final class NaiveNorm implements NormKernels {
  @Override
  public void forward(Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y) {
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
  public void backward(
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
}
