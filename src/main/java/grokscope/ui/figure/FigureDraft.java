package grokscope.ui.figure;

import grokscope.config.InvalidConfig;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureFiles.Sheet;
import grokscope.figure.print.FigureSpec;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A figure of what is on the screen, to be saved. FX thread only, because what it draws is.
 *
 * @param name what its file could be called, without an ending
 * @param spec exactly what is shown; its page is what was chosen last
 * @param panels that can be chosen, from top to bottom; none for a picture
 * @param aspect the height of a picture for its width; empty for curves, which have heights
 * @param maker lays it out
 */
public record FigureDraft(
    String name, FigureSpec spec, List<Panel> panels, OptionalDouble aspect, Maker maker) {
  public FigureDraft {
    panels = List.copyOf(panels);
  }

  /**
   * A panel that can be chosen.
   *
   * @param id in a figure's file
   * @param title above its plot
   */
  public record Panel(String id, String title) {}

  /** Lays a figure out. */
  @FunctionalInterface
  public interface Maker {
    /**
     * The figure, to be drawn at once.
     *
     * @throws InvalidConfig with a sentence why it cannot be drawn so
     */
    Sheet make(FigureSpec spec, Typeface face) throws InvalidConfig;
  }

  /** Whether it is of curves, and not of a picture. */
  boolean curves() {
    return aspect.isEmpty();
  }
}
