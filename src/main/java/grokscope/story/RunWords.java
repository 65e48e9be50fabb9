package grokscope.story;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Script;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Knob;
import grokscope.task.Tasks;
import grokscope.telemetry.KnobsInForce;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short words for a run: what it learns, and in what it differs from another. Any thread. */
public final class RunWords {
  private static final int NAMED_DIFFERENCES = 3;
  private static final int NAMED_VALUES = 3; // of a knob that was turned again and again

  /** Of a setting that nobody knows. */
  public static final String UNKNOWN = "unknown";

  private static final String ARROW = " → ";

  private static final List<String> HEADLINE =
      List.of(SettingPaths.TRAIN_FRACTION, SettingPaths.WEIGHT_DECAY, SettingPaths.SEED);

  private final Catalog catalog;

  public RunWords(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What an earlier run had that the present one does not: "data 30 %, decay 0, width 64 and 2
   * more".
   */
  public String difference(KnobsInForce earlier, KnobsInForce present) {
    List<String> paths = earlier.differences(present);
    if (paths.isEmpty()) {
      return "same settings";
    }
    String named =
        paths.stream()
            .sorted(Comparator.comparingInt(RunWords::rank))
            .limit(NAMED_DIFFERENCES)
            .map(path -> setting(earlier, path))
            .collect(Collectors.joining(", "));
    int more = paths.size() - NAMED_DIFFERENCES;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** What people turn is named first, and a script last, whose words say little by themselves. */
  private static int rank(String path) {
    int place = HEADLINE.indexOf(path);
    return place >= 0 ? place : HEADLINE.size() + (path.equals(Script.KNOB) ? 1 : 0);
  }

  /**
   * What distinguishes a run from others with which it is compared: its values of all that is not
   * the same in all of them; empty where everything is.
   *
   * @param compared all of them, the run itself among them or not
   * @param unseen the paths of settings that are not to be named
   */
  public String among(KnobsInForce run, List<KnobsInForce> compared, Set<String> unseen) {
    return compared.stream()
        .flatMap(other -> run.differences(other).stream())
        .distinct()
        .filter(path -> !unseen.contains(path))
        .sorted(Comparator.comparingInt(RunWords::rank))
        .map(path -> setting(run, path))
        .collect(Collectors.joining(", "));
  }

  /** One setting with its value: "data 40 %", "decay 3". */
  public String setting(RunConfig config, String path) {
    return setting(KnobsInForce.from(config), path);
  }

  /** One setting with the values it has had: "data 40 %", "decay 3 → 25". */
  private String setting(KnobsInForce knobs, String path) {
    if (path.equals(Script.KNOB)) {
      return String.valueOf(knobs.start().get(path)).isEmpty() ? "no script" : "with a script";
    }
    String value = course(knobs, path);
    String name = name(knobs.start(), path);
    return name.isEmpty() ? value : name + " " + value;
  }

  /**
   * The values that a setting has had, one after the other: "3 → 25"; of many, the first and the
   * last.
   */
  public String course(KnobsInForce knobs, String path) {
    if (knobs.unknown().contains(path)) {
      return UNKNOWN;
    }
    if (!knobs.turned(path)) {
      return value(knobs.start(), path);
    }
    List<String> values =
        knobs.course(path).stream().map(value -> written(knobs.start(), path, value)).toList();
    return values.size() > NAMED_VALUES
        ? values.get(0) + ARROW + "…" + ARROW + values.get(values.size() - 1)
        : String.join(ARROW, values);
  }

  /** The value at a path as it is shown. */
  public String value(RunConfig config, String path) {
    if (path.equals(SettingPaths.TASK_TYPE)) {
      return task(config); // says more than the kind's title
    }
    Object value = config.get(path);
    return catalog
        .knob(config, path)
        .map(knob -> new KnobText(knob).writeWithUnit(value))
        .orElseGet(() -> kindTitle(config, path));
  }

  /** A knob turned during a run: "decay → 0.1". */
  public String turned(RunConfig config, String path, Object value) {
    return name(config, path) + ARROW + written(config, path, value);
  }

  private String written(RunConfig config, String path, Object value) {
    return catalog
        .knob(config, path)
        .map(knob -> new KnobText(knob).writeWithUnit(value))
        .orElse(String.valueOf(value));
  }

  /**
   * A run in one line: its task, what was turned, data, decay and seed; with the values that they
   * have had.
   */
  public String headline(KnobsInForce knobs) {
    RunConfig config = knobs.start();
    List<String> known = catalog.paths(config);
    String rest =
        Stream.concat(
                knobs.changes().stream().map(change -> change.turn().path()),
                HEADLINE.stream()
                    .filter(known::contains)
                    .filter(path -> catalog.idle(config, path).isEmpty()))
            .filter(path -> !knobs.unknown().contains(path))
            .distinct()
            .map(path -> setting(knobs, path))
            .collect(Collectors.joining(", "));
    return rest.isEmpty() ? task(config) : task(config) + ", " + rest;
  }

  /** What the run learns: "x + y mod 59". */
  public String task(RunConfig config) {
    return Tasks.of(config.task()).title(config.task());
  }

  /** What the panel calls a setting. */
  public String title(RunConfig config, String path) {
    return catalog.title(config, path).orElse(path);
  }

  /** What a setting is called in a few letters; empty where its value says what it is. */
  public String name(RunConfig config, String path) {
    // The title of a kind says what it is.
    return catalog.knob(config, path).map(Knob::brief).orElse("");
  }

  private String kindTitle(RunConfig config, String path) {
    return catalog.sections().stream()
        .filter(section -> section.pathOf("type").equals(path))
        .findFirst()
        .flatMap(section -> section.kind(String.valueOf(config.get(path))))
        .<String>map(Kind::title)
        .orElse(String.valueOf(config.get(path)));
  }
}
