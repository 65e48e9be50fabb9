package grokscope.ui.session;

import grokscope.config.preset.Preset;
import grokscope.run.StoredRun;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import java.util.List;

/**
 * A stored run that was read whole, to be shown in the window. Nothing changes it; any thread.
 *
 * @param stored what its folder tells
 * @param preset the words around it
 */
public record OpenedRun(StoredRun stored, Preset preset) {
  /** What it measured, in the columns of a run of this program. */
  public History history(List<Metric> metrics) {
    History measured = stored.history();
    int[] from = metrics.stream().mapToInt(metric -> measured.column(metric.id())).toArray();
    double[] values = new double[from.length];
    History history = new History(metrics);
    for (int i = 0; i < measured.size(); i++) {
      for (int column = 0; column < from.length; column++) {
        values[column] = from[column] < 0 ? Double.NaN : measured.value(from[column], i);
      }
      history.append((int) measured.step(i), values);
    }
    return history;
  }

  /** The final status. */
  public RunStatus status(long id) {
    return stored.status(id, RunState.STOPPED);
  }
}
