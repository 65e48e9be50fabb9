package grokscope.ui.chart;

import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.figure.StepScale;
import grokscope.figure.Ticks;
import grokscope.figure.ValueAxis;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.BackgroundRenderer;
import grokscope.ui.chart.plot.Extent;
import grokscope.ui.chart.plot.LiveRenderer;
import grokscope.ui.chart.plot.Margins;
import grokscope.ui.chart.plot.NoLegend;
import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.RuledAxis;
import grokscope.ui.chart.plot.StepWindow;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.ui.geometry.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One chart with its header, its live curves and room for the earlier runs. FX thread only. */
final class Panel {
  private static final double LABEL_HEIGHT = 1.7; // of the type size, with the gap to the next
  private static final double LABEL_WIDTH = 6;

  private final PanelHeader header;
  private final XYChart chart;
  private final RuledAxis steps;
  private final RuledAxis values;
  private final Region above = new Region();
  private final Region beside = new Region();
  private final BackgroundRenderer back;
  private final PanelData data;
  private final StepWindow window;

  private List<Ghost> ghosts = List.of();
  private Optional<ReplayedCurves> again = Optional.empty();
  private Optional<Limits> zoomed = Optional.empty();
  private @Nullable Margins words; // none before it is laid out

  /**
   * Makes the chart.
   *
   * @param window the steps in view
   * @param actions what its header asks for
   */
  Panel(PanelSpec spec, StepWindow window, PanelActions actions) {
    this.window = window;
    header = new PanelHeader(spec, actions);
    steps = new RuledAxis(Side.BOTTOM, StepScale.LOG_ZERO, this::stepTicks);
    values = new RuledAxis(Side.LEFT, Limits.LOG_FLOOR, this::valueTicks);
    chart = new XYChart(steps, values);
    chart.setId(spec.id());
    chart.setAnimated(false);
    chart.setLegend(new NoLegend());
    chart.setMouseTransparent(true);
    chart.getCanvas().setCache(false);
    chart.getAxesAndCanvasPane().addSide(Side.TOP, above);
    chart.getAxesAndCanvasPane().addSide(Side.RIGHT, beside);
    LiveRenderer front = new LiveRenderer();
    back = new BackgroundRenderer(steps, values);
    data = new PanelData(spec, front.getDatasets(), back.getDatasets());
    chart.getRenderers().setAll(front, back);
    chart.getPlotBackground().getChildren().add(back.canvas());
    fitValues();
  }

  private Ticks stepTicks(boolean log, double min, double max, double length) {
    int room = (int) (length / (LABEL_WIDTH * digits()));
    return log ? Ticks.logSteps(min, max, room) : Ticks.steps(min, max, room);
  }

  private Ticks valueTicks(boolean log, double min, double max, double length) {
    int room = (int) (length / (LABEL_HEIGHT * digits()));
    // The chart asks before it has data, and once between a change of range and of scale.
    ValueAxis axis = data == null ? ValueAxis.FROM_ZERO : data.spec().axis();
    return Ticks.values(log == axis.isLog() ? axis : plain(log), min, max, room);
  }

  private static ValueAxis plain(boolean log) {
    return log ? ValueAxis.LOG : ValueAxis.FROM_ZERO;
  }

  private double digits() {
    return words == null ? Margins.small(1, true).digits() : words.digits();
  }

  PanelSpec spec() {
    return data.spec();
  }

  String id() {
    return data.spec().id();
  }

  PanelHeader header() {
    return header;
  }

  XYChart chart() {
    return chart;
  }

  RuledAxis steps() {
    return steps;
  }

  RuledAxis values() {
    return values;
  }

  BackgroundRenderer back() {
    return back;
  }

  PanelData data() {
    return data;
  }

  /** Puts the chart and its header where a plot lies. */
  void layOut(Plot plot) {
    Margins words = plot.words();
    if (!words.equals(this.words)) {
      this.words = words;
      chart.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx", words.digits()));
      above.setPrefHeight(words.top());
      beside.setPrefWidth(words.right());
      values.setThickness(words.left(), words.top());
      steps.setThickness(words.bottom(), words.right());
      steps.getStyleClass().remove("unlabelled");
      if (!words.labelled()) {
        steps.getStyleClass().add("unlabelled");
      }
    }
    chart.resizeRelocate(
        plot.left() - words.left(),
        plot.top() - words.top(),
        words.left() + plot.width() + words.right(),
        words.top() + plot.height() + words.bottom());
    double from = plot.left() - words.left() + PanelHeader.LEFT;
    header.resizeRelocate(
        from, plot.headerTop(), plot.right() + words.right() - from, words.header());
  }

  /** Empties the live curves; they will be filled from this history. */
  void begin(History history) {
    data.begin(history);
    zoomed = Optional.empty();
    setReadAgain(Optional.empty());
    PanelSpec spec = data.spec();
    if (spec.optional()) {
      for (int curve = 0; curve < spec.curves().size(); curve++) {
        header.showCurve(curve, spec.isFor(history, spec.curves().get(curve)));
      }
      setGhosts(ghosts); // as they were, with the curves of this run
    }
    fitValues();
  }

  /** Whether the live run has this panel. */
  boolean isWanted() {
    return data.spec().isFor(data.history());
  }

