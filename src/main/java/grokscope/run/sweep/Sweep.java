package grokscope.run.sweep;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Many runs, and in which settings they differ, apart from their seeds. Immutable, any thread.
 *
 * @param runs whatever became of them
 * @param varied the paths of the settings that differ, those with the most values first
 */
public record Sweep(List<SweepRun> runs, List<String> varied) {
  public Sweep {
    runs = List.copyOf(runs);
    varied = List.copyOf(varied);
  }

  /** Finds what varies. */
  public static Sweep of(List<SweepRun> runs) {
    Set<String> paths = new TreeSet<>();
    for (SweepRun run : runs) {
      paths.addAll(run.config().differences(runs.get(0).config()));
    }
    paths.remove(SettingPaths.SEED);
    List<String> varied = new ArrayList<>(paths);
    varied.sort(Comparator.comparingInt(path -> -values(runs, path).size())); // stable
    return new Sweep(runs, varied);
  }

  private static Set<Optional<Object>> values(List<SweepRun> runs, String path) {
    Set<Optional<Object>> values = new LinkedHashSet<>();
    runs.forEach(run -> values.add(value(run.config(), path)));
    return values;
  }

  /** The value of a setting; empty where a run has no such setting. */
  public static Optional<Object> value(RunConfig config, String path) {
    int dot = path.lastIndexOf('.');
    String name = path.substring(dot + 1);
    return Optional.ofNullable(config.sections().get(dot < 0 ? "" : path.substring(0, dot)))
        .flatMap(
            settings ->
                name.equals("type")
                    ? Optional.of(settings.type())
                    : Optional.ofNullable(settings.values().get(name)));
  }

  /** Whether every value of a setting is a number. */
  public boolean numeric(String path) {
    return values(runs, path).stream()
        .allMatch(value -> value.filter(Number.class::isInstance).isPresent());
  }

  /** The values of a setting: numbers in their order, others as they come. */
  public List<Optional<Object>> values(String path) {
    List<Optional<Object>> values = new ArrayList<>(values(runs, path));
    if (numeric(path)) {
      values.sort(Comparator.comparingDouble(Sweep::number));
    }
    return values;
  }

  private static double number(Optional<Object> value) {
    return value.orElseThrow() instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The runs by the values of a setting. */
  public List<SweepGroup> by(String path) {
    return by(path, Optional.empty());
  }

  /**
   * The runs by the values of one or two settings, in the order of their values.
   *
   * @param series the second setting
   */
  public List<SweepGroup> by(String path, Optional<String> series) {
    List<SweepGroup> groups = new ArrayList<>();
    List<Optional<Object>> second =
        series.map(this::values).orElseGet(() -> List.of(Optional.empty()));
    for (Optional<Object> other : second) {
      for (Optional<Object> value : values(path)) {
        List<SweepRun> same =
            runs.stream()
                .filter(run -> Objects.equals(value(run.config(), path), value))
                .filter(
                    run ->
                        series.isEmpty()
                            || Objects.equals(value(run.config(), series.get()), other))
                .toList();
        if (!same.isEmpty()) {
          groups.add(new SweepGroup(value, other, same));
        }
      }
    }
    return groups;
  }
}
