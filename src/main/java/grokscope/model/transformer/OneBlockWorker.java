package grokscope.model.transformer;

import grokscope.kernel.Activation;
import grokscope.kernel.ActivationKernels;
import grokscope.kernel.AttentionShape;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.MixtureKernels;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Worker;
import java.util.stream.Stream;

/** One lane's pass through a {@link OneBlockTransformer}. That lane's thread only. */
final class OneBlockWorker implements Worker {
  private final TransformerShape shape;
  private final AttentionShape attention;
  private final Kernels kernels;
  private final ActivationKernels activations;
  private final MixtureKernels mixtures;
  private final int capacity;
  private final ProjectedRows images;
  private final ProjectedRows gradient;
  private final Matrix pattern; // [capacity, context·heads]
  private final Matrix dPattern;
  private final Matrix
      before; // pre-activations, [capacity, d_mlp]; after itself where that will do
  private final Matrix after; // activations, [capacity, d_mlp]
  private final Matrix dAfter;
  private final Matrix logits; // [capacity, classes]

  OneBlockWorker(OneBlockTransformer network, Backend backend, int lane, int capacity) {
    this.shape = network.shape();
    this.attention = shape.attention();
    this.kernels = backend.kernels(lane);
    this.activations = kernels.activations();
    this.mixtures = kernels.mixtures();
    this.capacity = capacity;
    images = network.images();
    gradient = network.zeroImages();
    pattern = backend.zeros(capacity, attention.patternColumns());
    dPattern = backend.zeros(capacity, attention.patternColumns());
    after = backend.zeros(capacity, shape.mlpWidth());
    boolean inPlace = shape.activation().slopeFromValue();
    before = inPlace ? after : backend.zeros(capacity, shape.mlpWidth());
    dAfter = backend.zeros(capacity, shape.mlpWidth());
    logits = backend.zeros(capacity, network.classes());
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void clearGradients() {
    gradient.clear(kernels);
  }

  /** What this lane has added to the gradients of the images. */
  ProjectedRows gradient() {
    return gradient;
  }

  @Override
  public Matrix forward(Batch batch) {
    int n = batch.size();
    SequenceBatch sequences = (SequenceBatch) batch;
    Matrix attended = pattern.firstRows(n);
    Matrix hidden = before.firstRows(n);
    Matrix active = after.firstRows(n);
    Matrix out = logits.firstRows(n);
    mixtures.pattern(attention, images.scores(), sequences.keys(0), attended);
    mixtures.mix(attention, attended, sequences.keys(0), images.hidden(), hidden);
    activations.biasActivate(hidden, null, shape.activation(), active);
    mixtures.mix(attention, attended, sequences.keys(0), images.logits(), out);
    kernels.multiply(active, false, images.neurons(), false, out, true);
    return out;
  }

  @Override
  public Activations inside(Batch batch) {
    return new OneBlockActivations(
        attention, pattern, shape.activation() == Activation.SQUARE, before, after);
  }

  @Override
  public void backward(Batch batch, Matrix dLogits) {
    int n = batch.size();
    SequenceBatch sequences = (SequenceBatch) batch;
    Matrix attended = pattern.firstRows(n);
    Matrix dAttended = dPattern.firstRows(n);
    Matrix dHidden = dAfter.firstRows(n);
    kernels.multiply(after.firstRows(n), true, dLogits, false, gradient.neurons(), true);
    kernels.multiply(dLogits, false, images.neurons(), true, dHidden, false);
    activations.biasActivateBackward(before.firstRows(n), shape.activation(), dHidden, null);
    kernels.elements().zero(dAttended);
    mixBackward(sequences, images.logits(), dLogits, dAttended, gradient.logits());
    mixBackward(sequences, images.hidden(), dHidden, dAttended, gradient.hidden());
    mixtures.patternBackward(attention, attended, dAttended, sequences.keys(0), gradient.scores());
  }

  private void mixBackward(
      SequenceBatch batch, Matrix tables, Matrix dOut, Matrix dAttended, Matrix dTables) {
    mixtures.mixBackward(
        attention,
        pattern.firstRows(batch.size()),
        batch.keys(0),
        tables,
        dOut,
        dAttended,
        dTables);
  }

  @Override
  public void close() {
    gradient.close();
    Stream.of(pattern, dPattern, before, after, dAfter, logits).distinct().forEach(Matrix::close);
  }
}
