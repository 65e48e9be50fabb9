package grokscope.kernel;

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
  public ElementKernels elements() {
    return new NaiveElements();
  }

  @Override
  public ActivationKernels activations() {
    return new NaiveActivations();
  }

  @Override
  public NormKernels norm() {
    return new NaiveNorm();
  }

  @Override
  public LossKernels losses() {
    return new NaiveLosses();
  }

  @Override
  public AttentionKernels attention() {
    return new NaiveAttention();
  }

  @Override
  public MixtureKernels mixtures() {
    return new NaiveMixtures();
  }

  @Override
  public UpdateKernels updates() {
    return new NaiveUpdates();
  }
}
