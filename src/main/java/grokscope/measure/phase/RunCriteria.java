package grokscope.measure.phase;

import grokscope.config.RunConfig;
import grokscope.task.Task;
import grokscope.task.Tasks;

/**
 * What a run is held against. Immutable, any thread.
 *
 * @param threshold the test accuracy that counts as understood, from 0 to 1
 * @param fresh whether every step draws new examples
 * @param guessing the share of answers that is right by chance
 * @param hidden about how many examples are hidden
 * @param rule whether there is a rule to find
 */
public record RunCriteria(
    double threshold, boolean fresh, double guessing, int hidden, boolean rule) {
  /** The test accuracy from which a part is understood, if guessing does not bring it. */
  static final double PART = 0.05;

  /** The accuracy below which a set is not known. */
  static final double HALF = 0.5;

  private static final double LITTLE = 0.2; // of answers right by guessing
  private static final double ERRORS = 3; // standard errors above guessing

  /** Those of a run with this config. */
  public static RunCriteria of(RunConfig config) {
    Task task = Tasks.of(config.task());
    int hidden = (int) (task.shape(config.task()).examples() * (1 - config.trainFraction()));
    return new RunCriteria(
        task.generalizedAt(config.task()),
        task.fresh(config.task()),
        task.guessing(config.task()),
        Math.max(1, hidden),
        task.hasRule());
  }

  /** Half-way to being right everywhere: from guessing, where that brings much. */
  double middle() {
    return guessing > LITTLE ? (1 + guessing) / 2 : HALF;
  }

  /** The test accuracy that guessing does not bring, by three standard errors. */
  double partFrom() {
    return Math.max(PART, guessing + ERRORS * Math.sqrt(guessing * (1 - guessing) / hidden));
  }
}
