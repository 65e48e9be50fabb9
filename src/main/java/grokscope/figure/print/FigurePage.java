package grokscope.figure.print;

import java.util.List;

/**
 * On what a figure is drawn. Immutable, any thread.
 *
 * @param width of the whole, in millimetres, from {@link #NARROWEST} to {@link #WIDEST}
 * @param heights of the plots from top to bottom, in millimetres; the last is that of all further
 *     ones
 * @param type the size of the words, in points
 * @param look its colours
 * @param format the kind of file
 * @param dpi dots to an inch, of a picture of dots
 */
public record FigurePage(
    double width,
    List<Double> heights,
    double type,
    FigureLook look,
    FigureFormat format,
    int dpi) {
  /** No column of a journal is narrower. */
  public static final double NARROWEST = 40;

  /** The longer side of A3. */
  public static final double WIDEST = 420;

  public static final double LOWEST = 8;
  public static final double HIGHEST = 300;

  /** Smaller words are not read on paper. */
  public static final double SMALLEST_TYPE = 6;

  public static final double LARGEST_TYPE = 36;
  public static final int FEWEST_DOTS = 36;
  public static final int MOST_DOTS = 1200;

  /** A column of a journal. */
  public static final FigurePage COLUMN =
      new FigurePage(85, List.of(34.0, 22.0), 7, FigureLook.PRINT, FigureFormat.PDF, 300);

  private static final double POINTS = 72 / 25.4;

  public FigurePage {
    heights = List.copyOf(heights);
  }

  /** A length in points. */
  public static double points(double millimetres) {
    return millimetres * POINTS;
  }

  /** The same page in another kind of file. */
  public FigurePage as(FigureFormat other) {
    return new FigurePage(width, heights, type, look, other, dpi);
  }

  /** The same page with plots of other heights. */
  public FigurePage with(List<Double> others) {
    return new FigurePage(width, others, type, look, format, dpi);
  }

  /** The height of a plot, in points. */
  double height(int plot) {
    return points(heights.get(Math.min(plot, heights.size() - 1)));
  }
}
