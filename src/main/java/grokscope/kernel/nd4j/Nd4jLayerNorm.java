package grokscope.kernel.nd4j;

import grokscope.kernel.Matrix;
import grokscope.kernel.NormKernels;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Layer normalisation in plain ND4J operations. One thread at a time. */
final class Nd4jLayerNorm implements NormKernels {
  @Override
  public void forward(Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y) {
    INDArray z = x.array().subColumnVector(x.array().mean(true, 1));
    INDArray variance = z.mul(z).mean(true, 1);
    scales.array().assign(Transforms.sqrt(variance.addi(EPSILON), false).rdivi(1));
    normal.array().assign(z.muliColumnVector(scales.array()));
    y.array().assign(z.muliRowVector(gain.array()).addiRowVector(bias.array()));
  }

  @Override
  public void backward(
      Matrix gain, Matrix normal, Matrix scales, Matrix dy, Matrix dx, Matrix dGain, Matrix dBias) {
    INDArray z = normal.array();
    INDArray dz = dy.array().mulRowVector(gain.array());
    INDArray along = z.mulColumnVector(dz.mul(z).mean(true, 1));
    INDArray across = dz.subColumnVector(dz.mean(true, 1)).subi(along);
    dx.array().addi(across.muliColumnVector(scales.array()));
    dGain.array().addi(dy.array().mul(z).sum(true, 0));
    dBias.array().addi(dy.array().sum(true, 0));
  }
}
