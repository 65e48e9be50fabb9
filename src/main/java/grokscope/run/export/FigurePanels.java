package grokscope.run.export;

import grokscope.figure.CurveSpec;
import grokscope.figure.Hue;
import grokscope.figure.PanelSpec;
import grokscope.figure.Panels;
import grokscope.figure.Role;
import grokscope.figure.ValueAxis;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The panels of a figure: those of the window, and below them what a window has no panel for.
 * Stateless, any thread.
 */
final class FigurePanels {
  private static final List<Hue> HUES =
      List.of(Hue.NORM, Hue.RESTRICTED, Hue.EXCLUDED, Hue.ANSWER_1, Hue.ANSWER_5, Hue.ANSWER_8);

  private FigurePanels() {}

  /** Those for which the run has measured anything. */
  static List<PanelSpec> of(History history) {
    List<PanelSpec> panels = new ArrayList<>(Panels.all());
    List<String> shown = new ArrayList<>();
    panels.forEach(panel -> panel.curves().forEach(curve -> shown.add(curve.metricId())));
    List<Metric> others = new ArrayList<>(history.metrics());
    others.removeIf(metric -> shown.contains(metric.id()));
    together(panels, others, "Other accuracies", ValueAxis.UNIT, id -> id.endsWith("accuracy"));
    together(panels, others, "Other losses", ValueAxis.LOG, id -> id.endsWith("loss"));
    others.forEach(metric -> panels.add(alone(history, metric)));
    panels.removeIf(panel -> panel.curves().stream().noneMatch(curve -> measured(history, curve)));
    return panels;
  }

  /** Moves all metrics of a kind to one panel. */
  private static void together(
      List<PanelSpec> panels,
      List<Metric> others,
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
    panels.add(new PanelSpec(title, title, axis, curves));
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
