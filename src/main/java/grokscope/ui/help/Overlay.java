package grokscope.ui.help;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the whole window that holds one thing at a time or is not there. What is below goes
 * on; only the keys that its content wants and Tab stay in it. FX thread only.
 *
 * <p>It is a child of the window's root that takes no part in its layout, so that nothing moves
 * when it comes and goes.
 */
final class Overlay extends Pane {
  private static final String STYLE_SHEET = "/assets/css/help.css";

  private final Pane root;
  private final ChangeListener<@Nullable Node> focus = (property, before, now) -> keep(now);
  private final EventHandler<KeyEvent> keys;
  private Consumer<KeyEvent> pressed = key -> {};
  private Optional<Node> before = Optional.empty(); // had the focus
  private Optional<Window> listened = Optional.empty();
  private Optional<Node> first = Optional.empty(); // has the focus when it opens

  /** An overlay over a window's root, to which it adds itself. */
  Overlay(Pane root) {
    this.root = root;
    keys = key -> pressed.accept(key);
    setManaged(false);
    setVisible(false);
    setViewOrder(-1);
    setPickOnBounds(false);
    getStyleClass().add("overlay");
    getStylesheets()
        .add(
            Objects.requireNonNull(Overlay.class.getResource(STYLE_SHEET), STYLE_SHEET)
                .toExternalForm());
    root.getChildren().add(this);
    root.layoutBoundsProperty().addListener(change -> fill());
    setOnMousePressed(javafx.event.Event::consume); // or the root would take the focus
  }

  private void fill() {
    if (isVisible()) {
      resizeRelocate(0, 0, root.getWidth(), root.getHeight());
    }
  }

  /**
   * Shows something in place of what it showed.
   *
   * @param content fills the window
   * @param focused has the keys
   * @param onKey hears every key before the window does, and consumes those that it takes
   */
  void open(Node content, Node focused, Consumer<KeyEvent> onKey) {
    if (!isVisible()) {
      Scene scene = root.getScene();
      before = Optional.ofNullable(scene.getFocusOwner());
      scene.focusOwnerProperty().addListener(focus);
      listened = Optional.of(scene.getWindow());
      listened.get().addEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
    first = Optional.of(focused);
    pressed = onKey;
    getChildren().setAll(content);
    setVisible(true);
    fill();
    applyCss(); // what scrolls has its content only then
    focused.requestFocus();
  }

  void close() {
    if (!isVisible()) {
      return;
    }
    Scene scene = root.getScene();
    scene.focusOwnerProperty().removeListener(focus);
    listened.ifPresent(window -> window.removeEventFilter(KeyEvent.KEY_PRESSED, keys));
    setVisible(false);
    getChildren().clear();
    before
        .filter(node -> node.getScene() == scene)
        .ifPresentOrElse(Node::requestFocus, root::requestFocus);
  }

  /** Tab goes round in it. */
  private void keep(@Nullable Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == this) {
        return;
      }
    }
    first.ifPresent(Node::requestFocus);
  }

  @Override
  protected void layoutChildren() {
    getChildren().forEach(child -> child.resizeRelocate(0, 0, getWidth(), getHeight()));
  }
}
