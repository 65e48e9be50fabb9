package grokscope.model.transformer;

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

/** Makes {@link Transformer} networks. Stateless, any thread. */
public final class TransformerFactory implements NetworkFactory {
  /** For the list of networks. */
  public static final Kind<NetworkFactory> KIND =
      new Kind<>(
          "transformer",
          "Transformer",
          "Reads a sequence such as \"x y =\" with attention and answers at the positions where the"
              + " task asks.",
          TransformerKnobs.ALL,
          TransformerKnobs::problems,
          TransformerKnobs::idle,
          new TransformerFactory());

  @Override
  public Optional<String> refusal(TaskShape task) {
    return task.hasTokens()
        ? Optional.empty()
        : Optional.of("which reads tokens, but this task's examples are real numbers");
  }

  @Override
  public NetworkTraits anatomy(Settings settings, TaskShape task) {
    TransformerForm form = shape(settings, task).form();
    return new NetworkTraits(true, true, true, form.mlp(), false, form.vectors());
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
    return byImages(shape, TransformerKnobs.read(settings, task))
        ? size.atOnePosition()
        : size.activationsPerExample();
  }

  @Override
  public int capacity(Settings settings, TaskShape task) {
    return new TransformerSize(shape(settings, task)).capacity();
  }

  @Override
  public long sharedNumbers(Settings settings, TaskShape task) {
    TransformerShape shape = shape(settings, task);
    TaskShape read = TransformerKnobs.read(settings, task);
    long rows = new TokenTable(read).rows();
    long projections = rows * 6 * shape.width();
    if (!shape.tabled()) {
      return 0;
    }
    long images = (long) shape.heads() * (shape.mlpWidth() + shape.outputs() + shape.width());
    return byImages(shape, read) ? projections + rows * images : projections;
  }

  /** Whether the network is of the published form, for which there is a shorter way. */
  private static boolean byImages(TransformerShape shape, TaskShape read) {
    return shape.layers() == 1
        && shape.form().isNandas()
        && read.endsInMark() // so that the only query is the same everywhere, and sees everything
        && read.allAnswers() == 1;
  }

  @Override
  public Network build(Settings settings, TaskShape task, Backend backend, RandomGenerator random) {
    TransformerShape shape = shape(settings, task);
    TaskShape read = TransformerKnobs.read(settings, task);
    TokenTable table = new TokenTable(read);
    Initialization initial = ModelKnobs.initializationWithEmbedding(settings);
    return byImages(shape, read)
        ? new OneBlockTransformer(shape, table, initial, backend, random)
        : new Transformer(shape, table, initial, backend, random);
  }

  private static TransformerShape shape(Settings settings, TaskShape task) {
    TaskShape read = TransformerKnobs.read(settings, task);
    return new TransformerShape(
        read.vocabulary(),
        read.outputs(),
        read.context(),
        read.allAnswers(),
        settings.whole("layers"),
        settings.whole("heads"),
        settings.whole("dModel"),
        settings.whole("dMlp"),
        ModelKnobs.activation(settings),
        TransformerKnobs.form(settings));
  }
}
