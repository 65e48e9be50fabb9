package grokscope.ui.setting;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.config.preset.Preset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which preset a stored run came from, told by its settings: a run knows no preset. Immutable, any
 * thread.
 */
public final class KnownPresets {
  /** In these a run may differ and still be a run of the preset. */
  private static final Set<String> FREE = Set.of(SettingPaths.SEED, SettingPaths.STEPS);

  private final Map<Map<String, Settings>, List<Preset>> byExperiment = new HashMap<>();

  public KnownPresets(List<Preset> presets) {
    for (Preset preset : presets) {
      byExperiment.merge(
          experiment(preset.config()),
          List.of(preset),
          (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
    }
  }

  /** The title of the preset of a run; empty without one. */
  public String title(RunConfig config) {
    return of(config).map(Preset::title).orElse("");
  }

  /** The first preset with these settings. */
  public Optional<Preset> of(RunConfig config) {
    return byExperiment.getOrDefault(experiment(config), List.of()).stream()
        .filter(preset -> FREE.containsAll(config.differences(preset.config())))
        .findFirst();
  }

  /** All but the section in which the seed is, to be looked up without comparing with every one. */
  private static Map<String, Settings> experiment(RunConfig config) {
    Map<String, Settings> sections = new HashMap<>(config.sections());
    sections.remove("");
    return sections;
  }
}
