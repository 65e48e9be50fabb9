package grokscope.config.queue;

import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of a queue. Immutable, any thread.
 *
 * @param number from 1
 * @param varied the values in which it differs from others, without its seed, by path
 * @param config what is run
 * @param folder a name for its folder, which no other run of the queue has
 */
public record PlannedRun(int number, Map<String, Object> varied, RunConfig config, String folder) {
  private static final int LONGEST = 120;

  public PlannedRun {
    varied = Collections.unmodifiableMap(new LinkedHashMap<>(varied));
  }

  /** What makes it differ, such as "data.trainFraction=0.3, seed=1". */
  public String words() {
    return words(varied, config.seed());
  }

  static String words(Map<String, Object> varied, long seed) {
    return variation(varied) + (varied.isEmpty() ? "" : ", ") + "seed=" + seed;
  }

  /** The same without the seed; empty where only seeds differ. */
  public String variation() {
    return variation(varied);
  }

  private static String variation(Map<String, Object> varied) {
    return varied.entrySet().stream()
        .map(each -> each.getKey() + "=" + plain(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A value of a setting as a person writes it. */
  public static String plain(Object value) {
    return value instanceof Double real ? Messages.plain(real) : String.valueOf(value);
  }

  /** A file name that is safe on every system, not yet one that nobody else has. */
  static String folder(Map<String, Object> varied, long seed) {
    String name = words(varied, seed).replace(", ", ",").replaceAll("[^A-Za-z0-9.=,+-]", "-");
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
