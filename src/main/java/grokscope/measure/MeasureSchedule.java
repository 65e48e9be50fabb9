package grokscope.measure;

import grokscope.kernel.StateArchive;

/**
 * At which steps a run is evaluated: every step at first, then with a gap of a hundredth of the
 * step up to a cap. It counts steps and never looks at a clock, so the same seed is evaluated at
 * the same steps on every machine. Trainer thread only.
 */
public final class MeasureSchedule {
  private static final int STEPS_PER_GAP = 100;

  /** Rare measures are taken at one of this many evaluations. */
  private static final int SELDOM = 10;

  private final int cap;
  private int next;
  private int due; // evaluations so far

  /** A schedule whose gaps never exceed {@code cap} steps. */
  public MeasureSchedule(int cap) {
    this.cap = cap;
  }

  /** Carries the count and the next evaluation over to a resumed run. */
  public void archive(StateArchive state) {
    next = state.count("measures.next", next);
    due = state.count("measures.due", due);
  }

  /** Whether to evaluate at this step; ask for every step, in order. */
  public boolean isDue(int step) {
    if (step < next) {
      return false;
    }
    due++;
    next = step + Math.max(1, Math.min(cap, step / STEPS_PER_GAP));
    return true;
  }

  /** Whether the last evaluation that was due has the rare measures; the first one has. */
  public boolean isThorough() {
    return due % SELDOM == 1;
  }
}
