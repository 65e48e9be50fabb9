package grokscope.ui.chart;

import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.figure.StepScale;
import grokscope.figure.Ticks;
import grokscope.figure.ValueAxis;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.BackgroundRenderer;
import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.LiveRenderer;
import grokscope.ui.chart.plot.NoLegend;
import grokscope.ui.chart.plot.RuledAxis;
import grokscope.ui.chart.plot.StepWindow;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.ui.geometry.Side;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** One chart with its header, its live curves and room for the earlier runs. FX thread only. */
final class Panel {
  private final PanelSpec spec;
  private final PanelHeader header;
  private final XYChart chart;
  private final RuledAxis steps;
  private final RuledAxis values;
  private final BackgroundRenderer back;
  private final PanelData data;

  private final LiveRenderer front;
  private List<Ghost> ghosts = List.of();
  private Optional<ReplayedCurves> again = Optional.empty();

  /** Makes the chart; only the bottom panel's step axis has labels. */
  Panel(PanelSpec spec, boolean bottom) {
    this.spec = spec;
    header = new PanelHeader(spec);
    steps = stepAxis(bottom);
    values = new RuledAxis(Side.LEFT, Frame.LEFT, Limits.LOG_FLOOR, Panel::valueTicks);
    chart = new XYChart(steps, values);
    chart.setId(spec.id());
    chart.setAnimated(false);
    chart.setLegend(new NoLegend());
    chart.setMouseTransparent(true);
    chart.getCanvas().setCache(false);
    chart.getAxesAndCanvasPane().addSide(Side.TOP, spacer(0, Frame.TOP));
    chart.getAxesAndCanvasPane().addSide(Side.RIGHT, spacer(Frame.RIGHT, 0));
    front = new LiveRenderer();
    back = new BackgroundRenderer(steps, values);
    data = new PanelData(spec, front.getDatasets(), back.getDatasets());
    chart.getRenderers().setAll(front, back);
    chart.getPlotBackground().getChildren().add(back.canvas());
    fitValues();
  }

  private static RuledAxis stepAxis(boolean bottom) {
    RuledAxis axis =
        new RuledAxis(
            Side.BOTTOM,
            bottom ? Frame.BOTTOM : Frame.BETWEEN,
            StepScale.LOG_ZERO,
            Panel::stepTicks);
    if (bottom) {
      axis.setName("step");
    } else {
      axis.getStyleClass().add("unlabelled");
    }
    return axis;
  }

  private static Ticks stepTicks(boolean log, double min, double max, double length) {
    int room = (int) (length / 80);
    return log ? Ticks.logSteps(min, max, room) : Ticks.steps(min, max, room);
  }

  private static Ticks valueTicks(boolean log, double min, double max, double length) {
    return log
        ? Ticks.logarithmic(min, max, (int) (length / 18))
        : Ticks.linear(min, max, (int) (length / 22));
  }

  private static Region spacer(double width, double height) {
    Region region = new Region();
    region.setPrefSize(width, height);
    return region;
  }

  PanelSpec spec() {
    return spec;
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

  /** Empties the live curves; they will be filled from this history. */
  void begin(History history) {
    data.begin(history);
    setReadAgain(Optional.empty());
    if (spec.optional()) {
      for (int curve = 0; curve < spec.curves().size(); curve++) {
        header.showCurve(curve, spec.isFor(history, spec.curves().get(curve)));
      }
      setGhosts(ghosts); // as they were, with the curves of this run
    }
    fitValues();
  }

  /** Draws the live curves, or leaves them out. */
  void setLiveShown(boolean shown) {
    front.setShown(shown);
    chart.invalidate();
  }

  /** Whether the live run has this panel. */
  boolean isWanted() {
    return spec.isFor(data.history());
  }

  void setVisible(boolean visible) {
    header.setVisible(visible);
    chart.setVisible(visible);
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
    header.setReadAgain(again);
    data.setReadAgain(again);
    fitValues();
  }

  private boolean has(History run) {
    return spec.curves().stream().anyMatch(curve -> run.column(curve.metricId()) >= 0);
  }

  /** Shows other runs, each rank at most once. */
  void setGhosts(List<Ghost> shown) {
    ghosts = List.copyOf(shown);
    header.setGhosts(ghosts);
    back.setBands(data.setGhosts(ghosts));
    fitValues();
  }

  /** Shows norms as roots or as they are. */
  void setRoot(boolean root) {
    if (spec.hasRoot() && root != data.isRoot()) {
      header.setTitle(root ? spec.rootTitle() : spec.title());
      data.setRoot(root);
      setReadAgain(again);
      setGhosts(ghosts);
    }
  }

  /** Shows the steps of a window, and says whether they were others before. */
  boolean show(StepWindow window) {
    return steps.show(window.isLog(), window.min(), window.max());
  }

  /** Writes the values at a sample of the live run and at a step of the earlier ones. */
  void read(int sample, double step) {
    for (int curve = 0; curve < spec.curves().size(); curve++) {
      header.live(curve).setValue(data.value(data.history(), curve, sample));
      if (again.isPresent()) {
        read(header.again(), again.get().history(), curve, step);
      }
      for (int place = 0; place < ghosts.size(); place++) {
        Ghost ghost = ghosts.get(place);
        read(header.ghost(ghost.rank(place)), ghost.history(), curve, step);
      }
    }
  }

  private void read(GhostEntry entry, History other, int curve, double step) {
    boolean covered = other.size() > 0 && step <= other.step(other.size() - 1);
    int at = covered ? other.indexAt(step) : -1;
    entry.entries().get(curve).setValue(data.value(other, curve, at));
  }

  private void fitValues() {
    Limits limits = data.limits(back.bands());
    values.show(spec.axis() == ValueAxis.LOG, limits.min(), limits.max());
  }
}
