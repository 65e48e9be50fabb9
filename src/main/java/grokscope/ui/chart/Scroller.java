package grokscope.ui.chart;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows a part of what is higher than its room, with a bar at the right to scroll it. It takes no
 * focus, so that the keys of the window keep their meaning. FX thread only.
 */
final class Scroller extends Region {
  /** The width of the bar. */
  static final double BAR = 12;

  private final Region content;
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();

  Scroller(Region content) {
    this.content = content;
    setManaged(false);
    content.setManaged(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setManaged(false);
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener(change -> place());
    setClip(clip);
    getChildren().addAll(content, bar);
    setOnScroll(
        event -> {
          if (bar.isVisible() && event.getDeltaY() != 0) {
            scrollTo(bar.getValue() - event.getDeltaY());
            event.consume();
          }
        });
  }

  /** How much of a width is left beside the bar that such a height needs. */
  static double within(double width, double height, double whole) {
    return whole > height + 0.5 ? width - BAR : width;
  }

  /** Shows a content of some size in this room. */
  void layOut(double width, double height, double whole) {
    boolean needed = whole > height + 0.5;
    bar.setVisible(needed);
    bar.setMax(Math.max(0, whole - height));
    bar.setVisibleAmount(whole <= 0 ? 0 : bar.getMax() * Math.min(1, height / whole));
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(Math.max(40, height - 40));
    bar.resizeRelocate(width - BAR, 0, BAR, height);
    clip.setWidth(width);
    clip.setHeight(height);
    content.resize(within(width, height, whole), Math.max(whole, height));
    scrollTo(bar.getValue());
  }

  private void scrollTo(double value) {
    bar.setValue(Math.max(0, Math.min(value, bar.getMax())));
    place();
  }

  private void place() {
    content.relocate(0, -Math.rint(bar.getValue()));
  }

  /** Whether there is more than fits. */
  boolean scrolls() {
    return bar.isVisible();
  }
}
