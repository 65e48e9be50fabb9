package grokscope.ui.chart;

import grokscope.figure.Hue;
import grokscope.figure.print.FigureData;

/**
 * A stretch of steps behind all curves. Immutable, any thread.
 *
 * @param from its first step
 * @param to its last step
 * @param name the words at its foot
 * @param hue its colour
 * @param confirmed whether both ends are certain; otherwise it is hatched
 */
public record Band(double from, double to, String name, Hue hue, boolean confirmed) {
  /** The same in a figure. */
  FigureData.Phase drawn() {
    return new FigureData.Phase(from, to, name, hue, confirmed);
  }
}
