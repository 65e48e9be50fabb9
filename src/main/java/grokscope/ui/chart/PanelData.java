package grokscope.ui.chart;

import grokscope.figure.CurvePoints;
import grokscope.figure.CurveSpec;
import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.CurveData;
import grokscope.ui.chart.plot.SpreadBand;
import grokscope.ui.color.Palette;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data sets of one panel: of the live curves, of these read again, and of the earlier runs. FX
 * thread only.
 *
 * <p>All are made once and only filled and emptied, so nothing piles up from run to run.
 */
final class PanelData {
  private final PanelSpec spec;
  private final List<DataSet> behind;
  private final List<CurveData> live = new ArrayList<>();
  private final List<CurveData> dashed = new ArrayList<>(); // the live run, read again
  private final List<List<CurveData>> ghosts = new ArrayList<>(); // [rank][curve]
  private History history = new History(List.of());
  private int drawn;
  private boolean root;

  /**
   * Empty curves.
   *
   * @param front takes the live ones
   * @param behind takes all others, also those that are made later
   */
  PanelData(PanelSpec spec, List<DataSet> front, List<DataSet> behind) {
    this.spec = spec;
    this.behind = behind;
    for (CurveSpec curve : spec.curves()) {
      live.add(data(curve.legend(), curve.role().color(), "curve"));
      dashed.add(data(curve.legend() + ", again", curve.role().color(), "curve", "again"));
    }
    front.addAll(live);
    behind.addAll(dashed);
    ghost(Palette.GHOSTS - 1);
  }

  private static CurveData data(String name, String color, String... classes) {
    CurveData data = new CurveData(name);
    data.addStyleClasses(classes);
    data.setStyle("-fx-line-color: " + color);
    return data;
  }

  /** What is kept for chosen runs is made when the first of them needs it. */
  private List<CurveData> ghost(int rank) {
    while (ghosts.size() <= rank) {
      int next = ghosts.size();
      List<CurveData> run = new ArrayList<>();
      for (CurveSpec curve : spec.curves()) {
        String name = curve.legend() + ", earlier run " + (next + 1);
        run.add(data(name, curve.role().ghostColor(next), "curve", "ghost"));
      }
      ghosts.add(run);
      behind.addAll(run);
    }
    return ghosts.get(rank);
  }

  /** Empties the live curves; they will be filled from this history. */
  void begin(History run) {
    history = run;
    clearLive();
  }

  private void clearLive() {
    drawn = 0;
    live.forEach(CurveData::clear);
  }

  /** The history of the live run. */
  History history() {
    return history;
  }

  /** Appends what the live history has gained, one append per curve; says whether it has. */
  boolean appendNew() {
    if (drawn == history.size()) {
      return false;
    }
    append(live, history, drawn);
    drawn = history.size();
    return true;
  }

  /** Fills the curves that are read again. */
  void setReadAgain(Optional<ReplayedCurves> read) {
    dashed.forEach(CurveData::clear);
    read.ifPresent(other -> append(dashed, other.history(), 0));
  }

  /** Fills the curves of other runs, each rank at most once; returns the bands below them. */
  Map<DataSet, SpreadBand> setGhosts(List<Ghost> shown) {
    ghosts.forEach(run -> run.forEach(CurveData::clear));
    Map<DataSet, SpreadBand> bands = new HashMap<>();
    for (int place = 0; place < shown.size(); place++) {
      Ghost ghost = shown.get(place);
      List<CurveData> data = ghost(ghost.rank(place));
      append(data, ghost.history(), 0);
      ghost.spread().ifPresent(spread -> bands.putAll(bands(data, spread)));
    }
    return bands;
  }

  /** A band for each of these curves that the spread has. */
  private Map<DataSet, SpreadBand> bands(List<CurveData> curves, Spread spread) {
    Map<DataSet, SpreadBand> bands = new HashMap<>();
    for (int curve = 0; curve < curves.size(); curve++) {
      int column = spread.lowest().column(spec.curves().get(curve).metricId());
      if (column >= 0 && spec.isFor(history, spec.curves().get(curve))) {
        bands.put(
            curves.get(curve),
            SpreadBand.of(points(spread.lowest(), column, 0), points(spread.highest(), column, 0)));
      }
    }
    return bands;
  }

  /** Fills the live curves with roots or with the values as they are. */
  void setRoot(boolean root) {
    this.root = root;
    clearLive();
    appendNew();
  }

  boolean isRoot() {
    return root;
  }

  /** The value of a curve at a sample of a run, as it is shown; NaN when there is none. */
  double value(History run, int curve, int sample) {
    int column = run.column(spec.curves().get(curve).metricId());
    if (column < 0 || sample < 0 || sample >= run.size()) {
      return Double.NaN;
    }
    int taken = CurvePoints.lastTaken(run, column, sample);
    double value = taken < 0 ? Double.NaN : run.value(column, taken);
    return root ? Math.sqrt(value) : value;
  }

  private void append(List<CurveData> curves, History from, int first) {
    for (int curve = 0; curve < curves.size(); curve++) {
      CurveSpec shown = spec.curves().get(curve);
      int column = from.column(shown.metricId());
      if (column >= 0 && spec.isFor(history, shown)) {
        curves.get(curve).append(points(from, column, first));
      }
    }
  }

  private CurvePoints points(History from, int column, int first) {
    return CurvePoints.of(
        from, column, first, spec.axis(), value -> root ? Math.sqrt(value) : value);
  }

  /** Between what values the axis must lie for all that is drawn, with these bands. */
  Limits limits(Iterable<SpreadBand> bands) {
    double lowest = Double.NaN;
    double highest = Double.NaN;
    List<CurveData> all = new ArrayList<>(live);
    all.addAll(dashed);
    ghosts.forEach(all::addAll);
    for (CurveData data : all) {
      lowest = lower(lowest, data.lowest());
      highest = higher(highest, data.highest());
    }
    for (SpreadBand band : bands) {
      lowest = lower(lowest, band.lowest());
      highest = higher(highest, band.highest());
    }
    return Limits.of(spec.axis(), lowest, highest);
  }

  /** The lower of two values, of which any may be missing. */
  private static double lower(double a, double b) {
    return Double.isNaN(a) || b < a ? b : a;
  }

  /** The higher of two values, of which any may be missing. */
  private static double higher(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }
}
