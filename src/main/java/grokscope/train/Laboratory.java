package grokscope.train;

import grokscope.config.Acts;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Knob;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Script;
import grokscope.config.Section;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.measure.Measure;
import grokscope.measure.Measures;
import grokscope.measure.ThoroughMeasures;
import grokscope.measure.Visible;
import grokscope.model.Anatomy;
import grokscope.model.Loss;
import grokscope.model.Losses;
import grokscope.model.Model;
import grokscope.model.Models;
import grokscope.model.Network;
import grokscope.model.Parameters;
import grokscope.optim.GradientFilters;
import grokscope.optim.Optimizers;
import grokscope.optim.WeightUpdate;
import grokscope.task.Examples;
import grokscope.task.LabelNoise;
import grokscope.task.Progress;
import grokscope.task.Source;
import grokscope.task.Split;
import grokscope.task.Task;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lists of tasks, networks, losses, optimisers, filters and measures joined: what can be
 * chosen, and how an experiment is made of a choice. Immutable, any thread.
 */
public final class Laboratory {
  /** Activations of a step; the MLP of first-look has 0.6 million, the small transformer 4. */
  private static final long WORTH_SHARING = 1_500_000;

  private final Catalog catalog;

  /** A laboratory that refuses networks beyond {@code memoryLimit} bytes. */
  public Laboratory(long memoryLimit) {
    MemoryCheck memory = new MemoryCheck(memoryLimit, Runtime.getRuntime().availableProcessors());
    catalog =
        new Catalog(
            List.of(
                Section.fixed("", "Run", runKnobs()),
                new Section(SettingPaths.TASK, "Task", Tasks.ALL),
                Section.fixed(SettingPaths.DATA, "Data", DataKnobs.ALL),
                new Section(SettingPaths.MODEL, "Network", Models.ALL),
                new Section(SettingPaths.LOSS, "Loss", Losses.ALL),
                new Section(SettingPaths.OPTIMIZER, "Optimiser", Optimizers.ALL),
                new Section(SettingPaths.GRADIENT, "Gradient filter", GradientFilters.ALL),
                Section.fixed(SettingPaths.WEIGHTS, "Weights", WeightUpdate.KNOBS)),
            List.of(
                new FitCheck(),
                new EmptySideCheck(),
                new BatchCheck(),
                new LabelNoiseCheck(),
                memory),
            new IdleData());
  }

  private static List<Knob> runKnobs() {
    return List.of(
        new Knob.Whole(
            SettingPaths.SEED,
            "Seed",
            "Fixes all that is drawn: the split, the initial weights, the batches, the noise.",
            Acts.NEXT_RUN,
            0,
            0,
            Long.MAX_VALUE,
            999,
            Scale.LINEAR),
        new Knob.Whole(
            SettingPaths.STEPS,
            "Steps",
            "After how many updates the run is over.",
            Acts.NEXT_RUN,
            5000,
            1,
            100_000_000,
            100_000,
            Scale.LOGARITHMIC),
        new Knob.Count(
            SettingPaths.BATCH,
            "Batch",
            "How many examples one step sees: all that are trained on, or this many.",
            Acts.NEXT_RUN,
            Knob.Count.EVERYTHING,
            1,
            1_000_000),
        new Knob.Choice(
            SettingPaths.MEASURES,
            "Measures",
            "What is measured: the usual curves, or at every tenth evaluation also what takes a"
                + " thorough look inside the network.",
            Acts.NEXT_RUN,
            "usual",
            List.of(new Knob.Option("usual", "usual"), new Knob.Option("all", "all"))),
        new Knob.Text(
            Script.KNOB,
            "Script",
            "Knobs that turn by themselves: \"grokked+200 data.trainFraction=0.2\", and more after"
                + " a \";\". A turn waits for a step, or for start, memorised or grokked.",
            Acts.NEXT_RUN,
            "",
            false));
  }

  /** What can be chosen. */
  public Catalog catalog() {
    return catalog;
  }

  /** The columns of a run. */
  public List<Metric> metrics(RunConfig config) {
    return measures(config).stream().map(Measure::metric).toList();
  }

  static List<Measure> measures(RunConfig config) {
    List<Measure> usual = Measures.of(shape(config), task(config).cyclicSums(config.task()));
    return config.measuresAll()
        ? Stream.concat(usual.stream(), ThoroughMeasures.of(visible(config)).stream()).toList()
        : usual;
  }

