package grokscope.model.linear;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.kernel.Backend;
import grokscope.model.Initialization;
import grokscope.model.ModelKnobs;
import grokscope.model.Network;
import grokscope.model.NetworkFactory;
import grokscope.model.NetworkTraits;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes {@link Linear} networks: multinomial logistic regression on the operands, or linear
 * regression on real numbers. Stateless, any thread.
 */
public final class LinearFactory implements NetworkFactory {
  /** For the list of networks. */
  public static final Kind<NetworkFactory> KIND =
      new Kind<>(
          "linear",
          "Linear",
          "No hidden layer: each operand adds a row of its own matrix to the logits.",
          List.of(
              Knobs.choice("biases")
                  .titled("Biases")
                  .says("Whether the outputs have biases.")
                  .nextRun()
                  .among(Option.of("on"), Option.of("off")),
              ModelKnobs.initialization(
                  Stream.concat(ModelKnobs.RANDOM.stream(), Stream.of(Initialization.Kind.MISLED))
                      .toList()),
              ModelKnobs.initialScale()),
          LinearFactory::problems,
          new LinearFactory());

  private static List<Problem> problems(RunConfig config) {
    boolean misled = ModelKnobs.initialization(config.model()).kind() == Initialization.Kind.MISLED;
    if (!misled || !Tasks.of(config.task()).shape(config.task()).hasTokens()) {
      return List.of();
    }
    return List.of(
        new Problem(
            "model.initialization",
            "is \"misled\", which is for inputs of real numbers, but this task has tokens; it must"
                + " be one of \"fan-in\", \"he\", \"glorot\", \"uniform\", \"unit\""));
  }

  @Override
  public Optional<String> refusal(TaskShape task) {
    return ModelKnobs.onlyOneAnswer(task);
  }

  @Override
  public NetworkTraits anatomy(Settings settings, TaskShape task) {
    boolean biased = shape(settings, task).biased();
    return new NetworkTraits(false, task.hasTokens(), false, false, false, biased);
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    LinearShape shape = shape(settings, task);
    return (shape.inputs() + (shape.biased() ? 1L : 0)) * shape.outputs();
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    return task.classes();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    return 0;
  }

  @Override
  public Network build(Settings settings, TaskShape task, Backend backend, RandomGenerator random) {
    return new Linear(shape(settings, task), ModelKnobs.initialization(settings), backend, random);
  }

  private static LinearShape shape(Settings settings, TaskShape task) {
    return new LinearShape(
        task.numbers(),
        task.operands(),
        task.features(),
        task.classes(),
        settings.choice("biases").equals("on"));
  }
}
