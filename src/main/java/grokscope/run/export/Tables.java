package grokscope.run.export;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
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

  /** Comments with the settings, a header, a row for each evaluation; empty where not measured. */
  static void csv(ExportedRun run, Path file) throws IOException {
    History history = run.history();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("# Grokscope run " + run.name() + ": " + run.title());
      out.write(
          " (written by " + run.program().words() + ")\n"); // a line more would move the table
      out.write("# config: " + Json.line(run.settings()) + "\n");
      out.write("# summary: " + Json.line(run.summary()) + "\n");
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

  /** Settings, summary, and each column as a list. */
  static void json(ExportedRun run, Path file) throws IOException {
    History history = run.history();
    Map<String, Object> columns = new LinkedHashMap<>();
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      steps.add((int) history.step(i));
    }
    columns.put("step", steps);
    for (int column = 0; column < history.metrics().size(); column++) {
      List<@Nullable Double> values = new ArrayList<>();
      for (int i = 0; i < history.size(); i++) {
        double value = history.value(column, i);
        values.add(Double.isFinite(value) ? value : null);
      }
      columns.put(history.metrics().get(column).id(), values);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", run.name());
    object.put("title", run.title());
    object.put("config", run.settings());
    object.put("summary", run.summary());
    object.put("program", run.program().keys());
    object.put("metrics", columns);
    Files.writeString(file, Json.line(object) + "\n");
  }

  /** The weights, with what wrote them among the texts of the header. */
  static void weights(ExportedRun run, Path file) throws IOException, InvalidConfig {
    Path weights =
        run.weights()
            .orElseThrow(
                () ->
                    new InvalidConfig("", "the run has no weights.safetensors: it has not ended"));
    SafetensorsFile.copy(weights, file, Map.of("grokscope.program", run.program().words()));
  }
}
