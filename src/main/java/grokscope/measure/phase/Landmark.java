package grokscope.measure.phase;

import grokscope.telemetry.History;
import grokscope.telemetry.StepInterval;
import java.util.Optional;

/**
 * A place in the course of a run that two runs can be compared by: where a metric first passes a
 * level. Immutable.
 *
 * @param words what has happened there
 * @param metric the id of the metric
 * @param level what it passes
 * @param rising whether from below
 * @param after the metric must have been on the other side of this first; NaN for no such condition
 */
public record Landmark(String words, String metric, double level, boolean rising, double after) {
  /** Where it is; empty when the run has not come that far. */
  public Optional<StepInterval> in(History history) {
    int column = history.column(metric);
    boolean armed = Double.isNaN(after);
    for (int i = 0; column >= 0 && i < history.size(); i++) {
      double value = history.value(column, i);
      armed |= rising ? value < after : value > after;
      if (armed && (rising ? value >= level : value <= level)) {
        int before = i == 0 ? -1 : (int) history.step(i - 1);
        return Optional.of(new StepInterval(before, (int) history.step(i)));
      }
    }
    return Optional.empty();
  }
}
