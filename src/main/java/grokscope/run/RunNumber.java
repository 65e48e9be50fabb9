package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The number of a run among those of its folder of runs, and the colour that it was given, in a
 * small file of its own in the run's folder. Immutable, any thread.
 *
 * @param number from 1; 0 where it has none, because it lies elsewhere or nothing can be written
 * @param color an index into the colours of runs; empty for that which goes with the number
 */
public record RunNumber(int number, OptionalInt color) {
  /** None. */
  public static final RunNumber NONE = new RunNumber(0, OptionalInt.empty());

  /** One with the colour that goes with it. */
  static RunNumber of(int number) {
    return new RunNumber(number, OptionalInt.empty());
  }

  /** The same with another colour. */
  public RunNumber withColor(int index) {
    return new RunNumber(number, OptionalInt.of(index));
  }

  /** What a folder says; none where the file is missing or broken. */
  public static RunNumber read(RunFolder folder) {
    if (!Files.isRegularFile(folder.identity())) {
      return NONE;
    }
    try {
      Map<String, @Nullable Object> values = Json.read(AtomicFile.read(folder.identity()));
      if (!(values.get("number") instanceof Integer number) || number < 0) {
        return NONE;
      }
      return values.get("color") instanceof Integer color && color >= 0
          ? of(number).withColor(color)
          : of(number);
    } catch (InvalidConfig broken) {
      return NONE;
    }
  }

  /** Writes it into a run's folder, whole or not at all. */
  void write(RunFolder folder) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", number);
    color.ifPresent(index -> values.put("color", index));
    AtomicFile.replace(folder.identity(), Json.page(values));
  }
}
