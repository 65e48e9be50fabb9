package grokscope.model.transformer;

import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.model.ModelKnobs;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be chosen of a {@link Transformer}, and what a choice means. Stateless, any thread. */
final class TransformerKnobs {
  private static final String WITH_MLP = "attention-mlp";
  private static final String OPERANDS = "operands";
  private static final String NUMBERS = "numbers";

  static final List<Knob> ALL =
      List.of(
          Knobs.whole("layers")
              .titled("Layers")
              .says("Blocks of attention and MLP, one after the other.")
              .nextRun()
              .initially(1)
              .range(1, 12)
              .sliderTo(4),
          Knobs.whole("heads")
              .titled("Heads")
              .says("Attention heads in each block; they share the width evenly.")
              .nextRun()
              .initially(4)
              .range(1, 64)
              .sliderTo(16)
              .logarithmic(),
          Knobs.whole("dModel")
              .titled("Width")
              .says("d_model: the width of the residual stream.")
              .nextRun()
              .initially(128)
              .range(1, 65_536)
              .sliderTo(512)
              .logarithmic(),
          Knobs.whole("dMlp")
              .titled("MLP width")
              .says("d_mlp: the neurons in the MLP of each block.")
              .nextRun()
              .initially(512)
              .range(1, 262_144)
              .sliderTo(2048)
              .logarithmic(),
          ModelKnobs.activation(),
          Knobs.choice("block")
              .titled("Block")
              .says("Whether an MLP follows the attention of every block.")
              .nextRun()
              .among(
                  Option.of(WITH_MLP, "attention, then an MLP"),
                  Option.of("attention", "attention only")),
          Knobs.choice("biases")
              .titled("Biases")
              .says("Whether the MLPs have biases; attention and unembedding have none.")
              .nextRun()
              .among(Option.of("on"), Option.of("off")),
          Knobs.choice("layerNorm")
              .titled("LayerNorm")
              .says(
                  "Pre: before attention, MLP and unembedding. Post: after each sum of the"
                      + " residual stream.")
              .nextRun()
              .among(TransformerForm.Norm.values()),
          Knobs.choice("positions")
              .titled("Positions")
              .says(
                  "What is added to the embeddings to tell positions apart; with none, one"
                      + " layer that reads \"x y =\" cannot tell x from y.")
              .nextRun()
              .among(TransformerForm.Positions.values()),
          sequence(),
          mask(),
          outputs(),
          ModelKnobs.unembedding(
              "Separate: the output has weights of its own. Tied: it uses the transposed"
                  + " embedding of what has a logit."),
          dropout(),
          ModelKnobs.initialization(),
          ModelKnobs.initialScale(),
          ModelKnobs.embeddingScale("width"));

  private TransformerKnobs() {}

  private static Knob sequence() {
    return Knobs.choice("sequence")
        .titled("Sequence")
        .says(
            "What is read: the numbers and then \"=\", which answers; or the numbers alone, of"
                + " which the last answers.")
        .nextRun()
        .among(Option.of("marked", "x y ="), Option.of(OPERANDS, "x y"));
  }

  private static Knob mask() {
    return Knobs.choice("mask")
        .titled("Mask")
        .called("attention mask")
        .says(
            "What attention sees. Causal: a position sees itself and those before it. None: it sees"
                + " the whole sequence.")
        .nextRun()
        .among(TransformerForm.Mask.values());
  }

  private static Knob outputs() {
    return Knobs.choice("outputs")
        .titled("Outputs")
        .says("Tokens: \"=\" has a logit as well. Numbers: only what can be an answer has one.")
        .nextRun()
        .among(Option.of("tokens"), Option.of(NUMBERS));
  }

  private static Knob dropout() {
    return Knobs.real("dropout")
        .titled("Dropout")
        .says(
            "The share of activations that training sets to zero after embedding, attention and"
                + " MLP.")
        .nextRun()
        .initially(0)
        .range(0, 0.9);
  }

  static Optional<String> idle(RunConfig config, String knob) {
    Settings model = config.model();
    TaskShape task = Tasks.of(config.task()).shape(config.task());
    return switch (knob) {
      case "dMlp", "activation", "biases" ->
          because(!model.choice("block").equals(WITH_MLP), "blocks of attention only have no MLP");
      case "sequence" ->
          because(!task.endsInMark(), "the sequences of this task have no \"=\" behind numbers");
      case "mask" ->
          because(
              model.whole("layers") == 1 && task.allAnswers() == 1,
              "with one layer, only the last position asks, and it sees the whole sequence");
      case "outputs" -> idleOutputs(model, task);
      default -> Optional.empty();
    };
  }

  private static Optional<String> idleOutputs(Settings model, TaskShape task) {
    if (task.valued()) {
      return Optional.of("the answers of this task are real numbers");
    }
    if (!task.answeredByToken()) {
      return Optional.of("only what can be an answer has a logit in this task");
    }
    return because(
        leavesOutMarks(model, task) || task.numbers() == task.vocabulary(),
        "the network reads nothing that cannot be an answer");
  }

  private static Optional<String> because(boolean idle, String reason) {
    return idle ? Optional.of(reason) : Optional.empty();
  }

  static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    Settings model = config.model();
    int width = model.whole("dModel");
    int heads = model.whole("heads");
    if (width % heads != 0) {
      problems.add(
          new Problem(
              "model.heads",
              "is "
                  + heads
                  + ", which does not divide model.dModel = "
                  + width
                  + "; every head needs the same whole number of columns"));
    }
    TaskShape task = Tasks.of(config.task()).shape(config.task());
    if (form(model).tied() && task.hasTokens() && !task.answeredByToken()) {
      problems.add(
          new Problem(
              "model.unembedding",
              "is \"tied\", which gives a logit to each of the "
                  + task.vocabulary()
                  + " tokens, but this task is answered with "
                  + task.outputs()
                  + (task.valued() ? " real numbers" : " classes")
                  + "; it must be \"separate\""));
    }
    if (!form(model).causal() && task.allAnswers() > 1) {
      problems.add(
          new Problem(
              "model.mask",
              "is \"none\", but the sequences of this task hold their own answers, which the"
                  + " network would then read instead of finding them; it must be \"causal\""));
    }
    return problems;
  }

  /** The task as such a network reads and answers it. */
  static TaskShape read(Settings settings, TaskShape task) {
    TaskShape read = leavesOutMarks(settings, task) ? task.withoutMarks() : task;
    boolean numbers = settings.choice("outputs").equals(NUMBERS) && read.answeredByToken();
    return numbers ? read.withOutputs(read.numbers()) : read;
  }

  private static boolean leavesOutMarks(Settings settings, TaskShape task) {
    return settings.choice("sequence").equals(OPERANDS) && task.endsInMark();
  }

  static TransformerForm form(Settings settings) {
    return new TransformerForm(
        settings.choice("layerNorm", TransformerForm.Norm.class),
        settings.choice("positions", TransformerForm.Positions.class),
        settings.choice("block").equals(WITH_MLP),
        settings.choice("biases").equals("on"),
        ModelKnobs.tied(settings),
        settings.real("dropout"),
        settings.choice("mask", TransformerForm.Mask.class));
  }
}
