package grokscope.cli.queue;

import grokscope.cli.Terminal;
import grokscope.cli.watch.ProgressLine;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.queue.PlannedRun;
import grokscope.measure.MetricIds;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunStatus;
import java.util.List;
import java.util.Locale;

/**
 * Shows which run of a queue is in progress, and how long all may still take. In a file it is a
 * line when a run begins to be trained and one when it ends. Main thread only.
 */
final class QueueViewer implements WatchedRun.Viewer {
  private static final String ERASE = "\r\u001b[K";

  private final Terminal terminal;
  private final String name;
  private final long later;
  private boolean begun;

  /**
   * A viewer of one run.
   *
   * @param total how many runs there are
   * @param later how many steps the runs after this one have at most
   */
  QueueViewer(Terminal terminal, PlannedRun run, int total, long later) {
    this.terminal = terminal;
    this.name = "run " + run.number() + " of " + total + "  " + run.words();
    this.later = later;
  }

  @Override
  public void show(RunStatus status, History history, List<RunEvent> news) {
    boolean ended = status.state().ended();
    if (terminal.redraws()) {
      terminal.out().print(ERASE + line(status, history) + (ended ? "\n" : ""));
      terminal.out().flush();
    } else if (ended || (!begun && status.stepsPerSecond() > 0)) {
      begun = true;
      terminal.out().println(line(status, history));
    }
  }

  /** The line: which run, its step and test accuracy, the time for the rest of the queue. */
  String line(RunStatus status, History history) {
    return String.format(
        Locale.ROOT,
        "%s  step %d/%d  test %s  %s  ETA of all %s",
        name,
        status.step(),
        status.steps(),
        ProgressLine.percent(history.latest(MetricIds.TEST_ACCURACY)),
        ProgressLine.speed(status.stepsPerSecond()),
        eta(status));
  }

  private String eta(RunStatus status) {
    long own = status.state().ended() ? 0 : status.steps() - (long) status.step();
    return ProgressLine.eta(own + later, status.stepsPerSecond());
  }
}
