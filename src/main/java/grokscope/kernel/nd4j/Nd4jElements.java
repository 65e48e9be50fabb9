package grokscope.kernel.nd4j;

import grokscope.kernel.ElementKernels;
import grokscope.kernel.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is done to all values alike, in plain ND4J operations. One thread at a time. */
final class Nd4jElements implements ElementKernels {
  @Override
  public void zero(Matrix x) {
    x.array().assign(0);
  }

  @Override
  public void add(Matrix x, Matrix y) {
    y.array().addi(x.array());
  }

  @Override
  public void blend(double a, Matrix x, double b, Matrix y) {
    INDArray part = x.array().mul(a);
    y.array().muli(b).addi(part);
  }

  @Override
  public void timesElements(Matrix mask, Matrix x, Matrix y) {
    y.array().assign(mask.array().mul(x.array()));
  }

  @Override
  public void drawMask(double rate, RandomGenerator random, Matrix mask) {
    double[] drawn = new double[mask.size()];
    Arrays.setAll(drawn, i -> random.nextDouble() < rate ? 0 : 1 / (1 - rate));
    mask.set(drawn);
  }

  @Override
  public void addNoise(double sd, RandomGenerator random, Matrix x) {
    double[] drawn = new double[x.size()];
    Arrays.setAll(drawn, i -> sd * random.nextGaussian());
    INDArray noise = Nd4j.createFromArray(drawn).reshape(x.rows(), x.columns());
    x.array().addi(noise.castTo(x.array().dataType()));
  }

  @Override
  public double dot(Matrix x, Matrix y) {
    INDArray wide = x.array().castTo(DataType.DOUBLE);
    return wide.mul(y.array().castTo(DataType.DOUBLE)).sumNumber().doubleValue();
  }

  @Override
  public double sumOfSquares(Matrix x) {
    INDArray wide = x.array().castTo(DataType.DOUBLE);
    return wide.mul(wide).sumNumber().doubleValue();
  }
}
