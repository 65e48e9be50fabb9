package grokscope.run;

import grokscope.config.RunConfig;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.task.Tasks;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.StepInterval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run of a store as its files record it. Immutable, any thread.
 *
 * @param folder where it is
 * @param knobs what it began with, and the knobs turned since
 * @param state the word for the state it is in, or was in when its program ended
 * @param steps the number of updates done, as far as rows tell
 * @param memorizedAt when train accuracy reached its threshold and held
 * @param generalizedAt when test accuracy also reached its threshold and held
 * @param latest the last value of every metric, by id; without those that are no numbers
 * @param verdict what it turned out to be, as far as it was trained
 * @param seconds the time of all its steps, pauses left out; empty where it is not recorded
 * @param number its number and colour
 * @param preset which preset it was started from
 * @param computed with what it was computed; empty where that is not recorded
 * @param remarks the user's name, note and star for it
 * @param source where it comes from, if it was not trained here
 */
public record ListedRun(
    RunFolder folder,
    KnobsInForce knobs,
    String state,
    int steps,
    Optional<StepInterval> memorizedAt,
    Optional<StepInterval> generalizedAt,
    Map<String, Double> latest,
    PhaseVerdict verdict,
    OptionalDouble seconds,
    RunNumber number,
    RunPreset preset,
    List<Computed> computed,
    Remarks remarks,
    Optional<RunSource> source) {
  public ListedRun {
    // Older programs recorded when a batch of new examples was right.
    memorizedAt =
        Tasks.of(knobs.start().task()).fresh(knobs.start().task()) ? Optional.empty() : memorizedAt;
    computed = List.copyOf(computed);
    latest = Collections.unmodifiableMap(new LinkedHashMap<>(latest));
  }

  /** What it began with. */
  public RunConfig config() {
    return knobs.start();
  }
}
