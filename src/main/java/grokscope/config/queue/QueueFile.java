package grokscope.config.queue;

import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A queue as a JSON file describes it. Immutable, any thread.
 *
 * @param preset the id of a preset, or a file
 * @param variations what is varied, the seeds among them
 * @param steps of every run; empty for those of the preset
 * @param until what ends a run early; empty for nothing
 */
public record QueueFile(
    String preset, List<Variation> variations, Optional<Object> steps, Optional<String> until) {
  private static final String PRESET = "preset";
  private static final String VARY = "vary";
  private static final String SEEDS = "seeds";
  private static final List<String> KEYS = List.of(PRESET, VARY, SEEDS, "steps", "until");

  public QueueFile {
    variations = List.copyOf(variations);
  }

  /** Whether a JSON object is meant as a queue, not as a preset. */
  public static boolean isQueue(Map<String, Object> object) {
    return object.containsKey(PRESET) || object.containsKey(VARY);
  }

  /**
   * The queue that JSON keys describe.
   *
   * @throws InvalidConfig naming the path, the value and what is allowed
   */
  public static QueueFile read(Map<String, Object> object) throws InvalidConfig {
    for (String key : object.keySet()) {
      if (!KEYS.contains(key)) {
        throw new InvalidConfig(
            Messages.clipped(key, 60), "is not a known key; " + ConfigFormat.hint(key, KEYS));
      }
    }
    List<Variation> variations = new ArrayList<>();
    if (object.containsKey(VARY)) {
      for (Map.Entry<String, Object> each : Json.object(object.get(VARY), VARY).entrySet()) {
        String path = VARY + "." + Messages.clipped(each.getKey(), 60);
        variations.add(new Variation(each.getKey(), values(path, each.getValue())));
      }
    }
    if (object.containsKey(SEEDS)) {
      variations.add(new Variation(SettingPaths.SEED, values(SEEDS, object.get(SEEDS))));
    }
    return new QueueFile(
        words(object, PRESET).orElseThrow(() -> new InvalidConfig(PRESET, "is missing")),
        variations,
        steps(object),
        words(object, "until"));
  }

  private static Optional<Object> steps(Map<String, Object> object) throws InvalidConfig {
    if (!object.containsKey("steps")) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(object.get("steps"))
            .orElseThrow(() -> new InvalidConfig("steps", "is null, but must be a number")));
  }

  private static List<Object> values(String path, @Nullable Object raw) throws InvalidConfig {
    if (!(raw instanceof List<?> list)) {
      throw new InvalidConfig(
          path, "is " + Messages.display(raw) + ", but must be a list of values");
    }
    for (int i = 0; i < list.size(); i++) {
      Object value = list.get(i);
      if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
        throw new InvalidConfig(
            path + "[" + i + "]",
            "is " + Messages.display(value) + ", but must be a number or a text");
      }
    }
    return ValueList.checked(path, list);
  }

  private static Optional<String> words(Map<String, Object> object, String key)
      throws InvalidConfig {
    if (!object.containsKey(key)) {
      return Optional.empty();
    }
    if (object.get(key) instanceof String words) {
      return Optional.of(words);
    }
    throw new InvalidConfig(
        key, "is " + Messages.display(object.get(key)) + ", but must be a text");
  }
}
