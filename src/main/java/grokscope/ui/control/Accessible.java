package grokscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.Screen;
import javafx.util.Duration;

/** Gives a node the id by which it is found, a tooltip and its accessible text. FX thread only. */
public final class Accessible {
  private static final Duration DELAY = Duration.millis(500);
  private static final Duration STAY = Duration.seconds(20);
  private static final double WIDTH = 320;
  private static final double POINTER = 12; // pixels that a tooltip keeps from it

  private Accessible() {}

  /** Describes a node, replacing an earlier description. */
  public static <N extends Node> N as(N node, String id, String words) {
    node.setId(id);
    describe(node, words);
    return node;
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
  }

  /** Changes what a node says of itself. */
  public static void describe(Node node, String words) {
    node.setAccessibleText(words);
    if (node.getProperties().get(Accessible.class) instanceof Tooltip shown) {
      shown.setText(words);
      return;
    }
    Tooltip tooltip = tooltip(words);
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

  /** Moves a tooltip above the pointer where it would hang over the lower edge of the screen. */
  private static void keepOnScreen(Tooltip tooltip) {
    double lowest =
        Screen.getScreensForRectangle(tooltip.getX(), tooltip.getY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
            .max()
            .orElse(Double.MAX_VALUE);
    if (tooltip.getY() + tooltip.getHeight() > lowest) {
      tooltip.setY(tooltip.getY() - tooltip.getHeight() - 2 * POINTER);
    }
  }
}
