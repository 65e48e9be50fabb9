package grokscope.train;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.PresetStore;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.CpuBackend;
import grokscope.measure.Measure;
import grokscope.measure.MeasureSchedule;
import grokscope.measure.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What evaluating by the default schedule costs beside the training of a whole run. */
@Tag("slow")
class EvaluationCostTest {
  private static final double PLAIN_BOUND = 0.10;
  private static final double CIRCUIT_BOUND = 0.15;
  private static final int PAIRS = 60;

  /** What a run's steps and its evaluations take together, in nanoseconds. */
  private record Cost(double training, double evaluations) {
    double share() {
      return evaluations / training;
    }
  }

  /** Products have a table of the same size as sums, and none of the measures of their circuit. */
  @ParameterizedTest
  @ValueSource(strings = {"first-look", "transformer", "nanda-2023"})
  void evaluationsTakeATenthOfTheTrainingTimeAndTheCircuitAnotherSeventhAtMost(String preset)
      throws InvalidConfig {
    Catalog catalog = new Laboratory(4_000_000_000L).catalog();
    RunConfig sums =
        new PresetStore(catalog, Path.of("no-user-folder")).find(preset).orElseThrow().config();
    RunConfig products = catalog.with(sums, "task.operation", "x*y");
    Cost plain = cost(products);
    Cost all = cost(sums);
    System.out.printf(
        "%s: evaluations %.1f %% of training, with the circuit's measures %.1f %%%n",
        preset, 100 * plain.share(), 100 * all.share());
    assertThat(plain.share()).isLessThanOrEqualTo(PLAIN_BOUND);
    assertThat(all.share() - plain.share()).isLessThanOrEqualTo(CIRCUIT_BOUND);
  }

  private static Cost cost(RunConfig config) {
    int threads = Laboratory.lanes(config, Runtime.getRuntime().availableProcessors());
    List<Measure> measures = Laboratory.measures(config);
    double[] step = new double[PAIRS];
    double[] evaluation = new double[PAIRS];
    try (Backend backend = new CpuBackend(threads);
        Experiment experiment = Laboratory.experiment(config, backend)) {
      for (int i = 0; i < PAIRS; i++) {
        evaluate(experiment, measures);
        experiment.update();
      }
      for (int i = 0; i < PAIRS; i++) { // a step that is not evaluated, then one that is
        long start = System.nanoTime();
        experiment.update();
        step[i] = System.nanoTime() - start;
        experiment.gradient(); // belongs to the next update and not to the probe
        start = System.nanoTime();
        evaluate(experiment, measures);
        evaluation[i] = System.nanoTime() - start;
        experiment.update();
      }
    }
    MeasureSchedule schedule = new MeasureSchedule(RunMeasures.LONGEST_GAP);
    long evaluations = IntStream.range(0, config.steps()).filter(schedule::isDue).count();
    System.out.printf(
        "evaluation %.2f ms, step %.2f ms, %d evaluations in %d steps%n",
        StepTimes.median(evaluation) / 1e6,
        StepTimes.median(step) / 1e6,
        evaluations,
        config.steps());
    return new Cost(
        config.steps() * StepTimes.median(step), evaluations * StepTimes.median(evaluation));
  }

  private static void evaluate(Experiment experiment, List<Measure> measures) {
    Probe probe = experiment.probe();
    for (Measure measure : measures) {
      assertThat(measure.value().applyAsDouble(probe)).isFinite();
    }
  }
}
