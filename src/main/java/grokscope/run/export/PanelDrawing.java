package grokscope.run.export;

import grokscope.figure.CurvePoints;
import grokscope.figure.CurveSpec;
import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.figure.StepScale;
import grokscope.figure.Ticks;
import grokscope.figure.ValueAxis;
import grokscope.run.export.Ink.Anchor;
import grokscope.run.export.Ink.Letters;
import grokscope.run.export.Ink.Stroke;
import grokscope.telemetry.Envelope;
import grokscope.telemetry.History;
import java.util.ArrayList;
import java.util.List;

/** One panel of a figure: header, axes, curves. One thread. */
final class PanelDrawing {
  /** The height of a plot. */
  static final double PLOT = 160;

  /** The height of a panel. */
  static final double HEIGHT = PLOT + 58;

  private static final double HEADER = 28;
  private static final double TICK = 14;
  private static final int VALUE_TICKS = 5;
  private static final int STEP_TICKS = 9;
  private static final double CURVE = 1.6;
  private static final double SWATCH = 16;
  private static final double LEGEND_GAP = 18;
  private static final double HEADER_GAP = 24;
  private static final Letters TITLE = new Letters(13, true, Paper.TEXT);
  private static final Letters LEGEND = new Letters(12, false, Paper.TEXT);
  private static final Letters LABEL = new Letters(11, false, Paper.MUTED);
  private static final Stroke GRID = new Stroke(0.75, Paper.GRID, false);
  private static final Stroke FINE_GRID = new Stroke(0.75, Paper.FINE_GRID, false);
  private static final Stroke EDGE = new Stroke(1, Paper.MUTED, false);

  private record Drawn(CurveSpec curve, CurvePoints points) {}

  private final PanelSpec spec;
  private final StepScale steps;
  private final double left;
  private final double width;
  private final List<Drawn> curves = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Limits limits;

  /**
   * A panel.
   *
   * @param left where its plot begins
   * @param width of its plot
   */
  PanelDrawing(PanelSpec spec, History history, StepScale steps, double left, double width) {
    this.spec = spec;
    this.steps = steps;
    this.left = left;
    this.width = width;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    boolean clamped = false;
    boolean broken = false;
    for (CurveSpec curve : spec.curves()) {
      if (FigurePanels.measured(history, curve)) {
        int column = history.column(curve.metricId());
        CurvePoints points = CurvePoints.of(history, column, spec.axis());
        curves.add(new Drawn(curve, points));
        lowest = Math.min(lowest, points.lowest());
        highest = Math.max(highest, points.highest());
        broken |=
            CurvePoints.end(points.values(), 0, points.values().length) < points.values().length;
        clamped |= spec.axis() == ValueAxis.LOG && points.lowest() == Limits.LOG_FLOOR;
      }
    }
    limits = Limits.of(spec.axis(), lowest, highest);
    if (clamped) {
      remarks.add("On logarithmic axes, 0 and less are drawn at 10⁻¹².");
    }
    if (broken) {
      remarks.add("Curves break where a value is missing or is not a finite number.");
    }
  }

  /** What has to be said of its curves. */
  List<String> remarks() {
    return remarks;
  }

  /** Where the plot of a panel begins. */
  static double plotTop(double top) {
    return top + HEADER;
  }

  /** Draws what is behind the curves: header, grid, labels. */
  void frame(Ink ink, double top) {
    ink.text(spec.title(), left, top + HEADER - 10, TITLE, Anchor.START);
    legend(ink, top + HEADER - 10);
    double plot = plotTop(top);
    Ticks values = valueTicks();
    for (double tick : values.minor()) {
      ink.line(left, y(tick, plot), left + width, y(tick, plot), FINE_GRID);
    }
    for (double tick : values.major()) {
      double y = y(tick, plot);
      ink.line(left, y, left + width, y, GRID);
      ink.text(values.label(tick), left - 6, y + 4, LABEL, Anchor.END);
    }
    Ticks across = Ticks.steps(steps.min(), steps.max(), STEP_TICKS);
    for (double tick : across.major()) {
      double x = left + steps.position(tick) * width;
      ink.line(x, plot, x, plot + PLOT, GRID);
      ink.text(across.label(tick), x, plot + PLOT + TICK, LABEL, Anchor.MIDDLE);
    }
    ink.text("step", left - 6, plot + PLOT + TICK, LABEL, Anchor.END);
  }

  private Ticks valueTicks() {
    return switch (spec.axis()) {
      case UNIT -> Ticks.linear(0, 1, VALUE_TICKS);
      case LOG -> Ticks.logarithmic(limits.min(), limits.max(), VALUE_TICKS);
      case FROM_ZERO, WITH_ZERO -> Ticks.linear(limits.min(), limits.max(), VALUE_TICKS);
    };
  }

  /** The curves' names at the right, where each needs one beside the title. */
  private void legend(Ink ink, double y) {
    if (curves.size() == 1 && curves.get(0).curve().legend().equalsIgnoreCase(spec.title())) {
      return;
    }
    double x = left + TITLE.width(spec.title()) + HEADER_GAP;
    for (Drawn drawn : curves) {
      int color = Paper.color(drawn.curve().role().hue());
      ink.line(x, y - 4, x + SWATCH, y - 4, new Stroke(2, color, false));
      ink.text(drawn.curve().legend(), x + SWATCH + 5, y, LEGEND, Anchor.START);
      x += SWATCH + 5 + LEGEND.width(drawn.curve().legend()) + LEGEND_GAP;
    }
  }

  /** Draws the curves, the first on top. */
  void curves(Ink ink, double top) {
    double plot = plotTop(top);
    ink.line(left, plot + PLOT, left + width, plot + PLOT, EDGE);
    for (int i = curves.size() - 1; i >= 0; i--) {
      int color = Paper.color(curves.get(i).curve().role().hue());
      curve(ink, curves.get(i).points(), plot, new Stroke(CURVE, color, false));
    }
  }

  /** No more points than the width can show, with every spike in full; nothing across a break. */
  private void curve(Ink ink, CurvePoints points, double plot, Stroke stroke) {
    double[] x = points.steps().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = left + steps.position(x[i]) * width;
    }
    double[] values = points.values();
    Envelope envelope = new Envelope();
    int begin = CurvePoints.begin(values, 0, x.length);
    while (begin < x.length) {
      int end = CurvePoints.end(values, begin, x.length);
      envelope.thin(x, values, begin, end);
      double[] y = envelope.y();
      for (int i = 0; i < envelope.size(); i++) {
        y[i] = y(y[i], plot);
      }
      if (envelope.size() == 1) {
        double alone = envelope.x()[0];
        ink.line(alone - CURVE / 2, y[0], alone + CURVE / 2, y[0], stroke);
      } else {
        ink.line(envelope.x(), y, envelope.size(), stroke);
      }
      begin = CurvePoints.begin(values, end, x.length);
    }
  }

  private double y(double value, double plot) {
    boolean log = spec.axis() == ValueAxis.LOG;
    double low = log ? Math.log10(limits.min()) : limits.min();
    double high = log ? Math.log10(limits.max()) : limits.max();
    double at = log ? Math.log10(value) : value;
    return plot + PLOT * (1 - (at - low) / (high - low));
  }
}
