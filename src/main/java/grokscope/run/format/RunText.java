package grokscope.run.format;

import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.measure.phase.Outcome;
import grokscope.story.OutcomeWords;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a run is described in lines of text. Stateless, any thread. */
public final class RunText {
  private RunText() {}

  /** The summary as one line of JSON; what is not a finite number is null. */
  public static String summary(RunSummary summary, Outcome outcome) {
    return Json.line(keys(summary, outcome));
  }

  /**
   * The same as a file has it, which also says how long its steps took, and by which program and
   * with what it was trained.
   *
   * @param by empty when it took no step
   */
  public static String summary(
      RunSummary summary, Outcome outcome, ProgramVersion program, Optional<Computation> by) {
    Map<String, @Nullable Object> keys = keys(summary, outcome);
    keys.put("seconds", finite(Math.rint(summary.seconds() * 1000) / 1000));
    by.ifPresent(known -> keys.put("computed", ComputedFormat.keys(known)));
    keys.put("program", program.keys());
    return Json.line(keys);
  }

  /**
   * The summary of a run that was trained by another program, as a file has it: nobody knows how
   * long that took, nor with what.
   *
   * @param from where it was imported from, as JSON keys
   */
  public static String summary(RunSummary summary, Outcome outcome, Map<String, Object> from) {
    Map<String, @Nullable Object> keys = keys(summary, outcome);
    keys.put("seconds", null);
    keys.put("imported", from);
    return Json.line(keys);
  }

  private static Map<String, @Nullable Object> keys(RunSummary summary, Outcome outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("state", word(summary.state()));
    object.put("steps", summary.steps());
    object.put("memorized_at", interval(summary.memorizedAt()));
    object.put("generalized_at", interval(summary.generalizedAt()));
    boolean grokked = outcome.rise() == Outcome.Rise.LATE;
    object.put("grokked_at", grokked ? interval(summary.generalizedAt()) : null);
    object.put("outcome", outcome.verdict().word());
    object.put("sentence", OutcomeWords.sentence(outcome, true));
    object.put("steps_per_second", finite(Math.rint(summary.stepsPerSecond() * 100) / 100));
    Map<String, @Nullable Object> last = new LinkedHashMap<>();
    summary.finalValues().forEach((metric, value) -> last.put(metric, finite(value)));
    object.put("final", last);
    return object;
  }

  /** A state as files and terminals write it. */
  public static String word(RunState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  public static String header(List<Metric> metrics) {
    StringBuilder line = new StringBuilder("step");
    metrics.forEach(metric -> line.append(',').append(metric.id()));
    return line.toString();
  }

  public static String row(Sample sample) {
    StringBuilder line = new StringBuilder().append(sample.step());
    for (double value : sample.values()) {
      line.append(',');
      if (!Double.isNaN(value)) { // where there is no value the cell is empty
        line.append(value); // the shortest digits from which the same double is read
      }
    }
    return line.toString();
  }

  /** Two steps as files have them. */
  public static @Nullable List<Integer> interval(Optional<StepInterval> at) {
    return at.map(interval -> List.of(interval.after(), interval.by())).orElse(null);
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
