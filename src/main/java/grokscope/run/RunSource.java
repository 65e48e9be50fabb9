package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.run.format.ComputedFormat;
import grokscope.run.format.FileRefusal;
import grokscope.telemetry.Computation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a run comes from that was not trained here: its networks were imported, and measured once.
 * It stands in a small file of its own in the run's folder, and only such runs have it. Immutable,
 * any thread.
 *
 * @param from the file or folder that was imported, as a path
 * @param form what that is, in words: "20 files of a folder"
 * @param weights how the weights were named there, in words: "TransformerLens"
 * @param split how it is known which examples were trained on
 * @param remarks what was assumed, in whole sentences
 * @param unknown the paths of the settings of its training that nobody has told
 * @param measured with what the networks were measured here
 */
public record RunSource(
    String from,
    String form,
    String weights,
    Split split,
    List<String> remarks,
    List<String> unknown,
    Computation measured) {
  private static final String FROM = "from";
  private static final String FORM = "form";
  private static final String WEIGHTS = "weights";
  private static final String SPLIT = "split";
  private static final String REMARKS = "remarks";
  private static final String UNKNOWN = "unknown";
  private static final String MEASURED = "measured";
  private static final String PROGRAM = "program";

  /** How it is known which examples were trained on. */
  public enum Split {
    /** A file or a list names them. */
    NAMED,
    /** They are taken for those of settings that somebody named. */
    ASSUMED,
    /** Nobody knows. */
    UNKNOWN;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Split of(String word) {
      return Arrays.stream(values())
          .filter(split -> split.word().equals(word))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  public RunSource {
    remarks = List.copyOf(remarks);
    unknown = List.copyOf(unknown);
  }

  /** The settings that nobody has told. */
  public Set<String> untold() {
    return new LinkedHashSet<>(unknown);
  }

  /** Whether anybody knows which examples were trained on. */
  public boolean splitKnown() {
    return split != Split.UNKNOWN;
  }

  /**
   * What a folder says; empty for a run that was trained here.
   *
   * @throws InvalidConfig with one sentence when the file cannot be read: without it, a run would
   *     pass for one of this program
   */
  public static Optional<RunSource> read(RunFolder folder) throws InvalidConfig {
    if (!Files.exists(folder.source())) {
      return Optional.empty();
    }
    try {
      Map<String, @Nullable Object> keys = Json.read(AtomicFile.read(folder.source()));
      return Optional.of(
          new RunSource(
              text(keys, FROM),
              text(keys, FORM),
              text(keys, WEIGHTS),
              Split.of(text(keys, SPLIT)),
              texts(keys, REMARKS),
              texts(keys, UNKNOWN),
              ComputedFormat.computation(
                  keys.get(MEASURED) instanceof Map<?, ?> measured ? measured : Map.of())));
    } catch (InvalidConfig broken) {
      throw broken.in(folder.source().toString());
    }
  }

  private static String text(Map<String, @Nullable Object> keys, String key) {
    return keys.get(key) instanceof String text ? text : "";
  }

  private static List<String> texts(Map<String, @Nullable Object> keys, String key) {
    List<String> texts = new ArrayList<>();
    if (keys.get(key) instanceof List<?> list) {
      list.forEach(text -> texts.add(String.valueOf(text)));
    }
    return texts;
  }

  /** As JSON keys. */
  public Map<String, Object> keys() {
    Map<String, Object> with = new LinkedHashMap<>(ComputedFormat.keys(measured));
    ProgramVersion program = measured.program();
    with.put(PROGRAM, program.keys());
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(FROM, from);
    keys.put(FORM, form);
    keys.put(WEIGHTS, weights);
    keys.put(SPLIT, split.word());
    keys.put(REMARKS, remarks);
    keys.put(UNKNOWN, unknown);
    keys.put(MEASURED, with);
    return keys;
  }

  /** Writes it into a run's folder. */
  void write(RunFolder folder) throws IOException {
    AtomicFile.replace(folder.source(), Json.page(keys()));
  }

  /**
   * Refuses what only a run can do that was trained here.
   *
   * @param what it cannot: "resumed"
   */
  static void refuse(RunFolder folder, String what) throws InvalidConfig {
    if (read(folder).isPresent()) {
      throw FileRefusal.of(
          folder.path(),
          "the run was trained by another program, whose checkpoints hold the weights and nothing"
              + " else of the training, so it cannot be "
              + what
              + " here");
    }
  }
}
