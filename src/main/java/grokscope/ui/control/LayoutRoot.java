package grokscope.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what changes inside a part of the window from laying out the rest of it. FX thread only.
 *
 * <p>A new number in a label asks every ancestor for a layout, and each of those asks all its
 * children for their sizes again; with a number in every frame that was most of a frame's time. An
 * unmanaged child is where JavaFX stops asking, so the part is measured when its surroundings
 * change, and not when it does itself. For parts whose size their surroundings decide.
 */
public final class LayoutRoot extends Region {
  private final Parent part;

  public LayoutRoot(Parent part) {
    this.part = part;
    part.setManaged(false);
    getChildren().add(part);
  }

  /** Has all such parts of a window measured again, as after a change of the text size. */
  public static void measureAgain(Parent root) {
    root.requestLayout();
    for (Node child : root.getChildrenUnmodifiable()) {
      if (child instanceof Parent parent) {
        measureAgain(parent);
      }
    }
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefWidth(double height) {
    return part.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return part.prefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return part.minWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return part.minHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren() {
    part.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
