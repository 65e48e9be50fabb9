package grokscope.measure.phase;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the first evaluation, from a given one on, from which a condition holds several times in a
 * row. As long as that one stays the same it looks at every evaluation once.
 */
final class HeldFrom {
  private final int needed;
  private final Predicate<PhaseSample> condition;
  private int from = -1;
  private int next;
  private int held;

  HeldFrom(int needed, Predicate<PhaseSample> condition) {
    this.needed = needed;
    this.condition = condition;
  }

  /** Its index; −1 when there is none. */
  int first(int begin, List<PhaseSample> samples) {
    if (begin != from) {
      from = begin;
      next = begin;
      held = 0;
    }
    while (held < needed && next < samples.size()) {
      held = condition.test(samples.get(next)) ? held + 1 : 0;
      next++;
    }
    return held == needed ? next - needed : -1;
  }
}
