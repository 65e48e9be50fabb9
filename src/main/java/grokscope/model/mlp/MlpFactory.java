package grokscope.model.mlp;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.model.Initialization;
import grokscope.model.ModelKnobs;
import grokscope.model.Network;
import grokscope.model.NetworkFactory;
import grokscope.model.NetworkTraits;
import grokscope.task.TaskShape;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes {@link Mlp} networks. Stateless, any thread. */
public final class MlpFactory implements NetworkFactory {
  /** For the list of networks. */
  public static final Kind<NetworkFactory> KIND =
      new Kind<>(
          "mlp",
          "MLP",
          "A multilayer perceptron: each number has an embedding, and the embeddings pass through"
              + " hidden layers to the answer.",
          MlpKnobs.ALL,
          MlpKnobs::problems,
          MlpKnobs::idle,
          new MlpFactory());

  @Override
  public Optional<String> refusal(TaskShape task) {
    return ModelKnobs.onlyOneAnswer(task);
  }

  @Override
  public NetworkTraits anatomy(Settings settings, TaskShape task) {
    MlpShape shape = MlpKnobs.shape(settings, task);
    boolean tokenWeights = task.hasTokens() && shape.input() != MlpShape.Input.BINARY;
    return new NetworkTraits(
        shape.hasEmbedding(), tokenWeights, false, true, true, shape.hasBiases());
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    MlpShape shape = MlpKnobs.shape(settings, task);
    long wide = shape.width();
    return (long) shape.embeddings() * shape.numbers() * shape.embedding()
        + shape.inputs() * wide
        + (shape.layers() - 1) * wide * wide
        + (shape.hasBiases() ? shape.layers() * wide : 0)
        + (shape.hasOutputBias() ? shape.outputs() : 0)
        + wide * (shape.tied() ? shape.embedding() : shape.outputs());
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    MlpShape shape = MlpKnobs.shape(settings, task);
    return 2L * shape.layers() * shape.width() + shape.width() + shape.outputs();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    MlpShape shape = MlpKnobs.shape(settings, task);
    long tables = (long) shape.tables() * shape.numbers() * shape.width();
    return tables + (shape.tied() ? (long) shape.width() * shape.numbers() : 0);
  }

  @Override
  public Network build(Settings settings, TaskShape task, Backend backend, RandomGenerator random) {
    Initialization initial = ModelKnobs.initializationWithEmbedding(settings);
    return new Mlp(MlpKnobs.shape(settings, task), initial, backend, random);
  }
}
