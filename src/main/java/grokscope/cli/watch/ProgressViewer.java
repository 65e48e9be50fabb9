package grokscope.cli.watch;

import grokscope.cli.Terminal;
import grokscope.story.OutcomeWords;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import java.util.List;

/**
 * Shows a run as one line that is drawn over, or in a file as a line now and then. Main thread
 * only.
 */
final class ProgressViewer implements WatchedRun.Viewer {
  private static final int LINES = 20;
  private static final String ERASE = "\r\u001b[K";

  private final Terminal terminal;
  private final boolean fresh; // whether every step draws new examples
  private final PreparationLine preparation;
  private int printedAt = -1;

  ProgressViewer(Terminal terminal, boolean fresh) {
    this.terminal = terminal;
    this.fresh = fresh;
    this.preparation = new PreparationLine(terminal);
  }

  @Override
  public void show(RunStatus status, History history, List<RunEvent> news) {
    preparation.show(status);
    for (RunEvent event : news) {
      String words = words(event, fresh);
      if (!words.isEmpty()) {
        terminal.out().println((terminal.redraws() ? ERASE : "") + words);
      }
    }
    boolean ended = status.state().ended();
    if (history.size() == 0) {
      return;
    }
    if (terminal.redraws()) {
      terminal.out().print(ERASE + ProgressLine.of(status, history) + (ended ? "\n" : ""));
      terminal.out().flush();
    } else if (ended || isDue(status)) {
      terminal.out().println(ProgressLine.of(status, history));
      printedAt = status.step();
    }
  }

  private boolean isDue(RunStatus status) {
    int gap = Math.max(1, status.steps() / LINES);
    return status.state() == RunState.RUNNING
        && (printedAt < 0 || status.step() / gap > printedAt / gap);
  }

  /** An event as a line of its own; empty for those that the progress line shows anyway. */
  static String words(RunEvent event, boolean fresh) {
    if (event instanceof RunEvent.Memorized memorized) {
      return fresh ? "" : "memorised at " + memorized.at();
    }
    return event instanceof RunEvent.Generalized generalized
        ? OutcomeWords.reached(generalized, fresh) + " at " + generalized.at()
        : "";
  }
}
