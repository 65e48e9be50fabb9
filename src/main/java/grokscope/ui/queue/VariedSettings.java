package grokscope.ui.queue;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.SettingPaths;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Option;
import grokscope.config.knob.TextKnob;
import grokscope.config.queue.PlannedRun;
import grokscope.config.queue.Variation;
import grokscope.story.KnobText;
import grokscope.story.RunWords;
import grokscope.ui.setting.PanelPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a config that a queue can vary, with the names, units and groups of the
 * experiment panel. Immutable, any thread.
 *
 * @param base what every run is but for what varies
 */
public record VariedSettings(Catalog catalog, RunConfig base) {

  /** The groups of the panel, with what can be varied of them; none of them empty. */
  public List<PanelPlan.Group> groups() {
    List<PanelPlan.Group> groups = new ArrayList<>();
    for (PanelPlan.Group group : PanelPlan.of(catalog, base, List.of()).groups()) {
      List<String> paths = group.paths().stream().filter(this::varies).toList();
      if (!paths.isEmpty()) {
        groups.add(new PanelPlan.Group(group.title(), paths));
      }
    }
    return groups;
  }

  /** Whether a setting can be varied; the seed has a field of its own. */
  boolean varies(String path) {
    if (path.equals(SettingPaths.SEED) || catalog.idle(base, path).isPresent()) {
      return false;
    }
    boolean text = knob(path).filter(TextKnob.class::isInstance).isPresent();
    return !text && (!isChoice(path) || options(path).size() > 1);
  }

  private Optional<Knob> knob(String path) {
    return catalog.knob(base, path);
  }

  private Optional<Section> section(String path) {
    return catalog.sections().stream()
        .filter(section -> section.hasType() && section.pathOf("type").equals(path))
        .findFirst();
  }

  /** What the panel calls a setting. */
  String title(String path) {
    return new RunWords(catalog).title(base, path);
  }

  /** The unit of its values; empty where they have none. */
  String unit(String path) {
    return knob(path).map(knob -> new KnobText(knob).unit()).orElse("");
  }

  /** The value that every run has if it is not varied, with its unit. */
  String value(String path) {
    return written(path, base.get(path));
  }

  String written(String path, Object value) {
    return isChoice(path)
        ? options(path).stream()
            .filter(option -> option.id().equals(value))
            .map(Option::title)
            .findFirst()
            .orElse(String.valueOf(value))
        : knob(path).map(knob -> new KnobText(knob).writeWithUnit(value)).orElse("");
  }

  /** Whether its values are chosen from a few, not typed. */
  boolean isChoice(String path) {
    return section(path).isPresent() || knob(path).filter(ChoiceKnob.class::isInstance).isPresent();
  }

  /** What can be chosen. */
  List<Option> options(String path) {
    List<Option> options = new ArrayList<>();
    for (Kind<?> kind :
        section(path).<List<? extends Kind<?>>>map(Section::kinds).orElse(List.of())) {
      options.add(Option.of(kind.id(), kind.title()));
    }
    if (knob(path).orElse(null) instanceof ChoiceKnob choice) {
      options.addAll(choice.options());
    }
    return options;
  }

  /**
   * The values that were typed for a setting, in its unit: "30, 40", "30-70 by 10".
   *
   * @throws InvalidConfig naming the setting as the panel does
   */
  Variation typed(String path, String values) throws InvalidConfig {
    KnobText text = new KnobText(knob(path).orElseThrow());
    return Variation.typed(
        catalog,
        base,
        path,
        title(path),
        values.replace("%", ""),
        word ->
            text.read(word).orElseThrow(() -> new InvalidConfig(title(path), refusal(word, text))));
  }

  private static String refusal(String word, KnobText text) {
    String must = text.refusal();
    return "cannot be " + word + ": it m" + must.substring(1, must.length() - 1);
  }

  /** A refusal with the panel's names in place of paths. */
  String inWords(String refusal, List<Variation> varied) {
    String words = refusal;
    for (Variation variation : varied) {
      for (Object value : variation.values()) {
        String plain = variation.path() + "=" + PlannedRun.plain(value);
        words =
            words.replace(plain, title(variation.path()) + " " + written(variation.path(), value));
      }
    }
    List<String> paths = new ArrayList<>(catalog.paths(base));
    paths.removeIf(path -> path.indexOf('.') < 0); // a word of its own, such as "steps"
    paths.sort((one, other) -> other.length() - one.length());
    for (String path : paths) {
      words = words.replace(path, title(path));
    }
    return words;
  }
}
