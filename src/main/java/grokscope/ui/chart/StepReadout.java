package grokscope.ui.chart;

import grokscope.telemetry.History;
import grokscope.text.NumberText;
import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.StepWindow;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;

/**
 * Reads the values of all panels at one step: where the mouse is, else at the pin, else at the end
 * of the live run. FX thread only.
 */
final class StepReadout implements StepMouse.Target {
  private final List<Panel> panels;
  private final StepWindow window;
  private final Runnable windowChanged;
  private final CursorLayer cursor;
  private final CursorLayer pin;
  private final ReadOnlyIntegerWrapper cursorStep =
      new ReadOnlyIntegerWrapper(this, "cursorStep", -1);
  private IntConsumer whenClicked = step -> {};
  private History history = new History(List.of());
  private List<Ghost> ghosts = List.of();
  private Frame frame;
  private double mouseX = Double.NaN;
  private int pinned = -1;

  /**
   * A readout without a run.
   *
   * @param panels what is read
   * @param window the steps in view, which the mouse changes
   * @param windowChanged is called after each such change
   */
  StepReadout(List<Panel> panels, StepWindow window, Frame frame, Runnable windowChanged) {
    this.panels = List.copyOf(panels);
    this.window = window;
    this.frame = frame;
    this.windowChanged = windowChanged;
    cursor = new CursorLayer(panels.size());
    pin = new CursorLayer(panels.size());
    pin.getStyleClass().add("curve-pin");
  }

  /** What it draws on, from the back to the front. */
  List<Node> layers() {
    return List.of(pin, cursor);
  }

  /** The line at the step that the mouse points at. */
  CursorLayer cursor() {
    return cursor;
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

  /** Takes the plots to be elsewhere; nothing is drawn until they have been laid out. */
  void move(Frame next) {
    frame = next;
    cursor.hideCursor();
    pin.hideCursor();
    cursor.hideSelection();
  }

  /** Fills the view in which the plots have been laid out. */
  void layOut(Frame next, double width, double height) {
    frame = next;
    cursor.resizeRelocate(0, 0, width, height);
    pin.resizeRelocate(0, 0, width, height);
  }

  /** Draws a line at a step, pales what is after it, and reads the values there. */
  void setPinned(int step) {
    pinned = step;
    redrawPin();
    read();
  }

  /** Draws the pin anew. */
  void redrawPin() {
    double position = pinned < 0 ? -1 : window.position(pinned);
    if (pinned < 0) {
      pin.hideSelection();
    } else {
      pin.showSelection(frame, frame.x(Math.min(1, position)), frame.right()); // what came later
    }
    if (position < 0 || position > 1) {
      pin.hideCursor();
    } else {
      pin.showCursor(frame, frame.x(position), "step " + NumberText.count(pinned));
    }
  }

  /** Puts the cursor where the mouse is, and reads the values there, or else at the pin or last. */
  void read() {
    double position = frame.position(mouseX);
    boolean pointing = position >= 0 && position <= 1;
    panels.forEach(panel -> panel.header().setPointing(pointing));
    int last = history.size() - 1;
    if (!pointing) {
      cursor.hideCursor();
      cursorStep.set(-1);
      if (pinned < 0) {
        double step = last < 0 ? -1 : history.step(last);
        panels.forEach(panel -> panel.read(last, step));
      } else {
        int known = history.indexAt(pinned); // as was measured by then, not the nearest
        panels.forEach(panel -> panel.read(known, pinned));
      }
      return;
    }
    Pointed pointed = Pointed.at(window.stepAt(position), history, ghosts);
    double x = frame.x(window.position(pointed.step()));
    cursor.showCursor(
        frame,
        Math.max(frame.left(), Math.min(x, frame.right())),
        "step " + NumberText.count(Math.round(pointed.step())));
    cursorStep.set((int) Math.round(pointed.step()));
    panels.forEach(panel -> panel.read(pointed.sample(), pointed.step()));
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public StepWindow window() {
    return window;
  }

  @Override
  public void windowChanged() {
    windowChanged.run();
  }

  @Override
  public void pointAt(double x) {
    mouseX = x;
    read();
  }

  @Override
  public void clickedAt(double x) {
    double position = frame.position(x);
    if (position >= 0 && position <= 1) {
      whenClicked.accept((int) Math.round(window.stepAt(position)));
    }
  }

  @Override
  public void selecting(double from, double to) {
    if (Double.isNaN(from)) {
      cursor.hideSelection();
    } else {
      cursor.showSelection(frame, from, to);
    }
  }

  @Override
  public void backToLive() {
    window.follow();
    windowChanged.run();
    whenClicked.accept(-1); // the first click of a double one has looked at a step
  }
}
