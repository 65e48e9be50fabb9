package grokscope.model;

import grokscope.config.Acts;
import grokscope.config.Knob;
import grokscope.config.Scale;
import grokscope.config.Settings;
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

  private ModelKnobs() {}

  /** The non-linearity of the hidden layers. */
  public static Knob activation() {
    return new Knob.Choice(
        "activation",
        "Activation",
        "The non-linearity of the hidden layers.",
        Acts.NEXT_RUN,
        "relu",
        List.of(
            new Knob.Option("relu", "ReLU"),
            new Knob.Option("gelu", "GELU"),
            new Knob.Option("tanh", "Tanh"),
            new Knob.Option("square", "Square")));
  }

  /** The non-linearity that was chosen there. */
  public static Activation activation(String id) {
    return Activation.valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** How the weights are drawn, in one of some ways, the first by default. */
  public static Knob initialization(List<Initialization.Kind> kinds) {
    return new Knob.Choice(
        "initialization",
        "Initial weights",
        "The standard deviation of the weights at the start.",
        Acts.NEXT_RUN,
        kinds.get(0).id,
        kinds.stream().map(kind -> new Knob.Option(kind.id, kind.title)).toList());
  }

  /** How the weights are drawn, in any way that needs no knowledge of the task. */
  public static Knob initialization() {
    return initialization(RANDOM);
  }

  /** What all weights are multiplied with at the start. */
  public static Knob initialScale() {
    return new Knob.Real(
        "initialScale",
        "Initial scale",
        "α: what all weights are multiplied with at the start, the gains of LayerNorm included.",
        Acts.NEXT_RUN,
        1,
        0.01,
        100,
        0.1,
        10,
        Scale.LOGARITHMIC);
  }

  /** How the weights of these settings are drawn. */
  public static Initialization initialization(Settings settings) {
    return new Initialization(
        Initialization.Kind.of(settings.choice("initialization")), settings.real("initialScale"));
  }

  /** Whether input and output share the embedding. */
  public static Knob unembedding(String sentence) {
    return new Knob.Choice(
        "unembedding",
        "Unembedding",
        sentence,
        Acts.NEXT_RUN,
        "separate",
        List.of(new Knob.Option("separate", "separate"), new Knob.Option("tied", "tied")));
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

  /** A whole number from 1, with a logarithmic slider. */
  public static Knob whole(
      String name, String title, String sentence, long start, long max, long slider) {
    return new Knob.Whole(
        name, title, sentence, Acts.NEXT_RUN, start, 1, max, slider, Scale.LOGARITHMIC);
  }
}
