package grokscope.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * From which step on a run is computed in which way. A run that goes on on another machine has
 * several. Immutable, any thread.
 *
 * @param run the id of the run inside this session; 0 where it is read from a file
 * @param from the step
 */
public record Computed(long run, int from, Computation by) {
  /**
   * What holds of a run that goes on at a step.
   *
   * @param before what was said so far, also of steps that are taken again
   */
  public static List<Computed> goingOn(List<Computed> before, Computed now) {
    List<Computed> all = new ArrayList<>();
    for (Computed one : before) {
      if (one.from() < now.from()) {
        all.add(one);
      }
    }
    if (all.isEmpty() || !all.get(all.size() - 1).by().equals(now.by())) {
      all.add(now);
    }
    return all;
  }
}
