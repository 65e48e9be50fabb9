package grokscope.config.queue;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.TypedSetting;
import grokscope.config.knob.Messages;
import java.util.List;

/**
 * A setting and the values that it takes in turn. Immutable, any thread.
 *
 * @param path such as {@code data.trainFraction}
 * @param values as they were written; a {@link QueuePlan} asks the catalog about them
 */
public record Variation(String path, List<Object> values) {
  /** The path of the seed, which a queue varies last. */
  public Variation {
    values = List.copyOf(values);
  }

  /**
   * Reads {@code path=value,value}.
   *
   * @param base the config whose knob it is
   * @param option what refusals call the text when it has no path
   */
  public static Variation parse(Catalog catalog, RunConfig base, String option, String text)
      throws InvalidConfig {
    TypedSetting setting =
        TypedSetting.parse(option, text, "path=value,value, such as data.trainFraction=0.3,0.4");
    return typed(catalog, base, setting.path(), setting.typed());
  }

  /** The values that were typed for a setting, such as "0.3, 0.4" or "5-9". */
  public static Variation typed(Catalog catalog, RunConfig base, String path, String values)
      throws InvalidConfig {
    return new Variation(
        path, ValueList.parse(Messages.clipped(path, 60), values, catalog.knob(base, path)));
  }

  /**
   * The same for values in the units of a screen.
   *
   * @param name what refusals call the setting
   */
  public static Variation typed(
      Catalog catalog, RunConfig base, String path, String name, String values, ValueReader reader)
      throws InvalidConfig {
    return new Variation(path, ValueList.parse(name, values, catalog.knob(base, path), reader));
  }

  /** Seeds as they are typed: "0,1,2" or "0-4". */
  public static Variation seeds(Catalog catalog, RunConfig base, String typed)
      throws InvalidConfig {
    return typed(catalog, base, SettingPaths.SEED, typed);
  }
}
