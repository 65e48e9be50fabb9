package grokscope.telemetry;

import java.util.Map;
import java.util.Optional;

/**
 * How a run ended. Immutable, any thread.
 *
 * @param run the id of the run inside this session
 * @param state the state it ended in
 * @param steps the number of updates done
 * @param memorizedAt when train accuracy reached its threshold and held
 * @param generalizedAt when test accuracy also reached its threshold and held
 * @param seconds the time of all its steps, pauses left out; NaN where it is not known
 * @param stepsPerSecond updates per second of training time, pauses left out
 * @param finalValues every metric at the last evaluation, by id; NaN where it was not measured
 * @param message why it failed or diverged; empty otherwise
 */
public record RunSummary(
    long run,
    RunState state,
    int steps,
    Optional<StepInterval> memorizedAt,
    Optional<StepInterval> generalizedAt,
    double seconds,
    double stepsPerSecond,
    Map<String, Double> finalValues,
    String message) {}
