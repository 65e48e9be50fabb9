package grokscope.train;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.PresetStore;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.CpuBackend;
import grokscope.measure.MeasureSchedule;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What evaluating by the default schedule costs beside the training of a whole run. */
@Tag("slow")
class EvaluationCostTest {
  private static final double BOUND = 0.10;
  private static final int PAIRS = 60;

  @ParameterizedTest
  @ValueSource(strings = {"first-look", "transformer", "nanda-2023"})
  void evaluationsTakeATenthOfTheTrainingTimeAtMost(String preset) throws InvalidConfig {
    Catalog catalog = new Laboratory(4_000_000_000L).catalog();
    RunConfig config =
        new PresetStore(catalog, Path.of("no-user-folder")).find(preset).orElseThrow().config();
    int threads = Laboratory.lanes(config, Runtime.getRuntime().availableProcessors());
    double[] step = new double[PAIRS];
    double[] evaluation = new double[PAIRS];
    try (Backend backend = new CpuBackend(threads);
        Experiment experiment = Laboratory.experiment(config, backend)) {
      for (int i = 0; i < PAIRS; i++) { // a step that is not evaluated, then one that is
        experiment.update();
      }
      for (int i = 0; i < PAIRS; i++) {
        long start = System.nanoTime();
        experiment.update();
        step[i] = System.nanoTime() - start;
        experiment.gradient(); // belongs to the next update and not to the probe
        start = System.nanoTime();
        experiment.probe();
        evaluation[i] = System.nanoTime() - start;
        experiment.update();
      }
    }
    MeasureSchedule schedule = new MeasureSchedule(TrainingLoop.LONGEST_GAP);
    long evaluations = IntStream.range(0, config.steps()).filter(schedule::isDue).count();
    double share =
        evaluations * StepTimes.median(evaluation) / (config.steps() * StepTimes.median(step));
    System.out.printf(
        "%s: evaluation %.2f ms, step %.2f ms, %d evaluations in %d steps: %.1f %% of training%n",
        preset,
        StepTimes.median(evaluation) / 1e6,
        StepTimes.median(step) / 1e6,
        evaluations,
        config.steps(),
        100 * share);
    assertThat(share).isLessThanOrEqualTo(BOUND);
  }
}
