package grokscope.model;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes {@link Mlp} networks. Stateless, any thread. */
final class MlpModel implements Model {
  static final Kind<Model> KIND =
      new Kind<>(
          "mlp",
          "MLP",
          "Each number has an embedding; the embeddings pass through hidden layers to the answer.",
          List.of(
              new Knob.Choice(
                  "input",
                  "Input",
                  "Embedded: all operands share an embedding. One-hot: there is none, and the first"
                      + " layer has a row for each number.",
                  Acts.NEXT_RUN,
                  "embedded",
                  List.of(
                      new Knob.Option("embedded", "embedded"),
                      new Knob.Option("one-hot", "one-hot"))),
              ModelKnobs.whole(
                  "embedding",
                  "Embedding",
                  "Numbers per token embedding; without effect on one-hot input.",
                  64,
                  100_000,
                  512),
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
                  Scale.LINEAR),
              ModelKnobs.whole(
                  "width", "Width", "Neurons in each hidden layer.", 128, 100_000, 1024),
              ModelKnobs.activation(),
              new Knob.Choice(
                  "biases",
                  "Biases",
                  "Whether the hidden layers have them.",
                  Acts.NEXT_RUN,
                  "on",
                  List.of(new Knob.Option("on", "on"), new Knob.Option("off", "off"))),
              ModelKnobs.unembedding(
                  "Tied: a matrix back to the width of the embedding, then the transposed"
                      + " embedding."),
              new Knob.Choice(
                  "logits",
                  "Logits are",
                  "The last layer's sums, or these over inputs times width: with one layer and the"
                      + " square activation the network of Gromov 2023.",
                  Acts.NEXT_RUN,
                  "sums",
                  List.of(
                      new Knob.Option("sums", "sums"),
                      new Knob.Option("averages", "sums / (inputs × width)"))),
              ModelKnobs.initialization(),
              ModelKnobs.initialScale()),
          MlpModel::problems,
          new MlpModel());

  private static List<Problem> problems(RunConfig config) {
    boolean oneHot = config.model().choice("input").equals("one-hot");
    if (!oneHot || config.model().choice("unembedding").equals("separate")) {
      return List.of();
    }
    return List.of(
        new Problem(
            "model.unembedding",
            "is \"tied\", but with model.input = \"one-hot\" there is no embedding to tie it to;"
                + " it must be \"separate\", or the input \"embedded\""));
  }

  @Override
  public Optional<String> refusal(TaskShape task) {
    return ModelKnobs.onlyOneAnswer(task);
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    long wide = shape.width();
    return (long) shape.numbers() * shape.embedding()
        + shape.inputs() * wide
        + (shape.layers() - 1) * wide * wide
        + (shape.biases() ? shape.layers() * wide : 0)
        + wide * (shape.tied() ? shape.embedding() : shape.numbers());
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    return 2L * shape.layers() * shape.width() + shape.width() + shape.numbers();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    long tables = (long) shape.inputTables() * shape.numbers() * shape.width();
    return tables + (shape.tied() ? (long) shape.width() * shape.numbers() : 0);
  }

  @Override
  public Network build(
      Settings settings, TaskShape task, Backend backend, SplittableRandom random) {
    return new Mlp(shape(settings, task), ModelKnobs.initialization(settings), backend, random);
  }

  private static MlpShape shape(Settings settings, TaskShape task) {
    return new MlpShape(
        task.numbers(),
        task.operands(),
        settings.choice("input").equals("one-hot") ? 0 : settings.whole("embedding"),
        settings.choice("combine").equals("sum"),
        settings.whole("layers"),
        settings.whole("width"),
        ModelKnobs.activation(settings.choice("activation")),
        settings.choice("biases").equals("on"),
        settings.choice("unembedding").equals("tied"),
        settings.choice("logits").equals("averages"));
  }
}
