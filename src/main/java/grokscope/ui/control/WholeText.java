package grokscope.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Screen;

/**
 * All of a text of which a line shows the beginning, laid over what is below the line, until the
 * next click or Escape. FX thread only.
 */
public final class WholeText {
  private static final double WIDEST = 62; // in widths of a capital letter, for readable lines

  private final Region owner;
  private final Label words = new Label();
  private final Popup popup = new Popup();

  /**
   * A text that is not shown yet.
   *
   * @param owner the line
   * @param id of the text
   */
  public WholeText(Region owner, String id) {
    this.owner = owner;
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    StackPane box = new StackPane(words);
    box.getStyleClass().add("whole-text");
    box.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> popup.hide());
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(true); // a click on the line closes, and does not open again
  }

  /** Shows a text below its line, or takes it away. */
  public void toggle(String text) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    words.setText(text);
    Bounds line = owner.localToScreen(owner.getLayoutBounds());
    double rightEdge =
        Screen.getScreensForRectangle(line.getMinX(), line.getMinY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxX())
            .findFirst()
            .orElse(line.getMaxX());
    double em = words.getFont().getSize();
    words.setPrefWidth(
        Math.max(
            10 * em,
            Math.min(Math.min(line.getWidth(), WIDEST * em), rightEdge - line.getMinX() - 4 * em)));
    popup.show(owner, line.getMinX(), line.getMaxY());
  }

  /** Takes it away. */
  public void hide() {
    popup.hide();
  }

  /** Whether it is shown. */
  public boolean isShowing() {
    return popup.isShowing();
  }
}
