package grokscope.model.mlp;

import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.kernel.Activation;
import grokscope.model.Initialization;
import grokscope.model.ModelKnobs;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be chosen of an {@link Mlp}, and what a choice means. Stateless, any thread. */
final class MlpKnobs {
  private static final String SUM = "sum";
  private static final String AVERAGES = "averages";
  private static final String SEPARATE = "separate";

  static final List<Knob> ALL =
      List.of(
          Knobs.choice("input")
              .titled("Input")
              .says(
                  "Embedded: each number has an embedding. One-hot: none; the first layer has a"
                      + " row for each number. Binary: a row for each binary digit.")
              .nextRun()
              .among(MlpShape.Input.values()),
          Knobs.whole("embedding")
              .titled("Embedding size")
              .says("How many values represent each number or token.")
              .nextRun()
              .initially(64)
              .range(1, 100_000)
              .sliderTo(512)
              .logarithmic(),
          Knobs.choice("embeddings")
              .titled("Embeddings")
              .says(
                  "Shared: x and y have one table of embeddings together. Separate: each"
                      + " operand has its own.")
              .nextRun()
              .among(Option.of("shared"), Option.of(SEPARATE)),
          Knobs.choice("combine")
              .titled("x and y")
              .says(
                  "Concatenated keeps x and y apart; added makes the network symmetric in"
                      + " them, unless each has its own embedding.")
              .nextRun()
              .among(Option.of("concatenate", "concatenated"), Option.of(SUM, "added")),
          Knobs.whole("layers")
              .titled("Hidden layers")
              .says("How many hidden layers.")
              .nextRun()
              .initially(1)
              .range(1, 12),
          Knobs.whole("width")
              .titled("Width")
              .says("Neurons in each hidden layer.")
              .nextRun()
              .initially(128)
              .range(1, 100_000)
              .sliderTo(1024)
              .logarithmic(),
          ModelKnobs.activation(),
          Knobs.choice("biases")
              .titled("Biases")
              .says("Which layers have biases.")
              .nextRun()
              .among(MlpShape.Biases.values()),
          ModelKnobs.unembedding(
              "Separate: the output has weights of its own. Tied: a matrix leads back to the"
                  + " embedding's width, and the transposed embedding gives the logits."),
          Knobs.choice("logits")
              .titled("Logits")
              .says(
                  "Sums: what the last layer adds up. Averages: these sums divided by inputs ×"
                      + " width; with one layer and the square activation, this is the network"
                      + " of Gromov 2023.")
              .nextRun()
              .among(Option.of("sums"), Option.of(AVERAGES)),
          ModelKnobs.initialization(
              Stream.concat(
                      ModelKnobs.RANDOM.stream(),
                      Stream.of(Initialization.Kind.PERIODIC, Initialization.Kind.CIRCLE))
                  .toList()),
          ModelKnobs.initialScale(),
          ModelKnobs.embeddingScale("embedding size"));

  private MlpKnobs() {}

  static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    Settings model = config.model();
    MlpShape.Input input = model.choice("input", MlpShape.Input.class);
    boolean embedded = input == MlpShape.Input.EMBEDDED;
    TaskShape task = Tasks.of(config.task()).shape(config.task());
    boolean tied = ModelKnobs.tied(model);
    if (tied && task.hasTokens() && !embedded) {
      problems.add(
          new Problem(
              "model.unembedding",
              "is \"tied\", but with model.input = \""
                  + input.id()
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
    if (tied && shape(model, task).embeddings() > 1) {
      problems.add(
          new Problem(
              "model.unembedding",
              "is \"tied\", but with model.embeddings = \"separate\" no single embedding could give"
                  + " the logits; it must be \"separate\", or the embeddings \"shared\""));
    }
    Initialization.Kind initialization = ModelKnobs.initialization(model).kind();
    if (initialization == Initialization.Kind.PERIODIC && !solvesSums(config, shape(model, task))) {
      problems.add(
          new Problem(
              "model.initialization",
              "is \"periodic\", which are the weights that add two numbers modulo n in one hidden"
                  + " layer: it needs task.type = \"modular\", and in the model input ="
                  + " \"one-hot\", combine = \"concatenate\", layers = 1, activation = \"square\""
                  + " and unembedding = \"separate\""));
    }
    if (initialization == Initialization.Kind.CIRCLE
        && !(task.hasTokens() && embedded && model.whole("embedding") == 2)) {
      problems.add(
          new Problem(
              "model.initialization",
              "is \"circle\", which puts the embeddings of the numbers on a circle: it needs a task"
                  + " of tokens, and in the model input = \"embedded\" and embedding = 2"));
    }
    return problems;
  }

  static Optional<String> idle(RunConfig config, String knob) {
    boolean tokens = Tasks.of(config.task()).shape(config.task()).hasTokens();
    boolean aboutTokens =
        List.of("input", "embedding", "embeddings", "embeddingScale", "combine", "unembedding")
            .contains(knob);
    if (!tokens && aboutTokens) {
      return Optional.of("the examples of this task are real numbers and have no embedding");
    }
    MlpShape.Input input = config.model().choice("input", MlpShape.Input.class);
    boolean ofEmbedding = List.of("embedding", "embeddings", "embeddingScale").contains(knob);
    return ofEmbedding && input != MlpShape.Input.EMBEDDED
        ? Optional.of(input.id() + " input has no embedding")
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

  /** The sizes of such a network. */
  static MlpShape shape(Settings settings, TaskShape task) {
    MlpShape.Input input = settings.choice("input", MlpShape.Input.class);
    boolean embedded = task.hasTokens() && input == MlpShape.Input.EMBEDDED;
    return new MlpShape(
        task.numbers(),
        task.operands(),
        task.features(),
        task.valued() ? task.outputs() : task.classes(),
        input,
        embedded ? settings.whole("embedding") : 0,
        embedded ? embeddings(settings, task) : 0,
        settings.choice("combine").equals(SUM),
        settings.whole("layers"),
        settings.whole("width"),
        ModelKnobs.activation(settings),
        settings.choice("biases", MlpShape.Biases.class),
        ModelKnobs.tied(settings),
        settings.choice("logits").equals(AVERAGES));
  }

  private static int embeddings(Settings settings, TaskShape task) {
    return settings.choice("embeddings").equals(SEPARATE) ? task.operands() : 1;
  }
}
