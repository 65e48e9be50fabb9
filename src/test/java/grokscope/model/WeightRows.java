package grokscope.model;

import java.util.HashMap;
import java.util.Map;

/** The weights of a network as rows of doubles by name, for formulas as one would write them. */
public record WeightRows(Map<String, double[][]> byName) {
  public static WeightRows of(Parameters parameters) {
    Map<String, double[][]> weights = new HashMap<>();
    for (Parameter parameter : parameters.list()) {
      int columns = parameter.value().columns();
      double[] flat = parameter.value().toDoubles();
      double[][] rows = new double[parameter.value().rows()][columns];
      for (int i = 0; i < flat.length; i++) {
        rows[i / columns][i % columns] = flat[i];
      }
      weights.put(parameter.name(), rows);
    }
    return new WeightRows(weights);
  }

  public boolean has(String name) {
    return byName.containsKey(name);
  }

  public double[][] matrix(String name) {
    return byName.get(name);
  }

  public double[] row(String name, int index) {
    return byName.get(name)[index];
  }

  /** A row times a matrix, plus a bias where there is one. */
  public double[] affine(double[] row, String matrix, String bias) {
    double[] product = times(row, matrix(matrix));
    return has(bias) ? plus(product, row(bias, 0)) : product;
  }

  public static double[] times(double[] row, double[][] matrix) {
    double[] result = new double[matrix[0].length];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j] += row[i] * matrix[i][j];
      }
    }
    return result;
  }

  public static double[] timesTransposed(double[] row, double[][] matrix) {
    double[] result = new double[matrix.length];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j] += row[i] * matrix[j][i];
      }
    }
    return result;
  }

  public static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
