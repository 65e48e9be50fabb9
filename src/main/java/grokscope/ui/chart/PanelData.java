package grokscope.ui.chart;

import grokscope.figure.CurvePoints;
import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.CurveData;
import grokscope.ui.chart.plot.Extent;
import grokscope.ui.chart.plot.SpreadBand;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The data sets of one panel: of the live curves, of these read again, and of the earlier runs. FX
 * thread only.
 *
 * <p>All are made once and only filled and emptied, so nothing piles up from run to run.
 */
final class PanelData {
  private final List<DataSet> behind;
  private final List<CurveData> live = new ArrayList<>();
  private final List<CurveData> again = new ArrayList<>(); // the live run, read again
  private final List<List<CurveData>> ghosts = new ArrayList<>(); // [place][curve]
  private final Set<Integer> hiddenCurves = new LinkedHashSet<>();
  private PanelSpec spec;
  private History history = new History(List.of());
  private List<Ghost> shown = List.of();
  private Optional<ReplayedCurves> read = Optional.empty();
  private Shown runs = Shown.ALL;
  private int drawn;

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
      live.add(new CurveData(curve.legend()));
      again.add(new CurveData(curve.legend() + ", again"));
    }
    front.addAll(live);
    behind.addAll(again);
  }

  /** What is kept for other runs is made when the first of them needs it. */
  private List<CurveData> ghost(int place) {
    while (ghosts.size() <= place) {
      String words = ", earlier run " + (ghosts.size() + 1);
      List<CurveData> run =
          spec.curves().stream().map(curve -> new CurveData(curve.legend() + words)).toList();
      ghosts.add(run);
      behind.addAll(run);
    }
    return ghosts.get(place);
  }

  /** What is drawn, and on which scale. */
  PanelSpec spec() {
    return spec;
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
  void setReadAgain(Optional<ReplayedCurves> now) {
    read = now;
    again.forEach(CurveData::clear);
    read.ifPresent(other -> append(again, other.history(), 0));
  }

  /** Fills the curves of other runs; returns the bands below them. */
  Map<DataSet, SpreadBand> setGhosts(List<Ghost> now) {
    shown = List.copyOf(now);
    ghosts.forEach(run -> run.forEach(CurveData::clear));
    Map<DataSet, SpreadBand> bands = new HashMap<>();
    for (int place = 0; place < shown.size(); place++) {
      Ghost ghost = shown.get(place);
      List<CurveData> data = ghost(place);
      append(data, ghost.history(), 0);
      ghost.spread().ifPresent(spread -> bands.putAll(bands(data, spread)));
    }
    reveal();
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

  /** Fills all curves anew, with values on this scale; returns the bands below the other runs. */
  Map<DataSet, SpreadBand> rescale(PanelSpec now) {
    spec = now;
    clearLive();
    appendNew();
    setReadAgain(read);
    return setGhosts(shown);
  }

  /** Draws these runs only. */
  void show(Shown now) {
    runs = now;
    reveal();
  }

  /** Draws a curve of all runs, or does not. */
  void showCurve(int curve, boolean now) {
    if (now) {
      hiddenCurves.remove(curve);
    } else {
      hiddenCurves.add(curve);
    }
    reveal();
  }

  /** Whether a curve is drawn. */
  boolean showsCurve(int curve) {
    return !hiddenCurves.contains(curve);
  }

  private void reveal() {
    for (int curve = 0; curve < spec.curves().size(); curve++) {
      boolean wanted = showsCurve(curve);
      live.get(curve).show(wanted && runs.live());
      again.get(curve).show(wanted && runs.live());
      for (int place = 0; place < ghosts.size(); place++) {
        boolean run = place < shown.size() && runs.shows(shown.get(place));
        ghosts.get(place).get(curve).show(wanted && run);
      }
    }
  }

  /** Draws all curves in these colours. */
  void dress(Inks inks, RunIdentity run) {
    for (int curve = 0; curve < spec.curves().size(); curve++) {
      live.get(curve).dress(inks.live(spec, curve, run));
      again.get(curve).dress(inks.again(spec, curve, run));
      for (int place = 0; place < shown.size(); place++) {
        ghosts.get(place).get(curve).dress(inks.ghost(spec, curve, shown.get(place)));
      }
    }
  }

  /** The value of a curve at a sample of a run, as it is shown; NaN when there is none. */
  double value(History run, int curve, int sample) {
    int column = run.column(spec.curves().get(curve).metricId());
    if (column < 0 || sample < 0 || sample >= run.size()) {
      return Double.NaN;
    }
    int taken = CurvePoints.lastTaken(run, column, sample);
    double value = taken < 0 ? Double.NaN : run.value(column, taken);
    return spec.scale().reading().applyAsDouble(value);
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
    return CurvePoints.of(from, column, first, spec.axis(), spec.scale().reading());
  }

  /**
   * Between what values lies that by which the axis goes, from one step to another: the live run,
   * or the others with these bands where it is not drawn.
   */
  Extent extent(double from, double to, Iterable<SpreadBand> bands) {
    boolean whole = from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
    Extent own = Extent.NONE;
    for (List<CurveData> curves : List.of(live, again)) {
      for (CurveData data : curves) {
        own = own.and(whole ? data.extent() : data.extent(from, to));
      }
    }
    if (!own.isEmpty()) {
      return own;
    }
    Extent others = Extent.NONE;
    for (List<CurveData> run : ghosts) {
      for (CurveData data : run) {
        others = others.and(whole ? data.extent() : data.extent(from, to));
      }
    }
    for (SpreadBand band : bands) {
      others = others.and(band.extent(from, to));
    }
    return others;
  }
}
