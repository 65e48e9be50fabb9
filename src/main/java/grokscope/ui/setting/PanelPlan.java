package grokscope.ui.setting;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * Which knobs the experiment panel shows, in which groups and order: the two that decide whether a
 * network groks first, the rarely touched ones last. Every path of the config is in exactly one
 * group. Immutable, any thread.
 *
 * @param groups the groups from top to bottom, none of them empty
 */
public record PanelPlan(List<Group> groups) {
  /** The paths with a slider of full width at the top. */
  private static final List<String> PROMINENT =
      List.of(SettingPaths.TRAIN_FRACTION, SettingPaths.WEIGHT_DECAY);

  private static final List<String> EVERYDAY =
      List.of(
          SettingPaths.OPTIMIZER_TYPE,
          SettingPaths.LEARNING_RATE,
          SettingPaths.STEPS,
          SettingPaths.BATCH,
          SettingPaths.SEED,
          SettingPaths.MEASURES);

  /** Sections whose every knob has a group of its own. */
  private static final List<String> WHOLE_SECTIONS = List.of(SettingPaths.TASK, SettingPaths.MODEL);

  /**
   * Some knobs under one title.
   *
   * @param title the words above them; empty for the first group
   * @param collapsed whether the group is folded at first
   */
  public record Group(String title, List<String> paths, boolean collapsed) {}

  public PanelPlan {
    groups = List.copyOf(groups);
  }

  public static PanelPlan of(Catalog catalog, RunConfig config) {
    List<String> rest = new ArrayList<>(shown(catalog, config));
    List<Group> groups = new ArrayList<>();
    take(groups, rest, "", PROMINENT);
    for (String section : WHOLE_SECTIONS) {
      List<String> own = rest.stream().filter(path -> path.startsWith(section + ".")).toList();
      String title = catalog.section(section).orElseThrow().title();
      take(groups, rest, title, own);
    }
    take(groups, rest, "Training", EVERYDAY);
    if (!rest.isEmpty()) {
      groups.add(new Group("Advanced", List.copyOf(rest), true));
    }
    return new PanelPlan(groups);
  }

  /** Whether a path deserves a slider and the most room. */
  public static boolean prominent(String path) {
    return PROMINENT.contains(path);
  }

  /** All paths but the choices that leave no choice. */
  private static List<String> shown(Catalog catalog, RunConfig config) {
    List<String> single =
        catalog.sections().stream()
            .filter(section -> section.kinds().size() == 1)
            .map(section -> section.pathOf("type"))
            .toList();
    return catalog.paths(config).stream().filter(path -> !single.contains(path)).toList();
  }

  private static void take(
      List<Group> groups, List<String> rest, String title, List<String> wanted) {
    List<String> found = wanted.stream().filter(rest::contains).toList();
    if (!found.isEmpty()) {
      groups.add(new Group(title, found, false));
      rest.removeAll(found);
    }
  }
}
