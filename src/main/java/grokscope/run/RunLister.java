package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SmallFile;
import grokscope.telemetry.StepInterval;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads what a list of runs shows of one: its summary, or where it has none its events and the last
 * row of its measurements. It never reads the measurements whole. Immutable, any thread.
 */
record RunLister(RunReader reader) {
  private static final double MILLISECONDS = 1000; // in a second
  private static final int TAIL = 4096; // bytes in which the last whole row is looked for

  /**
   * One run.
   *
   * @throws InvalidConfig with one sentence that names the file that cannot be read
   */
  ListedRun read(RunFolder folder) throws InvalidConfig {
    RunConfig config = reader.config(folder);
    if (!Files.isRegularFile(folder.summary())) {
      return unfinished(folder, config);
    }
    try {
      Map<String, Object> summary = Json.read(SmallFile.read(folder.summary()));
      Map<String, Double> latest = new LinkedHashMap<>();
      if (summary.get("final") instanceof Map<?, ?> values) {
        values.forEach((metric, value) -> put(latest, (String) metric, value));
      }
      return new ListedRun(
          folder,
          config,
          String.valueOf(summary.get("state")),
          summary.get("steps") instanceof Integer steps ? steps : 0,
          interval(summary.get("memorized_at")),
          interval(summary.get("grokked_at")),
          latest,
          seconds(folder),
          Remarks.read(folder));
    } catch (InvalidConfig refused) {
      throw refused.in(folder.summary().toString());
    }
  }

  private static ListedRun unfinished(RunFolder folder, RunConfig config) throws InvalidConfig {
    String state = "preparing";
    Optional<StepInterval> memorized = Optional.empty();
    Optional<StepInterval> grokked = Optional.empty();
    for (Map<String, Object> event : RecordedTurns.events(folder.events(), 0)) {
      String kind = String.valueOf(event.get("event"));
      if (kind.equals("state")) {
        state = String.valueOf(event.get("state"));
      } else if (kind.equals("memorized")) {
        memorized = interval(event.get("at"));
      } else if (kind.equals("grokked")) {
        grokked = interval(event.get("at"));
      }
    }
    Map<String, Double> latest = lastRow(folder.metrics());
    Double step = latest.remove("step");
    return new ListedRun(
        folder,
        config,
        state,
        step == null ? 0 : step.intValue(),
        memorized,
        grokked,
        latest,
        OptionalDouble.empty(),
        Remarks.read(folder));
  }

  /** The config is written when a run begins, the summary when it ends. */
  private static OptionalDouble seconds(RunFolder folder) {
    try {
      long began = Files.getLastModifiedTime(folder.config()).toMillis();
      long ended = Files.getLastModifiedTime(folder.summary()).toMillis();
      return ended > began
          ? OptionalDouble.of((ended - began) / MILLISECONDS)
          : OptionalDouble.empty();
    } catch (IOException unknown) {
      return OptionalDouble.empty();
    }
  }

  static Optional<StepInterval> interval(Object at) {
    return at instanceof List<?> ends
            && ends.size() == 2
            && ends.get(0) instanceof Integer after
            && ends.get(1) instanceof Integer by
        ? Optional.of(new StepInterval(after, by))
        : Optional.empty();
  }

  private static void put(Map<String, Double> latest, String metric, Object value) {
    if (value instanceof Number number) {
      latest.put(metric, number.doubleValue());
    }
  }

  /** The columns of the last whole row by their names, the step among them; empty without one. */
  private static Map<String, Double> lastRow(Path file) throws InvalidConfig {
    Map<String, Double> row = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return row;
    }
    try (RandomAccessFile metrics = new RandomAccessFile(file.toFile(), "r")) {
      String header = piece(metrics, 0);
      String tail = piece(metrics, Math.max(0, metrics.length() - TAIL));
      int headerEnd = header.indexOf('\n');
      int end = tail.lastIndexOf('\n');
      int start = end <= 0 ? -1 : tail.lastIndexOf('\n', end - 1);
      if (headerEnd < 0 || start < 0) {
        return row;
      }
      String[] names = header.substring(0, headerEnd).split(",", -1);
      String[] cells = tail.substring(start + 1, end).split(",", -1);
      for (int i = 0; i < Math.min(names.length, cells.length); i++) {
        double value = Double.parseDouble(cells[i]);
        if (Double.isFinite(value)) {
          row.put(names[i], value);
        }
      }
      return row;
    } catch (IOException e) {
      throw RunFolder.refused(file, "the file cannot be read: " + SmallFile.reason(e));
    } catch (NumberFormatException e) {
      throw RunFolder.refused(file, "the last line holds something that is not a number");
    }
  }

  private static String piece(RandomAccessFile file, long from) throws IOException {
    byte[] bytes = new byte[(int) Math.min(TAIL, file.length() - from)];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
