package grokscope.cli;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.TypedSetting;
import grokscope.config.TypedValue;
import grokscope.config.knob.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code path=value} of the command line. Immutable, any thread.
 *
 * @param path the setting
 * @param value a {@code Long} or {@code Double}, or a {@code String} as it was typed
 */
public record Assignment(String path, Object value) {
  /** Reads {@code path=value}. */
  public static Assignment parse(String text) throws InvalidConfig {
    TypedSetting setting =
        TypedSetting.parse("--set", text, "path=value, such as optimizer.weightDecay=0.5");
    return of(setting.path(), setting.typed());
  }

  /** Reads all of them, into a list that more can be added to. */
  public static List<Assignment> parse(List<String> texts) throws InvalidConfig {
    List<Assignment> assignments = new ArrayList<>();
    for (String text : texts) {
      assignments.add(parse(text));
    }
    return assignments;
  }

  /** A value as it was typed. */
  public static Assignment of(String path, String typed) {
    return new Assignment(path, typed.strip());
  }

  private Object valueFor(Optional<Knob> knob) {
    return value instanceof String typed ? TypedValue.value(typed, knob) : value;
  }

  /** The config with all assignments made and checked. */
  public static RunConfig apply(Catalog catalog, RunConfig config, List<Assignment> assignments)
      throws InvalidConfig {
    List<Assignment> ordered = new ArrayList<>(assignments);
    // A type brings the initial values of its kind, so it comes before its knobs wherever it stood.
    ordered.sort((a, b) -> Boolean.compare(b.path.endsWith(".type"), a.path.endsWith(".type")));
    RunConfig changed = config;
    for (Assignment assignment : ordered) {
      Object value = assignment.valueFor(catalog.knob(changed, assignment.path));
      changed = catalog.with(changed, assignment.path, value);
    }
    catalog.check(changed);
    return changed;
  }
}
