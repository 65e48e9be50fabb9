package grokscope.run.sweep;

import grokscope.config.RunConfig;
import grokscope.measure.phase.Outcome;
import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.Optional;

/**
 * What came of one of many runs. Immutable, any thread.
 *
 * @param name what it is called
 * @param config what it was started with
 * @param state the word for the state it is in, or ended in
 * @param steps the number of updates done
 * @param memorizedAt when train accuracy reached its threshold and held
 * @param generalizedAt when test accuracy also reached its threshold and held
 * @param testAccuracy the last one; NaN where there is none
 */
public record SweepRun(
    String name,
    RunConfig config,
    String state,
    int steps,
    Optional<StepInterval> memorizedAt,
    Optional<StepInterval> generalizedAt,
    double testAccuracy) {

  /** How a run stands among others. */
  public enum Fate {
    /** It did all that was to be done. */
    OVER,
    /** Its loss was no number any more. */
    DIVERGED,
    /** An error ended it, which says nothing about its settings. */
    FAILED,
    /** It was stopped, or goes on: nobody knows what would have come. */
    OPEN
  }

  public Fate fate() {
    if (state.equals(RunText.word(RunState.FINISHED))) {
      return Fate.OVER;
    }
    if (state.equals(RunText.word(RunState.DIVERGED))) {
      return Fate.DIVERGED;
    }
    return state.equals(RunText.word(RunState.FAILED)) ? Fate.FAILED : Fate.OPEN;
  }

  /** Whether it says something about its settings: it was not stopped, and did not fail. */
  public boolean counts() {
    return fate() == Fate.OVER || fate() == Fate.DIVERGED;
  }

  /** Whether the hidden examples came long after the training examples. */
  public boolean grokked() {
    return Outcome.rise(memorizedAt, generalizedAt) == Outcome.Rise.LATE;
  }

  /** The step at which it had memorised; infinite where it never had. */
  public double memorized() {
    return memorizedAt.map(at -> (double) at.by()).orElse(Double.POSITIVE_INFINITY);
  }

  /** The step at which it had understood; infinite where it never had. */
  public double generalized() {
    return generalizedAt.map(at -> (double) at.by()).orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * The steps from memorising to understanding, by the evaluations that showed them; 0 where the
   * hidden examples did not come later.
   */
  public Optional<Integer> delay() {
    return memorizedAt.flatMap(from -> generalizedAt.map(to -> Math.max(0, to.by() - from.by())));
  }

  /** The runs that say something about their settings. */
  static List<SweepRun> counted(List<SweepRun> runs) {
    return runs.stream().filter(SweepRun::counts).toList();
  }
}
