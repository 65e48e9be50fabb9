package grokscope.ui.chart;

import grokscope.telemetry.History;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;

/**
 * One chart with its header, its live curves and room for the earlier runs. FX thread only.
 *
 * <p>All data sets are made once and only filled and emptied, so nothing piles up from run to run.
 */
final class Panel {
  private final PanelSpec spec;
  private final PanelHeader header;
  private final XYChart chart;
  private final RuledAxis steps;
  private final RuledAxis values;
  private final BackRenderer back;
  private final List<CurveData> live = new ArrayList<>();
  private final List<CurveData> dashed = new ArrayList<>(); // the live run, read again
  private final List<List<CurveData>> ghostData = new ArrayList<>(); // [rank][curve]

  private History history = new History(List.of());
  private List<Ghost> ghosts = List.of();
  private Optional<ReadAgain> again = Optional.empty();
  private int drawn;
  private boolean root;

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
    makeData();
    LiveRenderer front = new LiveRenderer();
    front.getDatasets().addAll(live);
    back = new BackRenderer(steps, values);
    back.getDatasets().addAll(dashed);
    ghostData.forEach(data -> back.getDatasets().addAll(data));
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

  private void makeData() {
    for (CurveSpec curve : spec.curves()) {
      live.add(data(curve.legend(), curve.role().colour(), "curve"));
      dashed.add(data(curve.legend() + ", again", curve.role().colour(), "curve", "again"));
    }
    while (ghostData.size() < Palette.GHOSTS) {
      addGhostData();
    }
  }

  private List<CurveData> addGhostData() {
    int rank = ghostData.size();
    List<CurveData> run = new ArrayList<>();
    for (CurveSpec curve : spec.curves()) {
      String name = curve.legend() + ", earlier run " + (rank + 1);
      run.add(data(name, curve.role().ghostColour(rank), "curve", "ghost"));
    }
    ghostData.add(run);
    return run;
  }

  private static CurveData data(String name, String colour, String... classes) {
    CurveData data = new CurveData(name);
    data.addStyleClasses(classes);
    data.setStyle("-fx-line-color: " + colour);
    return data;
  }

  /** What is kept for chosen runs is made when the first of them needs it. */
  private List<CurveData> ghostData(int rank) {
    while (ghostData.size() <= rank) {
      back.getDatasets().addAll(addGhostData());
    }
    return ghostData.get(rank);
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

  BackRenderer back() {
    return back;
  }

  /** Empties the live curves; they will be filled from this history. */
  void begin(History history) {
    this.history = history;
    drawn = 0;
    live.forEach(CurveData::clear);
    setReadAgain(Optional.empty());
    if (spec.optional()) {
      for (int curve = 0; curve < live.size(); curve++) {
        header.showCurve(curve, spec.isFor(history, spec.curves().get(curve)));
      }
      setGhosts(ghosts); // as they were, with the curves of this run
    }
    fitValues();
  }

  /** Whether the live run has this panel. */
  boolean isWanted() {
    return spec.isFor(history);
  }

  void setVisible(boolean visible) {
    header.setVisible(visible);
    chart.setVisible(visible);
  }

  /** Appends what the live history has gained, one append per curve. */
  void appendNew() {
    if (drawn < history.size()) {
      append(live, history, drawn);
      drawn = history.size();
      fitValues();
    }
  }

  /** Shows the live run as it was read again, if any of it belongs here. */
  void setReadAgain(Optional<ReadAgain> read) {
    again = read.filter(other -> has(other.history()));
    header.setReadAgain(again);
    dashed.forEach(CurveData::clear);
    again.ifPresent(other -> append(dashed, other.history(), 0));
    fitValues();
  }

  private boolean has(History run) {
    return spec.curves().stream().anyMatch(curve -> run.column(curve.metricId()) >= 0);
  }

  /** Shows other runs, each rank at most once. */
  void setGhosts(List<Ghost> shown) {
    ghosts = List.copyOf(shown);
    header.setGhosts(ghosts);
    ghostData.forEach(run -> run.forEach(CurveData::clear));
    Map<DataSet, SpreadBand> bands = new HashMap<>();
    for (int place = 0; place < ghosts.size(); place++) {
      Ghost ghost = ghosts.get(place);
      List<CurveData> data = ghostData(ghost.rank(place));
      append(data, ghost.history(), 0);
      ghost.spread().ifPresent(spread -> bands.putAll(bands(data, spread)));
    }
    back.setBands(bands);
    fitValues();
  }

  /** A band for each of these curves that the spread has. */
  private Map<DataSet, SpreadBand> bands(List<CurveData> curves, Spread spread) {
    Map<DataSet, SpreadBand> bands = new HashMap<>();
    double[] at = spread.lowest().steps(0);
    for (int curve = 0; curve < curves.size(); curve++) {
      int column = spread.lowest().column(spec.curves().get(curve).metricId());
      if (column >= 0 && spec.isFor(history, spec.curves().get(curve))) {
        double[] low = drawable(spread.lowest().values(column, 0));
        double[] high = drawable(spread.highest().values(column, 0));
        bands.put(curves.get(curve), SpreadBand.of(at, low, high));
      }
    }
    return bands;
  }

  /** Shows norms as roots or as they are. */
  void setRoot(boolean root) {
    if (spec.hasRoot() && root != this.root) {
      this.root = root;
      header.setTitle(root ? spec.rootTitle() : spec.title());
      live.forEach(CurveData::clear);
      drawn = 0;
      appendNew();
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
      header.live(curve).setValue(value(history, curve, sample));
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
    entry.entries().get(curve).setValue(value(other, curve, at));
  }

  private double value(History run, int curve, int sample) {
    int column = run.column(spec.curves().get(curve).metricId());
    if (column < 0 || sample < 0 || sample >= run.size()) {
      return Double.NaN;
    }
    double value = spec.optional() ? run.latest(column, sample) : run.value(column, sample);
    return root ? Math.sqrt(value) : value;
  }

  private void append(List<CurveData> curves, History from, int first) {
    double[] newSteps = from.steps(first);
    for (int curve = 0; curve < curves.size(); curve++) {
      CurveSpec shown = spec.curves().get(curve);
      int column = from.column(shown.metricId());
      if (column >= 0 && spec.isFor(history, shown)) {
        curves.get(curve).append(newSteps, drawable(from.values(column, first)));
      }
    }
  }

  /** Changes the values to what is drawn for them. */
  private double[] drawable(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = drawable(values[i]);
    }
    return values;
  }

  private double drawable(double value) {
    if (root) {
      return Math.sqrt(value);
    }
    return spec.axis() == ValueAxis.LOG ? Math.max(value, Limits.LOG_FLOOR) : value;
  }

  private void fitValues() {
    double lowest = Double.NaN;
    double highest = Double.NaN;
    List<CurveData> all = new ArrayList<>(live);
    all.addAll(dashed);
    ghostData.forEach(all::addAll);
    for (CurveData data : all) {
      if (data.getDataCount() > 0) {
        lowest = Double.isNaN(lowest) ? data.lowest() : Math.min(lowest, data.lowest());
        highest = Double.isNaN(highest) ? data.highest() : Math.max(highest, data.highest());
      }
    }
    for (SpreadBand band : back.bands()) {
      lowest = Double.isNaN(lowest) ? band.lowest() : Math.min(lowest, band.lowest());
      highest = Double.isNaN(highest) ? band.highest() : Math.max(highest, band.highest());
    }
    Limits limits = Limits.of(spec.axis(), lowest, highest);
    values.show(spec.axis() == ValueAxis.LOG, limits.min(), limits.max());
  }
}
