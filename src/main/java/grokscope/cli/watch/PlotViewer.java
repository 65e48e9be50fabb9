package grokscope.cli.watch;

import grokscope.cli.Terminal;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a run as two pictures of its curves, drawn over as it goes; in a file as progress lines
 * with the pictures at the end. Main thread only.
 */
public final class PlotViewer implements WatchedRun.Viewer {
  private static final int WIDTH = 68;
  private static final int HEIGHT = 9;
  private static final int HEIGHT_TO_REDRAW = 7; // all of it must fit into 24 lines

  private final Terminal terminal;
  private final ProgressViewer lines;
  private final PreparationLine preparation;
  private final TextPlot accuracy;
  private final TextPlot loss;
  private int drawn;

  /**
   * A viewer.
   *
   * @param fresh whether every step of the run draws new examples
   */
  public PlotViewer(Terminal terminal, boolean fresh) {
    TextPlot.Ink ink = terminal.unicode() ? TextPlot.Ink.UNICODE : TextPlot.Ink.ASCII;
    this.terminal = terminal;
    this.lines = new ProgressViewer(terminal, fresh);
    this.preparation = new PreparationLine(terminal);
    int height = terminal.redraws() ? HEIGHT_TO_REDRAW : HEIGHT;
    this.accuracy = TextPlot.accuracy(WIDTH, height, ink);
    this.loss = TextPlot.loss(WIDTH, height, ink);
  }

  @Override
  public void show(RunStatus status, History history, List<RunEvent> news) {
    if (terminal.redraws()) {
      preparation.show(status);
      redraw(status, history);
      return;
    }
    lines.show(status, history, news);
    if (status.state().ended() && history.size() > 0) {
      terminal.out().println();
      pictures(history).forEach(terminal.out()::println);
    }
  }

  private void redraw(RunStatus status, History history) {
    if (history.size() == 0) {
      return;
    }
    List<String> picture = pictures(history);
    // Two short lines: one that is wrapped by a narrow terminal would spoil the next redraw.
    picture.addAll(ProgressLine.halves(status, history));
    StringBuilder frame = new StringBuilder();
    if (drawn > 0) {
      frame.append("\u001b[").append(drawn).append('A');
    }
    picture.forEach(line -> frame.append(line).append("\u001b[K\n"));
    terminal.out().print(frame);
    terminal.out().flush();
    drawn = picture.size();
  }

  private List<String> pictures(History history) {
    List<String> picture = new ArrayList<>(accuracy.draw(history));
    picture.addAll(loss.draw(history));
    return picture;
  }
}
