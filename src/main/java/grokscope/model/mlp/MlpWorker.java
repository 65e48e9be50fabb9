package grokscope.model.mlp;

import grokscope.kernel.Activation;
import grokscope.kernel.ActivationKernels;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.FeatureBatch;
import grokscope.model.OperandBatch;
import grokscope.model.Parameters;
import grokscope.model.TrainedMatrix;
import grokscope.model.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One lane's pass through an {@link Mlp}. That lane's thread only. */
final class MlpWorker implements Worker {
  private final Mlp network;
  private final MlpShape shape;
  private final Kernels kernels;
  private final ActivationKernels activations;
  private final int lane;
  private final int capacity;
  private final List<Matrix> before = new ArrayList<>(); // pre-activations, [capacity, width]
  private final List<Matrix> after = new ArrayList<>(); // activations; the same where that will do
  private final Matrix gradient; // of the activations of a layer, [capacity, width]
  private final Matrix nextGradient;
  private final Matrix logits; // [capacity, outputs]

  MlpWorker(Mlp network, Backend backend, int lane, int capacity) {
    this.network = network;
    this.shape = network.shape();
    this.kernels = backend.kernels(lane);
    this.activations = kernels.activations();
    this.lane = lane;
    this.capacity = capacity;
    boolean inPlace = shape.activation().slopeFromValue();
    for (int layer = 0; layer < shape.layers(); layer++) {
      before.add(backend.zeros(capacity, shape.width()));
      after.add(inPlace ? before.get(layer) : backend.zeros(capacity, shape.width()));
    }
    gradient = backend.zeros(capacity, shape.width());
    nextGradient = shape.layers() == 1 ? gradient : backend.zeros(capacity, shape.width());
    logits = backend.zeros(capacity, shape.outputs());
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void clearGradients() {
    network.clearGradients(lane);
  }

  @Override
  public Matrix forward(Batch batch) {
    int n = batch.size();
    Matrix x = before.get(0).firstRows(n);
    read(batch, x);
    Matrix h = after.get(0).firstRows(n);
    activations.biasActivate(x, network.bias(0), shape.activation(), h);
    for (int layer = 1; layer < shape.layers(); layer++) {
      x = before.get(layer).firstRows(n);
      kernels.multiply(h, false, network.hidden(layer).value(), false, x, false);
      h = after.get(layer).firstRows(n);
      activations.biasActivate(x, network.bias(layer), shape.activation(), h);
    }
    Matrix out = logits.firstRows(n);
    kernels.multiply(shape.logitFactor(), h, false, network.unembed().value(), false, out, false);
    Parameters.Weight bias = network.outputBias();
    if (bias != null) {
      activations.addBias(out, bias.value());
    }
    return out;
  }

  /** The first layer's sums, before its biases. */
  private void read(Batch batch, Matrix x) {
    if (batch instanceof FeatureBatch features) {
      kernels.multiply(features.rows(), false, network.table(0).value(), false, x, false);
      return;
    }
    OperandBatch tokens = (OperandBatch) batch;
    for (int operand = 0; operand < shape.operands(); operand++) {
      kernels.gather(network.table(operand).value(), tokens.operand(operand), x, operand > 0);
    }
  }

  private void readBackward(Batch batch, Matrix dx) {
    if (batch instanceof FeatureBatch features) {
      kernels.multiply(features.rows(), true, dx, false, network.table(0).gradient(lane), true);
      return;
    }
    OperandBatch tokens = (OperandBatch) batch;
    for (int operand = 0; operand < shape.operands(); operand++) {
      kernels.scatterAdd(dx, tokens.operand(operand), network.table(operand).gradient(lane));
    }
  }

  @Override
  public Activations inside(Batch batch) {
    return new MlpActivations(shape.activation() == Activation.SQUARE, before, after);
  }

  @Override
  public void backward(Batch batch, Matrix dLogits) {
    int n = batch.size();
    int last = shape.layers() - 1;
    Matrix dh = gradient.firstRows(n);
    Matrix spare = nextGradient.firstRows(n);
    TrainedMatrix unembed = network.unembed();
    double factor = shape.logitFactor();
    Parameters.Weight bias = network.outputBias();
    if (bias != null) {
      activations.addColumnSums(dLogits, bias.gradient(lane));
    }
    Matrix h = after.get(last).firstRows(n);
    kernels.multiply(factor, h, true, dLogits, false, unembed.gradient(lane), true);
    kernels.multiply(factor, dLogits, false, unembed.value(), true, dh, false);
    for (int layer = last; layer >= 0; layer--) {
      activations.biasActivateBackward(
          before.get(layer).firstRows(n),
          shape.activation(),
          dh,
          network.biasGradient(layer, lane));
      if (layer > 0) {
        Parameters.Weight weight = network.hidden(layer);
        Matrix below = after.get(layer - 1).firstRows(n);
        kernels.multiply(below, true, dh, false, weight.gradient(lane), true);
        kernels.multiply(dh, false, weight.value(), true, spare, false);
        Matrix swap = dh;
        dh = spare;
        spare = swap;
      }
    }
    readBackward(batch, dh);
  }

  @Override
  public void close() {
    Stream.concat(before.stream(), after.stream()).distinct().forEach(Matrix::close);
    gradient.close();
    nextGradient.close();
    logits.close();
  }
}
