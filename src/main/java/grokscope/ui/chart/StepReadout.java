package grokscope.ui.chart;

import grokscope.telemetry.History;
import grokscope.text.NumberText;
import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.StepWindow;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of all charts at one step: where the mouse is, else at the pin, else at the end
 * of the live run. FX thread only.
 */
final class StepReadout implements StepMouse.Target {
  /** What is read, and where the values are written. */
  interface Source {
    /** The boards, that with the large chart first. */
    List<Board> boards();

    /** Takes the values at a sample of the live run and at a step of the others. */
    void read(@Nullable Panel pointed, int sample, double step);

    /** The steps or the values in view have changed. */
    void windowChanged();

    /** All of all charts is to be in view. */
    void showAll();
  }

  private final Source source;
  private final StepWindow window;
  private final ReadOnlyIntegerWrapper cursorStep =
      new ReadOnlyIntegerWrapper(this, "cursorStep", -1);
  private IntConsumer whenClicked = step -> {};
  private History history = new History(List.of());
  private List<Ghost> ghosts = List.of();
  private @Nullable Board pointed;
  private int plot;
  private double position;
  private int pinned = -1;

  /**
   * A readout without a run.
   *
   * @param window the steps in view, which the mouse changes
   */
  StepReadout(Source source, StepWindow window) {
    this.source = source;
    this.window = window;
  }

  /** The step under the cursor, −1 when the cursor is elsewhere. */
  ReadOnlyIntegerProperty cursorStepProperty() {
    return cursorStep.getReadOnlyProperty();
  }

  void whenClicked(IntConsumer listener) {
    whenClicked = listener;
  }

  /** Reads this live run from the next call on. */
  void begin(History live) {
    history = live;
  }

  /** Reads these other runs from the next call on. */
  void setGhosts(List<Ghost> others) {
    ghosts = List.copyOf(others);
  }

  /** Draws a line at a step, pales what is after it, and reads the values there. */
  void setPinned(int step) {
    pinned = step;
    redrawPin();
    read();
  }

  /** Draws the pin anew. */
  void redrawPin() {
    double at = pinned < 0 ? -1 : window.position(pinned);
    for (Board board : source.boards()) {
      if (pinned < 0) {
        board.pin().hideSelection();
      } else {
        board.pin().showSelection(board.frame(), Math.min(1, at), 1); // what came later
      }
      if (at < 0 || at > 1) {
        board.pin().hideCursor();
      } else {
        boolean front = board.equals(source.boards().get(0));
        String words = "step " + NumberText.count(pinned);
        board.pin().showCursor(board.frame(), at, words, plot -> front);
      }
    }
  }

  /** Puts the cursor where the mouse is, and reads the values there, or else at the pin or last. */
  void read() {
    Board board = pointed;
    if (board == null || plot >= board.panels().size()) {
      source.boards().forEach(other -> other.cursor().hideCursor());
      cursorStep.set(-1);
      readStill();
      return;
    }
    Pointed at = Pointed.at(window.stepAt(position), history, ghosts);
    double where = Math.max(0, Math.min(window.position(at.step()), 1));
    String words = "step " + NumberText.count(Math.round(at.step()));
    Board front = source.boards().get(0);
    for (Board other : source.boards()) {
      other
          .cursor()
          .showCursor(
              other.frame(),
              where,
              words,
              i -> other.equals(front) || (other.equals(board) && i == plot && labelled(other, i)));
    }
    cursorStep.set((int) Math.round(at.step()));
    source.read(board.panels().get(plot), at.sample(), at.step());
  }

  private static boolean labelled(Board board, int plot) {
    Plot place = board.frame().plots().get(plot);
    return place.words().labelled();
  }

  private void readStill() {
    int last = history.size() - 1;
    if (pinned < 0) {
      source.read(null, last, last < 0 ? -1 : history.step(last));
    } else {
      source.read(null, history.indexAt(pinned), pinned); // as was measured by then
    }
  }

  @Override
  public StepWindow window() {
    return window;
  }

  @Override
  public void windowChanged() {
    source.windowChanged();
  }

  @Override
  public void pointAt(Board board, int plot, double position) {
    pointed = board;
    this.plot = plot;
    this.position = position;
    read();
  }

  @Override
  public void pointNowhere(Board board) {
    if (board.equals(pointed)) {
      pointed = null;
      read();
    }
  }

  @Override
  public void clickedAt(double step) {
    whenClicked.accept((int) Math.round(step));
  }

  @Override
  public void backToLive() {
    source.showAll();
    whenClicked.accept(-1); // the first click of a double one has looked at a step
  }
}
