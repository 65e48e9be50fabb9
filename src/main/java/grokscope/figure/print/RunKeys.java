package grokscope.figure.print;

import grokscope.figure.LineStyle;
import grokscope.figure.ink.Ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/** Which line is which run, for a legend. Stateless. */
final class RunKeys {
  private RunKeys() {}

  /** The runs that have names, each followed by what it is called where it was read again. */
  static List<FigureLegend.Entry> of(List<FigureRun> runs, FigureType type) {
    List<FigureLegend.Entry> keys = new ArrayList<>();
    for (FigureRun run : runs) {
      FigureLook look = type.look();
      int color = look.tint(look.run(run.color()), run.standing().strength());
      if (!run.label().isEmpty()) {
        Stroke stroke = new Stroke(type.heavy() * run.standing().weight(), color);
        keys.add(new FigureLegend.Entry(run.label(), stroke, color, run.range().isPresent()));
      }
      run.again().ifPresent(again -> keys.add(again(again, color, type)));
    }
    return keys;
  }

  /** Its dashes differ from panel to panel; those here are of a kind that the run does not have. */
  private static FigureLegend.Entry again(FigureRun.Again again, int color, FigureType type) {
    double heavy = type.heavy();
    List<Double> dashes = LineStyle.DOTTED.dashes().stream().map(dash -> dash * heavy).toList();
    Stroke stroke = new Stroke(heavy * LineStyle.DOTTED.weight(), color, dashes);
    return new FigureLegend.Entry(again.label(), stroke, color, false);
  }
}
