package grokscope.model.mlp;

import grokscope.kernel.Activation;
import grokscope.kernel.Matrix;
import grokscope.model.InputSpace;
import grokscope.task.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * The inputs of an {@link Mlp}: concatenated or summed embeddings, binary digits or one-hot
 * vectors, or the real numbers themselves. Immutable, any thread.
 */
final class MlpInputSpace implements InputSpace {
  private final MlpShape shape;
  private final List<double[]> codes; // of each number, [numbers, inputs]; none if one-hot
  private final List<double[]> weights = new ArrayList<>(); // of each layer, [inputs, width]
  private final List<double[]> biases = new ArrayList<>(); // likewise; none without biases

  /**
   * A copy of weights.
   *
   * @param codes what stands for each number, such as its embedding, for all operands or each; none
   *     for one-hot inputs
   * @param inputs the matrices of the first layer, one for each input table
   * @param hidden those of the further layers
   * @param biases of all layers, or none
   */
  MlpInputSpace(
      MlpShape shape,
      List<Matrix> codes,
      List<Matrix> inputs,
      List<Matrix> hidden,
      List<Matrix> biases) {
    this.shape = shape;
    this.codes = codes.stream().map(Matrix::toDoubles).toList();
    weights.add(copy(inputs));
    hidden.forEach(layer -> weights.add(copy(List.of(layer))));
    biases.forEach(layer -> this.biases.add(copy(List.of(layer))));
  }

  /** The rows of matrices, one after the other, in the precision in which sums are taken. */
  private static double[] copy(List<Matrix> matrices) {
    return matrices.stream().flatMapToDouble(matrix -> Arrays.stream(matrix.toDoubles())).toArray();
  }

  @Override
  public double[] point(Examples examples, int example) {
    double[] point = new double[shape.inputs()];
    if (shape.hasFeatures()) {
      float[] features = new float[point.length];
      examples.copyFeatures(example, features, 0);
      for (int i = 0; i < point.length; i++) {
        point[i] = features[i];
      }
      return point;
    }
    for (int operand = 0; operand < shape.operands(); operand++) {
      int token = examples.token(example, operand);
      int to = shape.inputMatrixOf(operand) * shape.inputRows();
      if (codes.isEmpty()) {
        point[to + token]++;
      } else {
        double[] code = codes.get(codes.size() == 1 ? 0 : operand);
        for (int i = 0; i < shape.inputRows(); i++) {
          point[to + i] += code[token * shape.inputRows() + i];
        }
      }
    }
    return point;
  }

  @Override
  public double[][] preActivations(double[] point) {
    double[][] layers = new double[shape.layers()][];
    double[] in = point;
    for (int layer = 0; layer < layers.length; layer++) {
      double[] sums = new double[shape.width()];
      if (!biases.isEmpty()) {
        add(1, biases.get(layer), 0, sums);
      }
      for (int i = 0; i < in.length; i++) {
        add(in[i], weights.get(layer), i * sums.length, sums);
      }
      layers[layer] = sums;
      in = new double[sums.length];
      for (int neuron = 0; neuron < in.length; neuron++) {
        in[neuron] = activate(shape.activation(), sums[neuron]);
      }
    }
    return layers;
  }

  private static void add(double factor, double[] from, int at, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[at + i];
    }
  }

  private static double activate(Activation activation, double x) {
    return switch (activation) {
      case RELU -> Math.max(x, 0);
      case SQUARE -> x * x;
      case TANH -> Math.tanh(x);
      case GELU -> x * Erf.erfc(-x / Math.sqrt(2)) / 2;
    };
  }
}
