package grokscope.cli.queue;

import grokscope.config.Json;
import grokscope.config.queue.PlannedRun;
import grokscope.measure.MetricIds;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.ListedRun;
import grokscope.run.format.RunText;
import grokscope.run.sweep.SweepRun;
import grokscope.story.StageWords;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run of a queue. Immutable, any thread.
 *
 * @param state the word for the state it ended in
 * @param steps the number of updates done
 * @param memorizedAt when train accuracy reached its threshold and held
 * @param generalizedAt when test accuracy also reached its threshold and held
 * @param testAccuracy the last one; NaN where there is none
 * @param verdict what it turned out to be
 * @param folder where it is written
 */
public record QueueResult(
    PlannedRun run,
    String state,
    int steps,
    Optional<StepInterval> memorizedAt,
    Optional<StepInterval> generalizedAt,
    double testAccuracy,
    PhaseVerdict verdict,
    Path folder) {

  static QueueResult of(PlannedRun run, RunSummary summary, PhaseVerdict verdict, Path folder) {
    return new QueueResult(
        run,
        RunText.word(summary.state()),
        summary.steps(),
        summary.memorizedAt(),
        summary.generalizedAt(),
        summary.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN),
        verdict,
        folder);
  }

  /** A run that was over before. */
  static QueueResult of(PlannedRun run, ListedRun listed) {
    return new QueueResult(
        run,
        listed.state(),
        listed.steps(),
        listed.memorizedAt(),
        listed.generalizedAt(),
        listed.latest().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN),
        listed.verdict(),
        listed.folder().path());
  }

  /** What is told of it among other runs. */
  SweepRun swept() {
    return new SweepRun(
        run.words(), run.config(), state, steps, memorizedAt, generalizedAt, testAccuracy);
  }

  /** What it turned out to be, in a word or two. */
  String outcome() {
    return StageWords.of(RunState.FINISHED, verdict).words();
  }

  /** The result as one line of JSON; what is not there is null. */
  public String line() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("run", run.number());
    object.put("varied", run.varied());
    object.put("seed", run.config().seed());
    object.put("state", state);
    object.put("steps", steps);
    object.put("memorized_at", RunText.interval(memorizedAt));
    object.put("generalized_at", RunText.interval(generalizedAt));
    object.put("grokked_at", swept().grokked() ? RunText.interval(generalizedAt) : null);
    object.put("outcome", verdict.word());
    object.put("delay", swept().delay().orElse(null));
    object.put(MetricIds.TEST_ACCURACY, Double.isFinite(testAccuracy) ? testAccuracy : null);
    object.put("folder", folder.toString());
    return Json.line(object);
  }
}
