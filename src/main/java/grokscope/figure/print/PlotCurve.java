package grokscope.figure.print;

import grokscope.figure.CurvePoints;
import grokscope.figure.CurveSpec;
import grokscope.figure.LineStyle;
import grokscope.figure.PanelSpec;
import grokscope.figure.ink.Ink.Stroke;
import grokscope.telemetry.History;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A curve of a run in a panel. One thread.
 *
 * @param curve what it shows
 * @param color of it
 * @param style of it
 * @param styleAgain of the same, read again
 * @param run whose it is
 * @param look the colours of the figure
 * @param points of it
 * @param low the lower edge of its band, if it has one
 * @param high the upper edge, on the same steps
 * @param again the same, read again
 */
record PlotCurve(
    CurveSpec curve,
    int color,
    LineStyle style,
    LineStyle styleAgain,
    FigureRun run,
    FigureLook look,
    CurvePoints points,
    Optional<CurvePoints> low,
    Optional<CurvePoints> high,
    Optional<CurvePoints> again) {
  /**
   * The curve of a run, if the run has measured it.
   *
   * @param place of the curve in the panel
   */
  static Optional<PlotCurve> of(
      PanelSpec panel, int place, FigureRun run, int color, FigureLook look) {
    CurveSpec curve = panel.curves().get(place);
    if (!FigurePanels.measured(run.history(), curve)) {
      return Optional.empty();
    }
    String metric = curve.metricId();
    return Optional.of(
        new PlotCurve(
            curve,
            color,
            LineStyle.of(panel, place),
            LineStyle.again(panel, place),
            run,
            look,
            points(panel, run.history(), metric).orElseThrow(),
            run.range().flatMap(range -> points(panel, range.lowest(), metric)),
            run.range().flatMap(range -> points(panel, range.highest(), metric)),
            run.again().flatMap(other -> points(panel, other.history(), metric))));
  }

  private static Optional<CurvePoints> points(PanelSpec panel, History run, String metric) {
    int column = run.column(metric);
    return column < 0
        ? Optional.empty()
        : Optional.of(CurvePoints.of(run, column, 0, panel.axis(), panel.scale().reading()));
  }

  /** All that the axis must have room for. */
  Stream<CurvePoints> all() {
    return Stream.of(Optional.of(points), low, high, again).flatMap(Optional::stream);
  }

  /** How its line is drawn. */
  Stroke stroke(FigureType type) {
    return stroke(type, style, style.strength() * run.standing().strength());
  }

  /** How the line of the same, read again, is drawn. */
  Stroke strokeAgain(FigureType type) {
    return stroke(type, styleAgain, LineStyle.AGAIN);
  }

  private Stroke stroke(FigureType type, LineStyle as, double strength) {
    double heavy = type.heavy() * run.standing().weight();
    return new Stroke(
        Math.max(FigureType.HAIRLINE, heavy * as.weight()),
        look.tint(color, strength),
        as.dashes().stream().map(dash -> dash * heavy).toList());
  }
}
