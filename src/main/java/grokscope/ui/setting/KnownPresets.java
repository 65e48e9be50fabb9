package grokscope.ui.setting;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.config.preset.Preset;
import grokscope.run.RunPreset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which preset a stored run came from: what its folder says, or in an older folder its settings.
 * Immutable, any thread.
 */
public final class KnownPresets {
  /** In these a run may differ and still be a run of the preset. */
  private static final Set<String> FREE = Set.of(SettingPaths.SEED, SettingPaths.STEPS);

  private final List<Preset> all;
  private final Map<Map<String, Settings>, List<Preset>> byExperiment = new HashMap<>();

  public KnownPresets(List<Preset> presets) {
    all = List.copyOf(presets);
    for (Preset preset : presets) {
      byExperiment.merge(
          experiment(preset.config()),
          List.of(preset),
          (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
    }
  }

  /** The title of the preset of a run; empty without one. */
  public String title(RunPreset recorded, RunConfig config) {
    return of(recorded, config).map(Preset::title).orElse(recorded.title());
  }

  /** The preset of a run, if there still is one. */
  public Optional<Preset> of(RunPreset recorded, RunConfig config) {
    return recorded.known()
        ? all.stream().filter(preset -> preset.id().equals(recorded.id())).findFirst()
        : of(config);
  }

  /** The first preset with these settings. */
  private Optional<Preset> of(RunConfig config) {
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
