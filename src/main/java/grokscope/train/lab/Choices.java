package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.measure.Applicability;
import grokscope.measure.Measure;
import grokscope.measure.Measures;
import grokscope.measure.ThoroughMeasures;
import grokscope.measure.fourier.NumberWeights;
import grokscope.model.NetworkFactory;
import grokscope.model.NetworkTraits;
import grokscope.model.loss.Losses;
import grokscope.optim.GradientFilterFactory;
import grokscope.optim.GradientFilters;
import grokscope.optim.OptimizerFactory;
import grokscope.optim.Optimizers;
import grokscope.task.Split;
import grokscope.task.Task;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a config has chosen from the lists, and what follows from that before anything is built.
 * Immutable, any thread.
 *
 * @param config with ids that the lists have
 */
public record Choices(RunConfig config) {
  /** Activations of a step; the MLP of first-look has 0.6 million, the small transformer 4. */
  private static final long WORTH_SHARING = 1_500_000;

  public Task task() {
    return Tasks.of(config.task());
  }

  TaskShape shape() {
    return task().shape(config.task());
  }

  /** How many of the task's examples are trained on; none where every step draws new ones. */
  int trained() {
    TaskShape shape = shape();
    return shape.fresh() ? 0 : Split.trainingExamples(shape.examples(), config.trainFraction());
  }

  public NetworkFactory model() {
    return factory(Models.ALL, config.model());
  }

  public LossFormula loss() {
    return Losses.formula(config.section(SettingPaths.LOSS));
  }

  public OptimizerFactory optimizer() {
    return factory(Optimizers.ALL, config.optimizer());
  }

  public GradientFilterFactory filter() {
    return factory(GradientFilters.ALL, config.section(SettingPaths.GRADIENT));
  }

  /** How many gradients of the whole network the filter keeps. */
  int storedGradients() {
    return filter().remembered().applyAsInt(config.section(SettingPaths.GRADIENT));
  }

  /** What is measured, in the order of the columns. */
  public List<Measure> measures() {
    Applicability visible = visible();
    List<Measure> usual =
        Measures.of(
            shape(), task().cyclicSums(config.task()), NumberWeights.of(visible.embedding()));
    return config.measuresAll()
        ? Stream.concat(usual.stream(), ThoroughMeasures.of(visible).stream()).toList()
        : usual;
  }

  private Applicability visible() {
    TaskShape shape = shape();
    NetworkTraits networkTraits = model().anatomy(config.model(), shape);
    return new Applicability(
        task().cyclicSums(config.task()).isPresent(),
        task().permutationProducts(config.task()).isPresent(),
        networkTraits.embedding(),
        networkTraits.neurons(),
        Losses.softmax(config.section(SettingPaths.LOSS)),
        networkTraits.inputSpace(),
        !shape.fresh());
  }

  /**
   * How many lanes a step is worth. A second lane costs two meetings a step and whatever else runs
   * on its processor, and each waits for the slower: for a small network it won 12 % of the time
   * for 50 % more work, and nothing beside a window that draws.
   *
   * @param most how many there are
   */
  public int lanes(int most) {
    TaskShape shape = shape();
    int trained = Math.max(1, trained());
    long rows = shape.fresh() ? config.freshBatch() : config.batchSize(trained);
    long work = rows * model().activationsPerExample(config.model(), shape);
    return work < WORTH_SHARING ? 1 : most;
  }

  /** As many lanes of a backend as a step is worth. */
  public Backend lanesOf(Backend all) {
    return lanes(all.lanes()) == 1 ? all.singleLane() : all;
  }

  private static <F> F factory(List<Kind<F>> kinds, Settings settings) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(settings.type()))
        .findFirst()
        .orElseThrow()
        .factory();
  }
}
