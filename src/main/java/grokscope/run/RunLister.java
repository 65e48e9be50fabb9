package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.format.ComputedFormat;
import grokscope.run.format.EventFormat;
import grokscope.run.format.MetricsFile;
import grokscope.run.format.RunText;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a list of runs shows of one: its events, and its summary, or where it has none the
 * last row of its measurements. It never reads the measurements whole. Immutable, any thread.
 */
record RunLister(RunReader reader, Catalog catalog) {
  /**
   * One run.
   *
   * @throws InvalidConfig with one sentence that names the file that cannot be read
   */
  ListedRun read(RunFolder folder) throws InvalidConfig {
    RunConfig config = reader.config(folder);
    List<RunEvent> events = EventFormat.read(folder.events());
    Optional<RunSource> source = RunSource.read(folder);
    KnobsInForce knobs =
        knobs(folder, config, events).without(source.map(RunSource::untold).orElse(Set.of()));
    if (!Files.isRegularFile(folder.summary())) {
      return unfinished(folder, knobs, events);
    }
    try {
      Map<String, @Nullable Object> summary = Json.read(AtomicFile.read(folder.summary()));
      Map<String, Double> latest = new LinkedHashMap<>();
      if (summary.get("final") instanceof Map<?, ?> values) {
        values.forEach((metric, value) -> put(latest, (String) metric, value));
      }
      String state = String.valueOf(summary.get("state"));
      Optional<StepInterval> memorized = EventFormat.interval(summary.get("memorized_at"));
      Optional<StepInterval> grokked =
          EventFormat.interval(summary.get("generalized_at"))
              .or(() -> EventFormat.interval(summary.get("grokked_at"))); // as older files have it
      return new ListedRun(
          folder,
          knobs,
          state,
          summary.get("steps") instanceof Integer steps ? steps : 0,
          memorized,
          grokked,
          latest,
          PhaseVerdict.of(String.valueOf(summary.get("outcome")))
              .orElseGet(
                  () ->
                      new StoredOutcome(config, state, memorized, grokked)
                          .outcome(latest, folder.metrics())
                          .verdict()),
          seconds(summary),
          RunNumber.read(folder),
          RunPreset.read(folder),
          ComputedFormat.read(folder.computed()),
          Remarks.read(folder),
          source);
    } catch (InvalidConfig refused) {
      throw refused.in(folder.summary().toString());
    }
  }

  private KnobsInForce knobs(RunFolder folder, RunConfig config, List<RunEvent> events)
      throws InvalidConfig {
    try {
      return KnobsInForce.of(catalog, config, events);
    } catch (InvalidConfig refused) {
      throw refused.in(folder.events().toString());
    }
  }

  private static ListedRun unfinished(RunFolder folder, KnobsInForce knobs, List<RunEvent> events)
      throws InvalidConfig {
    RunState state = RunState.PREPARING;
    Optional<StepInterval> memorized = Optional.empty();
    Optional<StepInterval> grokked = Optional.empty();
    for (RunEvent event : events) {
      if (event instanceof RunEvent.StateChanged changed) {
        state = changed.state();
      } else if (event instanceof RunEvent.Memorized reached) {
        memorized = Optional.of(reached.at());
      } else if (event instanceof RunEvent.Generalized reached) {
        grokked = Optional.of(reached.at());
      }
    }
    Map<String, Double> latest = new LinkedHashMap<>();
    MetricsFile.last(folder.metrics(), 1).forEach(latest::putAll);
    Double step = latest.remove("step");
    return new ListedRun(
        folder,
        knobs,
        RunText.word(state),
        step == null ? 0 : step.intValue(),
        memorized,
        grokked,
        latest,
        new StoredOutcome(knobs.start(), RunText.word(state), memorized, grokked)
            .outcome(latest, folder.metrics())
            .verdict(),
        OptionalDouble.empty(),
        RunNumber.read(folder),
        RunPreset.read(folder),
        ComputedFormat.read(folder.computed()),
        Remarks.read(folder),
        Optional.empty()); // an import is there whole, or not at all
  }

  private static OptionalDouble seconds(Map<String, @Nullable Object> summary) {
    return summary.get("seconds") instanceof Number seconds
        ? OptionalDouble.of(seconds.doubleValue())
        : OptionalDouble.empty();
  }

  private static void put(Map<String, Double> latest, String metric, @Nullable Object value) {
    if (value instanceof Number number) {
      latest.put(metric, number.doubleValue());
    }
  }
}
