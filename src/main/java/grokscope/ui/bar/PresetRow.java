package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import grokscope.ui.setting.Draft;
import grokscope.ui.term.PageRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row in the list of presets. Immutable, any thread. */
sealed interface PresetRow {
  /** The page of the presets for newcomers. */
  String FIRST = "/assets/help/start.md";

  /** The title of a group, which cannot be chosen. */
  record Head(String title) implements PresetRow {}

  /**
   * A preset to open.
   *
   * @param why it is recommended to newcomers; empty where it stands in its group
   */
  record Choice(Preset preset, String why) implements PresetRow {}

  /** The experiment that was left with changes. */
  record Back(Draft.Left left) implements PresetRow {}

  /**
   * What can be brought back, then a few presets for newcomers in the order in which to try them,
   * then all, group by group.
   */
  static List<PresetRow> grouped(List<Preset> presets, Optional<Draft.Left> left) {
    List<PresetRow> rows = new ArrayList<>();
    left.ifPresent(before -> rows.add(new Back(before)));
    rows.addAll(first(presets));
    String open = "";
    for (Preset preset : presets) {
      String group = preset.shipped() ? preset.presetNotes().group() : "My presets";
      if (!group.equals(open)) {
        rows.add(new Head(group));
        open = group;
      }
      rows.add(new Choice(preset, ""));
    }
    return rows;
  }

  private static List<PresetRow> first(List<Preset> presets) {
    List<PresetRow> rows = new ArrayList<>();
    for (PageRow row : PageRow.read(FIRST, 2)) {
      String id = row.cells().get(0);
      Optional<Preset> wanted =
          presets.stream().filter(preset -> preset.id().equals(id) && preset.shipped()).findFirst();
      if (wanted.isPresent()) {
        if (rows.isEmpty()) {
          rows.add(new Head(row.group()));
        }
        rows.add(new Choice(wanted.get(), row.cells().get(1)));
      }
    }
    return rows;
  }

  /** What a search found, in its order. */
  static List<PresetRow> found(List<Preset> presets) {
    return presets.stream().<PresetRow>map(preset -> new Choice(preset, "")).toList();
  }
}
