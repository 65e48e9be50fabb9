package grokscope.run.format;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code computed.json} of a run: with what it is computed, from its first step on and from
 * every step at which it went on with something else. Stateless, any thread.
 */
public final class ComputedFormat {
  private static final String LIST = "computed";
  private static final String FROM = "from";
  private static final String BACKEND = "backend";
  private static final String THREADS = "threads";
  private static final String JAVA = "java";
  private static final String PROCESSOR = "processor";
  private static final String ROUNDING = "rounding";
  private static final String PROGRAM = "program";

  private ComputedFormat() {}

  /** A way to compute as JSON keys, without the program. */
  public static Map<String, Object> keys(Computation by) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(BACKEND, by.backend());
    keys.put(THREADS, by.threads());
    keys.put(JAVA, by.java());
    keys.put(PROCESSOR, by.processor());
    keys.put(ROUNDING, by.rounding());
    return keys;
  }

  /** What a file says; nothing where there is none, or it is broken. */
  public static List<Computed> read(Path file) {
    List<Computed> read = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return read;
    }
    try {
      if (Json.read(AtomicFile.read(file)).get(LIST) instanceof List<?> all) {
        for (Object one : all) {
          if (one instanceof Map<?, ?> keys
              && keys.get(FROM) instanceof Integer from
              && keys.get(THREADS) instanceof Integer) {
            read.add(new Computed(0, from, computation(keys)));
          }
        }
      }
      return read;
    } catch (InvalidConfig broken) {
      return List.of();
    }
  }

  /** A way to compute out of JSON keys; what is missing is empty, or 0. */
  public static Computation computation(Map<?, ?> keys) {
    Map<?, ?> program = keys.get(PROGRAM) instanceof Map<?, ?> known ? known : Map.of();
    return new Computation(
        text(keys, BACKEND),
        keys.get(THREADS) instanceof Integer threads ? threads : 0,
        new ProgramVersion(text(program, "version"), text(program, "commit")),
        text(keys, JAVA),
        text(keys, PROCESSOR),
        text(keys, ROUNDING));
  }

  private static String text(Map<?, ?> keys, String key) {
    @Nullable Object value = keys.get(key);
    return value instanceof String text ? text : "";
  }

  /** Replaces a file whole or not at all. */
  public static void write(Path file, List<Computed> computed) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Computed one : computed) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put(FROM, one.from());
      keys.putAll(keys(one.by()));
      keys.put(PROGRAM, one.by().program().keys());
      all.add(keys);
    }
    AtomicFile.replace(file, Json.page(Map.of(LIST, all)));
  }
}
