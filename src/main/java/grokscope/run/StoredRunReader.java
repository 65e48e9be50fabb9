package grokscope.run;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.StepInterval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads all of a run that can be shown. Immutable, any thread.
 *
 * @param metrics the columns of a run, for their titles
 */
record StoredRunReader(
    RunReader reader, Catalog catalog, Function<RunConfig, List<Metric>> metrics) {
  /**
   * One run.
   *
   * @throws InvalidConfig with one sentence that names the file that cannot be read
   */
  StoredRun read(RunFolder folder) throws InvalidConfig {
    ListedRun listed = new RunLister(reader).read(folder);
    History history =
        Files.isRegularFile(folder.metrics())
            ? MetricsFile.read(folder.metrics(), metrics.apply(listed.config()))
            : new History(List.of());
    List<RunEvent> events = events(folder.events());
    return new StoredRun(listed, latest(folder, listed.config(), events), history, events);
  }

  private RunConfig latest(RunFolder folder, RunConfig config, List<RunEvent> events)
      throws InvalidConfig {
    RunConfig latest = config;
    for (RunEvent event : events) {
      if (event instanceof RunEvent.KnobTurned turn) {
        try {
          latest = catalog.with(latest, turn.path(), turn.value());
        } catch (InvalidConfig refused) {
          throw refused.in(folder.events().toString());
        }
      }
    }
    return latest;
  }

  /** The turned knobs, what was reached, and where it branched; its states are in the summary. */
  private static List<RunEvent> events(Path file) throws InvalidConfig {
    List<RunEvent> events = new ArrayList<>();
    for (Map<String, Object> line : RecordedTurns.events(file, 0)) {
      int step = line.get("step") instanceof Integer number ? number : 0;
      String kind = String.valueOf(line.get("event"));
      Optional<StepInterval> at = RunLister.interval(line.get("at"));
      switch (kind) {
        case "knob" -> events.add(RecordedTurns.turn(file, line));
        case "memorized" -> at.ifPresent(by -> events.add(new RunEvent.Memorized(0, step, by)));
        case "grokked" -> at.ifPresent(by -> events.add(new RunEvent.Grokked(0, step, by)));
        case "branched" ->
            events.add(new RunEvent.Branched(0, step, String.valueOf(line.get("parent"))));
        default -> {}
      }
    }
    return events;
  }
}
