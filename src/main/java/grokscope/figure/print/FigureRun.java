package grokscope.figure.print;

import grokscope.telemetry.History;
import java.util.Optional;

/**
 * A run in a figure, or several as one. Its histories must not grow while it is drawn; one thread.
 *
 * @param label what it is called there; empty where nothing needs to tell it from others
 * @param color its place among the colours of runs
 * @param standing how much it stands out
 * @param fitted whether the axes go by it
 * @param history what it measured
 * @param range between what values the runs lie of which this is the middle, if it is one
 * @param again the same run, read again in another way after its end
 */
public record FigureRun(
    String label,
    int color,
    Standing standing,
    boolean fitted,
    History history,
    Optional<Range> range,
    Optional<Again> again) {
  /** A run by itself. */
  public FigureRun(String label, int color, History history) {
    this(label, color, Standing.FULL, true, history, Optional.empty(), Optional.empty());
  }

  /**
   * Between what values several runs lie.
   *
   * @param lowest on the steps of the run's history
   * @param highest on the same steps
   */
  public record Range(History lowest, History highest) {}

  /**
   * A run that was read again.
   *
   * @param label what that is called, such as {@code "final keys 17, 25"}
   * @param history what was read
   */
  public record Again(String label, History history) {}

  /** How much a run stands out, as on the screen. */
  public enum Standing {
    /** What the figure is about. */
    FULL(1, 1),
    /** What was chosen to stand behind another run. */
    CHOSEN(0.9, 0.6),
    /** What nobody has asked for. */
    PALE(0.5, 0.6);

    private final double strength;
    private final double weight;

    Standing(double strength, double weight) {
      this.strength = strength;
      this.weight = weight;
    }

    /** How much of its colour it has; the rest is the ground's. */
    double strength() {
      return strength;
    }

    /** How wide its lines are, as a share of the widest. */
    double weight() {
      return weight;
    }
  }
}
