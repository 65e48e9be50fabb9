package grokscope.model.transformer;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes {@link Transformer} networks. Stateless, any thread. */
public final class TransformerFactory implements NetworkFactory {
  private static final String WITH_MLP = "attention-mlp";

  /** For the list of networks. */
  public static final Kind<NetworkFactory> KIND =
      new Kind<>(
          "transformer",
          "Transformer",
          "Reads a sequence such as \"x y =\" with causal attention and answers at the positions"
              + " where the task asks.",
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
                          + " layer cannot tell x from y.")
                  .nextRun()
                  .among(TransformerForm.Positions.values()),
              ModelKnobs.unembedding(
                  "Separate: the output has weights of its own. Tied: it uses the transposed"
                      + " embedding."),
              dropout(),
              ModelKnobs.initialization(),
              ModelKnobs.initialScale()),
          TransformerFactory::problems,
          TransformerFactory::idle,
          new TransformerFactory());

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

  private static Optional<String> idle(RunConfig config, String knob) {
    boolean ofMlp = List.of("dMlp", "activation", "biases").contains(knob);
    return ofMlp && !config.model().choice("block").equals(WITH_MLP)
        ? Optional.of("blocks of attention only have no MLP")
        : Optional.empty();
  }

  private static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    int width = config.model().whole("dModel");
    int heads = config.model().whole("heads");
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
    boolean tokensOut = task.outputs() == task.vocabulary() && !task.valued();
    if (form(config.model()).tied() && task.hasTokens() && !tokensOut) {
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
    return problems;
  }

  @Override
  public Optional<String> refusal(TaskShape task) {
    return task.hasTokens()
        ? Optional.empty()
        : Optional.of("which reads tokens, but this task's examples are real numbers");
  }

  @Override
  public NetworkTraits anatomy(Settings settings, TaskShape task) {
    return new NetworkTraits(true, true, true, shape(settings, task).form().mlp(), false);
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    TransformerShape shape = shape(settings, task);
    long d = shape.width();
    TransformerForm form = shape.form();
    long biases = form.biases() ? shape.mlpWidth() + d : 0;
    long mlp = form.mlp() ? 2L * d * shape.mlpWidth() + biases : 0;
    return (shape.vocabulary() + (form.tied() ? 0L : shape.outputs())) * d
        + (form.positions() == TransformerForm.Positions.LEARNED ? shape.context() * d : 0)
        + shape.layers() * (4 * d * d + mlp + 2L * form.normsPerBlock() * d)
        + (form.pre() ? 2L * d : 0);
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    TransformerShape shape = shape(settings, task);
    TransformerSize size = new TransformerSize(shape);
    return byImages(shape, task) ? size.atOnePosition() : size.activationsPerExample();
  }

  @Override
  public int capacity(Settings settings, TaskShape task) {
    return new TransformerSize(shape(settings, task)).capacity();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    TransformerShape shape = shape(settings, task);
    long rows = new TokenTable(task).rows();
    long projections = rows * 6 * shape.width();
    if (!shape.tabled()) {
      return 0;
    }
    long images = (long) shape.heads() * (shape.mlpWidth() + shape.outputs() + shape.width());
    return byImages(shape, task) ? projections + rows * images : projections;
  }

  /** Whether the network is of the published form, for which there is a shorter way. */
  private static boolean byImages(TransformerShape shape, TaskShape task) {
    return shape.layers() == 1
        && shape.form().equals(TransformerForm.NANDA)
        && task.endsInMark()
        && task.allAnswers() == 1;
  }

  @Override
  public Network build(Settings settings, TaskShape task, Backend backend, RandomGenerator random) {
    TransformerShape shape = shape(settings, task);
    TokenTable table = new TokenTable(task);
    Initialization initial = ModelKnobs.initialization(settings);
    return byImages(shape, task)
        ? new OneBlockTransformer(shape, table, initial, backend, random)
        : new Transformer(shape, table, initial, backend, random);
  }

  private static TransformerShape shape(Settings settings, TaskShape task) {
    return new TransformerShape(
        task.vocabulary(),
        task.outputs(),
        task.context(),
        task.allAnswers(),
        settings.whole("layers"),
        settings.whole("heads"),
        settings.whole("dModel"),
        settings.whole("dMlp"),
        ModelKnobs.activation(settings),
        form(settings));
  }

  private static TransformerForm form(Settings settings) {
    return new TransformerForm(
        settings.choice("layerNorm", TransformerForm.Norm.class),
        settings.choice("positions", TransformerForm.Positions.class),
        settings.choice("block").equals(WITH_MLP),
        settings.choice("biases").equals("on"),
        ModelKnobs.tied(settings),
        settings.real("dropout"));
  }
}
