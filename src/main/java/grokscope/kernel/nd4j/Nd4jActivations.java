package grokscope.kernel.nd4j;

import grokscope.kernel.Activation;
import grokscope.kernel.ActivationKernels;
import grokscope.kernel.Matrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Biases and non-linearities in plain ND4J operations. One thread at a time. */
final class Nd4jActivations implements ActivationKernels {
  @Override
  public void addBias(Matrix x, Matrix bias) {
    x.array().addiRowVector(bias.array());
  }

  @Override
  public void addColumnSums(Matrix x, Matrix sums) {
    sums.array().addi(x.array().sum(true, 0));
  }

  @Override
  public void biasActivate(Matrix x, @Nullable Matrix bias, Activation f, Matrix y) {
    if (bias != null) {
      addBias(x, bias);
    }
    y.array().assign(x.array());
    switch (f) {
      case RELU -> Transforms.relu(y.array(), false);
      case SQUARE -> Transforms.pow(y.array(), 2, false);
      case TANH -> Transforms.tanh(y.array(), false);
      case GELU -> y.array().muli(normalDistribution(x.array()));
    }
  }

  @Override
  public void biasActivateBackward(Matrix x, Activation f, Matrix dy, @Nullable Matrix dBias) {
    switch (f) {
      case RELU -> dy.array().muli(x.array().gt(0).castTo(dy.array().dataType()));
      case SQUARE -> dy.array().muli(x.array()).muli(2);
      case TANH -> dy.array().muli(x.array().mul(x.array()).rsubi(1));
      case GELU -> dy.array().muli(geluSlope(x.array()));
    }
    if (dBias != null) {
      addColumnSums(dy, dBias);
    }
  }

  /** Φ(x) = (1 + erf(x/√2))/2. */
  private static INDArray normalDistribution(INDArray x) {
    INDArray z = x.mul(Math.sqrt(0.5));
    return Nd4j.getExecutioner().exec(new Erf(z, z)).addi(1).muli(0.5);
  }

  /** Φ(x) + x·φ(x). */
  private static INDArray geluSlope(INDArray x) {
    INDArray density = Transforms.exp(x.mul(x).muli(-0.5), false).divi(Math.sqrt(2 * Math.PI));
    return normalDistribution(x).addi(density.muli(x));
  }
}
