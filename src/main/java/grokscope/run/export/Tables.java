package grokscope.run.export;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.run.format.SafetensorsFile;
import grokscope.story.PhaseBand;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run's values as text, and its weights as they are. Stateless, any thread. */
final class Tables {
  private Tables() {}

  /**
   * Comments with the settings, a header, a row for each evaluation. A cell is empty where there is
   * no number, and says Infinity where that was measured, as the run's own file does.
   */
  static void csv(ExportedRun run, Path file) throws IOException {
    History history = run.history();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("# Grokscope run " + run.name() + ": " + run.title());
      out.write(
          " (written by " + run.program().words() + ")\n"); // a line more would move the table
      out.write("# config: " + Json.line(run.settings()) + "\n");
      out.write("# summary: " + Json.line(withTurns(run)) + "\n");
      out.write("step");
      for (Metric metric : history.metrics()) {
        out.write("," + metric.id());
      }
      out.write("\n");
      for (int i = 0; i < history.size(); i++) {
        out.write(Integer.toString((int) history.step(i)));
        for (int column = 0; column < history.metrics().size(); column++) {
          double value = history.value(column, i);
          out.write("," + (Double.isNaN(value) ? "" : Double.toString(value)));
        }
        out.write("\n");
      }
    }
  }

  /**
   * Settings, summary, and each column as a list, with null where there is no finite number. JSON
   * has no infinite numbers, so the steps at which a column was infinite are in lists of their own.
   */
  static void json(ExportedRun run, Path file) throws IOException {
    History history = run.history();
    Map<String, Object> columns = new LinkedHashMap<>();
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      steps.add((int) history.step(i));
    }
    columns.put("step", steps);
    Map<String, Object> infinite = new LinkedHashMap<>();
    for (int column = 0; column < history.metrics().size(); column++) {
      List<@Nullable Double> values = new ArrayList<>();
      for (int i = 0; i < history.size(); i++) {
        double value = history.value(column, i);
        values.add(Double.isFinite(value) ? value : null);
      }
      String id = history.metrics().get(column).id();
      columns.put(id, values);
      Map<String, Object> signs = new LinkedHashMap<>();
      signs.put("positive", stepsOf(history, column, Double.POSITIVE_INFINITY));
      signs.put("negative", stepsOf(history, column, Double.NEGATIVE_INFINITY));
      signs.values().removeIf(List.of()::equals);
      if (!signs.isEmpty()) {
        infinite.put(id, signs);
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", run.name());
    object.put("title", run.title());
    object.put("config", run.settings());
    object.put("summary", run.summary());
    object.put("turned", turns(run));
    object.put("note", run.remarks().note());
    object.put("told", told(run.told()));
    object.put("program", run.program().keys());
    object.put("metrics", columns);
    if (!infinite.isEmpty()) {
      object.put("infinite", infinite);
    }
    Files.writeString(file, Json.line(object) + "\n");
  }

  private static List<Integer> stepsOf(History history, int column, double value) {
    List<Integer> steps = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      if (history.value(column, i) == value) {
        steps.add((int) history.step(i));
      }
    }
    return steps;
  }

  /** How it ended, and which knobs were turned before, for which there is no line in a table. */
  private static Map<String, @Nullable Object> withTurns(ExportedRun run) {
    Map<String, @Nullable Object> summary = new LinkedHashMap<>(run.summary());
    if (!run.turns().isEmpty()) {
      summary.put("turned", turns(run));
    }
    return summary;
  }

  private static List<Object> turns(ExportedRun run) {
    List<Object> turns = new ArrayList<>();
    for (RunEvent.KnobTurned turn : run.turns()) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("step", turn.step());
      keys.put("path", turn.path());
      keys.put("value", turn.value());
      turns.add(keys);
    }
    return turns;
  }

  private static Map<String, Object> told(Told told) {
    List<Object> phases = new ArrayList<>();
    for (PhaseBand phase : told.phases()) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("name", phase.phase().words());
      keys.put("from", phase.from());
      keys.put("to", phase.to());
      keys.put("certain", phase.certain());
      keys.put("remark", phase.remark());
      phases.add(keys);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("badge", told.badge());
    object.put("sentence", told.sentence());
    object.put("phases", phases);
    List<Object> marks = new ArrayList<>();
    for (Told.Mark mark : told.marks()) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("what", mark.what());
      keys.put("after", mark.at().after());
      keys.put("by", mark.at().by());
      marks.add(keys);
    }
    object.put("marks", marks);
    return object;
  }

  /** The weights, with what wrote them among the texts of the header. */
  static void weights(ExportedRun run, Path file) throws IOException, InvalidConfig {
    SafetensorsFile.copy(weightsOf(run), file, Map.of("grokscope.program", run.program().words()));
  }

  /** Where the weights of a run are. */
  static Path weightsOf(ExportedRun run) throws InvalidConfig {
    return run.weights()
        .orElseThrow(
            () -> new InvalidConfig("", "the run has no weights.safetensors: it has not ended"));
  }
}
