package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import grokscope.ui.setting.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row in the list of presets. Immutable, any thread. */
sealed interface PresetRow {
  /** The title of a group, which cannot be chosen. */
  record Head(String title) implements PresetRow {}

  /** A preset to open. */
  record Choice(Preset preset) implements PresetRow {}

  /** The experiment that was left with changes. */
  record Back(Draft.Left left) implements PresetRow {}

  /** All presets, group by group, and what can be brought back before them. */
  static List<PresetRow> grouped(List<Preset> presets, Optional<Draft.Left> left) {
    List<PresetRow> rows = new ArrayList<>();
    left.ifPresent(before -> rows.add(new Back(before)));
    String open = "";
    for (Preset preset : presets) {
      String group = preset.shipped() ? preset.presetNotes().group() : "My presets";
      if (!group.equals(open)) {
        rows.add(new Head(group));
        open = group;
      }
      rows.add(new Choice(preset));
    }
    return rows;
  }

  /** What a search found, in its order. */
  static List<PresetRow> found(List<Preset> presets) {
    return presets.stream().<PresetRow>map(Choice::new).toList();
  }
}
