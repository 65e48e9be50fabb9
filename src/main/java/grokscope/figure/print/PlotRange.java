package grokscope.figure.print;

import grokscope.figure.CurvePoints;
import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.figure.StepScale;
import grokscope.figure.ValueAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which values of a panel are in view, by the same rules as in the window. Stateless. */
final class PlotRange {
  private PlotRange() {}

  /**
   * The values in view: those that are asked for, or all of the runs by which the axes go; of a
   * part of the steps, no more than is needed.
   */
  static Limits of(PanelSpec panel, FigureSpec spec, List<PlotCurve> curves, StepScale steps) {
    ValueAxis axis = panel.axis();
    Optional<Limits> asked =
        Optional.ofNullable(spec.values().get(FigurePanels.id(panel)))
            .filter(range -> !axis.isLog() || range.from() > 0)
            .map(range -> new Limits(range.from(), range.to()));
    if (asked.isPresent()) {
      return asked.get();
    }
    boolean part = spec.steps().isPresent();
    List<CurvePoints> fitted = new ArrayList<>();
    curves.stream()
        .filter(curve -> curve.run().fitted())
        .forEach(curve -> curve.all().forEach(fitted::add));
    if (fitted.isEmpty()) {
      curves.forEach(curve -> curve.all().forEach(fitted::add));
    }
    double lowest = Double.NaN;
    double highest = Double.NaN;
    for (CurvePoints points : fitted) {
      for (int i = 0; i < points.steps().length; i++) {
        double step = points.steps()[i];
        double value = points.values()[i];
        boolean seen = !part || (step >= steps.min() && step <= steps.max());
        boolean counts = axis != ValueAxis.UNIT_LOG || value > Limits.LOG_FLOOR;
        if (seen && counts && Double.isFinite(value)) {
          lowest = Double.isNaN(lowest) ? value : Math.min(lowest, value);
          highest = Double.isNaN(highest) ? value : Math.max(highest, value);
        }
      }
    }
    return part ? Limits.close(axis, lowest, highest) : Limits.of(axis, lowest, highest);
  }
}
