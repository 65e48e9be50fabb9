package grokscope.config.preset;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The curves of a published run, as far as they could be read. Immutable, any thread.
 *
 * @param source where they were published
 * @param remark how they were read, and what is measured otherwise than here
 * @param columns {@code step}, then ids of metrics
 * @param rows ascending in their steps, one number for each column
 */
public record PublishedCurves(
    String source, String remark, List<String> columns, List<List<Double>> rows) {
  public PublishedCurves {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The published curves behind a shipped preset, if there are any. */
  public static Optional<PublishedCurves> of(String preset) {
    String name = "/assets/references/" + preset + ".json";
    try (InputStream file = PublishedCurves.class.getResourceAsStream(name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (InvalidConfig broken) {
      throw new IllegalStateException(name, broken); // it is shipped, and a test reads it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishedCurves read(String text) throws InvalidConfig {
    Map<String, Object> object = Json.read(text);
    List<String> columns = new ArrayList<>();
    for (Object column : list(object, "columns")) {
      columns.add(String.valueOf(column));
    }
    List<List<Double>> rows = new ArrayList<>();
    for (Object row : list(object, "rows")) {
      rows.add(numbers(row, columns.size()));
    }
    return new PublishedCurves(
        String.valueOf(object.get("source")), String.valueOf(object.get("remark")), columns, rows);
  }

  private static List<?> list(Map<String, Object> object, String key) throws InvalidConfig {
    if (object.get(key) instanceof List<?> list) {
      return list;
    }
    throw new InvalidConfig(key, "must be a list");
  }

  private static List<Double> numbers(Object row, int count) throws InvalidConfig {
    List<Double> numbers = new ArrayList<>();
    if (row instanceof List<?> list) {
      for (Object value : list) {
        if (value instanceof Number number) {
          numbers.add(number.doubleValue());
        }
      }
    }
    if (numbers.size() != count) {
      throw new InvalidConfig("rows", "need " + count + " numbers each, not " + row);
    }
    return numbers;
  }
}
