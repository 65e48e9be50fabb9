package grokscope.config.queue;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The runs of a queue: every combination of the values that are varied, all of them checked. The
 * first variation changes slowest. Immutable, any thread.
 *
 * @param runs in the order in which they are run
 */
public record QueuePlan(List<PlannedRun> runs) {
  /** More runs than a queue can end with. */
  static final int MOST = 10_000;

  public QueuePlan {
    runs = List.copyOf(runs);
  }

  /**
   * Plans a queue.
   *
   * @param base what every run is but for its variations
   * @param variations with that of the seed, if any, in any place; it changes fastest
   * @throws InvalidConfig naming a setting that cannot be varied so, or the run that cannot be
   */
  public static QueuePlan of(Catalog catalog, RunConfig base, List<Variation> variations)
      throws InvalidConfig {
    List<Variation> ordered = new ArrayList<>(variations);
    ordered.sort((a, b) -> Boolean.compare(isSeed(a), isSeed(b)));
    List<Map<String, Object>> combinations = combinations(ordered);
    List<PlannedRun> runs = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Map<String, Object> values : combinations) {
      int number = runs.size() + 1;
      RunConfig config = config(catalog, base, values, number + " of " + combinations.size());
      Map<String, Object> varied = new LinkedHashMap<>();
      values.keySet().stream()
          .filter(path -> !path.equals(SettingPaths.SEED))
          .forEach(path -> varied.put(path, config.get(path)));
      String folder = PlannedRun.folder(varied, config.seed());
      if (!taken.add(folder.toLowerCase(Locale.ROOT))) {
        folder += "-" + number;
        taken.add(folder.toLowerCase(Locale.ROOT));
      }
      runs.add(new PlannedRun(number, varied, config, folder));
    }
    return new QueuePlan(runs);
  }

  private static boolean isSeed(Variation variation) {
    return variation.path().equals(SettingPaths.SEED);
  }

  private static List<Map<String, Object>> combinations(List<Variation> variations)
      throws InvalidConfig {
    List<Map<String, Object>> combinations = List.of(Map.of());
    Set<String> paths = new HashSet<>();
    for (Variation variation : variations) {
      String path = Messages.clipped(variation.path(), 60);
      if (!paths.add(variation.path())) {
        throw new InvalidConfig(path, "is varied twice");
      }
      ValueList.checked(path, variation.values());
      if ((long) combinations.size() * variation.values().size() > MOST) {
        throw new InvalidConfig(
            path, "makes the queue longer than " + MOST + " runs, which is the maximum");
      }
      List<Map<String, Object>> more = new ArrayList<>();
      for (Map<String, Object> before : combinations) {
        for (Object value : variation.values()) {
          Map<String, Object> values = new LinkedHashMap<>(before);
          values.put(variation.path(), value);
          more.add(values);
        }
      }
      combinations = more;
    }
    return combinations;
  }

  private static RunConfig config(
      Catalog catalog, RunConfig base, Map<String, Object> values, String place)
      throws InvalidConfig {
    List<String> paths = new ArrayList<>(values.keySet());
    // A type brings the initial values of its kind, so it comes before its knobs.
    paths.sort((a, b) -> Boolean.compare(b.endsWith(".type"), a.endsWith(".type")));
    RunConfig config = base;
    try {
      for (String path : paths) {
        config = catalog.with(config, path, values.get(path));
      }
      catalog.check(config);
      return config;
    } catch (InvalidConfig refused) {
      throw values.isEmpty() ? refused : refused.in("run " + place + " (" + named(values) + ")");
    }
  }

  private static String named(Map<String, Object> values) {
    List<String> words = new ArrayList<>();
    values.forEach(
        (path, value) ->
            words.add(
                Messages.clipped(path, 60) + "=" + Messages.clipped(PlannedRun.plain(value), 40)));
    return String.join(", ", words);
  }
}
