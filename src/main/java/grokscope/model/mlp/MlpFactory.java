package grokscope.model.mlp;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import grokscope.kernel.Activation;
import grokscope.kernel.Backend;
import grokscope.model.Initialization;
import grokscope.model.ModelKnobs;
import grokscope.model.Network;
import grokscope.model.NetworkFactory;
import grokscope.model.NetworkTraits;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes {@link Mlp} networks. Stateless, any thread. */
public final class MlpFactory implements NetworkFactory {
  /** For the list of networks. */
  public static final Kind<NetworkFactory> KIND =
      new Kind<>(
          "mlp",
          "MLP",
          "Each number has an embedding; the embeddings pass through hidden layers to the answer.",
          List.of(
              new Knob.Choice(
                  "input",
                  "Input",
                  "Embedded: all operands share an embedding. One-hot: there is none, and the first"
                      + " layer has a row for each number. Binary: a row for each binary digit.",
                  Acts.NEXT_RUN,
                  "embedded",
                  List.of(
                      new Knob.Option("embedded", "embedded"),
                      new Knob.Option("one-hot", "one-hot"),
                      new Knob.Option("binary", "binary"))),
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
                  Scale.LINEAR),
              ModelKnobs.whole(
                  "width", "Width", "Neurons in each hidden layer.", 128, 100_000, 1024),
              ModelKnobs.activation(),
              new Knob.Choice(
                  "biases",
                  "Biases",
                  "Which layers have them.",
                  Acts.NEXT_RUN,
                  "on",
                  List.of(
                      new Knob.Option("on", "hidden layers"),
                      new Knob.Option("off", "none"),
                      new Knob.Option("everywhere", "hidden layers and output"))),
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
              ModelKnobs.initialization(
                  Stream.concat(
                          ModelKnobs.RANDOM.stream(),
                          Stream.of(Initialization.Kind.PERIODIC, Initialization.Kind.CIRCLE))
                      .toList()),
              ModelKnobs.initialScale()),
          MlpFactory::problems,
          MlpFactory::idle,
          new MlpFactory());

  private static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    Settings model = config.model();
    String input = model.choice("input");
    boolean embedded = input.equals(MlpShape.Input.EMBEDDED.id);
    TaskShape task = Tasks.of(config.task()).shape(config.task());
    boolean tied = model.choice("unembedding").equals("tied");
    if (tied && task.hasTokens() && !embedded) {
      problems.add(
          new Problem(
              "model.unembedding",
              "is \"tied\", but with model.input = \""
                  + input
                  + "\" there is no embedding to tie it to; it must be \"separate\", or the input"
                  + " \"embedded\""));
    }
    if (tied && (!task.hasTokens() || task.valued())) {
      problems.add(
          new Problem(
              "model.unembedding",
              "is \"tied\", but only tokens have an embedding, and "
                  + (task.valued() ? "the answers" : "the examples")
                  + " of this task are real numbers; it must be \"separate\""));
    }
    if (model.choice("initialization").equals(Initialization.Kind.PERIODIC.id)
        && !solvesSums(config, shape(model, task))) {
      problems.add(
          new Problem(
              "model.initialization",
              "is \"periodic\", which are the weights that add two numbers modulo n in one hidden"
                  + " layer: it needs task.type = \"modular\", and of the model input ="
                  + " \"one-hot\", combine = \"concatenate\", layers = 1, activation ="
                  + " \"square\" and unembedding = \"separate\""));
    }
    if (model.choice("initialization").equals(Initialization.Kind.CIRCLE.id)
        && !(task.hasTokens() && embedded && model.whole("embedding") == 2)) {
      problems.add(
          new Problem(
              "model.initialization",
              "is \"circle\", which puts the embeddings of the numbers on a circle: it needs a task"
                  + " of tokens, and of the model input = \"embedded\" and embedding = 2"));
    }
    return problems;
  }

  private static Optional<String> idle(RunConfig config, String knob) {
    boolean tokens = Tasks.of(config.task()).shape(config.task()).hasTokens();
    boolean aboutTokens = List.of("input", "embedding", "combine", "unembedding").contains(knob);
    if (!tokens && aboutTokens) {
      return Optional.of("the examples of this task are real numbers and have no embedding");
    }
    String input = config.model().choice("input");
    return knob.equals("embedding") && !input.equals(MlpShape.Input.EMBEDDED.id)
        ? Optional.of(input + " input has no embedding")
        : Optional.empty();
  }

  private static boolean solvesSums(RunConfig config, MlpShape shape) {
    return Tasks.of(config.task()).isModular()
        && shape.input() == MlpShape.Input.ONE_HOT
        && !shape.summed()
        && shape.layers() == 1
        && shape.activation() == Activation.SQUARE
        && !shape.tied();
  }

  @Override
  public Optional<String> refusal(TaskShape task) {
    return ModelKnobs.onlyOneAnswer(task);
  }

  @Override
  public NetworkTraits anatomy(Settings settings, TaskShape task) {
    return new NetworkTraits(shape(settings, task).hasEmbedding(), true, true);
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    long wide = shape.width();
    return (long) shape.numbers() * shape.embedding()
        + shape.inputs() * wide
        + (shape.layers() - 1) * wide * wide
        + (shape.hasBiases() ? shape.layers() * wide : 0)
        + (shape.hasOutputBias() ? shape.outputs() : 0)
        + wide * (shape.tied() ? shape.embedding() : shape.outputs());
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    return 2L * shape.layers() * shape.width() + shape.width() + shape.outputs();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    MlpShape shape = shape(settings, task);
    long tables = (long) shape.inputTables() * shape.numbers() * shape.width();
    return tables + (shape.tied() ? (long) shape.width() * shape.numbers() : 0);
  }

  @Override
  public Network build(Settings settings, TaskShape task, Backend backend, RandomGenerator random) {
    return new Mlp(shape(settings, task), ModelKnobs.initialization(settings), backend, random);
  }

  private static MlpShape shape(Settings settings, TaskShape task) {
    MlpShape.Input input = MlpShape.Input.of(settings.choice("input"));
    boolean embedded = task.hasTokens() && input == MlpShape.Input.EMBEDDED;
    return new MlpShape(
        task.numbers(),
        task.operands(),
        task.features(),
        task.valued() ? task.outputs() : task.classes(),
        input,
        embedded ? settings.whole("embedding") : 0,
        settings.choice("combine").equals("sum"),
        settings.whole("layers"),
        settings.whole("width"),
        ModelKnobs.activation(settings.choice("activation")),
        MlpShape.Biases.valueOf(settings.choice("biases").toUpperCase(Locale.ROOT)),
        settings.choice("unembedding").equals("tied"),
        settings.choice("logits").equals("averages"));
  }
}
