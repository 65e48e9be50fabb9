package grokscope.run.format;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the measurements of a run from its folder. Stateless, any thread. */
public final class MetricsFile {
  /** A hundred times what the longest run writes. */
  private static final long LIMIT = 64L << 20;

  /** With these the growing columns take 225 MB until all are read, those they outgrew included. */
  private static final long MOST_CELLS = 7_000_000;

  /** The bytes in which the header, or a whole row, is looked for. */
  private static final int TAIL = 4096;

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
    return read(file, known, Integer.MAX_VALUE);
  }

  /**
   * The same, as far as the rows of a step; what comes after them is not looked at.
   *
   * @throws InvalidConfig naming the file and the line
   */
  public static History read(Path file, List<Metric> known, int until) throws InvalidConfig {
    try {
      if (Files.size(file) > LIMIT) {
        throw FileRefusal.of(file, "the file has more than 64 MB");
      }
      try (LineReader lineReader =
          new LineReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
        History history = new History(metrics(file, lineReader, known));
        rows(file, lineReader, history, until);
        return history;
      }
    } catch (IOException e) {
      throw FileRefusal.of(file, "the file cannot be read: " + AtomicFile.reason(e));
    }
  }

  /**
   * The numbers of the last whole rows by their columns, the step among them, the last row last;
   * empty where there is no row, or no file. It does not read what comes before.
   *
   * @param most how many rows at most
   * @throws InvalidConfig naming the file
   */
  public static List<Map<String, Double>> last(Path file, int most) throws InvalidConfig {
    List<Map<String, Double>> rows = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return rows;
    }
    try (RandomAccessFile metrics = new RandomAccessFile(file.toFile(), "r")) {
      String header = piece(metrics, 0, TAIL);
      int bytes = (int) Math.min(metrics.length(), most * (long) TAIL);
      String tail = piece(metrics, Math.max(0, metrics.length() - bytes), bytes);
      int headerEnd = header.indexOf('\n');
      if (headerEnd < 0) {
        return rows;
      }
      List<String> columns = List.of(header.substring(0, headerEnd).split(",", -1));
      int end = tail.lastIndexOf('\n');
      int start = end <= 0 ? -1 : tail.lastIndexOf('\n', end - 1);
      while (start >= 0 && rows.size() < most) {
        rows.add(0, row(columns, tail.substring(start + 1, end + 1)));
        end = start;
        start = end <= 0 ? -1 : tail.lastIndexOf('\n', end - 1);
      }
      return rows;
    } catch (IOException e) {
      throw FileRefusal.of(file, "the file cannot be read: " + AtomicFile.reason(e));
    } catch (NumberFormatException e) {
      throw FileRefusal.of(file, "the last line holds something that is not a number");
    }
  }

  private static String piece(RandomAccessFile file, long from, int most) throws IOException {
    byte[] bytes = new byte[(int) Math.min(most, file.length() - from)];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The finite numbers of a line. */
  private static Map<String, Double> row(List<String> columns, String text) throws IOException {
    Map<String, Double> row = new LinkedHashMap<>();
    try (LineReader lineReader = new LineReader(new StringReader(text), TAIL)) {
      CsvCells cells = new CsvCells(lineReader);
      int count = lineReader.next() ? Math.min(columns.size(), cells.begin()) : 0;
      for (int i = 0; i < count; i++) {
        double value = cells.real();
        if (Double.isFinite(value)) {
          row.put(columns.get(i).strip(), value);
        }
        cells.next();
      }
      return row;
    }
  }

  /**
   * The columns of a file after that of the step.
   *
   * @throws InvalidConfig naming the file
   */
  public static List<String> columns(Path file) throws InvalidConfig {
    try (LineReader lineReader =
        new LineReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return metrics(file, lineReader, List.of()).stream().map(Metric::id).toList();
    } catch (IOException e) {
      throw FileRefusal.of(file, "the file cannot be read: " + AtomicFile.reason(e));
    }
  }

  private static List<Metric> metrics(Path file, LineReader lineReader, List<Metric> known)
      throws IOException, InvalidConfig {
    if (!lineReader.next()) {
      throw FileRefusal.of(file, "the file has no header");
    }
    List<String> columns = List.of(lineReader.line().split(",", -1));
    if (!columns.get(0).equals("step")) {
      throw FileRefusal.of(file, "the first column must be \"step\"");
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

  private static void rows(Path file, LineReader lineReader, History history, int until)
      throws IOException, InvalidConfig {
    double[] values = new double[history.metrics().size()];
    int columns = values.length + 1;
    CsvCells cells = new CsvCells(lineReader);
    for (int number = 2; lineReader.next(); number++) {
      int count = cells.begin();
      if (count != columns) {
        throw FileRefusal.of(
            file, "line " + number + " has " + count + " cells, but the header has " + columns);
      }
      if ((history.size() + 1L) * columns > MOST_CELLS) {
        throw FileRefusal.of(file, "the file has more than 7 million cells");
      }
      try {
        int step = cells.whole();
        if (step > until) {
          return;
        }
        for (int i = 0; i < values.length; i++) {
          cells.next();
          values[i] = cells.real();
        }
        history.append(step, values);
      } catch (NumberFormatException e) {
        throw FileRefusal.of(file, "line " + number + " holds something that is not a number");
      }
    }
  }
}
