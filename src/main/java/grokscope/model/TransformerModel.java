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
import java.util.SplittableRandom;

/** Makes {@link Transformer} networks. Stateless, any thread. */
final class TransformerModel implements Model {
  static final Kind<Model> KIND =
      new Kind<>(
          "transformer",
          "Transformer",
          "Reads \"x y =\" with causal attention and answers at the last position.",
          List.of(
              new Knob.Whole(
                  "layers",
                  "Layers",
                  "Blocks of attention and MLP.",
                  Acts.NEXT_RUN,
                  1,
                  1,
                  12,
                  4,
                  Scale.LINEAR),
              new Knob.Whole(
                  "heads",
                  "Heads",
                  "Attention heads of a block; they share the width evenly.",
                  Acts.NEXT_RUN,
                  4,
                  1,
                  64,
                  16,
                  Scale.LOGARITHMIC),
              ModelKnobs.whole(
                  "dModel",
                  "Width",
                  "d_model, the width of the residual stream.",
                  128,
                  65_536,
                  512),
              ModelKnobs.whole(
                  "dMlp", "MLP width", "d_mlp, the neurons of a block's MLP.", 512, 262_144, 2048),
              ModelKnobs.activation()),
          TransformerModel::problems,
          new TransformerModel());

  private static List<Problem> problems(RunConfig config) {
    int width = config.model().whole("dModel");
    int heads = config.model().whole("heads");
    if (width % heads == 0) {
      return List.of();
    }
    return List.of(
        new Problem(
            "model.heads",
            "is "
                + heads
                + ", which does not divide model.dModel = "
                + width
                + "; every head needs the same whole number of columns"));
  }

  @Override
  public long parameterCount(Settings settings, TaskShape task) {
    TransformerShape shape = shape(settings, task);
    long d = shape.width();
    long mlp = shape.mlpWidth();
    return 2L * shape.vocabulary() * d
        + shape.context() * d
        + shape.layers() * (4 * d * d + 2 * d * mlp + mlp + d);
  }

  @Override
  public long activationsPerExample(Settings settings, TaskShape task) {
    TransformerShape shape = shape(settings, task);
    long total = shape.vocabulary();
    for (int layer = 0; layer < shape.layers(); layer++) {
      long perQuery = 9L * shape.width() + 3L * shape.mlpWidth();
      total += shape.queries(layer) * perQuery;
      total += layer > 0 ? 6L * shape.context() * shape.width() : 0;
    }
    return total;
  }

  @Override
  public Network build(
      Settings settings, TaskShape task, Backend backend, SplittableRandom random) {
    TransformerShape shape = shape(settings, task);
    TokenTable table = new TokenTable(task);
    return shape.layers() == 1 && task.endsInMark()
        ? new OneBlockTransformer(shape, table, backend, random)
        : new Transformer(shape, table, backend, random);
  }

  private static TransformerShape shape(Settings settings, TaskShape task) {
    return new TransformerShape(
        task.vocabulary(),
        task.context(),
        settings.whole("layers"),
        settings.whole("heads"),
        settings.whole("dModel"),
        settings.whole("dMlp"),
        ModelKnobs.activation(settings.choice("activation")));
  }
}
