package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.run.format.MetricsFile;
import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a stored run turned out to be, as {@link Outcome} does of one whose evaluations are all
 * known. Immutable, any thread.
 *
 * @param state the word for the state it is in
 */
record StoredOutcome(
    RunConfig config,
    String state,
    Optional<StepInterval> memorized,
    Optional<StepInterval> generalized) {

  /** How many rows show whether a part is understood and has not been lost since. */
  private static final int ENOUGH = 2 * Outcome.LOST_HELD;

  /**
   * What it is. The last measurements are read where the very last does not say it alone: all of
   * them where something may have been lost. Where they are gone, the last stands for those before
   * it.
   *
   * @param latest the last value of every metric, by id
   * @param metrics the file of the measurements
   */
  Outcome outcome(Map<String, Double> latest, Path metrics) {
    Outcome last = after(List.of(latest));
    if (last.fallen()) {
      return after(rows(latest, metrics, Integer.MAX_VALUE));
    }
    boolean between = memorized.isPresent() || last.criteria().fresh();
    return between && generalized.isEmpty() ? after(rows(latest, metrics, ENOUGH)) : last;
  }

  private static List<Map<String, Double>> rows(
      Map<String, Double> latest, Path metrics, int most) {
    try {
      List<Map<String, Double>> rows = MetricsFile.last(metrics, most);
      if (!rows.isEmpty()) {
        return rows;
      }
    } catch (InvalidConfig unreadable) {
      // A list shows a run whose measurements are damaged; opening it says so.
    }
    return Collections.nCopies(Outcome.LOST_HELD, latest);
  }

  private Outcome after(List<Map<String, Double>> rows) {
    Outcome outcome = Outcome.of(config);
    boolean diverged = state.equals(RunText.word(RunState.DIVERGED));
    outcome.tell(diverged ? RunState.DIVERGED : RunState.FINISHED, memorized, generalized);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Double> row = rows.get(i);
      outcome.observe(
          row.getOrDefault("step", i + 1.0).intValue(),
          row.getOrDefault(MetricIds.TRAIN_LOSS, Double.NaN),
          row.getOrDefault(MetricIds.TRAIN_ACCURACY, Double.NaN),
          row.getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN),
          row.getOrDefault(MetricIds.WEIGHT_NORM, Double.NaN));
    }
    return outcome;
  }
}
