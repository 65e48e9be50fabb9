package grokscope.ui;

import grokscope.config.Preset;
import grokscope.run.RunLines;
import grokscope.run.StoredRun;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Sample;
import java.util.Arrays;
import java.util.List;

/**
 * A stored run that was read whole, to be shown in the window. Immutable, any thread.
 *
 * @param stored what its folder tells
 * @param preset the words around it
 */
record OpenedRun(StoredRun stored, Preset preset) {
  /**
   * What it measured, in the columns of a run of this program.
   *
   * @param until the last step that is wanted
   */
  History history(List<Metric> metrics, int until) {
    List<String> columns = stored.metrics().metrics();
    int[] from = metrics.stream().mapToInt(metric -> columns.indexOf(metric.id())).toArray();
    History history = new History(metrics);
    for (Sample sample : stored.metrics().samples()) {
      if (sample.step() <= until) {
        double[] values =
            Arrays.stream(from)
                .mapToDouble(at -> at < 0 ? Double.NaN : sample.values()[at])
                .toArray();
        history.append(new Sample(0, sample.step(), values));
      }
    }
    return history;
  }

  /** What happened to it until a step. */
  List<RunEvent> events(int until) {
    return stored.events().stream().filter(event -> event.step() <= until).toList();
  }

  /** The last word on it. */
  RunStatus status(long id) {
    return new RunStatus(
        id,
        state(),
        stored.listed().steps(),
        stored.latest().steps(),
        0,
        stored.listed().memorizedAt(),
        stored.listed().grokkedAt(),
        "");
  }

  /** One that nobody has ended was cut off with its program. */
  private RunState state() {
    return Arrays.stream(RunState.values())
        .filter(state -> state.ended() && RunLines.word(state).equals(stored.listed().state()))
        .findFirst()
        .orElse(RunState.STOPPED);
  }
}
