package grokscope.model;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.SplittableRandom;

/** Makes {@link Mlp} networks. Stateless, any thread. */
final class MlpModel implements Model {
  static final Kind<Model> KIND =
      new Kind<>(
          "mlp",
          "MLP",
          "Each number has an embedding; the embeddings pass through hidden layers to the answer.",
          List.of(
              ModelKnobs.whole(
                  "embedding", "Embedding", "Numbers per token embedding.", 64, 100_000, 512),
              new Knob.Choice(
                  "combine",
                  "Operands are",
                  "Concatenated keeps x and y apart; summed makes the network symmetric in them.",
                  Acts.NEXT_RUN,
                  "concatenate",
                  List.of(
                      new Knob.Option("concatenate", "concatenated"),
                      new Knob.Option("sum", "summed"))),
              new Knob.Whole(
                  "layers",
                  "Hidden layers",
                  "How many hidden layers.",
                  Acts.NEXT_RUN,
                  1,
                  1,
                  12,
                  12,
                  grokscope.config.Scale.LINEAR),
              ModelKnobs.whole(
                  "width", "Width", "Neurons in each hidden layer.", 128, 100_000, 1024),
              ModelKnobs.activation()),
          Kind.Check.NONE,
          new MlpModel());

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    long wide = shape.width();
    return (long) shape.numbers() * shape.embedding()
        + shape.inputTables() * (long) shape.embedding() * wide
        + (shape.layers() - 1) * wide * wide
        + shape.layers() * wide
        + wide * shape.numbers();
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    return 2L * shape.layers() * shape.width() + shape.width() + shape.numbers();
  }

  @Override
  public Network build(
      Settings settings, TaskShape task, Backend backend, SplittableRandom random) {
    return new Mlp(shape(settings, task), backend, random);
  }

  private static MlpShape shape(Settings settings, TaskShape task) {
    return new MlpShape(
        task.numbers(),
        task.operands(),
        settings.whole("embedding"),
        settings.choice("combine").equals("sum"),
        settings.whole("layers"),
        settings.whole("width"),
        ModelKnobs.activation(settings.choice("activation")));
  }
}
