package grokscope.train.lab;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.Script;
import grokscope.config.Section;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.measure.Measure;
import grokscope.model.loss.Losses;
import grokscope.optim.GradientFilters;
import grokscope.optim.Optimizers;
import grokscope.optim.WeightUpdate;
import grokscope.task.Tasks;
import grokscope.telemetry.Metric;
import java.util.List;

/**
 * The lists of tasks, networks, losses, optimisers, filters and measures joined: what can be
 * chosen, and which choices do not go together. Immutable, any thread.
 */
public final class Laboratory {
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
            new InactiveData().or(new InactiveUpdates()));
  }

  private static List<Knob> runKnobs() {
    return List.of(
        Knobs.whole(SettingPaths.SEED)
            .titled("Seed")
            .says(
                "Fixes everything random: the split, the initial weights, the batches, the noise.")
            .nextRun()
            .initially(0)
            .range(0, Long.MAX_VALUE)
            .sliderTo(999),
        Knobs.whole(SettingPaths.STEPS)
            .titled("Steps")
            .says("How many updates the run makes before it ends.")
            .nextRun()
            .initially(5000)
            .range(1, 100_000_000)
            .sliderTo(100_000)
            .logarithmic(),
        Knobs.count(SettingPaths.BATCH)
            .titled("Batch")
            .says("How many examples each step uses: the full training set, or this many.")
            .nextRun()
            .range(1, 1_000_000),
        Knobs.choice(SettingPaths.MEASURES)
            .titled("Measures")
            .says(
                "What is measured: the usual curves or, in addition, a thorough analysis of the"
                    + " network at every tenth evaluation.")
            .nextRun()
            .among(Option.of("usual"), Option.of(RunConfig.ALL_MEASURES)),
        Knobs.text(Script.KNOB)
            .titled("Script")
            .says(
                "Knob changes at set times, such as \"generalised+200 data.trainFraction=0.2\";"
                    + " \";\" separates several. Each waits for a step number, or for start,"
                    + " memorised or grokked.")
            .nextRun());
  }

  /** What can be chosen. */
  public Catalog catalog() {
    return catalog;
  }

  /** The columns of a run. */
  public List<Metric> metrics(RunConfig config) {
    return new Choices(config).measures().stream().map(Measure::metric).toList();
  }
}
