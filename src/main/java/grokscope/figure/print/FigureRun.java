package grokscope.figure.print;

import grokscope.telemetry.History;
import java.util.Optional;

/**
 * A run in a figure, or several as one. Its histories must not grow while it is drawn; one thread.
 *
 * @param label what it is called there; empty where nothing needs to tell it from others
 * @param color its place among the colours of runs; −1 for none, such as a published one
 * @param behind whether it stands paler behind the others
 * @param history what it measured
 * @param range between what values the runs lie of which this is the middle, if it is one
 * @param again the same run, read again in another way after its end
 */
public record FigureRun(
    String label,
    int color,
    boolean behind,
    History history,
    Optional<Range> range,
    Optional<History> again) {
  /** A run by itself. */
  public FigureRun(String label, int color, History history) {
    this(label, color, false, history, Optional.empty(), Optional.empty());
  }

  /**
   * Between what values several runs lie.
   *
   * @param lowest on the steps of the run's history
   * @param highest on the same steps
   */
  public record Range(History lowest, History highest) {}
}
