package grokscope.ui.chart;

import grokscope.telemetry.History;
import java.util.List;

/**
 * The evaluation that a cursor points at. Immutable; made on the FX thread, to which the histories
 * belong.
 *
 * @param step the step of that evaluation
 * @param sample its index in the live history, −1 when the live run has not come that far
 */
record Pointed(double step, int sample) {

  /** The nearest evaluation of the live run, or of the earlier runs where it has not yet been. */
  static Pointed at(double step, History live, List<Ghost> ghosts) {
    int sample = nearest(live, step);
    if (sample >= 0) {
      return new Pointed(live.step(sample), sample);
    }
    for (Ghost ghost : ghosts) {
      int other = nearest(ghost.history(), step);
      if (other >= 0) {
        return new Pointed(ghost.history().step(other), -1);
      }
    }
    return new Pointed(Math.max(0, Math.round(step)), -1);
  }

  private static int nearest(History history, double step) {
    int size = history.size();
    if (size == 0) {
      return -1;
    }
    int before = Math.max(0, history.indexAt(step));
    if (before == size - 1) {
      // Half a gap beyond the last evaluation still belongs to it.
      double gap = size > 1 ? history.step(size - 1) - history.step(size - 2) : 1;
      return step - history.step(before) <= gap / 2 ? before : -1;
    }
    double middle = (history.step(before) + history.step(before + 1)) / 2;
    return step < middle ? before : before + 1;
  }
}
