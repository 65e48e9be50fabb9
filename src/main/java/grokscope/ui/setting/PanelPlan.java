package grokscope.ui.setting;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which knobs the experiment panel shows, in which groups and order: a few for a newcomer first,
 * the others under headings. Every path of the config is in exactly one group. Immutable, any
 * thread.
 *
 * @param groups the groups from top to bottom, none of them empty
 */
public record PanelPlan(List<Group> groups) {
  private static final int FIRST = 4; // knobs on top, unless the preset names more

  /** The paths with a slider of full width at the top. */
  private static final List<String> PROMINENT =
      List.of(SettingPaths.TRAIN_FRACTION, SettingPaths.WEIGHT_DECAY);

  /** Those that fill up the top where a preset names few. */
  private static final List<String> EVERYDAY =
      List.of(SettingPaths.LEARNING_RATE, SettingPaths.STEPS);

  /** The headings, each with what belongs under it and under none before. */
  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("Task", path -> path.startsWith(SettingPaths.TASK + ".")),
          new Heading("Data", path -> path.startsWith("data.")),
          new Heading(
              "Network",
              anyOf(
                  SettingPaths.MODEL + ".",
                  "type",
                  "embedding",
                  "dModel",
                  "layers",
                  "width",
                  "dMlp",
                  "heads",
                  "block",
                  "activation")),
          new Heading("Network details", path -> path.startsWith(SettingPaths.MODEL + ".")),
          new Heading(
              "Training",
              List.of(
                      SettingPaths.OPTIMIZER_TYPE,
                      SettingPaths.LEARNING_RATE,
                      SettingPaths.STEPS,
                      SettingPaths.BATCH,
                      SettingPaths.SEED,
                      SettingPaths.LOSS_TYPE)
                  ::contains),
          new Heading(
              "Training details",
              path ->
                  Stream.of("optimizer.", "gradient.", "weights.", "loss.")
                      .anyMatch(path::startsWith)),
          new Heading("Measures and script", path -> true));

  private record Heading(String title, Predicate<String> belongs) {}

  /**
   * Some knobs under one title.
   *
   * @param title the heading that folds them; empty for the first group, which is always open
   */
  public record Group(String title, List<String> paths) {}

  public PanelPlan {
    groups = List.copyOf(groups);
  }

  /**
   * The plan for a config.
   *
   * @param focus the paths of what is worth turning in its preset
   */
  public static PanelPlan of(Catalog catalog, RunConfig config, List<String> focus) {
    List<String> rest = new ArrayList<>(shown(catalog, config));
    List<String> named =
        Stream.concat(PROMINENT.stream(), focus.stream())
            .distinct()
            .filter(rest::contains)
            .toList();
    List<String> top =
        Stream.concat(named.stream(), EVERYDAY.stream().filter(rest::contains))
            .distinct()
            .limit(Math.max(FIRST, named.size()))
            .toList();
    List<Group> groups = new ArrayList<>();
    take(groups, rest, "", top);
    for (Heading heading : HEADINGS) {
      take(groups, rest, heading.title(), rest.stream().filter(heading.belongs()).toList());
    }
    return new PanelPlan(groups);
  }

  private static Predicate<String> anyOf(String beginning, String... ends) {
    return Stream.of(ends).map(end -> beginning + end).toList()::contains;
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
      List<Group> groups, List<String> rest, String title, List<String> found) {
    if (!found.isEmpty()) {
      groups.add(new Group(title, List.copyOf(found)));
      rest.removeAll(found);
    }
  }
}
