package grokscope.ui.chart.plot;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where the plots of a board lie; they may lie anywhere. Immutable, any thread.
 *
 * @param plots in the order of the charts
 */
public record Frame(List<Plot> plots) {
  /** Of a board without a chart. */
  public static final Frame EMPTY = new Frame(List.of());

  /** Copies the list. */
  public Frame {
    plots = List.copyOf(plots);
  }

  /** The plot at a point. */
  public OptionalInt at(double x, double y) {
    return IntStream.range(0, plots.size()).filter(i -> plots.get(i).holds(x, y)).findFirst();
  }
}
