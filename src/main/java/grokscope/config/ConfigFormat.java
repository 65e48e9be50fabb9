package grokscope.config;

import grokscope.config.knob.Knob;
import grokscope.config.knob.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of a run config in JSON, drawn from the catalog: every knob is there, and
 * nothing else. Immutable, any thread.
 *
 * <p>What a person writes is read strictly, so that a forgotten or misspelt knob is seen. What this
 * program has written, with a run or as a user's preset, may be older than some knobs, and is read
 * with their initial values. So the initial value of a knob that is added to something there is
 * must mean what the program did before.
 */
public final class ConfigFormat {
  private static final String TYPE = "type";

  private final Catalog catalog;

  /** The format of a catalog's configs. */
  public ConfigFormat(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The config as JSON keys, in the order of the catalog. */
  public Map<String, Object> write(RunConfig config) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Section section : catalog.sections()) {
      Settings settings = config.section(section.path());
      if (section.path().isEmpty()) {
        object.putAll(settings.values());
        continue;
      }
      Map<String, Object> inner = new LinkedHashMap<>();
      if (section.hasType()) {
        inner.put(TYPE, settings.type());
      }
      inner.putAll(settings.values());
      object.put(section.path(), inner);
    }
    return object;
  }

  /**
   * The config that JSON keys describe.
   *
   * @throws InvalidConfig naming the path, the value and what is allowed
   */
  public RunConfig read(Map<String, Object> object) throws InvalidConfig {
    return read(object, false);
  }

  /**
   * The same of what this program wrote with a run, perhaps before it had all of today's knobs.
   *
   * @throws InvalidConfig as the other method, but not for a knob that is missing
   */
  public RunConfig readStored(Map<String, Object> object) throws InvalidConfig {
    return read(object, true);
  }

  /** The paths of a config's knobs that the JSON keys it was read from do not have. */
  public List<String> lacking(Map<String, Object> object, RunConfig config) {
    List<String> lacking = new ArrayList<>();
    for (Section section : catalog.sections()) {
      String path = section.path();
      if ((path.isEmpty() ? object : object.get(path)) instanceof Map<?, ?> inner) {
        for (Knob knob : section.kindOf(config.section(path)).knobs()) {
          if (!inner.containsKey(knob.name())) {
            lacking.add(section.pathOf(knob.name()));
          }
        }
      }
    }
    return lacking;
  }

  private RunConfig read(Map<String, Object> object, boolean mayLack) throws InvalidConfig {
    RunConfig config = catalog.defaults();
    for (Section section : catalog.sections()) {
      config = readSection(section, object, config, mayLack);
    }
    catalog.check(config);
    return config;
  }

  private RunConfig readSection(
      Section section, Map<String, Object> object, RunConfig before, boolean mayLack)
      throws InvalidConfig {
    String path = section.path();
    boolean top = path.isEmpty();
    Map<String, Object> inner = top ? object : Json.object(needed(object, path, path), path);
    RunConfig config = before;
    List<String> known = new ArrayList<>();
    if (section.hasType()) {
      known.add(TYPE);
      String typePath = section.pathOf(TYPE);
      config = catalog.with(config, typePath, needed(inner, TYPE, typePath));
    }
    Kind<?> kind = section.kindOf(config.section(path));
    kind.knobs().forEach(knob -> known.add(knob.name()));
    if (top) {
      catalog.sections().stream().map(Section::path).filter(s -> !s.isEmpty()).forEach(known::add);
    }
    refuseUnknown(inner, known, section);
    for (Knob knob : kind.knobs()) {
      if (!mayLack || inner.containsKey(knob.name())) {
        String knobPath = section.pathOf(knob.name());
        config = catalog.with(config, knobPath, needed(inner, knob.name(), knobPath));
      }
    }
    return config;
  }

  public static @Nullable Object needed(Map<String, Object> object, String key, String path)
      throws InvalidConfig {
    if (!object.containsKey(key)) {
      throw new InvalidConfig(path, "is missing");
    }
    return object.get(key);
  }

  private static void refuseUnknown(Map<String, Object> object, List<String> known, Section section)
      throws InvalidConfig {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidConfig(
            section.pathOf(Messages.clipped(key, 60)), "is not a known key; " + hint(key, known));
      }
    }
  }

  /** What a person may have meant by a key. */
  public static String hint(String key, List<String> known) {
    return Messages.nearest(key, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("the known keys are " + String.join(", ", known));
  }
}
