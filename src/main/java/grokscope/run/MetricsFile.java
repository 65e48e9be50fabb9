package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.SmallFile;
import grokscope.telemetry.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The measurements of a run as they were read from its folder. Immutable, any thread.
 *
 * @param metrics the ids of the columns after the step
 * @param samples one per row, all with run id 0; NaN where a cell is empty
 */
public record MetricsFile(List<String> metrics, List<Sample> samples) {
  /** A hundred times what the longest run writes. */
  private static final long LIMIT = 64L << 20;

  public MetricsFile {
    metrics = List.copyOf(metrics);
    samples = List.copyOf(samples);
  }

  /**
   * Reads a {@code metrics.csv}. A last line without its end is dropped: the run was cut off, or is
   * still writing it.
   *
   * @throws InvalidConfig naming the file and the line
   */
  public static MetricsFile read(Path file) throws InvalidConfig {
    String text = text(file);
    int end = text.lastIndexOf('\n');
    List<String> lines = text.substring(0, Math.max(end, 0)).lines().toList();
    if (lines.isEmpty()) {
      throw RunFolder.refused(file, "the file has no header");
    }
    List<String> columns = List.of(lines.get(0).split(",", -1));
    if (!columns.get(0).equals("step")) {
      throw RunFolder.refused(file, "the first column must be \"step\"");
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      samples.add(sample(file, i + 1, lines.get(i), columns.size()));
    }
    return new MetricsFile(columns.subList(1, columns.size()), samples);
  }

  private static Sample sample(Path file, int number, String line, int columns)
      throws InvalidConfig {
    String[] cells = line.split(",", -1);
    if (cells.length != columns) {
      throw RunFolder.refused(
          file,
          "line " + number + " has " + cells.length + " cells, but the header has " + columns);
    }
    try {
      double[] values = new double[columns - 1];
      for (int i = 0; i < values.length; i++) {
        String cell = cells[i + 1];
        values[i] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      }
      return new Sample(0, Integer.parseInt(cells[0]), values);
    } catch (NumberFormatException e) {
      throw RunFolder.refused(file, "line " + number + " holds something that is not a number");
    }
  }

  private static String text(Path file) throws InvalidConfig {
    try {
      if (Files.size(file) > LIMIT) {
        throw RunFolder.refused(file, "the file has more than 64 MB");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw RunFolder.refused(file, "the file cannot be read: " + SmallFile.reason(e));
    }
  }
}
