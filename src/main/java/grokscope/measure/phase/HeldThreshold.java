package grokscope.measure.phase;

import grokscope.kernel.StateArchive;
import grokscope.telemetry.StepInterval;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a value reached a level and stayed there for several evaluations in a row, so that a
 * spike does not count. Trainer thread only.
 */
public final class HeldThreshold {
  private final double level;
  private final int needed;
  private int held;
  private int previous = -1;
  private @Nullable StepInterval candidate; // where the latest rise above the level began
  private @Nullable StepInterval found;

  /**
   * A threshold.
   *
   * @param level the value that must be reached
   * @param needed at how many evaluations in a row
   */
  public HeldThreshold(double level, int needed) {
    this.level = level;
    this.needed = needed;
  }

  /**
   * Takes the next evaluation.
   *
   * @return the interval in which the level was reached, once, when it has held long enough
   */
  public Optional<StepInterval> observe(int step, double value) {
    if (found != null) {
      return Optional.empty();
    }
    if (value >= level) {
      if (held++ == 0) {
        candidate = new StepInterval(previous, step);
      }
    } else {
      held = 0;
    }
    previous = step;
    if (held < needed) {
      return Optional.empty();
    }
    found = candidate;
    return Optional.ofNullable(candidate);
  }

  /**
   * Takes it that no evaluation follows: a level that held until the last one was reached, even if
   * too few evaluations show it.
   *
   * @return the interval in which the level was reached, if that was not known before
   */
  public Optional<StepInterval> end() {
    if (found != null || held == 0) {
      return Optional.empty();
    }
    found = candidate;
    return Optional.ofNullable(found);
  }

  /** Carries what was seen so far over to a resumed run. */
  public void archive(String name, StateArchive state) {
    held = state.count(name + ".held", held);
    previous = state.count(name + ".previous", previous);
    candidate = archived(name + ".candidate", state, candidate);
    found = archived(name + ".found", state, found);
  }

  private static @Nullable StepInterval archived(
      String name, StateArchive state, @Nullable StepInterval interval) {
    if (!state.flag(name, interval != null)) {
      return null;
    }
    StepInterval known = interval == null ? new StepInterval(0, 0) : interval;
    return new StepInterval(
        state.count(name + ".after", known.after()), state.count(name + ".by", known.by()));
  }

  /** The interval, once it was found. */
  public Optional<StepInterval> found() {
    return Optional.ofNullable(found);
  }
}
