package grokscope.figure.print;

import grokscope.figure.CurvePoints;
import grokscope.figure.CurveSpec;
import grokscope.figure.LineStyle;
import grokscope.figure.ValueAxis;
import grokscope.figure.ink.Ink.Stroke;
import grokscope.telemetry.History;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A curve of a run in a panel. One thread.
 *
 * @param curve what it shows
 * @param color of it
 * @param style of it
 * @param main whether it is the main run's
 * @param points of it
 * @param low the lower edge of its band, if it has one
 * @param high the upper edge, on the same steps
 * @param again the same, read again
 */
record PlotCurve(
    CurveSpec curve,
    int color,
    LineStyle style,
    boolean main,
    CurvePoints points,
    Optional<CurvePoints> low,
    Optional<CurvePoints> high,
    Optional<CurvePoints> again) {
  private static final List<Double> AGAIN = List.of(1.2, 1.2);
  private static final double BEHIND = 0.5;

  /** The curve of a run, if the run has measured it. */
  static Optional<PlotCurve> of(
      CurveSpec curve,
      LineStyle style,
      boolean main,
      FigureRun run,
      int color,
      FigureLook look,
      ValueAxis axis,
      DoubleUnaryOperator shown) {
    if (!FigurePanels.measured(run.history(), curve)) {
      return Optional.empty();
    }
    String metric = curve.metricId();
    double strength = run.behind() ? BEHIND : style.strength();
    return Optional.of(
        new PlotCurve(
            curve,
            look.tint(color, strength),
            style,
            main,
            points(run.history(), metric, axis, shown).orElseThrow(),
            run.range().flatMap(range -> points(range.lowest(), metric, axis, shown)),
            run.range().flatMap(range -> points(range.highest(), metric, axis, shown)),
            run.again().flatMap(other -> points(other, metric, axis, shown))));
  }

  private static Optional<CurvePoints> points(
      History run, String metric, ValueAxis axis, DoubleUnaryOperator shown) {
    int column = run.column(metric);
    return column < 0 ? Optional.empty() : Optional.of(CurvePoints.of(run, column, 0, axis, shown));
  }

  /** All that the axis must have room for. */
  Stream<CurvePoints> all() {
    return Stream.of(Optional.of(points), low, high, again).flatMap(Optional::stream);
  }

  /** How its line is drawn. */
  Stroke stroke(FigureType type) {
    return stroke(type, style.dashes());
  }

  /** How the line of the same, read again, is drawn. */
  Stroke strokeAgain(FigureType type) {
    return stroke(type, AGAIN);
  }

  private Stroke stroke(FigureType type, List<Double> dashes) {
    double heavy = type.heavy();
    return new Stroke(
        heavy * style.weight(), color, dashes.stream().map(dash -> dash * heavy).toList());
  }
}
