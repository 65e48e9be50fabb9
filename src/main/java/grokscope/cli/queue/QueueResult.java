package grokscope.cli.queue;

import grokscope.config.Json;
import grokscope.config.queue.PlannedRun;
import grokscope.measure.MetricIds;
import grokscope.run.ListedRun;
import grokscope.run.format.RunText;
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
 * @param grokkedAt when test accuracy also reached its threshold and held
 * @param testAccuracy the last one; NaN where there is none
 * @param folder where it is written
 */
public record QueueResult(
    PlannedRun run,
    String state,
    int steps,
    Optional<StepInterval> memorizedAt,
    Optional<StepInterval> grokkedAt,
    double testAccuracy,
    Path folder) {

  static QueueResult of(PlannedRun run, RunSummary summary, Path folder) {
    return new QueueResult(
        run,
        RunText.word(summary.state()),
        summary.steps(),
        summary.memorizedAt(),
        summary.grokkedAt(),
        summary.finalValues().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN),
        folder);
  }

  /** A run that was over before. */
  static QueueResult of(PlannedRun run, ListedRun listed) {
    return new QueueResult(
        run,
        listed.state(),
        listed.steps(),
        listed.memorizedAt(),
        listed.grokkedAt(),
        listed.latest().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN),
        listed.folder().path());
  }

  /** The steps from memorising to grokking, by the evaluations that showed them. */
  Optional<Integer> delay() {
    return memorizedAt.flatMap(from -> grokkedAt.map(to -> to.by() - from.by()));
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
    object.put("grokked_at", RunText.interval(grokkedAt));
    object.put("delay", delay().orElse(null));
    object.put(MetricIds.TEST_ACCURACY, Double.isFinite(testAccuracy) ? testAccuracy : null);
    object.put("folder", folder.toString());
    return Json.line(object);
  }
}
