package grokscope.ui.chart;

import grokscope.figure.RunColors;
import grokscope.telemetry.History;
import grokscope.ui.color.Palette;
import java.util.Optional;

/**
 * An earlier run, a chosen one or a published one, drawn behind the live one. Its history must not
 * grow any more; FX thread.
 *
 * @param label what tells it from the others, such as {@code "data 40 %"}
 * @param history what it measured
 * @param fitted whether the step axis makes room for all of it
 * @param color which of the colours for chosen runs it has, from 0 to 11; negative for a shade of
 *     the live curves that goes by its place among the ghosts
 * @param spread between what values the runs lie of which this is the middle, if it is one
 */
public record Ghost(
    String label, History history, boolean fitted, int color, Optional<Spread> spread) {
  public Ghost {
    if (color >= RunColors.COUNT) {
      throw new IllegalArgumentException("there is no colour " + color);
    }
  }

  /** A pale run. */
  public Ghost(String label, History history, boolean fitted) {
    this(label, history, fitted, -1, Optional.empty());
  }

  /** An earlier run, all of which is shown. */
  public Ghost(String label, History history) {
    this(label, history, true);
  }

  /** Which colour it has at a place among the ghosts: first come the shades, then the colours. */
  int rank(int place) {
    return color < 0 ? place : Palette.GHOSTS + color;
  }
}
