package grokscope.figure.print;

import grokscope.figure.CurvePoints;
import grokscope.figure.CurveSpec;
import grokscope.figure.Limits;
import grokscope.figure.LineStyle;
import grokscope.figure.PanelSpec;
import grokscope.figure.StepScale;
import grokscope.figure.Ticks;
import grokscope.figure.ValueAxis;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Anchor;
import grokscope.figure.ink.Ink.Box;
import grokscope.figure.ink.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** One panel of a figure: title, value axis, curves. One thread. */
final class PlotDrawing {
  private static final double BETWEEN_TICKS = 2.4; // lines of words
  private static final double SLACK = 0.5; // of a line that lies on the edge

  private final PanelSpec panel;
  private final FigureType type;
  private final Limits limits;
  private final Ticks ticks;
  private final List<PlotCurve> curves = new ArrayList<>(); // the first on top
  private final List<String> remarks = new ArrayList<>();

  /**
   * A panel.
   *
   * @param runs the main one first
   * @param height of its plot, in points
   * @param steps those in view
   */
  PlotDrawing(
      PanelSpec panel,
      FigureSpec spec,
      List<FigureRun> runs,
      FigureType type,
      double height,
      StepScale steps) {
    this.panel = panel;
    this.type = type;
    for (int place = 0; place < runs.size(); place++) {
      curves.addAll(curves(runs.get(place), place == 0, spec.hidden()));
    }
    limits = PlotRange.of(panel, spec, curves, steps);
    int room = Math.max(2, (int) (height / (BETWEEN_TICKS * type.size())));
    ticks = Ticks.values(panel.axis(), limits.min(), limits.max(), room);
    remark();
  }

  private List<PlotCurve> curves(FigureRun run, boolean main, List<String> hidden) {
    FigureLook look = type.look();
    List<PlotCurve> own = new ArrayList<>();
    for (int i = 0; i < panel.curves().size(); i++) {
      CurveSpec curve = panel.curves().get(i);
      if (!hidden.contains(curve.metricId())) {
        boolean byColor = LineStyle.byColor(panel) && main;
        int color = byColor ? look.color(curve.role().hue()) : look.run(run.color());
        PlotCurve.of(panel, i, run, color, look).ifPresent(own::add);
      }
    }
    return own;
  }

  private void remark() {
    boolean clamped =
        panel.axis() == ValueAxis.LOG
            && curves.stream().anyMatch(one -> one.points().lowest() == Limits.LOG_FLOOR);
    if (clamped) {
      remarks.add("On logarithmic axes, 0 and less are drawn at 10⁻¹².");
    }
    if (curves.stream().map(PlotCurve::points).anyMatch(PlotDrawing::broken)) {
      remarks.add("Curves break where a value is missing or is not a finite number.");
    }
  }

  private static boolean broken(CurvePoints points) {
    return CurvePoints.end(points.values(), 0, points.values().length) < points.values().length;
  }

  /** What has to be said of its curves. */
  List<String> remarks() {
    return remarks;
  }

  String title() {
    return panel.title();
  }

  /** What tells its curves apart: those of the first run that has them, in the panel's order. */
  List<FigureLegend.Entry> keys() {
    List<FigureLegend.Entry> keys = new ArrayList<>();
    boolean oneRun =
        curves.stream().map(PlotCurve::run).distinct().count() == 1 || LineStyle.byColor(panel);
    for (CurveSpec curve : panel.curves()) {
      curves.stream()
          .filter(one -> one.curve().equals(curve))
          .findFirst()
          .ifPresent(
              one ->
                  keys.add(
                      new FigureLegend.Entry(
                          one.curve().legend(),
                          one.stroke(type),
                          oneRun ? one.color() : type.look().text(),
                          false)));
    }
    boolean alone = keys.size() == 1 && panel.curves().size() == 1;
    return alone ? List.of() : keys;
  }

  /** How wide the words of its value axis are, in points. */
  double labels(Typeface face) {
    return DoubleStream.of(ticks.major())
        .map(tick -> face.width(ticks.label(tick), type.small()))
        .max()
        .orElse(0);
  }

  /** Draws the lines and the words of its value axis. */
  void axis(Ink ink, Box plot) {
    for (double tick : ticks.minor()) {
      double y = y(tick, plot);
      ink.line(plot.x(), y, plot.x() + plot.width(), y, type.fineGrid());
    }
    for (double tick : ticks.major()) {
      double y = y(tick, plot);
      ink.line(plot.x(), y, plot.x() + plot.width(), y, type.grid());
      double left = plot.x() - type.size() / 2;
      ink.text(ticks.label(tick), left, y + 0.36 * type.size(), type.small(), Anchor.END);
    }
  }

  /** Draws its curves, and the bands of all below them. */
  void curves(Ink ink, Box plot, StepScale steps) {
    double slack = SLACK * type.heavy();
    ink.beginInside(plot.x(), plot.y() - slack, plot.width(), plot.height() + 2 * slack);
    CurveLines lines = new CurveLines(ink, plot, steps, value -> y(value, plot), type);
    for (int i = curves.size() - 1; i >= 0; i--) {
      PlotCurve curve = curves.get(i);
      if (curve.low().isPresent() && curve.high().isPresent()) {
        lines.band(curve.low().get(), curve.high().get(), curve.color());
      }
    }
    for (int i = curves.size() - 1; i >= 0; i--) {
      PlotCurve curve = curves.get(i);
      curve.again().ifPresent(points -> lines.line(points, curve.strokeAgain(type)));
      lines.line(curve.points(), curve.stroke(type));
    }
    ink.end();
  }

  private double y(double value, Box plot) {
    boolean log = panel.axis().isLog();
    double low = log ? Math.log10(limits.min()) : limits.min();
    double high = log ? Math.log10(limits.max()) : limits.max();
    double at = log ? Math.log10(Math.max(value, Limits.LOG_FLOOR)) : value;
    return plot.y() + plot.height() * (1 - (at - low) / (high - low));
  }
}
