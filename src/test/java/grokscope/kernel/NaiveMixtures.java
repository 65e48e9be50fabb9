package grokscope.kernel;

/** Sums of table rows weighted by attention, in double. */
final class NaiveMixtures implements MixtureKernels {
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

  private static int row(AttentionShape shape, Indices keyRows, int sequence, int position) {
    return keyRows.rows()[sequence * shape.context() + position];
  }

  private static double at(Matrix x, int row, int column) {
    return x.toDoubles()[row * x.columns() + column];
  }
}
