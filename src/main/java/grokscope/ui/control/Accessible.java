package grokscope.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.stage.Screen;
import javafx.util.Duration;

/** Gives a node the id by which it is found, a tooltip and its accessible text. FX thread only. */
public final class Accessible {
  private static final Duration DELAY = Duration.millis(500);
  private static final Duration STAY = Duration.seconds(20);
  private static final double WIDTH = 320;
  private static final double POINTER = 12; // pixels that a tooltip keeps from it
  private static final double GAP = 3; // between a tooltip and what it describes
  private static final String WHOLE = "grokscope.whole";
  private static final double TALL = 96; // what is taller has room beside the pointer

  private Accessible() {}

  /** Describes a node, replacing an earlier description. */
  public static <N extends Node> N as(N node, String id, String words) {
    node.setId(id);
    if (node instanceof Labeled labeled) {
      labeled.setMnemonicParsing(false); // or the underscore of a file's name would be swallowed
    }
    describe(node, words);
    return node;
  }

  /** Describes a node above which its tooltip is shown, because what is below it is being read. */
  public static <N extends Node> N above(N node, String id, String words) {
    as(node, id, words);
    if (node.getProperties().get(Accessible.class) instanceof Tooltip tooltip) {
      tooltip.setOnShown(shown -> placeAbove(node, tooltip));
    }
    return node;
  }

  private static void placeAbove(Node node, Tooltip tooltip) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    if (bounds != null) {
      tooltip.setY(bounds.getMinY() - GAP - tooltip.getHeight());
    }
  }

  /**
   * Describes a node that holds others with tooltips of their own. It gets none, because of nested
   * tooltips the outermost is shown.
   */
  public static <N extends Node> N around(N node, String id, String words) {
    node.setId(id);
    node.setAccessibleText(words);
    return node;
  }

  /** Takes away what a node says of itself. */
  public static void silence(Node node) {
    if (node.getProperties().remove(Accessible.class) instanceof Tooltip shown) {
      Tooltip.uninstall(node, shown);
    }
    node.setAccessibleText(null);
    node.setAccessibleHelp(null);
  }

  /** Changes what a node says of itself. */
  public static void describe(Node node, String words) {
    node.setAccessibleText(words);
    tell(node, words);
  }

  /** Explains a node that has words of its own, such as a label. */
  public static void help(Node node, String words) {
    node.setAccessibleHelp(words);
    tell(node, words);
  }

  /** Keeps the tooltip of a node off another as well, of which it is a part. */
  public static void keepOff(Node node, Node whole) {
    node.getProperties().put(WHOLE, whole);
  }

  private static void tell(Node node, String words) {
    if (node.getProperties().get(Accessible.class) instanceof Tooltip shown) {
      shown.setText(words);
      return;
    }
    Tooltip tooltip = tooltip(words);
    tooltip.setOnShown(shown -> place(node, tooltip));
    node.getProperties().put(Accessible.class, tooltip);
    Tooltip.install(node, tooltip);
  }

  /** A tooltip that breaks its lines and stays long enough to be read. */
  public static Tooltip tooltip(String words) {
    Tooltip tooltip = new Tooltip(words);
    tooltip.setShowDelay(DELAY);
    tooltip.setShowDuration(STAY);
    tooltip.setMaxWidth(WIDTH);
    tooltip.setWrapText(true);
    tooltip.setOnShown(shown -> keepOnScreen(tooltip));
    return tooltip;
  }

  /** Puts a tooltip below what it describes, or above it, so that it covers nothing of that. */
  private static void place(Node node, Tooltip tooltip) {
    Node whole = node.getProperties().get(WHOLE) instanceof Node other ? other : node;
    Bounds bounds = whole.localToScreen(whole.getLayoutBounds());
    if (bounds == null || bounds.getHeight() > TALL) {
      keepOnScreen(tooltip);
      return;
    }
    tooltip.setY(beside(bounds.getMinY(), bounds.getMaxY(), tooltip.getHeight(), lowest(tooltip)));
  }

  /**
   * Where words begin that must not lie over what they describe: below it, or above it where there
   * is no room.
   */
  static double beside(double top, double bottom, double height, double lowest) {
    double below = bottom + GAP;
    return below + height <= lowest ? below : top - GAP - height;
  }

  /** Moves a tooltip above the pointer where it would hang over the lower edge of the screen. */
  private static void keepOnScreen(Tooltip tooltip) {
    if (tooltip.getY() + tooltip.getHeight() > lowest(tooltip)) {
      tooltip.setY(tooltip.getY() - tooltip.getHeight() - 2 * POINTER);
    }
  }

  private static double lowest(Tooltip tooltip) {
    return Screen.getScreensForRectangle(tooltip.getX(), tooltip.getY(), 1, 1).stream()
        .map(Screen::getVisualBounds)
        .mapToDouble(Rectangle2D::getMaxY)
        .max()
        .orElse(Double.MAX_VALUE);
  }
}
