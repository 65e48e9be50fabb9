package grokscope.app;

import io.fair_acc.chartfx.XYChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;

/**
 * Walks what a person sees of a scene, and says what of it is cut off, covered, or written with
 * dots where nothing tells the whole. FX thread only.
 */
final class SceneWalk {
  private static final int FEWEST = 20; // controls; a window has more
  private static final double SLACK = 1.5; // of rounding to pixels

  /** A control that is seen, where it lies, and what may be seen of it. */
  private record Seen(Control control, Bounds place, Bounds window) {}

  private final List<Seen> seen = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private final Bounds root;

  private SceneWalk(Bounds root) {
    this.root = root;
  }

  /** What is wrong with a root that has been laid out, a line for each fault. */
  static List<String> faults(Parent root) {
    SceneWalk walk = new SceneWalk(root.getLayoutBounds());
    walk.visit(root, walk.root, false);
    if (walk.seen.size() < FEWEST) {
      walk.faults.add("only " + walk.seen.size() + " controls are seen at all");
    }
    walk.seen.forEach(walk::cutOff);
    walk.covered();
    return walk.faults;
  }

  /**
   * Goes down the tree.
   *
   * @param window what of this node may be seen at most
   * @param scrolled whether it is in something that can be scrolled to it
   */
  private void visit(Node node, Bounds window, boolean scrolled) {
    boolean drawn = node instanceof XYChart || node instanceof ScrollBar; // not made of controls
    if (!node.isVisible() || node.getOpacity() == 0 || drawn || node.isMouseTransparent()) {
      return;
    }
    Bounds visible = window;
    boolean moves = scrolled;
    if (node.getClip() != null) { // what is beyond it is scrolled away
      Bounds hole = node.localToScene(node.getClip().getBoundsInParent());
      visible = both(window, hole);
    }
    // The scroller around everything does nothing in a window that is large enough.
    boolean outermost = node.getStyleClass().contains("window-scroll");
    if ((node instanceof ScrollPane && !outermost)
        || node instanceof TableView
        || node instanceof ListView
        || node.getStyleClass().contains("scrolls")) {
      moves = true;
    }
    if (isWhole(node)) {
      boolean away = visible != root && !visible.contains(place(node));
      if ((!moves && !away) || node instanceof TableView) {
        seen.add(new Seen((Control) node, place(node), visible));
      }
      return;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        visit(child, visible, moves);
      }
    }
  }

  /** Whether a node is looked at as one thing, whatever it is made of. */
  private static boolean isWhole(Node node) {
    return node instanceof TableView
        || (node instanceof Control
            && !(node instanceof ScrollPane)
            && !(node instanceof SplitPane)
            && !(node instanceof TitledPane));
  }

  /** Where two are; empty where they do not meet. */
  private static Bounds both(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    double width = Math.min(one.getMaxX(), other.getMaxX()) - left;
    double height = Math.min(one.getMaxY(), other.getMaxY()) - top;
    return new BoundingBox(left, top, Math.max(0, width), Math.max(0, height));
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void cutOff(Seen one) {
    Bounds place = one.place();
    if (place.getWidth() < 1 || place.getHeight() < 1) {
      if (hasWords(one.control())) {
        faults.add("no room for " + name(one.control()));
      }
      return;
    }
    if (place.getMinX() < one.window().getMinX() - SLACK
        || place.getMaxX() > one.window().getMaxX() + SLACK
        || place.getMinY() < one.window().getMinY() - SLACK
        || place.getMaxY() > one.window().getMaxY() + SLACK) {
      faults.add("beyond the window's edge: " + name(one.control()) + at(place));
      return;
    }
    for (Parent around = one.control().getParent(); around != null; around = around.getParent()) {
      Bounds outer = place(around);
      boolean holds = around.getLayoutBounds().getWidth() > 0;
      if (holds
          && around.isResizable()
          && (place.getMaxX() > outer.getMaxX() + SLACK
              || place.getMaxY() > outer.getMaxY() + SLACK
              || place.getMinX() < outer.getMinX() - SLACK
              || place.getMinY() < outer.getMinY() - SLACK)) {
        faults.add("sticks out of its parent: " + name(one.control()) + at(place));
        return;
      }
    }
    if (one.control() instanceof Labeled labeled && dotted(labeled) && !toldElsewhere(labeled)) {
      faults.add("cut short and told nowhere: " + name(labeled) + at(place));
    }
  }

  private static boolean hasWords(Control control) {
    return control instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isBlank();
  }

  /** Whether the words are shown with dots at their end. */
  private static boolean dotted(Labeled labeled) {
    String text = labeled.getText();
    return hasWords(labeled)
        && labeled.getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .map(child -> ((Text) child).getText())
            .anyMatch(shown -> !shown.equals(text) && shown.endsWith("…") && !text.endsWith("…"));
  }

  private static boolean toldElsewhere(Labeled labeled) {
    for (Node node = labeled; node != null; node = node.getParent()) {
      Optional<String> told =
          Optional.ofNullable(node instanceof Control control ? control.getTooltip() : null)
              .map(tip -> tip.getText());
      if (told.filter(words -> !words.isBlank()).isPresent()
          || node.getProperties().containsKey("javafx.scene.control.Tooltip")) {
        return true;
      }
    }
    return false;
  }

  private void covered() {
    for (int i = 0; i < seen.size(); i++) {
      for (int j = i + 1; j < seen.size(); j++) {
        Bounds a = seen.get(i).place();
        Bounds b = seen.get(j).place();
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        boolean empty = bare(seen.get(i).control()) || bare(seen.get(j).control());
        if (width > 2 * SLACK && height > 2 * SLACK && !empty) {
          faults.add(
              name(seen.get(i).control())
                  + at(a)
                  + " and "
                  + name(seen.get(j).control())
                  + at(b)
                  + " lie on each other");
        }
      }
    }
  }

  /** Whether there is nothing in it that could be covered. */
  private static boolean bare(Control control) {
    return control instanceof Labeled labeled
        && !hasWords(labeled)
        && labeled.getGraphic() == null
        && !(control instanceof MenuButton)
        && !(control instanceof ComboBoxBase<?>);
  }

  /** All nodes below one, and itself. */
  static Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(SceneWalk::all))
        : Stream.of(node);
  }

  private static String name(Node node) {
    String words = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
    String id = node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
    return node.getClass().getSimpleName() + " " + id + words;
  }

  private static String at(Bounds place) {
    return String.format(
        Locale.ROOT,
        " [%.0f…%.0f, %.0f…%.0f]",
        place.getMinX(),
        place.getMaxX(),
        place.getMinY(),
        place.getMaxY());
  }
}
