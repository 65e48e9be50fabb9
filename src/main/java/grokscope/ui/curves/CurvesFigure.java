package grokscope.ui.curves;

import grokscope.config.ProgramVersion;
import grokscope.config.Slug;
import grokscope.figure.RunIdentity;
import grokscope.figure.print.FigureData;
import grokscope.figure.print.FigureFiles;
import grokscope.figure.print.FigurePanels;
import grokscope.figure.print.FigureRun;
import grokscope.ui.chart.ShownCurves;
import grokscope.ui.figure.FigureDraft;
import java.util.List;
import java.util.OptionalDouble;

/** The curves that are shown as a figure to be saved. FX thread only. */
final class CurvesFigure {
  private static final String CURVES = "curves";

  private CurvesFigure() {}

  /**
   * The curves as they are now.
   *
   * @param run the live one
   * @param title what it is and what it learns
   * @param sentence what is said of it
   */
  static FigureDraft of(ShownCurves shown, RunIdentity run, String title, String sentence) {
    FigureData data =
        new FigureData(
            title,
            sentence,
            List.of(),
            shown.runs(),
            OptionalDouble.of(shown.end()),
            shown.phases(),
            shown.marks(),
            List.of(),
            ProgramVersion.ofThisProgram());
    List<String> measured =
        FigurePanels.of(shown.runs().stream().map(FigureRun::history).toList()).stream()
            .map(FigurePanels::id)
            .toList();
    List<FigureDraft.Panel> panels =
        shown.panels().stream()
            .map(panel -> new FigureDraft.Panel(FigurePanels.id(panel), panel.title()))
            .filter(panel -> measured.contains(panel.id()))
            .toList();
    return new FigureDraft(
        name(run),
        shown.spec().among(measured),
        panels,
        OptionalDouble.empty(),
        (spec, face) -> FigureFiles.sheet(spec, data, face));
  }

  /** Its number and its name; of no run, what it is. */
  private static String name(RunIdentity run) {
    String name = Slug.plain(run.label());
    return name.isEmpty() ? CURVES : name;
  }
}
