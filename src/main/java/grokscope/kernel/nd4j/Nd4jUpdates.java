package grokscope.kernel.nd4j;

import grokscope.kernel.AdamWStep;
import grokscope.kernel.Matrix;
import grokscope.kernel.UpdateKernels;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The formulas of optimisers in plain ND4J operations. One thread at a time. */
final class Nd4jUpdates implements UpdateKernels {
  @Override
  public void adamW(
      AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare) {
    INDArray w = weights.array();
    INDArray g = gradient.array();
    INDArray m = mean.array();
    INDArray v = meanSquare.array();
    m.muli(step.beta1()).addi(g.mul(1 - step.beta1()));
    v.muli(step.beta2()).addi(g.mul(g).muli(1 - step.beta2()));
    INDArray root = Transforms.sqrt(v, true).divi(step.rootCorrection()).addi(step.epsilon());
    w.muli(step.keep()).subi(m.mul(step.stepSize()).divi(root));
  }

  @Override
  public void addSigns(double a, Matrix x, Matrix y) {
    y.array().addi(Transforms.sign(x.array(), true).muli(a));
  }

  @Override
  public void shrink(Matrix x, double by) {
    INDArray size = Transforms.relu(Transforms.abs(x.array(), true).subi(by), false);
    x.array().assign(Transforms.sign(x.array(), true).muli(size));
  }
}
