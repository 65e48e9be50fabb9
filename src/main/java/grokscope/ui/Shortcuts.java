package grokscope.ui;

import grokscope.ui.help.Help;
import grokscope.ui.help.WindowKey;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.session.RunController;
import grokscope.ui.time.TimeTravel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the lab: Space runs and pauses, S steps, R restarts, the arrows go from checkpoint to
 * checkpoint, Ctrl with 1 to 9 opens one of the first nine tabs, Escape leaves a field. FX thread
 * only.
 *
 * <p>Text fields keep their keys. A control that was reached with Tab keeps its Space; one that was
 * only clicked does not, so that Space means the same after a click on Step.
 */
final class Shortcuts {
  /** So many tabs have a key: the digits but 0. */
  static final int TABS = 9;

  private final Scene scene;
  private final RunController controller;
  private final TimeTravel travel;
  private final Help help;

  private Shortcuts(Scene scene, RunController controller, TimeTravel travel, Help help) {
    this.scene = scene;
    this.controller = controller;
    this.travel = travel;
    this.help = help;
  }

  static void install(Scene scene, RunController controller, TimeTravel travel, Help help) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED, new Shortcuts(scene, controller, travel, help)::pressed);
    List<PictureDeck.Tab> tabs = PictureDeck.tabs();
    for (int i = 0; i < Math.min(TABS, tabs.size()); i++) {
      String id = tabs.get(i).id();
      KeyCode digit = KeyCode.getKeyCode(String.valueOf(i + 1));
      KeyCodeCombination keys = new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
      scene.getAccelerators().put(keys, () -> travel.pictures().chosenProperty().set(id));
    }
  }

  private void pressed(KeyEvent key) {
    Node owner = scene.getFocusOwner();
    if (key.getCode() == KeyCode.ESCAPE && owner instanceof TextInputControl) {
      scene.getRoot().requestFocus();
      return;
    }
    boolean typing = owner instanceof TextInputControl && key.getCode() != KeyCode.F1;
    if (!typing && WindowKey.of(key).filter(WindowKey.HELP::equals).isPresent()) {
      act(key, help::toggle);
      return;
    }
    boolean withModifier =
        key.isControlDown() || key.isAltDown() || key.isMetaDown() || key.isShiftDown();
    if (owner instanceof TextInputControl || withModifier || isOpen(owner)) {
      return;
    }
    boolean spaceIsTaken = owner instanceof Control && owner.isFocusVisible();
    switch (key.getCode()) {
      case SPACE -> {
        if (!spaceIsTaken) {
          act(key, travel.playing() ? travel::pause : controller::toggle);
        }
      }
      case S -> act(key, controller::step);
      case R -> act(key, controller::restart);
      case LEFT, RIGHT -> {
        if (owner == scene.getRoot()) { // elsewhere these keys have a meaning of their own
          act(key, () -> travel.move(key.getCode() == KeyCode.LEFT ? -1 : 1));
        }
      }
      default -> {}
    }
  }

  /** In an open menu, keys select the entries that begin with them. */
  private static boolean isOpen(Node owner) {
    return (owner instanceof MenuButton menu && menu.isShowing())
        || (owner instanceof ComboBoxBase<?> box && box.isShowing());
  }

  private static void act(KeyEvent key, Runnable action) {
    key.consume();
    action.run();
  }
}
