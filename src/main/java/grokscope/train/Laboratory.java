package grokscope.train;

import grokscope.config.Acts;
import grokscope.config.Catalog;
import grokscope.config.Knob;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Section;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.measure.Measure;
import grokscope.measure.Measures;
import grokscope.model.Model;
import grokscope.model.Models;
import grokscope.model.Network;
import grokscope.optim.Optimizer;
import grokscope.optim.OptimizerFactory;
import grokscope.optim.Optimizers;
import grokscope.task.Examples;
import grokscope.task.Split;
import grokscope.task.Task;
import grokscope.task.Tasks;
import grokscope.telemetry.Metric;
import java.util.List;

/**
 * The lists of tasks, networks, optimisers and measures joined: what can be chosen, and how an
 * experiment is made of a choice. Immutable, any thread.
 */
public final class Laboratory {
  private final Catalog catalog;

  /** A laboratory that refuses networks beyond {@code memoryLimit} bytes. */
  public Laboratory(long memoryLimit) {
    catalog =
        new Catalog(
            List.of(
                Section.fixed("", "Run", runKnobs()),
                new Section("task", "Task", Tasks.ALL),
                Section.fixed("data", "Data", List.of(trainFraction())),
                new Section("model", "Network", Models.ALL),
                new Section("optimizer", "Optimiser", Optimizers.ALL)),
            List.of(new EmptySideCheck(), new MemoryCheck(memoryLimit)));
  }

  private static List<Knob> runKnobs() {
    return List.of(
        new Knob.Whole(
            "seed",
            "Seed",
            "Fixes the split, the initial weights and the order of the batches.",
            Acts.NEXT_RUN,
            0,
            0,
            Long.MAX_VALUE,
            999,
            Scale.LINEAR),
        new Knob.Whole(
            "steps",
            "Steps",
            "After how many updates the run is over.",
            Acts.NEXT_RUN,
            5000,
            1,
            100_000_000,
            100_000,
            Scale.LOGARITHMIC),
        new Knob.Count(
            "batch",
            "Batch",
            "How many pairs one step sees: all training pairs, or this many.",
            Acts.NEXT_RUN,
            Knob.Count.EVERYTHING,
            1,
            1_000_000));
  }

  private static Knob trainFraction() {
    return new Knob.Real(
        "trainFraction",
        "Data fraction",
        "The share of all pairs that is trained on; the rest is hidden and only tested.",
        Acts.NEXT_RUN,
        0.4,
        0.01,
        0.99,
        0.05,
        0.95,
        Scale.LINEAR);
  }

  /** What can be chosen. */
  public Catalog catalog() {
    return catalog;
  }

  /** The columns of every run. */
  public List<Metric> metrics() {
    return Measures.ALL.stream().map(Measure::metric).toList();
  }

  static Task task(RunConfig config) {
    return factory(Tasks.ALL, config.task());
  }

  static Model model(RunConfig config) {
    return factory(Models.ALL, config.model());
  }

  /** Makes the data, the network and the optimiser that a config describes. Trainer thread only. */
  static Experiment experiment(RunConfig config, Backend backend) {
    Seeds seeds = new Seeds(config.seed());
    Examples examples = task(config).examples(config.task());
    Split split = Split.random(examples.size(), config.trainFraction(), seeds.split());
    Network network =
        model(config).build(config.model(), examples.shape(), backend, seeds.initialization());
    OptimizerFactory factory = factory(Optimizers.ALL, config.optimizer());
    Optimizer optimizer = factory.build(config.optimizer(), network.parameters(), backend);
    return new Experiment(config, examples, split, network, optimizer, backend);
  }

  private static <F> F factory(List<grokscope.config.Kind<F>> kinds, Settings settings) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(settings.type()))
        .findFirst()
        .orElseThrow()
        .factory();
  }
}
