package grokscope.ui;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.ui.chart.ChartLayout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a window is laid out: what its user has folded, opened and dragged. Immutable, any thread.
 *
 * @param folds what the user has folded (true) or unfolded (false) by hand; of the rest the window
 *     decides by the room that it has
 * @param headings the headings of the settings that are open
 * @param listHeight of the list of runs, in the size of ordinary text; empty until it is dragged
 * @param divider where the curves end and the picture begins, from 0 to 1
 * @param charts which charts are shown, and how they share their room
 */
record WindowLayout(
    Map<Fold, Boolean> folds,
    Set<String> headings,
    Optional<Double> listHeight,
    double divider,
    ChartLayout charts) {
  static final WindowLayout USUAL =
      new WindowLayout(Map.of(), Set.of(), Optional.empty(), 0.5, ChartLayout.USUAL);

  private static final long VERSION = 1;
  private static final String FOLDED = "folded";
  private static final String UNFOLDED = "unfolded";

  WindowLayout {
    folds = Collections.unmodifiableMap(new LinkedHashMap<>(folds));
    headings = Collections.unmodifiableSet(new LinkedHashSet<>(headings));
  }

  /**
   * The layout in a settings file.
   *
   * @throws InvalidConfig with what is wrong with it; "version" first, so that nothing of another
   *     version is taken for what it is not
   */
  static WindowLayout of(@Nullable Object stored) throws InvalidConfig {
    Map<String, @Nullable Object> values = Json.object(stored, "layout");
    if (!(values.get("version") instanceof Number version)
        || version.doubleValue() != (double) VERSION) {
      throw new InvalidConfig("layout.version", "is not " + VERSION);
    }
    Map<Fold, Boolean> folds = new LinkedHashMap<>();
    words(values, FOLDED).forEach(word -> Fold.of(word).ifPresent(fold -> folds.put(fold, true)));
    words(values, UNFOLDED)
        .forEach(word -> Fold.of(word).ifPresent(fold -> folds.put(fold, false)));
    return new WindowLayout(
        folds,
        words(values, "headings"),
        number(values, "listHeight", 0, 100_000),
        number(values, "divider", 0, 1).orElse(USUAL.divider()),
        values.containsKey("charts")
            ? charts(Json.object(values.get("charts"), "layout.charts"))
            : ChartLayout.USUAL);
  }

  private static ChartLayout charts(Map<String, @Nullable Object> values) throws InvalidConfig {
    if (!(values.getOrDefault("large", ChartLayout.USUAL.large()) instanceof String large)
        || !(values.getOrDefault("below", false) instanceof Boolean below)) {
      throw new InvalidConfig("layout.charts", "has no large chart");
    }
    return new ChartLayout(
        List.copyOf(words(values, "order")),
        List.copyOf(words(values, "hidden")),
        large,
        number(values, "share", 0, 1).orElse(0.0),
        below,
        scales(values));
  }

  private static Map<String, String> scales(Map<String, @Nullable Object> values)
      throws InvalidConfig {
    Map<String, String> scales = new LinkedHashMap<>();
    if (values.containsKey("scales")) {
      Json.object(values.get("scales"), "layout.charts.scales")
          .forEach((id, name) -> scales.put(id, String.valueOf(name)));
    }
    return scales;
  }

  private static Set<String> words(Map<String, @Nullable Object> values, String name)
      throws InvalidConfig {
    Object list = values.getOrDefault(name, List.of());
    if (!(list instanceof List<?> words)) {
      throw new InvalidConfig("layout." + name, "is no list");
    }
    Set<String> found = new LinkedHashSet<>();
    for (Object word : words) {
      if (!(word instanceof String text)) {
        throw new InvalidConfig("layout." + name, "is no list of words");
      }
      found.add(text);
    }
    return found;
  }

  private static Optional<Double> number(
      Map<String, @Nullable Object> values, String name, double least, double most)
      throws InvalidConfig {
    if (!values.containsKey(name)) {
      return Optional.empty();
    }
    if (values.get(name) instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return Optional.of(number.doubleValue());
    }
    throw new InvalidConfig("layout." + name, "is no number from " + least + " to " + most);
  }

  /** As a JSON object, from which {@link #of} makes the same layout. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("version", VERSION);
    values.put(FOLDED, folded(true));
    values.put(UNFOLDED, folded(false));
    values.put("headings", List.copyOf(headings));
    listHeight.ifPresent(height -> values.put("listHeight", height));
    values.put("divider", divider);
    values.put("charts", values(charts));
    return values;
  }

  private static Map<String, Object> values(ChartLayout charts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("order", charts.order());
    values.put("hidden", charts.hidden());
    values.put("large", charts.large());
    values.put("share", charts.share());
    values.put("below", charts.below());
    values.put("scales", charts.scales());
    return values;
  }

  private List<String> folded(boolean so) {
    return folds.entrySet().stream()
        .filter(fold -> fold.getValue() == so)
        .map(fold -> fold.getKey().word())
        .toList();
  }
}
