package grokscope.ui.chart;

import grokscope.figure.LineStyle;
import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.ui.chart.plot.CurveLook;
import grokscope.ui.color.Palette;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * What lines look like: colour is the run, dash and weight are the curve. Immutable, any thread.
 *
 * @param palette the colours of the theme
 * @param large whether the lines are those of the large chart
 */
record Inks(Palette palette, boolean large) {
  private static final double LARGE = 3;
  private static final double SMALL = 2;
  private static final double BEHIND = 0.6; // of the width of a live curve
  private static final double PALE = 0.5;
  private static final double CHOSEN = 0.9;

  /** That of a curve of the live run. */
  CurveLook live(PanelSpec panel, int curve, RunIdentity run) {
    LineStyle style = LineStyle.of(panel, curve);
    return look(style, own(panel, curve, run), style.strength(), width());
  }

  /** That of a curve of the live run as it was read again. */
  CurveLook again(PanelSpec panel, int curve, RunIdentity run) {
    return look(LineStyle.again(panel, curve), own(panel, curve, run), LineStyle.AGAIN, width());
  }

  /** That of a curve of another run. */
  CurveLook ghost(PanelSpec panel, int curve, Ghost ghost) {
    LineStyle style = LineStyle.of(panel, curve);
    double strength = style.strength() * (ghost.chosen() ? CHOSEN : PALE);
    return look(style, palette.run(ghost.run().color()), strength, width() * BEHIND);
  }

  /** That of a curve whichever run it belongs to, for the legend of a chart. */
  CurveLook key(PanelSpec panel, int curve, RunIdentity run) {
    return new Inks(palette, false).live(panel, curve, run);
  }

  private Color own(PanelSpec panel, int curve, RunIdentity run) {
    return LineStyle.byColor(panel)
        ? palette.of(panel.curves().get(curve).role().hue())
        : palette.run(run.color());
  }

  private double width() {
    return large ? LARGE : SMALL;
  }

  private CurveLook look(LineStyle style, Color color, double strength, double width) {
    List<Double> dashes = style.dashes().stream().map(length -> length * width).toList();
    return new CurveLook(
        palette.background().interpolate(color, strength), width * style.weight(), dashes);
  }
}
