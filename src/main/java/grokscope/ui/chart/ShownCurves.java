package grokscope.ui.chart;

import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.figure.print.FigureData;
import grokscope.figure.print.FigurePage;
import grokscope.figure.print.FigurePanels;
import grokscope.figure.print.FigureRun;
import grokscope.figure.print.FigureRun.Standing;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpec.Range;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.StepWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the charts show at a moment, to be drawn elsewhere. FX thread only: its histories may grow.
 *
 * @param spec the panels, scales and ranges in view, and the curves that are not drawn
 * @param panels all panels that the live run has, those that are shown first
 * @param runs those that are drawn, the live one first
 * @param end the last step of the axis where all are in view
 * @param phases behind the curves
 * @param marks above the curves
 */
public record ShownCurves(
    FigureSpec spec,
    List<PanelSpec> panels,
    List<FigureRun> runs,
    double end,
    List<FigureData.Phase> phases,
    List<FigureData.Mark> marks) {
  /** Copies the lists. */
  public ShownCurves {
    panels = List.copyOf(panels);
    runs = List.copyOf(runs);
    phases = List.copyOf(phases);
    marks = List.copyOf(marks);
  }

  /** The live run as it is drawn, if it is drawn. */
  static Optional<FigureRun> live(
      RunIdentity run, History history, Optional<ReplayedCurves> again, Shown runs) {
    return history.size() == 0 || !runs.live()
        ? Optional.empty()
        : Optional.of(
            new FigureRun(
                run.label(),
                run.color(),
                Standing.FULL,
                true,
                history,
                Optional.empty(),
                again.map(read -> new FigureRun.Again(read.label(), read.history()))));
  }

  /** Another run as it is drawn. */
  static FigureRun of(Ghost ghost) {
    return new FigureRun(
        ghost.label(),
        ghost.run().color(),
        ghost.chosen() ? Standing.CHOSEN : Standing.PALE,
        false,
        ghost.history(),
        ghost.spread().map(spread -> new FigureRun.Range(spread.lowest(), spread.highest())),
        Optional.empty());
  }

  /** What is in view of these panels. */
  static FigureSpec spec(List<Panel> shown, StepWindow window, boolean merged) {
    List<String> hidden = new ArrayList<>();
    Map<String, Range> values = new LinkedHashMap<>();
    Map<String, String> scales = new LinkedHashMap<>();
    for (Panel panel : shown) {
      String id = FigurePanels.id(panel.spec());
      for (int curve = 0; curve < panel.spec().curves().size(); curve++) {
        if (!panel.data().showsCurve(curve)) {
          hidden.add(panel.spec().curves().get(curve).metricId());
        }
      }
      if (panel.isZoomed()) {
        values.put(id, new Range(panel.values().getMin(), panel.values().getMax()));
      }
      if (!panel.spec().scale().equals(panel.spec().scales().get(0))) {
        scales.put(id, panel.spec().scale().name());
      }
    }
    return new FigureSpec(
        List.of(),
        merged,
        shown.stream().map(panel -> FigurePanels.id(panel.spec())).toList(),
        hidden,
        window.isLog(),
        window.isLive() ? Optional.empty() : Optional.of(new Range(window.min(), window.max())),
        values,
        scales,
        true,
        true,
        true,
        "",
        FigurePage.COLUMN);
  }
}
