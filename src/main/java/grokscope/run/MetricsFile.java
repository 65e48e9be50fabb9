package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.SmallFile;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the measurements of a run from its folder. Stateless, any thread. */
public final class MetricsFile {
  /** A hundred times what the longest run writes. */
  private static final long LIMIT = 64L << 20;

  /** With these the growing columns take 225 MB until all are read, those they outgrew included. */
  private static final long MOST_CELLS = 7_000_000;

  private MetricsFile() {}

  /**
   * Reads a {@code metrics.csv}, line by line. A last line without its end is dropped: the run was
   * cut off, or is still writing it.
   *
   * @param known the metrics that have words; a column of another id is called by its id
   * @return a column for each after the step; NaN where a cell is empty
   * @throws InvalidConfig naming the file and the line
   */
  public static History read(Path file, List<Metric> known) throws InvalidConfig {
    try {
      if (Files.size(file) > LIMIT) {
        throw RunFolder.refused(file, "the file has more than 64 MB");
      }
      try (Lines lines =
          new Lines(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
        History history = new History(metrics(file, lines, known));
        rows(file, lines, history);
        return history;
      }
    } catch (IOException e) {
      throw RunFolder.refused(file, "the file cannot be read: " + SmallFile.reason(e));
    }
  }

  private static List<Metric> metrics(Path file, Lines lines, List<Metric> known)
      throws IOException, InvalidConfig {
    if (!lines.next()) {
      throw RunFolder.refused(file, "the file has no header");
    }
    List<String> columns = List.of(lines.line().split(",", -1));
    if (!columns.get(0).equals("step")) {
      throw RunFolder.refused(file, "the first column must be \"step\"");
    }
    List<Metric> metrics = new ArrayList<>();
    for (String id : columns.subList(1, columns.size())) {
      metrics.add(
          known.stream()
              .filter(metric -> metric.id().equals(id))
              .findFirst()
              .orElse(new Metric(id, id, "")));
    }
    return metrics;
  }

  private static void rows(Path file, Lines lines, History history)
      throws IOException, InvalidConfig {
    double[] values = new double[history.metrics().size()];
    int columns = values.length + 1;
    CharBuffer text = CharBuffer.wrap(lines.buffer());
    for (int number = 2; lines.next(); number++) {
      int cells = cells(lines);
      if (cells != columns) {
        throw RunFolder.refused(
            file, "line " + number + " has " + cells + " cells, but the header has " + columns);
      }
      if ((history.size() + 1L) * columns > MOST_CELLS) {
        throw RunFolder.refused(file, "the file has more than 7 million cells");
      }
      try {
        int comma = comma(lines, lines.start());
        int step = Integer.parseInt(text, lines.start(), comma, 10);
        for (int i = 0; i < values.length; i++) {
          int from = comma + 1;
          comma = comma(lines, from);
          values[i] = comma == from ? Double.NaN : Json.real(lines.buffer(), from, comma - from);
        }
        history.append(step, values);
      } catch (NumberFormatException e) {
        throw RunFolder.refused(file, "line " + number + " holds something that is not a number");
      }
    }
  }

  private static int cells(Lines lines) {
    int cells = 1;
    for (int at = comma(lines, lines.start()); at < lines.end(); at = comma(lines, at + 1)) {
      cells++;
    }
    return cells;
  }

  /** Where the cell that begins here ends. */
  private static int comma(Lines lines, int from) {
    int at = from;
    while (at < lines.end() && lines.buffer()[at] != ',') {
      at++;
    }
    return at;
  }
}
