package grokscope.model;

import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.kernel.Activation;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Knobs that several networks have. */
public final class ModelKnobs {
  /** The distributions that know nothing of the task. */
  public static final List<Initialization.Kind> RANDOM =
      List.of(
          Initialization.Kind.USUAL,
          Initialization.Kind.HE,
          Initialization.Kind.GLOROT,
          Initialization.Kind.UNIFORM,
          Initialization.Kind.UNIT);

  private static final String TIED = "tied";

  private ModelKnobs() {}

  /** The non-linearity of the hidden layers. */
  public static Knob activation() {
    return Knobs.choice("activation")
        .titled("Activation")
        .says("The function that each hidden neuron applies to the sum of its inputs.")
        .nextRun()
        .among(
            option(Activation.RELU, "ReLU"),
            option(Activation.GELU, "GELU"),
            option(Activation.TANH, "Tanh"),
            option(Activation.SQUARE, "Square"));
  }

  private static Option option(Activation activation, String title) {
    return Option.of(activation.name().toLowerCase(Locale.ROOT), title);
  }

  /** The non-linearity that was chosen there. */
  public static Activation activation(Settings settings) {
    return Activation.valueOf(settings.choice("activation").toUpperCase(Locale.ROOT));
  }

  /** How the weights are drawn, in one of some ways, the first by default. */
  public static Knob initialization(List<Initialization.Kind> kinds) {
    return Knobs.choice("initialization")
        .titled("Initial weights")
        .says(
            "How the initial weights are drawn: their standard deviation, their range or a"
                + " pattern.")
        .nextRun()
        .among(kinds);
  }

  /** How the weights are drawn, in any way that needs no knowledge of the task. */
  public static Knob initialization() {
    return initialization(RANDOM);
  }

  /** What all weights are multiplied with at the start. */
  public static Knob initialScale() {
    return Knobs.real("initialScale")
        .titled("Initial scale")
        .says("α: multiplies all initial weights, including the gains of LayerNorm.")
        .nextRun()
        .initially(1)
        .range(0.01, 100)
        .slider(0.1, 10)
        .logarithmic();
  }

  /** What the embedding is multiplied with besides. */
  public static Knob embeddingScale(String size) {
    return Knobs.real("embeddingScale")
        .titled("Embedding scale")
        .says(
            "Multiplies the initial embedding alone, on top of the initial scale. The square root"
                + " of the "
                + size
                + " gives it a standard deviation of 1, PyTorch's default.")
        .nextRun()
        .initially(1)
        .range(0.01, 1000)
        .slider(0.1, 100)
        .logarithmic();
  }

  /** How the weights of a network without an embedding are drawn. */
  public static Initialization initialization(Settings settings) {
    return initialization(settings, 1);
  }

  /** How the weights of a network with an embedding are drawn. */
  public static Initialization initializationWithEmbedding(Settings settings) {
    return initialization(settings, settings.real("embeddingScale"));
  }

  private static Initialization initialization(Settings settings, double embeddingScale) {
    return new Initialization(
        settings.choice("initialization", Initialization.Kind.class),
        settings.real("initialScale"),
        embeddingScale);
  }

  /** Whether input and output share the embedding. */
  public static Knob unembedding(String sentence) {
    return Knobs.choice("unembedding")
        .titled("Unembedding")
        .says(sentence)
        .nextRun()
        .among(Option.of("separate"), Option.of(TIED));
  }

  /** Whether these settings make them share it. */
  public static boolean tied(Settings settings) {
    return settings.choice("unembedding").equals(TIED);
  }

  /** Why a network with one output cannot do a task. */
  public static Optional<String> onlyOneAnswer(TaskShape task) {
    return task.allAnswers() == 1
        ? Optional.empty()
        : Optional.of(
            "which answers once, but this task asks at "
                + task.allAnswers()
                + " positions; a \"transformer\" can do that");
  }
}