  private static Visible visible(RunConfig config) {
    TaskShape shape = shape(config);
    Anatomy anatomy = model(config).anatomy(config.model(), shape);
    return new Visible(
        task(config).cyclicSums(config.task()).isPresent(),
        task(config).permutationProducts(config.task()).isPresent(),
        anatomy.embedding(),
        anatomy.neurons(),
        Losses.softmax(config.section(SettingPaths.LOSS)),
        anatomy.inputSpace(),
        !shape.fresh());
  }

  static TaskShape shape(RunConfig config) {
    return task(config).shape(config.task());
  }

  /** How many of a task's examples are trained on; none where every step draws new ones. */
  static int trained(RunConfig config) {
    TaskShape shape = shape(config);
    return shape.fresh() ? 0 : Split.trainingExamples(shape.examples(), config.trainFraction());
  }

  static Task task(RunConfig config) {
    return Tasks.of(config.task());
  }

  /** How many gradients of the whole network its filter keeps. */
  static int rememberedGradients(RunConfig config) {
    Settings filter = config.section(SettingPaths.GRADIENT);
    return factory(GradientFilters.ALL, filter).remembered().applyAsInt(filter);
  }

  static Model model(RunConfig config) {
    return factory(Models.ALL, config.model());
  }

  /**
   * How many lanes a step of this config is worth. A second lane costs two meetings a step and
   * whatever else runs on its processor, and each waits for the slower: for a small network it won
   * 12 % of the time for 50 % more work, and nothing beside a window that draws.
   *
   * @param most how many there are
   */
  public static int lanes(RunConfig config, int most) {
    TaskShape shape = shape(config);
    int trained = Math.max(1, trained(config));
    long rows = shape.fresh() ? config.freshBatch() : config.batchSize(trained);
    long work = rows * model(config).activationsPerExample(config.model(), shape);
    return work < WORTH_SHARING ? 1 : most;
  }

  /** An experiment whose making nobody follows. */
  static Experiment experiment(RunConfig config, Backend backend) {
    return experiment(config, backend, Progress.UNHEARD);
  }

  /**
   * Makes the data, the network, the loss and the updates that a config describes. Trainer thread
   * only.
   *
   * @param progress hears how far the data are, and may end the making
   */
  static Experiment experiment(RunConfig config, Backend backend, Progress progress) {
    Seeds seeds = new Seeds(config.seed());
    Examples truth = task(config).examples(config.task(), seeds.task(), progress);
    Source source = task(config).source(config.task(), seeds.task()).orElse(null);
    return experiment(config, truth, source, backend);
  }

  /**
   * Reads a network that was trained elsewhere, or earlier. The caller's thread works as the
   * trainer.
   *
   * @throws InvalidConfig with one sentence when the weights are not of the config's network
   */
  public static NetworkReport report(RunConfig config, List<Tensor> weights, Backend backend)
      throws InvalidConfig {
    try (Experiment experiment = experiment(config, backend)) {
      experiment.load(weights);
      return experiment.report();
    }
  }

  /**
   * Makes an experiment of other data than those of the config's task.
   *
   * @param truth all examples, with the right answers
   * @param source draws the examples of every step; null to train on some of those
   */
  static Experiment experiment(RunConfig config, Examples truth, Source source, Backend backend) {
    Seeds seeds = new Seeds(config.seed());
    Split split =
        source == null
            ? Split.random(truth.size(), config.trainFraction(), seeds.split())
            : Split.allHidden(truth.size());
    long wrong = LabelNoise.count(config.data(), split.train().length);
    Examples examples = LabelNoise.corrupt(truth, split, wrong, seeds.labelNoise());
    Network network =
        model(config).build(config.model(), examples.shape(), backend, seeds.initialization());
    LossFormula loss = Losses.formula(config.section(SettingPaths.LOSS));
    return new Experiment(
        config,
        new AnsweredExamples(truth, examples),
        split,
        source,
        network,
        rows -> new Loss(loss, examples.values(), rows),
        update(config, network.parameters(), backend),
        task(config).cyclicSums(config.task()).orElse(null),
        task(config).permutationProducts(config.task()),
        backend);
  }

  private static WeightUpdate update(RunConfig config, Parameters parameters, Backend backend) {
    Settings optimizer = config.optimizer();
    Settings filter = config.section(SettingPaths.GRADIENT);
    return new WeightUpdate(
        config.section(SettingPaths.WEIGHTS),
        factory(GradientFilters.ALL, filter).builder().build(filter, parameters, backend),
        factory(Optimizers.ALL, optimizer).build(optimizer, config.steps(), parameters, backend),
        parameters,
        backend,
        new Seeds(config.seed()).noise());
  }

  private static <F> F factory(List<grokscope.config.Kind<F>> kinds, Settings settings) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(settings.type()))
        .findFirst()
        .orElseThrow()
        .factory();
  }
}
