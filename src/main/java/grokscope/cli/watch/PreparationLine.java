package grokscope.cli.watch;

import grokscope.cli.Terminal;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;

/**
 * Says how far the data of a run are, on a line that is drawn over and goes away again; in a file
 * as a line whenever there is something new. Main thread only.
 */
public final class PreparationLine {
  private static final String ERASE = "\r\u001b[K";

  private final Terminal terminal;
  private String shown = "";

  PreparationLine(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(RunStatus status) {
    String line = words(status);
    if (line.equals(shown)) {
      return;
    }
    shown = line;
    if (terminal.redraws()) {
      terminal.out().print(ERASE + line);
      terminal.out().flush();
    } else if (!line.isEmpty()) {
      terminal.out().println(line);
    }
  }

  /** Such as "reading images 23.1%"; empty when nothing is being prepared that takes a while. */
  public static String words(RunStatus status) {
    boolean nothing = status.state() != RunState.PREPARING || status.message().isEmpty();
    return nothing ? "" : status.message() + " " + ProgressLine.percent(status.prepared());
  }
}
