package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.PresetStore;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.Measure;
import grokscope.measure.MeasureSchedule;
import grokscope.measure.Probe;
import grokscope.train.lab.Choices;
import grokscope.train.lab.Laboratory;
import grokscope.train.peer.StepTimes;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
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
  private static final double THOROUGH_BOUND = 1.00;
  private static final int PAIRS = 60;
  private static final int LOOKS = 12;

  /** One of so many evaluations is thorough. */
  private static final int SELDOM = 10;

  /** What a run's steps and its evaluations take together, in nanoseconds. */
  private record Cost(double training, double evaluations) {
    double share() {
      return evaluations / training;
    }
  }

  /** Products have a table of the same size as sums, and none of the measures of their circuit. */
  @ParameterizedTest
  @ValueSource(strings = {"slow-climb", "transformer", "nanda-2023"})
  void evaluationsTakeATenthOfTheTrainingTimeAndTheCircuitAnotherSeventhAtMost(String preset)
      throws InvalidConfig {
    Catalog catalog = new Laboratory(4_000_000_000L).catalog();
    RunConfig sums =
        new PresetStore(catalog, Path.of("no-user-folder")).find(preset).orElseThrow().config();
    Cost plain = cost(catalog.with(sums, "task.operation", "x*y"));
    Cost circuit = cost(sums);
    Cost all = cost(catalog.with(sums, "measures", "all"));
    System.out.printf(
        "%s: evaluations %.1f %% of training, with the circuit's measures %.1f %%, with all %.1f"
            + " %%%n",
        preset, 100 * plain.share(), 100 * circuit.share(), 100 * all.share());
    assertThat(plain.share()).isLessThanOrEqualTo(PLAIN_BOUND);
    assertThat(circuit.share() - plain.share()).isLessThanOrEqualTo(CIRCUIT_BOUND);
    assertThat(all.share()).isLessThanOrEqualTo(THOROUGH_BOUND);
  }

  private static Cost cost(RunConfig config) {
    int threads = new Choices(config).lanes(Runtime.getRuntime().availableProcessors());
    List<Measure> measures = new Choices(config).measures();
    double[] step = new double[PAIRS];
    double[] evaluated = new double[PAIRS];
    double[] lookedAt = new double[config.measuresAll() ? LOOKS : 0];
    try (Backend backend = new CpuBackend(threads);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      for (int i = 0; i < PAIRS; i++) {
        evaluatedStep(experiment, measures, false);
      }
      for (int i = 0; i < PAIRS; i++) { // the gradient that a probe takes serves the update
        long start = System.nanoTime();
        experiment.training().update();
        step[i] = System.nanoTime() - start;
        evaluated[i] = evaluatedStep(experiment, measures, false);
      }
      for (int i = 0; i < lookedAt.length; i++) {
        lookedAt[i] = evaluatedStep(experiment, measures, true);
      }
    }
    double training = StepTimes.median(step);
    double usual = StepTimes.median(evaluated) - training;
    double thorough = lookedAt.length > 0 ? StepTimes.median(lookedAt) - training : usual;
    MeasureSchedule schedule = new MeasureSchedule(RunMeasures.LONGEST_GAP);
    long evaluations = IntStream.range(0, config.steps()).filter(schedule::isDue).count();
    System.out.printf(
        "step %.2f ms, evaluation %.2f ms, thorough %.2f ms, %d evaluations in %d steps%n",
        training / 1e6, usual / 1e6, thorough / 1e6, evaluations, config.steps());
    return new Cost(config.steps() * training, evaluations * (usual + (thorough - usual) / SELDOM));
  }

  /** How long an evaluation and the step after it take, in nanoseconds. */
  private static double evaluatedStep(
      Experiment experiment, List<Measure> measures, boolean thorough) {
    long start = System.nanoTime();
    Probe probe = experiment.look().probe();
    for (Measure measure : measures) {
      if (thorough || !measure.metric().seldom()) {
        assertThat(measure.of(probe, thorough)).isFinite();
      }
    }
    experiment.training().update();
    return System.nanoTime() - start;
  }
}
