package grokscope.ui;

import grokscope.ui.help.WindowKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Makes the keys of the window act. FX thread only.
 *
 * <p>Text fields keep what can be typed; function keys and those with Ctrl act there too. A control
 * that was reached with Tab keeps its Space; one that was only clicked does not, so that Space
 * means the same after a click on Step. Letters do nothing, and neither does what follows them
 * within half a second: it was meant for a field.
 */
final class Shortcuts {
  private static final long TYPING = 500_000_000L; // nanoseconds

  /** What can be typed into a field. */
  private static final Set<WindowKey> PLAIN =
      EnumSet.of(WindowKey.RUN, WindowKey.STEP, WindowKey.EARLIER, WindowKey.LATER);

  private final Scene scene;
  private final LongSupplier nanos;
  private final Map<WindowKey, IntConsumer> actions = new EnumMap<>(WindowKey.class);
  private long typed;
  private boolean typing;

  /**
   * Keys that do nothing yet.
   *
   * @param nanos a clock
   */
  Shortcuts(Scene scene, LongSupplier nanos) {
    this.scene = scene;
    this.nanos = nanos;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Lets a key act. */
  void on(WindowKey key, Runnable action) {
    actions.put(key, which -> action.run());
  }

  /** Lets a key with several combinations act, which are counted from 0 on. */
  void onEach(WindowKey key, IntConsumer action) {
    actions.put(key, action);
  }

  private void pressed(KeyEvent key) {
    Node owner = scene.getFocusOwner();
    if (key.getCode() == KeyCode.ESCAPE && owner instanceof TextInputControl) {
      scene.getRoot().requestFocus();
      return;
    }
    if (isOpen(owner)) {
      return;
    }
    Optional<WindowKey> found = WindowKey.of(key);
    boolean early = early(key, owner, found);
    found
        .filter(wanted -> !early && actions.containsKey(wanted) && free(wanted, key, owner))
        .ifPresent(wanted -> act(wanted, key));
  }

  private void act(WindowKey wanted, KeyEvent key) {
    key.consume();
    actions.getOrDefault(wanted, which -> {}).accept(wanted.which(key));
  }

  /** Whether a key belongs to words that somebody types without a field. */
  private boolean early(KeyEvent key, Node owner, Optional<WindowKey> found) {
    boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isMetaDown();
    if (!plain || owner instanceof TextInputControl) {
      typing = false;
      return false;
    }
    long now = nanos.getAsLong();
    boolean soon = typing && now - typed < TYPING;
    boolean letter = key.getCode().isLetterKey() || key.getCode().isDigitKey();
    boolean ofText = found.filter(PLAIN::contains).isPresent() && !key.getCode().isArrowKey();
    typing = letter || (soon && ofText);
    if (typing) {
      typed = now;
    }
    return soon && ofText;
  }

  /** Whether the focused control has no meaning of its own for the key. */
  private boolean free(WindowKey wanted, KeyEvent key, Node owner) {
    boolean field = owner instanceof TextInputControl;
    return switch (wanted) {
      case RUN -> !field && !(owner instanceof Control && owner.isFocusVisible());
      case STEP -> !field;
      case EARLIER, LATER -> owner == scene.getRoot();
      case HELP -> key.getCode() == KeyCode.F1 || !field;
      default -> true;
    };
  }

  /** In an open menu, keys select the entries that begin with them. */
  private static boolean isOpen(Node owner) {
    return (owner instanceof MenuButton menu && menu.isShowing())
        || (owner instanceof ComboBoxBase<?> box && box.isShowing());
  }
}
