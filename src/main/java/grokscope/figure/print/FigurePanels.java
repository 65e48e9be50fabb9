package grokscope.figure.print;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.figure.CurveSpec;
import grokscope.figure.Hue;
import grokscope.figure.PanelSpec;
import grokscope.figure.Panels;
import grokscope.figure.Role;
import grokscope.figure.ValueAxis;
import grokscope.figure.ValueScale;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The panels of a figure: those of the window, and below them what a window has no panel for.
 * Stateless, any thread.
 */
public final class FigurePanels {
  private static final String NODE = "-panel";

  private static final List<Hue> HUES =
      List.of(Hue.NORM, Hue.RESTRICTED, Hue.EXCLUDED, Hue.ANSWER_1, Hue.ANSWER_5, Hue.ANSWER_8);

  private FigurePanels() {}

  /** Those for which any of some runs has measured anything. */
  public static List<PanelSpec> of(List<History> runs) {
    Map<String, PanelSpec> panels = new LinkedHashMap<>();
    for (History run : runs) {
      of(run).forEach(panel -> panels.merge(panel.id(), panel, FigurePanels::longer));
    }
    List<PanelSpec> known = Panels.all();
    List<PanelSpec> ordered = new ArrayList<>();
    known.stream().filter(panel -> panels.containsKey(panel.id())).forEach(ordered::add);
    panels.values().stream().filter(panel -> !ordered.contains(panel)).forEach(ordered::add);
    return ordered;
  }

  private static PanelSpec longer(PanelSpec one, PanelSpec other) {
    return other.curves().size() > one.curves().size() ? other : one;
  }

  /**
   * The panels that a figure asks for.
   *
   * @throws InvalidConfig with the place of the first one that none of the runs has measured
   */
  static List<PanelSpec> chosen(FigureSpec spec, List<History> runs) throws InvalidConfig {
    List<PanelSpec> there = of(runs);
    List<String> ids = there.stream().map(FigurePanels::id).toList();
    List<String> metrics =
        there.stream()
            .flatMap(panel -> panel.curves().stream())
            .map(CurveSpec::metricId)
            .distinct()
            .toList();
    for (int i = 0; i < spec.panels().size(); i++) {
      known("panels[" + i + "]", spec.panels().get(i), ids);
    }
    for (int i = 0; i < spec.hidden().size(); i++) {
      known("hidden[" + i + "]", spec.hidden().get(i), metrics);
    }
    for (String panel : spec.values().keySet()) {
      known("values", panel, ids);
    }
    for (String panel : spec.scales().keySet()) {
      known("scales", panel, ids);
    }
    List<PanelSpec> chosen = new ArrayList<>();
    for (String id : spec.panels().isEmpty() ? ids : spec.panels()) {
      there.stream().filter(panel -> id(panel).equals(id)).forEach(chosen::add);
    }
    for (int i = 0; i < chosen.size(); i++) {
      chosen.set(i, scaled(chosen.get(i), spec));
    }
    chosen.removeIf(
        panel ->
            panel.curves().stream()
                .noneMatch(
                    curve ->
                        !spec.hidden().contains(curve.metricId())
                            && runs.stream().anyMatch(run -> measured(run, curve))));
    if (chosen.isEmpty()) {
      throw new InvalidConfig(
          "hidden", "holds every curve of the panels, but one at least must be drawn");
    }
    return chosen;
  }

  private static PanelSpec scaled(PanelSpec panel, FigureSpec spec) throws InvalidConfig {
    String name = spec.scales().get(id(panel));
    if (name == null) {
      return panel;
    }
    List<String> names = panel.scales().stream().map(ValueScale::name).toList();
    if (!names.contains(name)) {
      throw new InvalidConfig(
          "scales." + id(panel),
          "is " + Messages.display(name) + ", but must be one of " + Messages.quoted(names));
    }
    return panel.on(name);
  }

  private static void known(String path, String id, List<String> known) throws InvalidConfig {
    if (!known.contains(id)) {
      throw new InvalidConfig(
          path,
          "is "
              + Messages.display(id)
              + ", but must be one of those that were measured: "
              + Messages.quoted(known));
    }
  }

  /** Those for which a run has measured anything. */
  private static List<PanelSpec> of(History history) {
    List<PanelSpec> panels = new ArrayList<>(Panels.all());
    List<String> shown = new ArrayList<>();
    panels.forEach(panel -> panel.curves().forEach(curve -> shown.add(curve.metricId())));
    List<Metric> others = new ArrayList<>(history.metrics());
    others.removeIf(metric -> shown.contains(metric.id()));
    together(
        panels,
        others,
        "other-accuracies",
        "Other accuracies",
        ValueAxis.UNIT,
        id -> id.endsWith("accuracy"));
    together(
        panels, others, "other-losses", "Other losses", ValueAxis.LOG, id -> id.endsWith("loss"));
    others.forEach(metric -> panels.add(alone(history, metric)));
    panels.removeIf(panel -> panel.curves().stream().noneMatch(curve -> measured(history, curve)));
    return panels;
  }

  /** What a panel is called in a figure's file. */
  public static String id(PanelSpec panel) {
    String id = panel.id();
    return id.endsWith(NODE) ? id.substring(0, id.length() - NODE.length()) : id;
  }

  /** Moves all metrics of a kind to one panel. */
  private static void together(
      List<PanelSpec> panels,
      List<Metric> others,
      String id,
      String title,
      ValueAxis axis,
      Predicate<String> kind) {
    List<CurveSpec> curves = new ArrayList<>();
    for (Metric metric : others) {
      if (kind.test(metric.id())) {
        Role role = new Role(metric.title(), HUES.get(curves.size() % HUES.size()));
        curves.add(new CurveSpec(metric.id(), metric.title(), role));
      }
    }
    others.removeIf(metric -> kind.test(metric.id()));
    panels.add(new PanelSpec(id, title, axis, curves));
  }

  private static PanelSpec alone(History history, Metric metric) {
    int column = history.column(metric.id());
    ValueAxis axis = ValueAxis.FROM_ZERO; // unless it is ever negative
    for (int i = 0; i < history.size(); i++) {
      axis = history.value(column, i) < 0 ? ValueAxis.WITH_ZERO : axis;
    }
    String title = NumberText.sentence(metric.title());
    return new PanelSpec(
        metric.id(),
        title,
        axis,
        List.of(new CurveSpec(metric.id(), metric.title(), new Role("", Hue.NORM))));
  }

  /** Whether a curve has a point. */
  static boolean measured(History history, CurveSpec curve) {
    int column = history.column(curve.metricId());
    for (int i = 0; column >= 0 && i < history.size(); i++) {
      if (Double.isFinite(history.value(column, i))) {
        return true;
      }
    }
    return false;
  }
}
