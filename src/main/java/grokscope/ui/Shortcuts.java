package grokscope.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the lab: Space runs and pauses, S steps, R restarts, Escape leaves a field. FX thread
 * only.
 *
 * <p>Whoever types keeps the keys. A control that was reached with Tab keeps its Space; one that
 * was only clicked does not, so that Space means the same after a click on Step.
 */
final class Shortcuts {
  private final Scene scene;
  private final LabModel model;

  private Shortcuts(Scene scene, LabModel model) {
    this.scene = scene;
    this.model = model;
  }

  static void install(Scene scene, LabModel model) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, new Shortcuts(scene, model)::pressed);
  }

  private void pressed(KeyEvent key) {
    Node owner = scene.getFocusOwner();
    if (key.getCode() == KeyCode.ESCAPE && owner instanceof TextInputControl) {
      scene.getRoot().requestFocus();
      return;
    }
    boolean withModifier =
        key.isControlDown() || key.isAltDown() || key.isMetaDown() || key.isShiftDown();
    if (owner instanceof TextInputControl || withModifier) {
      return;
    }
    boolean spaceIsTaken = owner instanceof Control && owner.isFocusVisible();
    switch (key.getCode()) {
      case SPACE -> {
        if (!spaceIsTaken) {
          act(key, model::toggle);
        }
      }
      case S -> act(key, model::step);
      case R -> act(key, model::restart);
      default -> {}
    }
  }

  private static void act(KeyEvent key, Runnable action) {
    key.consume();
    action.run();
  }
}