  /** Appends what the live history has gained, one append per curve. */
  void appendNew() {
    if (data.appendNew()) {
      fitValues();
    }
  }

  /** Shows the live run as it was read again, if any of it belongs here. */
  void setReadAgain(Optional<ReplayedCurves> read) {
    again = read.filter(other -> has(other.history()));
    data.setReadAgain(again);
    fitValues();
  }

  private boolean has(History run) {
    return data.spec().curves().stream().anyMatch(curve -> run.column(curve.metricId()) >= 0);
  }

  /** Draws other runs. */
  void setGhosts(List<Ghost> shown) {
    ghosts = List.copyOf(shown);
    back.setBands(data.setGhosts(ghosts));
    fitValues();
  }

  /** Draws these runs only. */
  void show(Shown runs) {
    data.show(runs);
    fitValues();
  }

  /** Shows the values on the scale of this name. */
  void setScale(String name) {
    PanelSpec now = data.spec().on(name);
    if (!now.equals(data.spec())) {
      zoomed = Optional.empty();
      back.setBands(data.rescale(now));
      header.setScale(now);
      fitValues();
    }
  }

  /** Hides a curve of all runs, or shows it again. */
  void turnCurve(int curve) {
    boolean shown = !data.showsCurve(curve);
    data.showCurve(curve, shown);
    header.setPale(curve, !shown);
    fitValues();
  }

  /** Whether it is known what the live run was trained on, as the legend says. */
  void setSplitKnown(boolean known) {
    header.setSplitKnown(data.spec(), known);
  }

  /** Draws everything in these colours. */
  void dress(Inks inks, RunIdentity run) {
    data.dress(inks, run);
    header.dress(inks, data.spec(), run);
  }

  /** Shows the steps of a window, and says whether they were others before. */
  boolean show(StepWindow window) {
    boolean moved = steps.show(window.isLog(), window.min(), window.max());
    if (moved) {
      fitValues();
    }
    return moved;
  }

  /**
   * Makes the value axis longer (factor above 1) or shorter around a height that stays in place.
   *
   * @param rise that height, as share of the plot's
   */
  void zoomValues(double factor, double rise) {
    double still = valueAt(rise);
    select(still - rise * factor * length(), still + (1 - rise) * factor * length());
  }

  /** Shows what lies between two heights. */
  void selectValues(double low, double high) {
    select(valueAt(Math.min(low, high)), valueAt(Math.max(low, high)));
  }

  /** Moves the values in view up by a share of the plot's height, if they were zoomed. */
  void panValues(double share) {
    if (zoomed.isPresent()) {
      select(valueAt(0) - share * length(), valueAt(1) - share * length());
    }
  }

  private void select(double low, double high) {
    Limits whole = whole();
    double least = (forward(whole.max()) - forward(whole.min())) * 1e-6;
    if (high - low < least) {
      return;
    }
    boolean all = low <= forward(whole.min()) && high >= forward(whole.max());
    zoomed = all ? Optional.empty() : Optional.of(new Limits(backward(low), backward(high)));
    fitValues();
  }

  /** Shows all values again. */
  void allValues() {
    zoomed = Optional.empty();
    fitValues();
  }

  /** Whether values were zoomed. */
  boolean isZoomed() {
    return zoomed.isPresent();
  }

  private double length() {
    return forward(values.getMax()) - forward(values.getMin());
  }

  private double valueAt(double rise) {
    return forward(values.getMin()) + rise * length();
  }

  private double forward(double value) {
    return data.spec().axis().isLog() ? Math.log10(value) : value;
  }

  private double backward(double length) {
    return data.spec().axis().isLog() ? Math.pow(10, length) : length;
  }

  /** Whether any of the live run as it was read again is drawn here. */
  boolean isReadAgain() {
    return again.isPresent();
  }

  /** Writes the values at a sample of the live run. */
  void read(int sample) {
    for (int curve = 0; curve < data.spec().curves().size(); curve++) {
      header.live(curve).setValue(data.value(data.history(), curve, sample));
    }
  }

  /** What the curve that the panel is about has at a step of another run; NaN for nothing. */
  double mainValue(History other, double step) {
    boolean covered = other.size() > 0 && step <= other.step(other.size() - 1);
    return data.value(other, data.spec().main(), covered ? other.indexAt(step) : -1);
  }

  /** What the curve that the panel is about has at a sample of the live run; NaN for nothing. */
  double mainValue(int sample) {
    return data.value(data.history(), data.spec().main(), sample);
  }

  private void fitValues() {
    Limits limits = zoomed.orElseGet(this::whole);
    values.show(data.spec().axis().isLog(), limits.min(), limits.max());
  }

  /** The range of all that is in view; of a part of the run, no more than it needs. */
  private Limits whole() {
    ValueAxis axis = data.spec().axis();
    boolean part = !window.isLive();
    Extent extent =
        part
            ? data.extent(window.min(), window.max(), back.bands())
            : data.extent(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, back.bands());
    double lowest = axis == ValueAxis.UNIT_LOG ? extent.positive() : extent.lowest();
    return part
        ? Limits.close(axis, lowest, extent.highest())
        : Limits.of(axis, lowest, extent.highest());
  }
}
